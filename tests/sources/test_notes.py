"""Citations become numbered notes."""

import pytest

from plugins.documents.models import Source
from plugins.sources.notes import Notes

RECORD = {"publisher": "P", "title": "T", "accessed": "2026-11-23", "lang": "en", "sort": "press"}
SOURCES = {key: Source.model_validate(RECORD) for key in ("a", "b")}


def marker(cited):
    """Return the marker that the reader leaves."""
    return f'<sup class="citation" data-cite="{cited}"></sup>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("x", "x"),
        (marker("a|"), '<sup class="cite"><a id="cite-1-1" href="#note-1">1</a></sup>'),
        # The same source and place share a number; another place has its own.
        (
            marker("a|") + marker("a|"),
            '<sup class="cite"><a id="cite-1-1" href="#note-1">1</a></sup>'
            '<sup class="cite"><a id="cite-1-2" href="#note-1">1</a></sup>',
        ),
        (
            marker("a|p. 4;b|"),
            '<sup class="cite"><a id="cite-1-1" href="#note-1">1</a>, '
            '<a id="cite-2-1" href="#note-2">2</a></sup>',
        ),
    ],
)
def test_links(html, expected):
    """Each marker links its notes, and each use can be linked back to."""
    assert Notes(SOURCES).number(html) == expected


def test_list_of_notes():
    """The list has each note once, with its place and its uses, across all parts of a page."""
    notes = Notes(SOURCES)
    notes.number(marker("b|hlm. &quot;2&quot;"))
    notes.number(marker("a|;b|hlm. &quot;2&quot;"))

    assert [(note.id, note.key, note.locator, note.uses) for note in notes.listed()] == [
        ("note-1", "b", 'hlm. "2"', ["cite-1-1", "cite-1-2"]),
        ("note-2", "a", "", ["cite-2-1"]),
    ]
