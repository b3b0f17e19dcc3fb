"""Our marks in Markdown: how a citation and a link to an entry are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# [@key], [@key, p. 4], [@one; @two]
CITATION = r"\[@([^\[\]]+)\]"
ENTITY_SCHEME = "entity:"
FIGURE_SCHEME = "figure:"

_CITATION = re.compile(CITATION)
_BRACKETED_TWICE = re.compile(r"\[\s*" + CITATION + r"\s*\](?!\()")
# A footnote of Markdown, or its text; an address right after it makes it a link.
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]*\](?!\():?")
_NO_STRAY = re.compile(CITATION + r"|\]\([^)\n]*\)|(?:https?://|mailto:)\S+")
# An @ within a word is one of an address: name@example.org.
_STRAY = re.compile(r"\[?(?<!\w)@[\w-]*\]?")
# What cannot stand before a match is asked after its first character: so it is sought by that character.
_CODE = re.compile(r"(`(?<!``)`*)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True)
class Citation:
    """One source named by a citation; `locator` is the page or part, or empty."""

    key: str
    locator: str = ""


@lru_cache(maxsize=8192)
def parse_citation(text: str) -> tuple[Citation, ...]:
    """Return the citations in `@one; @two, p. 4`, the inside of a citation mark.

    A part that lacks its @ keeps it missing: its key then is none that exists.
    """
    return tuple(_one(part.strip()) for part in ("@" + text.lstrip("@")).split(";"))


def _one(part: str) -> Citation:
    key, _, locator = part.partition(",")
    return Citation(key.strip().removeprefix("@"), locator.strip())


@lru_cache(maxsize=1024)  # several rules ask in turn, an original's after its translation's
def cited(markdown: str) -> frozenset[Citation]:
    """Return the citations in `markdown` outside of code."""
    return frozenset(citation for _, citation in citations(markdown))


def citations(markdown: str) -> Iterator[tuple[int, Citation]]:
    """Yield (offset of its mark, citation) for each citation in `markdown` outside of code."""
    for match in _CITATION.finditer(without_code(markdown)):
        for citation in parse_citation(match[1]):
            yield match.start(), citation


def slips(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, what is written) for what looks like a citation outside of code and is none."""
    text = without_code(markdown)
    for pattern in (_BRACKETED_TWICE, _FOOTNOTE):
        for match in pattern.finditer(text):
            yield match.start(), match[0]
    whole = list(_CITATION.finditer(text))
    for match in whole:
        if any("@" in one.locator for one in parse_citation(match[1])):
            yield match.start(), match[0]
    # Most texts have no other.
    if text.count("@") > sum(match[0].count("@") for match in whole):
        for match in _STRAY.finditer(_NO_STRAY.sub(blank, text)):
            yield match.start(), match[0]


def without_code(markdown: str, sign: str = " ") -> str:
    """Return `markdown` with a sign for each character of its code spans."""
    if "`" not in markdown:
        return markdown
    return _CODE.sub(lambda match: blank(match, sign), markdown)


def blank(match: re.Match[str], sign: str = " ") -> str:
    """Return a sign for each character of a match, and its line ends."""
    return "\n".join(sign * len(line) for line in match[0].split("\n"))
