"""Our marks in Markdown."""

from plugins.documents.marks import Citation, citations, parse_citation, without_code


def test_parts_of_a_citation():
    """One mark may name several sources, each with its place."""
    assert parse_citation("one") == (Citation("one"),)
    assert parse_citation("one, p. 4; @two") == (Citation("one", "p. 4"), Citation("two"))


def test_citations_and_their_places():
    """Citations are found with the offset of their mark."""
    text = "Armenia keluar. [@a] Kata dia. [@b; @c, hlm. 2]"

    assert list(citations(text)) == [
        (16, Citation("a")),
        (31, Citation("b")),
        (31, Citation("c", "hlm. 2")),
    ]


def test_code_is_no_citation():
    """What stands between backticks is shown, not understood; the length stays."""
    text = "Write `[@key]` or ``[@`key]``."

    assert list(citations(text)) == []
    assert len(without_code(text)) == len(text)
