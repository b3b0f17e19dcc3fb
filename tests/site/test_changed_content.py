"""What becomes of the real site when its content changes: a twin is missing, a page is a draft, a mistake is made."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PARTS = ("content", "theme", "plugins", "pelicanconf.py")


@pytest.fixture
def copy(tmp_path):
    """A copy of the site's sources, free to be changed."""
    for part in PARTS:
        source, target = ROOT / part, tmp_path / part
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return tmp_path


def run(folder, **environment):
    """Run Pelican as a build does; return its exit status and what it printed."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pelican",
            "content",
            "-s",
            "pelicanconf.py",
            "-o",
            "output",
            "--fatal",
            "errors",
        ],
        cwd=folder,
        env={**os.environ, "JELAS_DRAFTS": "", "SITEURL": "https://example.org/j", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr if done.returncode else ""


def figure(page):
    """Return the figure of a built page."""
    return re.search(r"<figure.*</figure>", page.read_text("utf-8"), re.DOTALL)[0]


def test_page_without_twin(copy):
    """A page of one language says so, its switch leads to the other home, and nothing links what is not there."""
    (copy / "content/glossary/kazakhstan.en.md").unlink()

    status, told = run(copy)

    assert (status, told) == (0, "")
    page = (copy / "output/id/glosarium/kazakhstan/index.html").read_text("utf-8")
    assert 'Halaman ini belum tersedia dalam: <span lang="en">English</span>' in page
    assert (
        '<a class="masthead__link" href="https://example.org/j/en/" lang="en" hreflang="en">English</a>'
        in page
    )
    assert 'rel="alternate" hreflang="en"' not in page
    for built in (copy / "output/en").rglob("*.html"):
        assert "en/glossary/kazakhstan" not in built.read_text("utf-8")


def test_drafts(copy):
    """A draft is built, and drawn on the map, for the preview only."""
    for lang in ("id", "en"):
        page = copy / f"content/glossary/gyumri.{lang}.md"
        page.write_text(page.read_text("utf-8").replace("slug:", "status: draft\nslug:", 1), "utf-8")

    assert run(copy) == (0, "")
    assert not (copy / "output/id/glosarium/gyumri").exists()
    assert "Gyumri" not in figure(copy / "output/en/map/index.html")

    assert run(copy, JELAS_DRAFTS="1") == (0, "")
    draft = (copy / "output/id/glosarium/gyumri/index.html").read_text("utf-8")
    assert "Draf: halaman ini belum terbit." in draft
    assert '<meta name="robots" content="noindex">' in draft
    assert "Gyumri" in figure(copy / "output/en/map/index.html")


def test_findings_end_the_run(copy):
    """Mistakes end the run with exit status 1, all told at once, before anything is written."""
    page = copy / "content/background/csto.id.md"
    page.write_text(page.read_text("utf-8").replace("order: 30", "order: tiga\nwarna: merah"), "utf-8")

    status, told = run(copy)

    assert status == 1
    assert told == (
        "content/background/csto.id.md:7: “order” is “tiga”, where a whole number is asked for"
        " [front-matter]\n  fix: Write digits only, such as 10.\n"
        "content/background/csto.id.md:8: there is no field “warna” [front-matter]\n  fix: Remove it.\n"
        "2 findings.\n"
    )
    assert not (copy / "output").exists()


def test_template_mistake_is_no_half_site(copy):
    """A template that cannot be rendered ends the run with exit status 1."""
    template = copy / "theme/templates/entry.html"
    template.write_text(
        template.read_text("utf-8").replace("{{ subject.title }}", "{{ subjekt.title }}"), "utf-8"
    )

    status, told = run(copy)

    assert status == 1
    # Once, though every process that writes meets it.
    assert told.count("'subjekt' is undefined") == 1


def test_repository_links(copy):
    """With a repository, pages lead to their source and to a report."""
    assert run(copy, REPOSITORY_URL="https://github.com/x/j") == (0, "")

    page = (copy / "output/en/background/what-is-the-csto/index.html").read_text("utf-8")
    assert 'href="https://github.com/x/j/edit/main/content/background/csto.en.md"' in page
    assert 'href="https://github.com/x/j/issues/new?title=' in page
