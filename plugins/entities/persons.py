"""Whom a surname means once the page has named its bearer in full, and when a short name is another's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities.reading import ABSTAIN, ELSEWHERE, Decision
from plugins.entities.strangers import stranger_after, stranger_before

if TYPE_CHECKING:
    from plugins.entities.reading import Case

# The type of entries that are persons.
PERSON = "person"


def surname(case: Case) -> Decision | None:
    """A surname means the one bearer named in full on the page, or the one whose title stands before."""
    title = _title_before(case)
    bearers = [key for key in case.keys("surname") if _is_named(case, key)]
    if title in case.passage.language.royal_titles:
        bearers = [key for key in bearers if _is_called(case, key, title)]
    if not bearers or (case.literal and not title):
        return None
    opens = case.passage.opens_sentence(case.candidate.start)
    if case.is_homograph and opens and case.is_a_word_here and not _acts(case):
        return None
    if len(bearers) == 1:
        return Decision(bearers[0], "surname", "the full name stands on the page")
    fitting = [key for key in bearers if title and _is_called(case, key, title)]
    if len(fitting) == 1:
        return Decision(fitting[0], "surname", f"“{title}” fits only this bearer")
    return Decision(None, ABSTAIN, f"two are named: {', '.join(bearers)}")


def _is_named(case: Case, key: str) -> bool:
    """Tell whether the bearer has been named in full; a heading may be ahead of its section's first words."""
    number = case.passage.number
    if case.passage.block.is_heading and case.reading.full_names.get(key, (number + 2, 0))[0] == number + 1:
        return True
    return case.reading.is_named(key, number, case.candidate.start)


def _title_before(case: Case) -> str:
    words = case.passage.before(case.candidate.start, 1)
    return words[0].casefold() if words and words[0] in case.passage.language.titles else ""


def _is_called(case: Case, key: str, title: str) -> bool:
    """Tell whether a bearer's entry says that the title is theirs."""
    entry = case.reading.entries[key]
    said = " ".join((entry.summary, *entry.cues, *(name.text for name in entry.names)))
    return title in re.findall(r"\w+", said.casefold())


def _acts(case: Case) -> bool:
    """Tell whether a verb follows, or an adverb and a verb."""
    words = case.passage.after(case.candidate.end, 2)
    language = case.passage.language
    return bool(words) and (words[0] in language.auxiliaries or any(map(language.is_verb, words)))


def namesake(case: Case) -> Decision | None:
    """A person's one-word name beside an unknown capital is another's: “Prabowo Adi”, “Bambang Prabowo”."""
    if case.types != {PERSON} or " " in case.surface or case.passage.is_title_case:
        return None
    start = case.candidate.start
    before = case.passage.before(start, 1)
    opens = before and case.passage.opens_sentence(start - 1 - len(before[0]))
    word = stranger_after(case) or ("" if opens else stranger_before(case)) or _other_person(case)
    return Decision(None, ELSEWHERE, f"beside “{word}”") if word else None


def _other_person(case: Case) -> str:
    """Return another person's one-word name right beside this one: “Hussein Salman” is neither."""
    for step in (-1, 1):
        other = case.passage.neighbour(case.candidate, step)
        if other is None or other.is_guard:
            continue
        gap = case.passage.text[min(case.candidate.end, other.end) : max(case.candidate.start, other.start)]
        beside = case.at(other)
        if gap == " " and beside.types == {PERSON} and " " not in beside.surface:
            return beside.surface
    return ""
