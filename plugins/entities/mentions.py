"""Every naming of an entry on a page, with the rule that decided it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.entities.governments import UNDECIDED
from plugins.entities.reading import ABSTAIN, Case
from plugins.entities.senses import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.entities.reading import Decision, Reading

_BRACKETED = re.compile(r" \($")


class Mention(NamedTuple):
    """One naming. `start` and `end` are where its link would open and close in the fragment's HTML.

    `key` is None where the linker abstained; `options` are the entries that have the name.
    `block` and `sentence` count from 0 within the page and the block.
    """

    key: str | None
    options: tuple[str, ...]
    surface: str
    fragment: int
    block: int
    section: str
    sentence: int
    sentence_text: str
    position: int
    start: int
    end: int
    linkable: bool
    quoted: bool
    canonical: bool
    rule: str
    evidence: str


def mentions_of(reading: Reading) -> Iterator[Mention]:
    """Yield the mentions of a page in order, and the names on which the linker abstained.

    What is in doubt is read again when the rest of the page is known.
    """
    decided: list[tuple[Case, Decision]] = []
    for case in _cases(reading):
        decision = decide(case)
        decided.append((case, decision))
        if decision.key:
            reading.decided.add(decision.key)
    before: Mention | None = None
    for case, first in decided:
        decision = decide(case) if first.rule == ABSTAIN else first
        if before and before.block != case.passage.number:
            before = None
        before = _mention(case, decision, before)
        if before:
            yield before


def _cases(reading: Reading) -> Iterator[Case]:
    for passage in reading.passages:
        for candidate in passage.candidates:
            yield Case(passage, candidate, reading)


def _mention(case: Case, decision: Decision, before: Mention | None) -> Mention | None:
    passage, block, (start, end, form, _) = case.passage, case.passage.block, case.candidate
    key, rule, evidence = decision
    if key is None and (form.is_guard or rule == "settled"):
        return None
    points = block.splice_points(start, end)
    sentence = passage.sentence_of(start)
    return Mention(
        key=key,
        options=form.keys,
        surface=passage.text[start:end],
        fragment=passage.fragment,
        block=passage.number,
        section=block.section,
        sentence=sentence,
        sentence_text=passage.sentences[sentence],
        position=start,
        start=points[0] if points else -1,
        end=points[1] if points else -1,
        linkable=points is not None
        and not passage.is_read_only
        and rule != UNDECIDED
        and not _repeats(case, before, key),
        quoted=block.quoted or (bool(passage.quotes) and any(a <= start < b for a, b in passage.quotes)),
        canonical=any(name.canonical and name.key == key for name in form.names),
        rule=rule,
        evidence=evidence,
    )


def _repeats(case: Case, before: Mention | None, key: str | None) -> bool:
    """Tell whether this is the short name in brackets after the full one, as in “Full Name (ACR)”."""
    if before is None or before.key != key:
        return False
    between = case.passage.text[before.position + len(before.surface) : case.candidate.start]
    return bool(_BRACKETED.fullmatch(between))
