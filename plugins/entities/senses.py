"""What a name means where it stands: rules in order, each with its evidence; when in doubt, none.

A rule looks at one candidate and either decides or passes on. The last one abstains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plugins.entities.candidates import Candidate
    from plugins.entities.entries import Name
    from plugins.entities.language import Language

_WORD_BEFORE = re.compile(r"([\w.']+) $", re.UNICODE)
_CERTAIN = {"name", "acronym", "demonym", "former", "term"}


@dataclass(frozen=True)
class Decision:
    """The entry that is meant (None: none, or not to be known), and the rule that said so and why."""

    key: str | None
    rule: str
    evidence: str = ""


@dataclass
class Reading:
    """What is known while a page is read: what the page settles, and who was named in full so far."""

    language: Language
    settled: Mapping[str, str]
    named: set[str] = field(default_factory=set)


Rule = "Callable[[str, Candidate, Reading], Decision | None]"


def decide(text: str, candidate: Candidate, reading: Reading) -> Decision:
    """Return what a candidate of a block means."""
    for rule in RULES:
        if decision := rule(text, candidate, reading):
            return decision
    return Decision(None, "abstain", _doubt(candidate))


def _settled(text: str, candidate: Candidate, reading: Reading) -> Decision | None:
    """The page's `entities` field settles what a name means on it."""
    surface = text[candidate.start : candidate.end]
    for name in (surface, *(name.text for name in candidate.names)):
        if name in reading.settled:
            key = reading.settled[name]
            return Decision(None if key == "none" else key, "settled", f"entities: {{{name}: {key}}}")
    return None


def _guard(_text: str, candidate: Candidate, _reading: Reading) -> Decision | None:
    """A guard means its own entry, or nothing."""
    return Decision(candidate.guard_key, "guard") if candidate.is_guard else None


def _compound(_text: str, candidate: Candidate, _reading: Reading) -> Decision | None:
    """A compound that is not understood abstains."""
    return Decision(None, "abstain", candidate.fault) if candidate.fault else None


def _certain(_text: str, candidate: Candidate, _reading: Reading) -> Decision | None:
    """A name that only one entry has, and that is no ordinary word, means that entry."""
    keys = {name.key for name in candidate.names}
    if len(keys) == 1 and any(name.sort in _CERTAIN and not name.homograph for name in candidate.names):
        return Decision(candidate.names[0].key, "name")
    return None


def _locative(text: str, candidate: Candidate, reading: Reading) -> Decision | None:
    """After a word of place (“di Baku”, “in Moscow”) a name is the place, not its government."""
    before = _WORD_BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    if not before or before[1].lower() not in reading.language.locatives:
        return None
    places = {name.key for name in candidate.names if name.sort in _CERTAIN}
    return Decision(places.pop(), "place", f"after “{before[1]}”") if len(places) == 1 else None


def _surname(text: str, candidate: Candidate, reading: Reading) -> Decision | None:
    """A surname means the one bearer whom the page has named in full before."""
    bearers = {name.key for name in candidate.names if name.sort == "surname"} & reading.named
    if len(bearers) != 1 or any(name.sort != "surname" for name in candidate.names):
        return None
    before = _WORD_BEFORE.search(text, max(0, candidate.start - 30), candidate.start)
    if before and before[1][:1].isupper() and before[1] not in reading.language.titles:
        starts_sentence = before.start() == 0 or text[: before.start()].rstrip().endswith(
            (".", "!", "?", ":")
        )
        if not starts_sentence:
            return Decision(None, "abstain", f"“{before[1]}” before it may name somebody else")
    return Decision(bearers.pop(), "surname", "the full name stands before")


RULES = (_settled, _guard, _compound, _certain, _locative, _surname)


def _doubt(candidate: Candidate) -> str:
    keys = sorted({name.key for name in candidate.names})
    if len(keys) > 1:
        return f"may mean {', '.join(keys)}"
    name: Name = candidate.names[0]
    if name.homograph:
        return "is an ordinary word too"
    return {
        "metonym": "may mean the place or its government",
        "surname": "nobody of this name was named in full",
    }[name.sort]
