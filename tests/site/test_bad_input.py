"""Fifty ways in which content can be broken: each ends with one finding at its place, and never with a traceback.

The table is the contract: what is done to a small sound site, and where the finding points, with which rule.
"""

import shutil
from pathlib import Path

import pytest

from plugins.checks.gate import check_corpus
from plugins.documents.corpus_reader import read_corpus
from plugins.documents.findings import report
from plugins.workshop.build import BuildFailed, build, pelican_job

LANGUAGES = ("id", "en")
SUMMARY = "Ringkasan yang cukup panjang untuk diterima, yaitu enam puluh huruf atau lebih."
PAGE = """---
title: Halaman
slug: {slug}
summary: {summary}
date: 2026-11-25
as_of: 2026-06-25
order: 10
in_short:
  - Satu. [@a]
  - Dua. [@a]
---
Isi. [@a]
"""
TRANSLATION = """---
title: Page
slug: {slug}
summary: {summary}
in_short:
  - One. [@a]
  - Two. [@a]
---
Text. [@a]
"""
ENTRY = "---\ntitle: {title}\nslug: entri\nsummary: {summary}\n{type}---\nIsi. [@a]\n"
SOURCES = "a: {publisher: P, title: T, accessed: 2026-11-23, lang: en, sort: press}\n"
ID, EN = "content/background/halaman.id.md", "content/background/halaman.en.md"
ENTRY_ID, DATA = "content/glossary/entri.id.md", "content/data/sources.yaml"
TIMELINE, CLAIMS, MAP = (f"content/data/{name}.yaml" for name in ("timeline", "claims", "map"))


@pytest.fixture(autouse=True)
def site(tmp_path, monkeypatch):
    """A small sound site in the working folder."""
    monkeypatch.chdir(tmp_path)
    for folder in ("background", "explainers", "glossary", "about", "pages", "data"):
        Path("content", folder).mkdir(parents=True)
    Path(ID).write_text(PAGE.format(slug="halaman", summary=SUMMARY), "utf-8")
    Path(EN).write_text(TRANSLATION.format(slug="page", summary=SUMMARY), "utf-8")
    for lang, type_ in (("id", "type: concept\n"), ("en", "")):
        text = ENTRY.format(title="Entri", summary=SUMMARY, type=type_)
        Path(f"content/glossary/entri.{lang}.md").write_text(text, "utf-8")
    Path(DATA).write_text(SOURCES, "utf-8")
    return tmp_path


def findings():
    """Return every finding of the site as it stands."""
    return check_corpus(read_corpus(Path("content"), LANGUAGES))


def change(path, old, new):
    """Return what replaces a text of a file."""

    def apply():
        text = Path(path).read_text("utf-8")
        assert old in text
        Path(path).write_text(text.replace(old, new, 1), "utf-8")

    return apply


def write(path, text, encoding="utf-8"):
    """Return what writes a file."""
    return lambda: Path(path).write_bytes(text.encode(encoding))


def body(text):
    """Return what replaces the text of the page."""
    return change(ID, "Isi. [@a]\n", text)


def link_loop():
    """Make a link that leads to itself."""
    Path(ID).unlink()
    Path(ID).symlink_to(Path(ID).name)


def folder_of_that_name():
    """Make a folder whose name is that of a page."""
    Path("content/background/lain.id.md").mkdir()


def unreadable():
    """Make a page that cannot be read: a broken link, which root cannot read either."""
    Path("content/background/lain.id.md").symlink_to("nowhere.md")


