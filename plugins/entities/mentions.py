"""Every naming of an entry on a page, with the rule that decided it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.entities.candidates import candidates
from plugins.entities.senses import Reading, decide
from plugins.entities.sentences import quoted_spans, sentence_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.entities.candidates import Candidate
    from plugins.entities.index import Index
    from plugins.entities.text_view import Block, View


@dataclass(frozen=True)
class Mention:
    """One naming. `start` and `end` are where its link would open and close in the fragment's HTML.

    `key` is None where the linker abstained; `block` and `sentence` count from 0 within the page.
    """

    key: str | None
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


def mentions_of(
    view: View, fragment: int, first_block: int, scan_only: bool, index: Index, reading: Reading
) -> Iterator[Mention]:
    """Yield the mentions in one fragment of a page, and the names on which the linker abstained."""
    for number, block in enumerate(view.blocks):
        yield from _in_block(block, fragment, first_block + number, scan_only, index, reading)


def _in_block(
    block: Block, fragment: int, number: int, scan_only: bool, index: Index, reading: Reading
) -> Iterator[Mention]:
    found = candidates(block.text, index)
    if not found:
        return
    starts = sentence_starts(block.text, index.language)
    quotes = quoted_spans(block.text)
    for candidate in found:
        decision = decide(block.text, candidate, reading)
        if candidate.is_guard and decision.key is None:
            continue
        if decision.key and any(name.sort == "name" for name in candidate.names):
            reading.named.add(decision.key)
        points = block.splice_points(candidate.start, candidate.end)
        sentence = sum(start <= candidate.start for start in starts) - 1
        ends = [*starts[1:], len(block.text)]
        yield Mention(
            key=decision.key,
            surface=block.text[candidate.start : candidate.end],
            fragment=fragment,
            block=number,
            section=block.section,
            sentence=sentence,
            sentence_text=block.text[starts[sentence] : ends[sentence]].strip(),
            position=candidate.start,
            start=points[0] if points else -1,
            end=points[1] if points else -1,
            linkable=bool(points) and not (scan_only or block.is_heading),
            quoted=block.quoted or any(a <= candidate.start < b for a, b in quotes),
            canonical=_is_canonical(candidate, decision.key),
            rule=decision.rule,
            evidence=decision.evidence,
        )


def _is_canonical(candidate: Candidate, key: str | None) -> bool:
    return any(name.canonical and name.key == key for name in candidate.names)
