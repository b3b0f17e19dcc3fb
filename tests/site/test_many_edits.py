"""After any edits, what the preview built step by step is what a build from nothing makes, byte for byte."""

import filecmp
import random
import re
from pathlib import Path

import pytest

from plugins.workshop.build import build, pelican_job
from plugins.workshop.standby import Standby
from tests.site.made import enter_made_site

PAGE, ENTRY = "content/background/page-{}.{}.md", "content/glossary/e-{}.{}.md"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A small made-up site, whose folder is the one we are in."""
    enter_made_site(tmp_path, monkeypatch, pages=6, entries=12)


def change(pattern, new, *files):
    """Put `new` for the first match of a pattern in each of some files."""
    for name in files:
        path = Path(name)
        text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1)
        assert count, f"nothing to change in {name}"
        path.write_text(text, "utf-8")


def both(path, number):
    """Return a document's files in both languages."""
    return [path.format(number, lang) for lang in ("id", "en")]


def edits(dice):
    """Yield edits, each by what it touches, in a random order."""
    page, entry = dice.randrange(6), dice.randrange(12)
    todo = {
        "text": lambda: change(r"\. \[@", " baru. [@", PAGE.format(page, "id")),
        "definition": lambda: change(r"summary: ", "summary: Baru ", ENTRY.format(entry, "id")),
        "alias": lambda: change(r"aliases: \[", "aliases: [Kata Baru, ", *both(ENTRY, entry)),
        "title": lambda: change(r"title: .*", "title: Judul Lain", PAGE.format((page + 1) % 6, "en")),
        "source": lambda: change(r"title: Laporan 1\n", "title: Laporan lain\n", "content/data/sources.yaml"),
        "template": lambda: change(r"<main ", '<main data-baru="" ', "theme/templates/base.html"),
        "gone": lambda: [Path(name).unlink() for name in both(PAGE, (page + 2) % 6)],
        "mistake": lambda: change(r"\[@source-\d+", "[@nowhere", PAGE.format((page + 3) % 6, "en")),
        "mended": lambda: change(r"\[@nowhere", "[@source-1", PAGE.format((page + 3) % 6, "en")),
    }
    order = [name for name in todo if name != "mended"]
    dice.shuffle(order)
    order.insert(dice.randrange(order.index("mistake") + 1, len(order) + 1), "mended")
    return {name: todo[name] for name in order}


def files(folder):
    """Return the names of all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("seed", [1, 2])
def test_edits_leave_no_trace(seed):
    """A preview after nine edits in a random order has the bytes of a cold build; so has a warm build."""
    environment = {"JELAS_DRAFTS": "1", "SITEURL": "http://localhost:8000"}
    job = pelican_job(Path(".preview/site"), Path(".preview"), environment)
    standby = Standby(job.environment)
    try:
        build(job, standby.build)
        for edit in edits(random.Random(seed)).values():
            edit()
            build(job, standby.build)
    finally:
        standby.stop()
    warm = pelican_job(Path("warm"), Path(".preview"), environment)
    build(warm)
    cold = pelican_job(Path("cold"), Path(".cold"), environment)
    build(cold)

    for stepwise in (job.place.output, warm.place.output):
        assert files(stepwise) == files(cold.place.output)
        _, different, unread = filecmp.cmpfiles(stepwise, cold.place.output, files(stepwise), shallow=False)
        assert (different, unread) == ([], [])