BROKEN = {
    "no front matter": (write(ID, "Isi.\n"), ID, 1, "front-matter"),
    "empty file": (write(ID, ""), ID, 1, "front-matter"),
    "front matter never closed": (write(ID, "---\ntitle: X\n"), ID, 1, "front-matter"),
    "broken YAML": (change(ID, "title: Halaman", "title: [Halaman"), ID, 2, "front-matter"),
    "tab in YAML": (change(ID, "in_short:\n", "in_short:\n\t- x\n"), ID, 9, "front-matter"),
    "quotation mark never closed": (change(ID, "title: H", 'title: "H'), ID, 2, "front-matter"),
    "duplicate key in YAML": (change(ID, "order: 10", "order: 10\norder: 11"), ID, 8, "front-matter"),
    "colon in a value": (change(ID, "title: Halaman", "title: Halaman: satu"), ID, 2, "front-matter"),
    "unknown field": (change(ID, "order: 10", "order: 10\nodrer: 1"), ID, 8, "front-matter"),
    "missing field": (change(ID, "title: Halaman\n", ""), ID, 2, "front-matter"),
    "title too long": (change(ID, "title: Halaman", "title: " + "x" * 81), ID, 2, "front-matter"),
    "summary too short": (change(ID, SUMMARY, "Pendek."), ID, 4, "front-matter"),
    "a date that is none": (change(ID, "2026-11-25", "2026-13-45"), ID, 5, "front-matter"),
    "a list where text stands": (change(ID, "title: Halaman", "title: [a, b]"), ID, 2, "front-matter"),
    "slug in capitals": (change(ID, "slug: halaman", "slug: Halaman"), ID, 3, "front-matter"),
    "shared field in both": (change(EN, "title: Page", "title: Page\norder: 11"), EN, 3, "shared-field"),
    "Latin-1": (write(ID, PAGE.format(slug="halaman", summary=SUMMARY + "é"), "latin-1"), ID, 4, "encoding"),
    "UTF-16": (write(ID, PAGE.format(slug="halaman", summary=SUMMARY), "utf-16"), ID, 1, "encoding"),
    "NUL": (body("Isi\0. [@a]\n"), ID, 12, "encoding"),
    "name without language": (
        write("content/background/lain.md", "x"),
        "content/background/lain.md",
        0,
        "file-name",
    ),
    "name in capitals": (
        write("content/background/Lain.id.md", "x"),
        "content/background/Lain.id.md",
        0,
        "file-name",
    ),
    "unknown language": (
        write("content/background/lain.fr.md", "x"),
        "content/background/lain.fr.md",
        0,
        "file-name",
    ),
    "folder of that name": (folder_of_that_name, "content/background/lain.id.md", 0, "file"),
    "link that leads to itself": (link_loop, ID, 0, "file"),
    "page that cannot be read": (unreadable, "content/background/lain.id.md", 0, "file"),
    "duplicate slug": (
        write("content/background/lain.id.md", PAGE.format(slug="halaman", summary=SUMMARY)),
        "content/background/lain.id.md",
        3,
        "collision",
    ),
    "no list of sources": (lambda: Path(DATA).unlink(), DATA, 0, "data"),
    "sources as a list": (write(DATA, "- a\n"), DATA, 1, "data"),
    "source with an unknown field": (
        change(DATA, "sort: press", "sort: press, urll: x"),
        DATA,
        1,
        "front-matter",
    ),
    "source with a wrong date": (
        change(DATA, "lang: en", "lang: en, date: 2024-99"),
        DATA,
        1,
        "front-matter",
    ),
    "source key in capitals": (write(DATA, SOURCES + SOURCES.replace("a:", "B:")), DATA, 2, "data"),
    "event without translation": (
        write(TIMELINE, "- {id: x, date: 2020, text: {id: 'X. [@a]'}}\n"),
        TIMELINE,
        1,
        "data",
    ),
    "two events of one id": (
        write(TIMELINE, "- {id: x, date: 2020, text: {id: 'X. [@a]', en: 'X. [@a]'}}\n" * 2),
        TIMELINE,
        2,
        "data",
    ),
    "event of an unknown entry": (
        write(TIMELINE, "- {id: x, date: 2020, text: {id: 'X. [@a]', en: 'X. [@a]'}, entities: [y]}\n"),
        TIMELINE,
        1,
        "data-entity",
    ),
    "claim with an unknown verdict": (
        write(
            CLAIMS,
            "- {id: x, claim: {id: X, en: X}, verdict: maybe, record: {id: 'X. [@a]', en: 'X. [@a]'}}\n",
        ),
        CLAIMS,
        1,
        "front-matter",
    ),
    "map without outlines": (
        write(MAP, "bounds: [0, 1, 2, 3]\ncountries: []\n"),
        "content/data/outlines.json",
        0,
        "file",
    ),
    "unknown citation": (body("Isi. [@b]\n"), ID, 12, "unknown-citation"),
    "paragraph without citation": (body("Isi. [@a]\n\nTanpa sumber.\n"), ID, 14, "uncited"),
    "link to no page": (body("[x]({filename}/background/y.id.md) [@a]\n"), ID, 12, "link"),
    "link into the other language": (body("[x]({filename}/background/halaman.en.md) [@a]\n"), ID, 12, "link"),
    "link to no entry": (body("[x](entity:y) [@a]\n"), ID, 12, "link"),
    "javascript link": (body("[x](javascript:alert) [@a]\n"), ID, 12, "link"),
    "way out of the content": (body("![x]({static}/../pelicanconf.py) [@a]\n"), ID, 12, "link"),
    "image that is not there": (body("![x]({static}/images/y.png) [@a]\n"), ID, 12, "link"),
    "image without words": (body("![](https://example.org/x.png) [@a]\n"), ID, 12, "text-alternative"),
    "unknown figure": (body("![x](figure:timelin)\n"), ID, 12, "link"),
    "HTML": (body("Isi <b>. [@a]\n"), ID, 12, "raw-html"),
    "script": (body("Isi. [@a] <script>\n"), ID, 12, "raw-html"),
    "attributes": (body("Isi. [@a]\n{: onclick=x }\n"), ID, 13, "attributes"),
    "unknown related entry": (
        change(ENTRY_ID, "type: concept", "type: concept\nrelated: [y]"),
        ENTRY_ID,
        6,
        "unknown-entry",
    ),
    "heading of the first level": (body("# X\n\nIsi. [@a]\n"), ID, 12, "heading"),
}


