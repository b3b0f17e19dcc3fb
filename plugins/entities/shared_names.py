"""Names that several entries share: which Georgia, which Washington."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.documents.edtf import parse_interval
from plugins.entities.reading import Decision

if TYPE_CHECKING:
    from plugins.entities.candidates import Candidate
    from plugins.entities.entries import Entry
    from plugins.entities.reading import Case

# One sense must have this much more evidence than any other, and at least so much.
MARGIN = 2
LEAST = 2
_PERSON, _PLACES = "person", ("country", "place")


def kind_beside(case: Case) -> Decision | None:
    """A word for its type beside a shared name says which: “the state of Georgia”."""
    senses = case.literal
    if len(senses) < 2:
        return None
    passage, entries = case.passage, case.reading.entries
    before = " ".join(passage.before(case.candidate.start, 3)).lower()
    after = passage.text[case.candidate.end : case.candidate.end + 50].lower()
    best: tuple[int, str, str] | None = None
    for kind, words in passage.language.kind_words.items():
        for word in words:
            stands = re.search(rf"\b{re.escape(word)}(?: \w\w)?$", before)
            apposed = (
                re.match(rf",? \(?(?:\w+ ){{0,2}}?{re.escape(word)}\b", after) if after[:1] == "," else None
            )
            if (stands or apposed) and (best is None or len(word) > best[0]):
                best = (len(word), kind, word)
    fitting = [key for key in senses if best and entries[key].type == best[1]]
    return Decision(fitting[0], "kind", f"beside “{best[2]}”") if best and len(fitting) == 1 else None


def apposed(case: Case) -> Decision | None:
    """A name and a comma before a shared name speak for the sense related to it: “Atlanta, Georgia”."""
    other = case.passage.neighbour(case.candidate, -1)
    if len(case.literal) < 2 or other is None:
        return None
    if case.passage.text[other.end : case.candidate.start] != ", ":
        return None
    beside = {name.key for name in other.names}
    fitting = [key for key in case.literal if any(_are_related(case, key, one) for one in beside)]
    if len(fitting) != 1:
        return None
    return Decision(fitting[0], "apposition", f"after “{case.at(other).surface},”")


def elsewhere(case: Case) -> Decision | None:
    """Of several senses the page names one by a name of its own, and nothing on it speaks for another."""
    if len(case.literal) < 2:
        return None
    named = [key for key in case.literal if key in case.reading.certain]
    others = [case.reading.entries[key] for key in case.literal if key not in named]
    if len(named) == 1 and not any(_votes(case, entry) for entry in others):
        return Decision(named[0], "elsewhere", "the page names it by another name")
    return None


def nearby(case: Case) -> Decision | None:
    """Names in its own block belong to one sense, and no cue to another: “TBILISI — … Georgia”."""
    if len(case.literal) < 2:
        return None
    found = {sense: one for one in case.passage.candidates if (sense := _sense_of(case, one))}
    if len(found) != 1:
        return None
    ((best, beside),) = found.items()
    others = (case.reading.entries[key] for key in case.literal if key != best)
    if any(_stands(cue, case.passage.text) for entry in others for cue in entry.cues):
        return None
    return Decision(best, "cues", f"beside “{case.at(beside).surface}”")


def cues(case: Case) -> Decision | None:
    """Cues and related entries on the page speak for one sense, two to one and at least two."""
    if len(case.literal) < 2:
        return None
    votes = {key: _votes(case, case.reading.entries[key]) for key in case.literal}
    ranked = sorted(votes.items(), key=lambda item: (-len(item[1]), item[0]))
    (best, words), (_, rest) = ranked[0], ranked[1]
    if len(words) >= LEAST and len(words) >= MARGIN * len(rest):
        return Decision(best, "cues", ", ".join(sorted(words)))
    return None


def in_force(case: Case) -> Decision | None:
    """Only one sense held on the day up to which the page is true."""
    day = case.reading.as_of
    if len(case.literal) < 2 or day is None:
        return None
    held = [key for key in case.literal if _held(case.reading.entries[key].valid, day)]
    return Decision(held[0], "valid", f"on {day}") if len(held) == 1 else None


def _sense_of(case: Case, other: Candidate) -> str:
    """Return the one sense of which another name is a name or a place: Tbilisi is Georgia's."""
    if other.fault or not other.names or any(name.homograph for name in other.names):
        return ""
    fitting = [sense for sense in case.literal if all(_is_part(case, key, sense) for key in other.form.keys)]
    return fitting[0] if len(fitting) == 1 else ""


def _is_part(case: Case, key: str, sense: str) -> bool:
    return key == sense or (case.reading.entries[key].type == "place" and _are_related(case, sense, key))


def _stands(cue: str, text: str) -> bool:
    """Tell whether a cue stands in a text, in any case."""
    return re.search(rf"\b{re.escape(cue)}\b", text, re.IGNORECASE) is not None


def _votes(case: Case, entry: Entry) -> set[str]:
    words = {cue for cue in entry.cues if case.reading.speaks_of(cue)}
    return words | {one for one in case.reading.certain if _are_related(case, entry.key, one)}


def _are_related(case: Case, one: str, other: str) -> bool:
    entries = case.reading.entries
    return other in entries[one].related or (other in entries and one in entries[other].related)


def _held(valid: str | None, day: object) -> bool:
    if valid is None:
        return True
    first, last = parse_interval(valid)
    return str(first) <= str(day) and (last is None or str(day) <= f"{last}~")
