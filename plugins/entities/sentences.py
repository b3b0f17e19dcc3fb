"""Where sentences of a block begin, and what of it stands between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.entities.language import Language

# A note (\x00 in the text) may stand between the stop and the space.
_END = re.compile(r"[.!?…]+[\"”’')\]]*\x00*\s+(?=[\"“‘'(\[]*[^\W_a-z])")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


def sentence_starts(text: str, language: Language) -> list[int]:
    """Return the offsets at which the sentences of a block begin, the first being 0."""
    starts = [0]
    for match in _END.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
        abbreviation = word is not None and word[0].lower() in language.abbreviations
        if not abbreviation:
            starts.append(match.end())
    return starts


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of what stands between quotation marks."""
    if "“" not in text and '"' not in text and "«" not in text:
        return []
    return [match.span() for match in _QUOTED.finditer(text)]
