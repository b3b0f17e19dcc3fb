"""All forms in a block that may name something, and the ones that are chosen where they overlap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.entities.boundaries import span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.entities.entries import Name
    from plugins.entities.index import Index

# How far before a name a word of two that guards it may begin, in characters.
REACH = 40
_NEXT_WORD = re.compile(r" (\w+)", re.UNICODE)
_SMALL = re.compile("[a-z]+")
# From this share of capitals on, a block shouts, and an acronym in it may be a word.
SHOUTING = 0.6


@dataclass(frozen=True)
class Candidate:
    """A form at [start, end) of a block's text. A guard has no names, and perhaps a key of its own."""

    start: int
    end: int
    names: tuple[Name, ...]
    is_guard: bool = False
    guard_key: str | None = None
    fault: str = ""


def candidates(text: str, index: Index) -> list[Candidate]:
    """Return the chosen candidates of a block, in order; none overlaps another."""
    found = list(_found(text, index))
    guards = [one for one in found if one.is_guard]
    names = [one for one in found if not one.is_guard]
    guards = [guard for guard in guards if not any(_holds(name, guard) for name in names)]
    free = [name for name in names if not any(_overlap(name, guard) for guard in guards)]
    return sorted(_widest(guards) + _widest(free), key=lambda one: one.start)


def _found(text: str, index: Index) -> Iterator[Candidate]:
    matches = list(index.find(text))
    if not matches:
        return
    starts, ends = {start for start, _, _ in matches}, {end for _, end, _ in matches}
    shouts = _shouts(text)
    for start, end, form in matches:
        span = span_of(text, start, end, index.language, starts, ends)
        with_ending = span is not None and span.end > end
        if span is None or (with_ending and _is_another_word(text[span.start : span.end], index)):
            continue
        fault = span.fault
        if shouts and form.text in index.language.capital_words:
            fault = f"“{form.text}” is a word too, and all is in capitals"
        candidate = Candidate(span.start, span.end, form.names, form.is_guard, form.guard_key, fault)
        yield candidate
        if not form.is_guard:
            yield from _guarded(text, candidate, index)


def _guarded(text: str, name: Candidate, index: Index) -> Iterator[Candidate]:
    """Yield the guards that the language makes of a name and the word before or after it."""
    before = text[max(0, name.start - REACH) : name.start]
    if before.endswith(" "):
        last = before[:-1].split(" ")[-2:]
        if " ".join(last) not in index.language.guard_exceptions:
            for words in {last[-1], " ".join(last)}:
                lowered = words[:1].lower() + words[1:]
                if words in index.language.guard_before or lowered in index.language.guard_before:
                    yield Candidate(name.start - len(words) - 1, name.end, (), True)
    after = _NEXT_WORD.match(text, name.end)
    if after and after[1] in index.language.guard_after:
        yield Candidate(name.start, after.end(), (), True)


def _is_another_word(word: str, index: Index) -> bool:
    return word in index.language.collisions or word in index.texts


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


def _widest(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that cover most characters by fewest spans, leftmost first where equal."""
    ordered = sorted(found, key=lambda one: (one.start, one.end))
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
    if len(cluster) == 1:
        return cluster
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
