"""On which line of its file a mention stands."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from plugins.entities.normal_form import normal_name

if TYPE_CHECKING:
    from plugins.entities.mentions import Mention
    from plugins.entities.passages import Passage
    from plugins.entities.survey import Surveyed

# What the text view does not see of a line of Markdown: citations, links, code, attributes.
_UNSEEN = re.compile(r"\[@[^\]]*\]|!?\[[^\]]*\]\([^)]*\)|`[^`]*`|\{[:.#][^}]*\}")
# A line of Markdown that becomes a figure: its text comes from data, so the line stands for all of it.
_FIGURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_SIGNS = re.compile(r"[\W_]+")
# Title and deck come before the sentences of `in_short`.
_FIELDS = ("title", "summary")


class Places:
    """The lines of one linked document."""

    def __init__(self, page: Surveyed) -> None:
        document, linked = page.document, page.linked
        self._document = document
        self._figures = page.figures
        self._figure_lines = [one.line for one in document.blocks if _FIGURE.fullmatch(one.text)]
        self._line_of_passage: dict[int, int] = {}
        self._letters, self._lines = _letters_of(document.body, document.body_line)
        self._body = len(linked.fragments) - 1
        self._starts: dict[int, int] = {}
        position = 0
        for passage in linked.passages:
            if passage.fragment == self._body:
                if line := self._line_of_figure(passage):
                    self._line_of_passage[passage.number] = line
                    continue
                found = self._letters.find(_letters(passage.text), position)
                position = found if found >= 0 else position
                self._starts[passage.number] = position
        self._texts = {passage.number: passage.text for passage in linked.passages}

    def line_of(self, mention: Mention) -> int:
        """Return the line, counted from 1, on which a mention stands."""
        if mention.fragment < len(_FIELDS):
            return self._document.line_of(_FIELDS[mention.fragment])
        if mention.fragment < self._body:
            return self._document.line_of("in_short", mention.fragment - len(_FIELDS))
        if mention.block in self._line_of_passage:
            return self._line_of_passage[mention.block]
        before = _letters(self._texts.get(mention.block, "")[: mention.position])
        place = self._starts.get(mention.block, 0) + len(before)
        return self._lines[min(place, len(self._lines) - 1)] if self._lines else self._document.body_line

    def _line_of_figure(self, passage: Passage) -> int | None:
        """Return the line of the figure in which a passage stands; None outside of figures."""
        at = passage.block.origins[0]
        inside = (line for (a, b), line in zip(self._figures, self._figure_lines, strict=False) if a < at < b)
        return next(inside, None)


def _letters_of(markdown: str, first_line: int) -> tuple[str, list[int]]:
    """Return the letters and digits of a text, and the line of each."""
    letters, lines = [], []
    for number, line in enumerate(markdown.splitlines(), first_line):
        found = _letters(normal_name(unescape(_UNSEEN.sub(" ", line))))
        letters.append(found)
        lines += [number] * len(found)
    return "".join(letters), lines


def _letters(text: str) -> str:
    return _SIGNS.sub("", text)
