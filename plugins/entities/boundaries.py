"""Where a name may begin and end: words, particles, prefixes, hyphens and apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

    from plugins.entities.language import Language

_WORD = re.compile(r"\w*", re.UNICODE)
_WORD_BEFORE = re.compile(r"\w*$", re.UNICODE)
JOINS = "-/"
# What is neither a letter nor joins anything to a name; nothing stands before the first character.
_OPEN = frozenset(("", " ", "(", "“", '"'))
_CLOSED = frozenset(("", " ", ".", ",", ")", "”", '"', ";", ":", "?", "\x00"))
# Shorter names take no joined ending: “Ke” would be found in “Kenya”. Acronyms do (ASnya).
SHORTEST_WITH_ENDING = 3


class Span(NamedTuple):
    """Where a name stands once its particles are counted in; `fault` says why it must not be linked."""

    start: int
    end: int
    fault: str = ""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell, by a quick look, that nothing is joined to what stands at [start, end): true of most names."""
    return text[start - 1 : start] in _OPEN and text[end : end + 1] in _CLOSED


def span_of(
    text: str, start: int, end: int, language: Language, starts: Container[int], ends: Container[int]
) -> Span | None:
    """Return the span of a form found at [start, end), or None where it is part of another word.

    `starts` and `ends` are where forms begin and end in `text`: beside a hyphen, names stand apart.
    """
    if not _begins(text, start, language):
        return None
    tail = _word_at(text, end)
    if tail:
        too_short = end - start < SHORTEST_WITH_ENDING and not text[start:end].isupper()
        if too_short or tail not in language.attached_endings or text[end - 1].isdigit():
            return None
        end += len(tail)
    ending = _word_at(text, end + 1) if text[end : end + 1] == "'" else ""
    if ending and ending not in language.apostrophe_endings:
        return None
    fault = _left_fault(text, start, language, ends) or _right_fault(text, end, language, starts)
    return Span(start, end, fault)


def _begins(text: str, start: int, language: Language) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before == "'":
        return not (start > 1 and _is_word(text[start - 2]))
    if not _is_word(before):
        return True
    prefix = _WORD_BEFORE.search(text, max(0, start - 12), start)
    joined = prefix[0] if prefix else ""
    return text[start].isupper() and joined in language.prefixes


def _left_fault(text: str, start: int, language: Language, ends: Container[int]) -> str:
    if start < 2 or text[start - 1] not in JOINS or start - 1 in ends:
        return ""
    match = _WORD_BEFORE.search(text, max(0, start - 40), start - 1)
    part = match[0] if match else ""
    known = not part or part[:1].lower() + part[1:] in language.prefixes
    return "" if known else f"compound “{part}{text[start - 1]}…”"


def _right_fault(text: str, end: int, language: Language, starts: Container[int]) -> str:
    if text[end : end + 1] not in tuple(JOINS) or end + 1 in starts:
        return ""
    part = _word_at(text, end + 1)
    return "" if not part or part in language.hyphen_endings else f"compound “…{text[end]}{part}”"


def _word_at(text: str, position: int) -> str:
    match = _WORD.match(text, position)
    return match[0] if match else ""


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
