"""Where to read on, pieces shown elsewhere, and ways to report an error."""

from plugins.presentation.excerpts import domain, without_notes
from plugins.presentation.reading import neighbours
from plugins.presentation.repository import edit_url, report_url


def test_neighbours():
    """Each page knows the one before and the one after it."""
    assert list(neighbours(["a", "b", "c"])) == [("a", None, "b"), ("b", "a", "c"), ("c", "b", None)]
    assert list(neighbours([])) == []


def test_without_notes():
    """A sentence shown elsewhere keeps its links to entries and loses those to notes."""
    html = 'Satu <a href="/x">kata</a>.<sup class="cite"><a href="#note-1">1</a></sup>'

    assert without_notes(html) == 'Satu <a href="/x">kata</a>.'


def test_addresses():
    """Hosts as readers know them; repository links with page and title."""
    assert domain("https://www.example.org/a") == "example.org"
    assert edit_url("https://x.org/j", "content/a.id.md") == "https://x.org/j/edit/main/content/a.id.md"
    assert report_url("https://x.org/j", "A & B", "https://s/") == (
        "https://x.org/j/issues/new?title=A+%26+B&body=https%3A%2F%2Fs%2F"
    )
