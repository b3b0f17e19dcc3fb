"""A look at a page that was edited: shown before the site is built, with the bytes that the build gives it."""

import re
from pathlib import Path

import pytest

from plugins.workshop.build import BuildFailed, build, pelican_job
from plugins.workshop.standby import Standby
from tests.site.made import enter_made_site

PAGE, ENTRY = "content/background/page-0.id.md", "content/glossary/e-0.id.md"
SHOWN = ("id/latar/page-0/index.html", "id/glosarium/e-0/index.html", "dua/page-0/index.html")


@pytest.fixture
def job(tmp_path, monkeypatch):
    """The preview's job for a small made-up site, whose folder is the one we are in."""
    enter_made_site(tmp_path, monkeypatch, pages=3, entries=12)
    return pelican_job(Path(".preview/site"), Path(".preview"), {"JELAS_DRAFTS": "1"})


@pytest.fixture
def edited(job):
    """Return a function that changes a file of the built site, and returns the pages as looked at and as built.

    Pages: those of SHOWN, each time that some are shown.
    """
    standby = Standby(job.environment)
    build(job, standby.build)

    def pages():
        found = {name: job.place.output / name for name in SHOWN}
        return {name: path.read_text("utf-8") for name, path in found.items() if path.exists()}

    def edit(path, pattern, new, looked_at=SHOWN):
        text, count = re.subn(pattern, new, Path(path).read_text("utf-8"), count=1)
        assert count, f"nothing to change in {path}"
        Path(path).write_text(text, "utf-8")
        looks = []
        build(
            job,
            lambda *given: standby.build(
                *given, looked_at=looked_at, changed=[path], tell=lambda: looks.append(pages())
            ),
        )
        return [*looks, pages()]

    yield edit
    standby.stop()


@pytest.mark.parametrize(
    ("path", "pattern", "new", "on"),
    [
        (PAGE, r"\. \[@", " baruu. [@", SHOWN[:1]),
        (PAGE, r"title: .*", "title: Judul baruu", SHOWN[:2]),
        (ENTRY, r"summary: ", "summary: Baruu ", SHOWN[:2]),
        ("content/data/sources.yaml", r"publisher: .*", "publisher: Warta Baruu", SHOWN[:1]),
        ("theme/templates/base.html", r"<main ", '<main data-baruu="" ', SHOWN),
        ("theme/templates/components/card.html", r"popover", 'popover data-baruu=""', SHOWN[:2]),
    ],
)
def test_a_look_is_what_the_build_makes(edited, path, pattern, new, on):
    """An edit of a page, an entry, a source or a template is seen at once, as it will be in the built site."""
    look, _, built = edited(path, pattern, new)

    assert [name for name in SHOWN if "baruu" in look.get(name, "").lower()] == list(on)
    assert [look[name] for name in on] == [built[name] for name in on]


def test_another_name_is_linked(edited):
    """A page that is looked at links the name that an entry has just been given."""
    word = re.search(r"\n\n([A-Z]\w+)", Path(PAGE).read_text("utf-8"))[1]

    look, _, built = edited(ENTRY, r"aliases: \[", f"aliases: [{word}, ")

    assert look[SHOWN[0]] == built[SHOWN[0]]
    assert re.search(rf">{word}</a>", look[SHOWN[0]])


@pytest.mark.parametrize(
    ("path", "pattern", "new"),
    [
        (PAGE, r"slug: .*", "slug: lain"),
        ("theme/static/css/main.css", r"\Z", "\n"),
    ],
)
def test_what_needs_a_build(edited, path, pattern, new):
    """What changes more than a page itself is shown by the build alone."""
    assert len(edited(path, pattern, new)) == 2


def test_a_mistake_is_told_by_the_build(edited):
    """Front matter that cannot be read shows nothing new, and the next edit is seen at once again."""
    with pytest.raises(BuildFailed, match="page-0"):
        edited(PAGE, r"summary: ", "summaryy: ")

    assert len(edited(PAGE, r"summaryy: ", "summary: Baruu ")) == 3
