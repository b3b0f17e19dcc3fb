"""Citations → numbered notes: one number per source and locator on a page, links both ways."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.documents.models import Source

_MARKER = re.compile(r'<sup class="citation" data-cite="([^"]*)"></sup>')


class Note(NamedTuple):
    """One numbered note of a page, and how many places cite it."""

    number: int
    key: str
    source: Source
    locator: str
    times: int

    @property
    def id(self) -> str:
        """Return the note's anchor."""
        return _note(self.number)

    @property
    def uses(self) -> list[str]:
        """Return the ids of the places that cite it, in order."""
        return [_use(self.number, time) for time in range(1, self.times + 1)]


class Notes:
    """Numbers the citations of one page in the order in which the page shows them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        # (source, locator) → its number, and how often it is cited so far.
        self._numbers: dict[tuple[str, str], int] = {}
        self._times: dict[tuple[str, str], int] = {}

    def number(self, html: str) -> str:
        """Return `html` with each citation marker turned into links to its notes."""
        return _MARKER.sub(lambda match: self._links(unescape(match[1])), html)

    def listed(self) -> list[Note]:
        """Return the notes so far, by number."""
        return [
            Note(number, key, self._sources[key], locator, self._times[key, locator])
            for (key, locator), number in self._numbers.items()
        ]

    def _links(self, cited: str) -> str:
        links = [self._link(*part.split("|", 1)) for part in cited.split(";")]
        return f'<sup class="cite">{", ".join(links)}</sup>'

    def _link(self, key: str, locator: str) -> str:
        if key not in self._sources:  # a finding, which only a preview survives
            return f"<mark>{escape(key)}?</mark>"
        cited = key, locator
        number = self._numbers.setdefault(cited, len(self._numbers) + 1)
        self._times[cited] = times = self._times.get(cited, 0) + 1
        return f'<a id="{_use(number, times)}" href="#{_note(number)}">{number}</a>'


def _note(number: int) -> str:
    return f"note-{number}"


def _use(number: int, time: int) -> str:
    """Return the id of a place that cites a note, counted from 1."""
    return f"cite-{number}-{time}"
