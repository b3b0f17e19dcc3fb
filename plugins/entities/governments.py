"""Capitals that stand for governments: Moscow that warns, Moscow that one flies to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities.cities import is_listed_with_a_place, is_of_state, place_evidence
from plugins.entities.reading import Decision

if TYPE_CHECKING:
    from plugins.entities.candidates import Candidate
    from plugins.entities.reading import Case

# A capital that is taken for the city for want of evidence: counted, but never linked, as it may be wrong.
UNDECIDED = "literal"
# How many words after a name its verb may stand, and how long a head may be.
VERB_REACH = 3
HEAD_WORDS = 4
RELATIVE = re.compile(r", (\w+)(?= )")
# Words set apart by commas before what it does: “Brussels, meanwhile, has drawn up a list”.
_ASIDE = re.compile(r", (\w+)(?: \w+){0,4},(?= \w)")


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
    evidence = government_evidence(case) or _coordinated(case) or _listed(case)
    if evidence and len(governments) == 1:
        return Decision(governments[0], "government", evidence)
    if evidence:
        known = [key for key in governments if key in case.reading.certain]
        return Decision(known[0], "government", evidence) if len(known) == 1 else None
    if len(case.literal) != 1 or case.is_homograph or place_evidence(case) or _may_be_either(case):
        return None
    return Decision(case.literal[0], UNDECIDED, "nothing says that the government is meant")


def government_evidence(case: Case, *, heads_only: bool = False) -> str:
    """Return what says that a capital is its government, or an empty string."""
    passage, language = case.passage, case.passage.language
    before = passage.before(case.candidate.start, HEAD_WORDS)
    for count in range(len(before), 0, -1):
        head = " ".join(before[-count:]).lower()
        loose = f"{before[-count]} {before[-1]}".lower() if before[-1] in language.loose_heads else head
        if head in language.heads or loose in language.heads:
            return f"after “{head}”"
    possessed = [word for word in passage.possessed(case.candidate.end, 2) if word in language.possessions]
    if possessed:
        return f"“{possessed[0]}” is the government’s"
    if heads_only or place_evidence(case):
        return ""
    if before and (before[-1].lower() in language.object_verbs or language.is_passive(before[-1])):
        return f"after “{before[-1]}”"
    verb = _verb(case)
    return f"before “{verb}”" if verb else ""


def _verb(case: Case) -> str:
    """Return what a capital does, where no noun before it could do that, or an empty string."""
    passage, language, end = case.passage, case.passage.language, case.candidate.end
    relative, aside = RELATIVE.match(passage.text, end), _ASIDE.match(passage.text, end)
    if relative and relative[1] in language.relatives:
        end = relative.end(1)
    elif not _heads_clause(case):
        return ""
    elif aside and aside[1] in language.aside_openers:
        end = aside.end()
    else:
        aside = None
    helped, first = False, True
    for word in passage.after(end, VERB_REACH):
        known = word.lower() if passage.is_title_case else word
        if known in language.verb_breaks or (aside and not first):
            break
        # In a headline what only looks like a verb says too little: “Roma Menutup Dua Jalan”.
        may_be_built = first and not passage.is_headline
        if (may_be_built or known in language.verbs) and language.is_verb(known, helped=helped):
            return word
        helped = helped or known in language.auxiliaries
        first = first and known in language.auxiliaries
    return ""


def _heads_clause(case: Case) -> bool:
    """Tell whether no noun before a name could be what acts: “customs officers of Lima gave”."""
    before = case.passage.before(case.candidate.start, 1)
    language = case.passage.language
    if not before or before[0].isdigit() or before[0] in language.openers:
        return True
    word, other = before[0].lower(), case.passage.neighbour(case.candidate, -1)
    if word in language.joiners and other and _joined(case, other):
        return _heads_clause(case.at(other))
    return word in language.clause_openers | language.joiners | language.object_verbs


def _may_be_either(case: Case) -> bool:
    """Tell whether a capital may be its government, though no verb says so: “Now Jakarta is our customer”."""
    if case.literal[0] == case.reading.page_key:
        return False
    passage, language = case.passage, case.passage.language
    after, before = passage.text[case.candidate.end :][:1], passage.text[: case.candidate.start][-1:]
    if "-" in (before, after) or "/" in (before, after):
        return True
    if is_of_state(case) or _is_done_to(case) or _beside_another(case):
        return True
    small = language.auxiliaries | language.articles
    words = passage.after(case.candidate.end, VERB_REACH)
    does = next((word for word in words if word in language.place_verbs or word not in small), "")
    if does in language.place_verbs or passage.possessed(case.candidate.end, 1):
        return False
    return _heads_clause(case) and not is_listed_with_a_place(case)


def _is_done_to(case: Case) -> bool:
    """Tell whether a verb of governments stands right before a capital: “they call Seoul an enemy”."""
    before = case.passage.before(case.candidate.start, 1)
    return bool(before) and before[0].lower() in case.passage.language.verbs


def _beside_another(case: Case) -> bool:
    """Tell whether a list holds another capital that is not the place: “about Washington and Moscow”."""
    others = (case.passage.neighbour(case.candidate, step) for step in (-1, 1))
    beside = [case.at(other) for other in others if other and _joined(case, other, listed=True)]
    return any(
        other.keys("metonym") and (not place_evidence(other) or government_evidence(other, heads_only=True))
        for other in beside
    )


def _listed(case: Case) -> str:
    """Return the capital of a list before which a head stands: “acceptable to Moscow, Beijing and Tokyo”."""
    other, following = (case.passage.neighbour(case.candidate, step) for step in (-1, 1))
    if other is None or not _joined(case, other, listed=True) or place_evidence(case):
        return ""
    # A comma alone joins only where the list goes on: “according to Moscow, Beijing is …” is none.
    goes_on = following is not None and _joined(case, following, listed=True)
    if case.passage.text[other.end : case.candidate.start] == ", " and not goes_on:
        return ""
    before = case.at(other)
    acts = before.keys("metonym") and (government_evidence(before, heads_only=True) or _listed(before))
    return f"beside “{before.surface}”" if acts else ""


def _coordinated(case: Case) -> str:
    """Return the neighbour beside which a capital is a government: “Moscow and Washington agreed”."""
    if place_evidence(case):
        return ""
    for step in (-1, 1):
        other = case.passage.neighbour(case.candidate, step)
        if other is None or not _joined(case, other):
            continue
        acts = government_evidence(case.at(other), heads_only=not case.at(other).keys("metonym"))
        if acts or _is_country(case, other):
            return f"beside “{case.at(other).surface}”"
    return ""


def _joined(case: Case, other: Candidate, *, listed: bool = False) -> bool:
    first, second = sorted((case.candidate, other), key=lambda one: one.start)
    between = case.passage.text[first.end : second.start]
    if between == "-" or between.strip() in case.passage.language.joiners:
        return True
    return listed and between.startswith(", ") and between[2:].strip() in case.passage.language.joiners | {""}


def _is_country(case: Case, other: Candidate) -> bool:
    keys = case.at(other).literal
    return len(keys) == 1 and case.reading.entries[keys[0]].type == "country"
