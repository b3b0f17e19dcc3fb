"""Names that are also ordinary words, or other people's first names: Baku, Lima, Jordan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities.cities import place_evidence
from plugins.entities.governments import RELATIVE, government_evidence
from plugins.entities.persons import PERSON
from plugins.entities.reading import Decision, certain_key

if TYPE_CHECKING:
    from plugins.entities.reading import Case

# A shorter word says nothing of anybody.
LONG_WORD = 4
# What an apposition says: “, the former president”.
_APPOSED = re.compile(r", (\w+) ((?:[\w-]+ ){0,2}[\w-]+)")


def homograph(case: Case) -> Decision | None:
    """A word that is also a name is one where its place in the sentence says so."""
    if len(case.literal) != 1 or not case.is_homograph or case.keys("metonym"):
        return None
    evidence = name_evidence(case)
    return Decision(case.literal[0], "homograph", evidence) if evidence else None


def name_evidence(case: Case) -> str:
    """Return what says that a word is a name here, or an empty string."""
    passage, start, end = case.passage, case.candidate.start, case.candidate.end
    if case.keys("term"):
        return _term_evidence(case)
    if evidence := place_evidence(case) or government_evidence(case):
        return evidence
    title = "".join(passage.before(start, 1))
    if title in passage.language.civil_titles:
        return ""
    if title in passage.language.titles:
        return f"after “{title}”"
    if _beside_a_place(case):
        return "beside another place"
    if case.keys("acronym"):
        return "" if passage.shouts_around(start, end) else "in capitals among small letters"
    says_little = passage.opens_sentence(start) or passage.is_title_case or case.surface.isupper()
    if case.is_an_everyday_word and (passage.scan_only or passage.block.is_heading):
        says_little = True
    if (says_little or case.types == {PERSON}) and _is_told_as_another(case):
        return ""
    several_capitals = " " in case.surface and not (passage.is_title_case or case.surface.isupper())
    if not says_little or several_capitals:
        return "a capital within a sentence"
    word = passage.after(end, 1)
    relative = RELATIVE.match(passage.text, end)
    if not case.may_be_a_word and relative and relative[1] in passage.language.relatives:
        return f"before “{relative[1]}”"
    if not case.may_be_a_word and passage.sentence_text(start).strip(" .:;,") == case.surface:
        return "it stands alone"
    if case.literal[0] not in case.reading.decided:
        return ""
    if not case.may_be_a_word:
        return "the page names it elsewhere"
    stands_alone = not word or word[0] in passage.language.auxiliaries
    return "the page names it elsewhere" if stands_alone else ""


def _term_evidence(case: Case) -> str:
    """Return what says that a term is meant in its own sense: anything that the entry knows of."""
    entry = case.reading.entries[case.literal[0]]
    if not entry.cues:
        times = case.reading.times(entry)
        beside = case.passage.entries_in_sentence(case.candidate.start)
        known = [one for one in (*entry.related, *beside) if one in case.reading.certain]
        return (
            f"the page says it {times} times" if times > 1 else f"the page names {known[0]}" if known else ""
        )
    known = [one for one in (*entry.cues, *entry.related) if case.reading.speaks_of(one)]
    return f"the page speaks of {known[0]}" if known else ""


def _is_told_as_another(case: Case) -> bool:
    """Tell whether an apposition says what the entry does not say: “Charles Taylor, the philosopher”."""
    apposed = _APPOSED.match(case.passage.text, case.candidate.end)
    if not apposed or apposed[1] not in case.passage.language.apposition_openers:
        return False
    entry = case.reading.entries[case.literal[0]]
    kinds = case.passage.language.kind_words.get(entry.type, ())
    said = " ".join((entry.summary, *entry.cues, *kinds, *(name.text for name in entry.names)))
    return not _long_words(apposed[2]) & _long_words(said)


def _long_words(text: str) -> set[str]:
    """Return the words of a text that are no “of” and “the”, in lower case."""
    return {word for word in re.findall(r"[\w-]+", text.lower()) if len(word) >= LONG_WORD}


def _beside_a_place(case: Case) -> bool:
    for step in (-1, 1):
        other = case.passage.neighbour(case.candidate, step)
        if other is None:
            continue
        first, second = sorted((case.candidate, other), key=lambda one: one.start)
        between = case.passage.text[first.end : second.start].strip()
        key = certain_key(other)
        if key is None or (between != "," and between not in case.passage.language.joiners):
            continue
        if key in case.reading.entries and case.reading.entries[key].type in ("country", "place"):
            return True
    return False
