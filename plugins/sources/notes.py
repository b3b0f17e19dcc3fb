"""Citations → numbered notes: one number per source and locator on a page, links both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.documents.models import Source

_MARKER = re.compile(r'<sup class="citation" data-cite="([^"]*)"></sup>')


@dataclass(slots=True)
class Note:
    """One numbered note of a page, and how many places cite it."""

    number: int
    key: str
    source: Source
    locator: str
    count: int = 0

    @property
    def id(self) -> str:
        """Return the note's anchor."""
        return f"note-{self.number}"

    @property
    def uses(self) -> list[str]:
        """Return the ids of the places that cite it, in order."""
        return [self.use(number) for number in range(1, self.count + 1)]

    def use(self, number: int) -> str:
        """Return the id of a place that cites it, counted from 1."""
        return f"cite-{self.number}-{number}"


class Notes:
    """Numbers the citations of one page in the order in which the page shows them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._notes: dict[tuple[str, str], Note] = {}

    def number(self, html: str) -> str:
        """Return `html` with each citation marker turned into links to its notes."""
        return _MARKER.sub(lambda match: self._links(unescape(match[1])), html)

    def listed(self) -> list[Note]:
        """Return the notes so far, by number."""
        return list(self._notes.values())

    def _links(self, cited: str) -> str:
        links = [self._link(*part.split("|", 1)) for part in cited.split(";")]
        return f'<sup class="cite">{", ".join(links)}</sup>'

    def _link(self, key: str, locator: str) -> str:
        if key not in self._sources:  # a finding, which only a preview survives
            return f"<mark>{escape(key)}?</mark>"
        note = self._notes.get((key, locator))
        if note is None:
            note = Note(len(self._notes) + 1, key, self._sources[key], locator)
            self._notes[key, locator] = note
        note.count += 1
        return f'<a id="{note.use(note.count)}" href="#{note.id}">{note.number}</a>'
