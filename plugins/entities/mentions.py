"""Every naming of an entry on a page, with the rule that decided it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.entities.reading import Case
from plugins.entities.senses import ABSTAIN, decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.entities.candidates import Candidate
    from plugins.entities.reading import Decision, Reading

_BRACKETED = re.compile(r" \($")


@dataclass(frozen=True)
class Mention:
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
    decisions: dict[tuple[int, int], Decision] = {}
    for case in _cases(reading):
        decision = decide(case)
        decisions[case.passage.number, case.candidate.start] = decision
        if decision.key:
            reading.decided.add(decision.key)
    reading.is_known = True
    before: Mention | None = None
    for case in _cases(reading):
        place = (case.passage.number, case.candidate.start)
        decision = decide(case) if decisions[place].rule == ABSTAIN else decisions[place]
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
    passage, candidate = case.passage, case.candidate
    if decision.key is None and (candidate.is_guard or decision.rule == "settled"):
        return None
    points = passage.block.splice_points(candidate.start, candidate.end)
    sentence = passage.sentence_of(candidate.start)
    ends = [*passage.starts[1:], len(passage.text)]
    read_only = passage.scan_only or passage.block.is_heading
    return Mention(
        key=decision.key,
        options=tuple(sorted({name.key for name in candidate.names})),
        surface=case.surface,
        fragment=passage.fragment,
        block=passage.number,
        section=passage.block.section,
        sentence=sentence,
        sentence_text=passage.text[passage.starts[sentence] : ends[sentence]].strip(),
        position=candidate.start,
        start=points[0] if points else -1,
        end=points[1] if points else -1,
        linkable=bool(points) and not read_only and not _repeats(case, before, decision.key),
        quoted=passage.block.quoted or any(a <= candidate.start < b for a, b in passage.quotes),
        canonical=_is_canonical(candidate, decision.key),
        rule=decision.rule,
        evidence=decision.evidence,
    )


def _repeats(case: Case, before: Mention | None, key: str | None) -> bool:
    """Tell whether this is the short name in brackets after the full one, as in “Full Name (ACR)”."""
    if before is None or before.key != key:
        return False
    between = case.passage.text[before.position + len(before.surface) : case.candidate.start]
    return bool(_BRACKETED.fullmatch(between))


def _is_canonical(candidate: Candidate, key: str | None) -> bool:
    return any(name.canonical and name.key == key for name in candidate.names)