def test_the_site_is_sound():
    """Before anything is done to it, nothing is wrong."""
    assert findings() == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name):
    """The first finding stands where the mistake is, with its rule and an order that mends it."""
    apply, path, line, rule = BROKEN[name]
    apply()

    found = findings()
    here = [one for one in found if one.path == path and one.rule == rule]

    assert here, report(found)
    assert here[0].line == line
    assert here[0].fix.strip()
    # What follows from it elsewhere is at most a difference between the languages.
    assert {one.rule for one in found} <= {rule, "parity", "uncited"}, report(found)
    assert "Traceback" not in report(found)


SOUND = {
    "BOM": write(ID, "\ufeff" + PAGE.format(slug="halaman", summary=SUMMARY)),
    "CRLF": write(ID, PAGE.format(slug="halaman", summary=SUMMARY).replace("\n", "\r\n")),
    "no last line end": write(ID, PAGE.format(slug="halaman", summary=SUMMARY).rstrip("\n")),
    "ten thousand lines in one paragraph": body("Isi. [@a]\n" * 10_000),
    "five megabytes": body("Isi yang panjang sekali. [@a]\n\n" * 170_000),
}


@pytest.mark.parametrize("name", ["BOM", "CRLF", "no last line end"])
def test_odd_but_sound(name):
    """What an editor may write without its writer's knowledge is no mistake."""
    SOUND[name]()

    assert findings() == []


@pytest.mark.parametrize("name", ["ten thousand lines in one paragraph", "five megabytes"])
def test_large(name):
    """Large input is read like any other: its translation lacks the blocks, and that is told once."""
    SOUND[name]()

    assert {one.rule for one in findings()} <= {"parity"}


ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def buildable(site):
    """The small site with theme, plugins and settings, built once; its folder."""
    for part in ("theme", "plugins"):
        shutil.copytree(ROOT / part, site / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", site)
    shutil.copytree(ROOT / "content/extra", site / "content/extra")
    build(job(site))
    return site


def job(site):
    """Return the build of the small site."""
    environment = {"JELAS_DRAFTS": "", "SITEURL": "https://example.org", "PYTHONPATH": str(site)}
    return pelican_job(site / "output", site / "work", environment)


BROKEN_BUILDS = {
    "content": body("Isi. [@b]\n"),
    "template": lambda: Path("theme/templates/home.html").write_text("{% if %}", "utf-8"),
    "unknown name in a template": lambda: Path("theme/templates/home.html").write_text(
        "{{ nothing }}", "utf-8"
    ),
    "plugin": lambda: Path("plugins/presentation/__init__.py").write_text("import nothing_there\n", "utf-8"),
    "settings": lambda: Path("pelicanconf.py").write_text("LANGUAGES = (\n", "utf-8"),
    "untranslated string": lambda: Path("theme/templates/home.html").write_text(
        '{{ _("Baru sekali") }}', "utf-8"
    ),
    "dead anchor": body("Isi. [@a] [x](#nowhere)\n"),
}


@pytest.mark.parametrize("name", BROKEN_BUILDS)
def test_a_failing_build_changes_nothing(buildable, name):
    """The build says what is wrong; the last good site stays as it was."""
    before = {path: path.read_bytes() for path in (buildable / "output").rglob("*") if path.is_file()}
    BROKEN_BUILDS[name]()

    with pytest.raises(BuildFailed) as failure:
        build(job(buildable))

    said = str(failure.value)
    assert said.strip()
    if name in ("content", "untranslated string", "dead anchor"):
        assert "Traceback" not in said
        assert "fix:" in said
    assert {path: path.read_bytes() for path in (buildable / "output").rglob("*") if path.is_file()} == before


def test_a_file_that_vanishes(buildable):
    """A page that goes away between two builds is gone from the site, and nothing else is."""
    Path(EN).unlink()

    build(job(buildable))

    assert (buildable / "output/id/latar/halaman/index.html").is_file()
    assert not (buildable / "output/en/background/page").exists()
    assert (buildable / "output/en").is_dir()
