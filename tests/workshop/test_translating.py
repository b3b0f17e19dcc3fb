"""Stamping translations, and telling which are older than their originals."""

from pathlib import Path

import pytest

from plugins.documents.corpus_reader import read_corpus
from plugins.workshop.translating import no_such_page, stamp_translations, translation_report

LANGUAGES = ("id", "en")
HEAD = "---\ntitle: {0}\nslug: {0}\nsummary: {1}\n{2}---\n{3}\n"
SUMMARY = "Sebuah ringkasan yang cukup panjang untuk diterima, enam puluh huruf lebih."


@pytest.fixture(autouse=True)
def content(tmp_path, monkeypatch):
    """A site of one page in two languages, in the working folder."""
    monkeypatch.chdir(tmp_path)
    for folder in ("about", "data"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    (tmp_path / "content/data/sources.yaml").write_text("", "utf-8")
    write("id", "Satu.\n\nDua.")
    write("en", "One.\n\nTwo.")


def write(lang, body, extra=""):
    """Write the page in one language."""
    Path(f"content/about/halaman.{lang}.md").write_text(HEAD.format("halaman", SUMMARY, extra, body), "utf-8")


def corpus():
    """Read the site as it stands."""
    return read_corpus(Path("content"), LANGUAGES)


def test_stamp_and_report():
    """A stamp makes a translation current; a later change of the original is told with its line."""
    assert translation_report(corpus(), LANGUAGES) == "content/about/halaman.en.md: unstamped\nunstamped: 1"
    assert stamp_translations(corpus(), "halaman", LANGUAGES) == ["content/about/halaman.en.md"]
    assert translation_report(corpus(), LANGUAGES) == "current: 1"
    assert stamp_translations(corpus(), "all", LANGUAGES) == []

    write("id", "Satu.\n\nTiga.")
    assert translation_report(corpus(), LANGUAGES).splitlines() == [
        "content/about/halaman.en.md: stale",
        "  content/about/halaman.id.md:8: Tiga.",
        "stale: 1",
    ]

    assert stamp_translations(corpus(), "all", LANGUAGES) == ["content/about/halaman.en.md"]
    text = Path("content/about/halaman.en.md").read_text("utf-8")
    assert text.count("translated_from:") == 1
    assert text.endswith("---\nOne.\n\nTwo.\n")


def test_missing():
    """A page without translation is told by the file that it would be."""
    Path("content/about/halaman.en.md").unlink()

    assert translation_report(corpus(), LANGUAGES) == "content/about/halaman.en.md: missing\nmissing: 1"


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("halaman", ""),
        ("all", ""),
        ("halamn", "There is no page “halamn”. Did you mean “halaman”?"),
        ("csto", "There is no page “csto”."),
    ],
)
def test_no_such_page(key, problem):
    """A key that no page has is answered with the nearest that one has."""
    assert no_such_page(corpus(), key) == problem


def test_a_stamp_stands_in_the_front_matter():
    """Also where spaces follow the fence; what the text says of stamps is text, and stays."""
    body = "One.\n\ntranslated_from: x\n\n---\n\nTwo."
    write("en", body)
    page = Path("content/about/halaman.en.md")
    sound = page.read_text("utf-8")
    page.write_text(sound.replace("\n---\n", "\n---  \n", 1), "utf-8")

    stamp_translations(corpus(), "halaman", LANGUAGES)

    stamp = corpus().by_id["about", "halaman", "en"].front.translated_from
    assert page.read_text("utf-8") == sound.replace("\n---\n", f'\ntranslated_from: "{stamp}"\n---  \n', 1)


def test_missing_original():
    """A page that stands in a translation only is told by the original that it lacks; there is nothing to stamp."""
    Path("content/about/halaman.id.md").unlink()

    assert translation_report(corpus(), LANGUAGES) == "content/about/halaman.id.md: missing\nmissing: 1"
    assert stamp_translations(corpus(), "all", LANGUAGES) == []
