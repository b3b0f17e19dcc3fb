"""What a page's HTML reads as: blocks of text whose characters know where they stand in the HTML."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True)
class Manual:
    """A link that a writer made to an entry: `key` (or none), its words, and where its tags stand."""

    key: str
    surface: str
    section: str
    opened: tuple[int, int]
    closed: tuple[int, int]


@dataclass
class Block:
    """One block of text, which knows where each of its characters stands in the HTML.

    It comes in pieces: piece n begins at character `places[n]` of the text and at `origins[n]` of the
    HTML. In a plain piece `ends[n]` is 0, and characters run alike in both; else all of it was written
    as one thing that ends there, such as a reference.
    """

    tag: str
    section: str
    quoted: bool
    text: str = ""
    places: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    runs: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    spans: dict[int, list[int]] = field(default_factory=dict)  # element → [opens, closes or -1]

    @property
    def is_heading(self) -> bool:
        """Tell whether names in it are counted but never linked."""
        return self.tag in HEADINGS

    def start_of(self, position: int) -> int:
        """Return where a character of the text begins in the HTML."""
        piece = bisect_right(self.places, position) - 1
        return self.origins[piece] + (0 if self.ends[piece] else position - self.places[piece])

    def end_of(self, position: int) -> int:
        """Return where a character of the text ends in the HTML."""
        piece = bisect_right(self.places, position) - 1
        return self.ends[piece] or self.origins[piece] + position - self.places[piece] + 1

    def position_of(self, offset: int) -> int | None:
        """Return the character at an offset of the HTML, or next after it; None outside the block."""
        if not self.places or not self.origins[0] <= offset <= self.end_of(len(self.text) - 1):
            return None
        piece = bisect_right(self.origins, offset) - 1
        length = [*self.places, len(self.text)][piece + 1] - self.places[piece]
        return self.places[piece] + (0 if self.ends[piece] else min(offset - self.origins[piece], length))

    @cached_property
    def _run_starts(self) -> list[int]:
        return [start for start, _ in self.runs]

    def elements_at(self, position: int) -> tuple[int, ...]:
        """Return the inline elements open at a character, outermost first."""
        index = bisect_right(self._run_starts, position) - 1
        return self.runs[index][1] if index >= 0 else ()

    def splice_points(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in the HTML a tag around [start, end) stands; None where it would cross another."""
        runs = self._run_starts
        if not runs or bisect_right(runs, start) == bisect_right(runs, end - 1):
            return self.start_of(start), self.end_of(end - 1)
        first, last = self.elements_at(start), self.elements_at(end - 1)
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))))
        inside = (elements for position, elements in self.runs if start < position < end)
        if any(elements[:shared] != first[:shared] for elements in inside):
            return None
        opens, closes = self.start_of(start), self.end_of(end - 1)
        if own := first[shared:]:
            if start and set(own) & set(self.elements_at(start - 1)):
                return None
            opens = self.spans[own[0]][0]
        if own := last[shared:]:
            if end < len(self.text) and set(own) & set(self.elements_at(end)):
                return None
            closes = self.spans[own[0]][1]
        return (opens, closes) if closes >= 0 else None


class Link(NamedTuple):
    """A link that stands in the text: where it leads, and at which character of its block."""

    address: str
    block: Block
    position: int


@dataclass(frozen=True)
class View:
    """The blocks of a fragment in order, the manual links in it, and all links."""

    blocks: list[Block]
    manual: list[Manual]
    links: list[Link]
