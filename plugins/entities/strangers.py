"""Words beside a name that make it somebody else's: Emine Erdoğan, Jordan Ellis, Washington Irving."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.entities.reading import Case


def stranger_beside(case: Case) -> str:
    """Return the unknown capitalised word right before or after a name, or an empty string."""
    start, end = case.candidate.start, case.candidate.end
    before, after = case.passage.before(start, 1), case.passage.after(end, 1)
    if before and _is_stranger(case, before[0], start - 1 - len(before[0])):
        return before[0]
    if after and _is_stranger(case, after[0], end + 1):
        return after[0]
    return ""


def _is_stranger(case: Case, word: str, position: int) -> bool:
    passage, language = case.passage, case.passage.language
    if not word[0].isupper() or word in language.titles or word in language.openers:
        return False
    if any(one.start <= position < one.end for one in passage.candidates):
        return False
    capital_says_little = passage.opens_sentence(position) or passage.is_title_case or word.isupper()
    lowered = word.lower()
    known = lowered in case.reading.words or lowered in language.ordinary_words
    return not (capital_says_little and known)
