"""Capitals that stand for governments: Moscow that warns, Moscow that one flies to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities.reading import Decision

if TYPE_CHECKING:
    from plugins.entities.candidates import Candidate
    from plugins.entities.reading import Case

# A capital that is taken for the city for want of evidence: counted, but never linked, as it may be wrong.
UNDECIDED = "literal"
# How many words after a name its verb may stand, and how long a head may be.
VERB_REACH = 3
HEAD_WORDS = 3
_RELATIVE = re.compile(r", (\w+)(?= )")
_DATELINE = re.compile(r"\s*(?:\([^)]*\)|,[^.–—]{1,30})?\s*(?:[–—]|--|-)\s")


def place(case: Case) -> Decision | None:
    """After a word of place, in a dateline or beside “capital”, a name is the place."""
    places = [key for key in case.literal if case.reading.entries[key].type not in ("person", "organisation")]
    if len(places) != 1 or government_evidence(case, heads_only=True):
        return None
    evidence = place_evidence(case)
    return Decision(places[0], "place", evidence) if evidence else None


def government(case: Case) -> Decision | None:
    """A capital that says, wants or acts is its government; one that cannot act here is the city."""
    governments = case.keys("metonym")
    if not governments:
        return None
    evidence = government_evidence(case) or _coordinated(case)
    if evidence and len(governments) == 1:
        return Decision(governments[0], "government", evidence)
    if evidence:
        known = [key for key in governments if key in case.reading.certain]
        return Decision(known[0], "government", evidence) if len(known) == 1 else None
    if len(case.literal) != 1 or case.is_homograph or place_evidence(case) or _may_act(case):
        return None
    return Decision(case.literal[0], UNDECIDED, "nothing says that the government is meant")


def place_evidence(case: Case) -> str:
    """Return what says that a name is the place, or an empty string."""
    passage, language = case.passage, case.passage.language
    start, end = case.candidate.start, case.candidate.end
    for count in (2, 1):
        words = " ".join(passage.before(start, count))
        if words.lower() in language.locatives:
            return f"after “{words}”"
    following = passage.after(end, 1)
    if following and following[0] in language.place_heads:
        return f"before “{following[0]}”"
    if _is_dateline(case):
        return "in a dateline"
    clause = passage.text[max(0, start - 40) : start]
    for phrase in sorted(language.capital_phrases):
        beside = re.search(rf"\b{re.escape(phrase)}\b[^.;:,]*(?:,\s)?$", clause, re.IGNORECASE)
        apposed = re.match(rf"(?:,|( \w+)) (?:\w+ )?{re.escape(phrase)}\b", passage.text[end : end + 40])
        if beside or (apposed and (apposed[1] or "").strip() in language.auxiliaries | {""}):
            return f"beside “{phrase}”"
    return ""


def government_evidence(case: Case, *, heads_only: bool = False) -> str:
    """Return what says that a capital is its government, or an empty string."""
    passage, language = case.passage, case.passage.language
    start, end = case.candidate.start, case.candidate.end
    before = passage.before(start, HEAD_WORDS)
    for count in range(len(before), 0, -1):
        head = " ".join(before[-count:]).lower()
        if head in language.heads and not _is_on_a_way(case, start - 1 - len(head)):
            return f"after “{head}”"
    possessed = [word for word in passage.possessed(end, 2) if word in language.possessions]
    if possessed:
        return f"“{possessed[0]}” is the government’s"
    if heads_only or place_evidence(case):
        return ""
    relative = _RELATIVE.match(passage.text, end)
    if _heads_clause(case) or (relative and relative[1] in language.relatives):
        following = passage.after(relative.end(1) if relative else end, VERB_REACH)
        acting = [word for word in following if word not in language.auxiliaries][:1]
        verbs = [word for word in following if word in language.verbs]
        verbs += [word for word in acting if language.is_verb(word)]
        if verbs:
            return f"before “{verbs[0]}”"
    if before and before[-1].lower() in language.verbs:
        return f"after “{before[-1]}”"
    return ""


def _heads_clause(case: Case) -> bool:
    """Tell whether no noun before a name could be what acts: “customs officers of Lima gave”."""
    before = case.passage.before(case.candidate.start, 1)
    language = case.passage.language
    if (
        not before
        or before[0].isdigit()
        or before[0].lower() in language.clause_openers | language.joiners
        or before[0] in language.openers
    ):
        return True
    return before[0].lower() in language.verbs


def _may_act(case: Case) -> bool:
    """Tell whether a capital may be what acts, though no verb says so: “Now Jakarta is our best customer”."""
    passage, language, end = case.passage, case.passage.language, case.candidate.end
    small = language.auxiliaries | language.articles
    does = [
        word for word in passage.after(end, VERB_REACH) if word in language.place_verbs or word not in small
    ]
    if does[:1] and does[0] in language.place_verbs:
        return False
    is_the_subject = case.literal[0] == case.reading.page_key
    return _heads_clause(case) and not (
        is_the_subject or passage.possessed(end, 1) or _listed_with_a_place(case)
    )


def _listed_with_a_place(case: Case) -> bool:
    """Tell whether names before it in a list are places: “in Baku, Yerevan and Stepanakert”."""
    one, joins = case.candidate, case.passage.language.joiners | {","}
    while (other := case.passage.neighbour(one, -1)) is not None:
        if case.passage.text[other.end : one.start].strip() not in joins:
            return False
        if place_evidence(case.at(other)):
            return True
        one = other
    return False


def _is_on_a_way(case: Case, position: int) -> bool:
    """Tell whether the head at a position is that of a way: “the road between Reading and London”."""
    before = case.passage.before(position, 1)
    return bool(before) and before[0].lower() in case.passage.language.ways


def _coordinated(case: Case) -> str:
    """Return the neighbour beside which a capital is a government: “Moscow and Washington agreed”."""
    if place_evidence(case):
        return ""
    for step in (-1, 1):
        other = case.passage.neighbour(case.candidate, step)
        if other is None or not _joined(case, other):
            continue
        if any(name.sort == "metonym" for name in other.names):
            if government_evidence(case.at(other)):
                return f"beside “{case.at(other).surface}”"
        elif _is_country(case, other):
            return f"beside “{case.at(other).surface}”"
    return ""


def _joined(case: Case, other: Candidate) -> bool:
    first, second = sorted((case.candidate, other), key=lambda one: one.start)
    between = case.passage.text[first.end : second.start]
    return between == "-" or between.strip() in case.passage.language.joiners


def _is_country(case: Case, other: Candidate) -> bool:
    keys = {name.key for name in other.names}
    return len(keys) == 1 and case.reading.entries[keys.pop()].type == "country"


def _is_dateline(case: Case) -> bool:
    passage, end = case.passage, case.candidate.end
    opens = not passage.text[: case.candidate.start].strip("“\"'(* ")
    return opens and case.surface.isupper() and bool(_DATELINE.match(passage.text, end))
