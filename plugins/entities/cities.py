"""What says that a name is the place itself: Moscow that one flies to, “YEREVAN –”, “the capital, Lima,”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.entities.reading import Case

# What follows a name in capitals that opens a report or an item: “YEREVAN (ANTARA) – …”, “NICE. …”.
_DATELINE = re.compile(r"\s*(?:\([^)]*\)|,[^.–—]{1,30})?\s*(?:[–—]|--|-|\.)\s")
# What follows a name that opens a caption: “Geneva, 3 May 1995”.
_DATE_AFTER = re.compile(r", (?:\d{1,2} )?(?:[A-Z]\w+ )?(?:\d{1,2}, )?\d{4}\b")
# Within how many words before a name what is decided there may stand: “decisions of that sort are made in”.
CLAUSE_WORDS = 8
# How far before a name, in characters, a phrase for a capital may stand.
_CLAUSE = 40


def place_evidence(case: Case) -> str:
    """Return what says that a name is the place, or an empty string."""
    passage, language = case.passage, case.passage.language
    start, end = case.candidate.start, case.candidate.end
    for count in (2, 1):
        words = " ".join(passage.before(start, count))
        if words.lower() in language.locatives and not is_of_state(case):
            return f"after “{words}”"
    following = passage.after(end, 1)
    if following and following[0] in language.place_heads:
        return f"before “{following[0]}”"
    if _opens_block(case) and case.surface.isupper() and _DATELINE.match(passage.text, end):
        return "in a dateline"
    if _opens_block(case) and _DATE_AFTER.match(passage.text, end):
        return "before a date"
    return _capital_evidence(case) or _beside_a_place(case, language.joiners)


def is_of_state(case: Case) -> bool:
    """Tell whether a capital after a word of place may still be its government: “officials in Tokyo”.

    So may all capitals of its sentence, and one that stands for others: “in Tokyo and other capitals”.
    """
    if not case.keys("metonym"):
        return False
    if _stands_for_others(case):
        return True
    passage = case.passage
    number = passage.sentence_of(case.candidate.start)
    beside = (one for one in passage.candidates if passage.sentence_of(one.start) == number)
    return any(_has_state_head(case.at(one)) for one in beside)


def _stands_for_others(case: Case) -> bool:
    return case.passage.text.startswith(tuple(case.passage.language.other_capitals), case.candidate.end + 1)


def _has_state_head(case: Case) -> bool:
    passage, heads = case.passage, case.passage.language.state_heads
    if not case.keys("metonym"):
        return False
    *words, locative = passage.before(case.candidate.start, CLAUSE_WORDS) or [""]
    noun = words[-1] if words else ""
    lowered = [word.lower() for word in words]
    if not words or not (lowered[-1] in heads or any(f"{one} {lowered[-1]}" in heads for one in lowered)):
        return False
    # “Armenian officials in Moscow”: it is said whose they are.
    other = passage.neighbour(case.candidate, -1)
    return other is None or passage.text[other.end : case.candidate.start] != f" {noun} {locative} "


def is_listed_with_a_place(case: Case) -> bool:
    """Tell whether names before it in a list are places: “in Baku, Yerevan and Stepanakert”."""
    return bool(_beside_a_place(case, case.passage.language.joiners | {","}))


def _opens_block(case: Case) -> bool:
    return not case.passage.text[: case.candidate.start].strip("“\"'(* ")


def _capital_evidence(case: Case) -> str:
    """Return the words beside a name that say that it is a capital city."""
    if _stands_for_others(case):
        return ""
    text, end = case.passage.text, case.candidate.end
    clause = text[max(0, case.candidate.start - _CLAUSE) : case.candidate.start]
    for phrase in sorted(case.passage.language.capital_phrases):
        words = re.escape(phrase)
        beside = re.search(rf"\b{words}\b(?:[^.;:,]*(?:, )?|[^.;:,]*: )$", clause, re.IGNORECASE)
        apposed = re.match(rf"(?:,|( \w+)) (?:\w+ )?{words}\b", text[end : end + _CLAUSE])
        if beside or (apposed and (apposed[1] or "").strip() in case.passage.language.auxiliaries | {""}):
            return f"beside “{phrase}”"
    return ""


def _beside_a_place(case: Case, joins: frozenset[str]) -> str:
    """Return the place to which a name before it is joined: “in Addis Ababa and Juba”."""
    other = case.passage.neighbour(case.candidate, -1)
    if other is None or case.passage.text[other.end : case.candidate.start].strip() not in joins:
        return ""
    before = case.at(other)
    return f"beside “{before.surface}”" if place_evidence(before) or _beside_a_place(before, joins) else ""
