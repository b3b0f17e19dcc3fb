"""The made-up site, and edits of it."""

import pytest

import pelicanconf
from benchmarks.edits import alias_edit, definition_edit, marker, page_edit
from benchmarks.made_site import LANGUAGES, make_site
from plugins.checks.gate import check_corpus, check_named
from plugins.documents.corpus_reader import read_corpus
from plugins.workshop.link_reports import named_in


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A tiny site."""
    folder = tmp_path_factory.mktemp("made")
    make_site(folder, 2, 3)
    return folder


def texts(folder):
    """Return path → bytes of every file."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_for_the_same_seed(content, tmp_path):
    """Two sites of one seed have the same bytes; those of another seed differ."""
    make_site(tmp_path / "same", 2, 3)
    make_site(tmp_path / "other", 2, 3, seed=2)

    assert texts(tmp_path / "same") == texts(content)
    assert texts(tmp_path / "other").keys() == texts(content).keys()
    assert texts(tmp_path / "other") != texts(content)


def test_has_no_findings(content):
    """What is measured is a site that builds."""
    corpus = read_corpus(content, LANGUAGES)

    assert len(corpus.documents) == 2 * (2 + 3)
    assert check_corpus(corpus) == []


def test_versions_name_the_same(tmp_path):
    """No word before a name makes it another name in one language only: a build would stop there."""
    make_site(tmp_path, 10, 10)
    corpus = read_corpus(tmp_path, LANGUAGES)

    assert check_named(corpus, named_in(corpus, pelicanconf)) == []


@pytest.mark.parametrize(
    ("kind", "name", "address"),
    [
        (page_edit, "background/page-0", "/en/background/page-0/"),
        (definition_edit, "glossary/e-0", "/en/glossary/e-0/"),
        (alias_edit, "glossary/e-0", "/en/glossary/e-0/"),
    ],
)
def test_edits_leave_it_right(content, kind, name, address):
    """An edit puts its word in once, is found by no check, and is undone."""
    edit = kind(content / f"{name}.en.md")
    before = texts(content)

    edit.make(marker(0))
    edit.make(marker(12))
    findings = check_corpus(read_corpus(content, LANGUAGES))
    words = edit.file.read_text("utf-8")
    edit.undo()

    assert (edit.address, findings) == (address, [])
    assert (words.count("Xqbc"), words.count("Xqa")) == (1, 0)
    assert texts(content) == before
