"""All forms in a block that may name something, and the ones that are chosen where they overlap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.entities.boundaries import span_of, stands_alone
from plugins.entities.index import GUARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.entities.entries import Name
    from plugins.entities.index import Form, Index
    from plugins.entities.language import Language

# How far before a name a word of two that guards it may begin, in characters.
REACH = 40
_NEXT_WORD = re.compile(r" (\w+)", re.UNICODE)
_SMALL = re.compile("[a-z]+")
# From this share of capitals on, a block shouts, and an acronym in it may be a word.
SHOUTING = 0.6


class Candidate(NamedTuple):
    """A form at [start, end) of a block's text; `fault` says why it must not be linked."""

    start: int
    end: int
    form: Form
    fault: str = ""

    @property
    def names(self) -> tuple[Name, ...]:
        """Return what it may name; nothing where it is a guard."""
        return self.form.names

    @property
    def is_guard(self) -> bool:
        """Tell whether it consumes its words."""
        return self.form.is_guard


def candidates(text: str, index: Index) -> list[Candidate]:
    """Return the chosen candidates of a block, in order; none overlaps another."""
    found = list(_found(text, index))
    names = [one for one in found if not one.form.is_guard]
    if len(names) == len(found):
        return _widest(names)
    guards = [one for one in found if one.form.is_guard and not any(_holds(name, one) for name in names)]
    free = [name for name in names if not any(_overlap(name, guard) for guard in guards)]
    return sorted(_widest(guards) + _widest(free), key=_place)


def _found(text: str, index: Index) -> Iterator[Candidate]:
    matches = index.find(text)
    language = index.language
    starts = ends = None
    for start, end, form in matches:
        fault = ""
        if not stands_alone(text, start, end):
            if starts is None or ends is None:
                starts, ends = {one[0] for one in matches}, {one[1] for one in matches}
            span = span_of(text, start, end, language, starts, ends)
            with_ending = span is not None and span.end > end
            if span is None or (with_ending and index.is_known(text[span.start : span.end])):
                continue
            start, end, fault = span
        if form.text in language.capital_words and text != form.text and _shouts(text):
            fault = f"“{form.text}” is a word too, and all is in capitals"
        yield Candidate(start, end, form, fault)
        if not form.is_guard:
            yield from _guarded(text, start, end, language)


def _guarded(text: str, start: int, end: int, language: Language) -> Iterator[Candidate]:
    """Yield the guards that the language makes of a name and the word before or after it."""
    if text[start - 1 : start] == " ":
        before = text[max(0, start - REACH) : start - 1]
        if before[before.rfind(" ") + 1 :].lower() in language.guard_last_words:
            last = before.split(" ")[-2:]
            if " ".join(last) not in language.guard_exceptions:
                for words in {last[-1], " ".join(last)}:
                    lowered = words[:1].lower() + words[1:]
                    if words in language.guard_before or lowered in language.guard_before:
                        yield Candidate(start - len(words) - 1, end, GUARD)
    if text[end : end + 1] == " ":
        after = _NEXT_WORD.match(text, end)
        if after and after[1] in language.guard_after:
            yield Candidate(start, after.end(), GUARD)


def _shouts(text: str) -> bool:
    # Most blocks do not: their small letters alone are too many.
    if len(text) - len(_SMALL.sub("", text)) > (1 - SHOUTING) * len(text):
        return False
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= SHOUTING * len(letters)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(name: Candidate, guard: Candidate) -> bool:
    return name.start <= guard.start and guard.end <= name.end


def _place(one: Candidate) -> tuple[int, int]:
    return one[:2]


def _widest(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that cover most characters by fewest spans, leftmost first where equal."""
    ordered = sorted(found, key=_place)
    chosen: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = 0
    for one in ordered:
        if cluster and one.start >= reach:
            chosen += _best_of(cluster)
            cluster = []
        cluster.append(one)
        reach = max(reach, one.end)
    return chosen + _best_of(cluster)


def _best_of(cluster: list[Candidate]) -> list[Candidate]:
    """Return the best choice within one cluster of candidates that overlap in a chain."""
    if len(cluster) < 2:
        return cluster
    # One that covers all of the others is the widest cover by the fewest.
    first, reach = cluster[0].start, max(one.end for one in cluster)
    whole = [one for one in cluster if one.start == first and one.end == reach]
    if len(whole) == 1:
        return whole
    ordered = sorted(cluster, key=lambda one: (one.end, one.start))
    best: list[tuple[tuple[int, int, tuple[int, ...]], list[Candidate]]] = [((0, 0, ()), [])]
    for position, one in enumerate(ordered):
        before = position
        while before and ordered[before - 1].end > one.start:
            before -= 1
        (covered, spans, starts), chosen = best[before]
        taken = ((covered + one.end - one.start, spans - 1, (*starts, -one.start)), [*chosen, one])
        best.append(max(best[position], taken, key=lambda option: option[0]))
    return best[-1][1]
