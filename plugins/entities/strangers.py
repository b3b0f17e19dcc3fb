"""Words beside a name that make it somebody else's: Emine Erdoğan, Jordan Ellis, Washington Irving."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

# “Lima, Ohio,”: the one of another place.
_PLACE_AFTER = re.compile(r", ([A-Z][\w-]+)(?=[,.)]|$)")

if TYPE_CHECKING:
    from plugins.entities.reading import Case


def stranger_beside(case: Case) -> str:
    """Return the unknown capitalised word right before or after a name, or an empty string."""
    if word := stranger_before(case) or stranger_after(case):
        return word
    elsewhere = _PLACE_AFTER.match(case.passage.text, case.candidate.end)
    if elsewhere and _is_stranger(case, elsewhere[1], elsewhere.start(1)):
        return elsewhere[1]
    return ""


def stranger_before(case: Case) -> str:
    """Return the unknown capitalised word right before a name, or an empty string."""
    word = "".join(case.passage.before(case.candidate.start, 1))
    return word if word and _is_stranger(case, word, case.candidate.start - 1 - len(word)) else ""


def stranger_after(case: Case) -> str:
    """Return the unknown capitalised word right after a name, or an empty string."""
    after = case.passage.after(case.candidate.end, 1)
    return after[0] if after and _is_stranger(case, after[0], case.candidate.end + 1) else ""


def _is_stranger(case: Case, word: str, position: int) -> bool:
    passage, language = case.passage, case.passage.language
    if not word[0].isupper() or word in language.titles or word in language.openers:
        return False
    if any(one.start <= position < one.end for one in passage.candidates):
        return False
    if word.isupper() and case.surface.isupper() and len(word) > 1:
        return False  # a headline
    opens = passage.opens_sentence(position)
    if opens and not _may_be_a_person(case):
        return False
    capital_says_little = opens or passage.is_title_case or word.isupper()
    lowered = word.lower()
    known = lowered in case.reading.words or lowered in language.ordinary_words
    # In a headline every word has a capital; a person’s first name has it in the text too.
    known = known or (passage.is_title_case and word not in case.reading.prose_words)
    return not (capital_says_little and (known or (opens and language.is_noun(lowered))))


def _may_be_a_person(case: Case) -> bool:
    """Tell whether a first name may stand before the name."""
    return bool(case.types & {"person", ""})
