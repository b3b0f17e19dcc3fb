"""Rules on translations: the same blocks, the same sources and the same numbers as the original."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.checks.written_numbers import numbers_in
from plugins.documents.blocks import Block
from plugins.documents.findings import did_you_mean, finding
from plugins.documents.marks import CITATION, ENTITY_SCHEME, cited
from plugins.documents.stamps import is_stale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.checks.written_numbers import Number
    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

_UNSAID = re.compile(CITATION + r"|\[\^[^\]]*\]|\]\([^)]*\)|\{[^}]*\}")


@document_rule("parity", holds_for_drafts=False, alone=True)
def translations_say_the_same(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Each block of a translation has the kind, the sources and the numbers of its original's block.

    Numbers are compared by what they come to in their language: 3,5 is 3.5, 500 ribu is 500,000.

    A block whose difference is meant is quoted under `differs`. A translation that is older than its original
    is not compared: its page says so, and `invoke check --translations` tells what has changed.

    Bad:  Pada 12 Juni 2024 … [@a]    On June 13, 2024 … [@b]
    Good: Pada 12 Juni 2024 … [@a]    On June 12, 2024 … [@a]
    """
    original = corpus.original_of(document)
    if original is None or is_stale(document, corpus):
        return
    yield from _compare(_points(original), _points(document), original, document, "in_short")
    yield from _compare(list(original.blocks), list(document.blocks), original, document)


@document_rule("differs", holds_for_drafts=False)
def every_difference_is_somewhere(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """What is excused under `differs` is one block, quoted in `what`, or one entry.

    Bad:  differs: [{what: a shorter sentence, why: English readers know}]
    Good: differs: [{what: words copied from it, why: English readers know}]
    Good: differs: [{what: entity:moscow, why: the city is not named in English}]
    """
    if not document.front.differs or is_stale(document, corpus):
        return
    original = corpus.original_of(document)
    for number, difference in enumerate(document.front.differs):
        line, what = document.line_of("differs", number), difference.what
        if what.startswith(ENTITY_SCHEME):
            if (key := what.removeprefix(ENTITY_SCHEME)) not in corpus.entry_keys:
                fix = f"Correct the key.{did_you_mean(key, corpus.entry_keys)}"
                yield finding(document.path, line, f"there is no glossary entry “{key}”", "differs", fix)
            continue
        versions = [one for one in (document, original) if one]
        counts = [sum(_holds(block, what) for block in _all_blocks(one)) for one in versions]
        if not any(counts):
            problem = f"“{what}” stands in no block of this page or its original"
            fix = "Copy into `what` some words of the block that differs, or write entity:KEY for a name."
            yield finding(document.path, line, problem, "differs", fix)
        elif max(counts) > 1:
            problem = f"“{what}” stands in {max(counts)} blocks, and excuses one"
            yield finding(
                document.path, line, problem, "differs", "Copy more words of the block into `what`."
            )


def other_numbers(original: str, original_lang: str, text: str, lang: str) -> str:
    """Say which numbers stand in one of two versions only, as they are written; nothing where none do."""
    there, here = _numbers(original, original_lang), _numbers(text, lang)
    left, own = _unmatched(there, here), _unmatched(here, there)
    # “110 of 250 million” may be “110 million of 250 million” in the other language.
    for bare, full, scales in ((left, own, _scales(there)), (own, left, _scales(here))):
        for one in [one for one in bare if one.scale == 1]:
            meant = {one.scaled(scale) for scale in scales}
            if same := next((other for other in full if other.value in meant), None):
                bare.remove(one)
                full.remove(same)
    if not left and not own:
        return ""
    signs = ", where the decimal sign is another"
    copied = signs if {one.written for one in left} & {one.written for one in own} else ""
    return f"the numbers differ: {_told(left)} in the original{copied}, {_told(own)} here"


def _compare(
    theirs: list[Block], own: list[Block], original: Document, document: Document, field: str = ""
) -> Iterator[Finding]:
    """Yield what differs between the blocks of two versions and is not excused."""
    quoted = [one.what for one in document.front.differs]

    def excused(block: Block | None) -> bool:
        return block is not None and any(_holds(block, what) for what in quoted)

    if [one.kind for one in theirs] != [one.kind for one in own]:  # what is excused may have no counterpart
        theirs = [one for one in theirs if not excused(one)]
        own = [one for one in own if not excused(one)]
    for there, here in zip_longest(theirs, own):
        if excused(there) or excused(here):
            continue
        if difference := _difference(there, here, original.lang, document.lang):
            line = here.line if here else document.line_of(field) if field else document.body_line
            where = f"{original.path}:{there.line}" if there else original.path
            fix = f"Compare with {where}, or quote words of this block under `differs` and say why."
            yield finding(document.path, line, difference, "parity", fix)
        if there is None or here is None or there.kind != here.kind:
            return  # what follows is compared with the wrong block


def _holds(block: Block, words: str) -> bool:
    return " ".join(words.split()) in " ".join(block.text.split())


def _all_blocks(document: Document) -> list[Block]:
    return [*_points(document), *document.blocks]


def _points(document: Document) -> list[Block]:
    """Return the points of the summary as blocks."""
    return [Block("point", line, text) for line, text in document.points]


def _difference(there: Block | None, here: Block | None, there_lang: str, here_lang: str) -> str:
    if there is None:
        return "this block has no counterpart in the original"
    if here is None:
        return f"the original's {there.kind} on line {there.line} is missing here"
    if there.kind != here.kind:
        return f"the kind of this block is {here.kind}, in the original it is {there.kind}"
    theirs, own = _places(there.text), _places(here.text)
    if sources := theirs.keys() ^ own.keys():
        return f"the original cites other sources here: {', '.join(sorted(sources))}"
    if elsewhere := sorted(key for key in own if own[key] != theirs[key]):
        return f"the original cites other places of its sources here: {', '.join(elsewhere)}"
    return other_numbers(there.text, there_lang, here.text, here_lang)


def _places(text: str) -> dict[str, set[tuple[bool, tuple[str, ...]]]]:
    """Return source → the places that a text cites: whether one is given, and its numbers.

    The words before a number are the language's: `hlm. 4` is `p. 4`.
    """
    found: dict[str, set[tuple[bool, tuple[str, ...]]]] = {}
    for one in cited(text):
        found.setdefault(one.key, set()).add((bool(one.locator), tuple(re.findall(r"\d+", one.locator))))
    return found


def _unmatched(numbers: list[Number], others: list[Number]) -> list[Number]:
    """Return the numbers whose value stands less often among others."""
    matched = Counter(one.value for one in others)
    left = []
    for one in numbers:
        if matched[one.value]:
            matched[one.value] -= 1
        else:
            left.append(one)
    return left


def _scales(numbers: list[Number]) -> set[int]:
    return {one.scale for one in numbers} - {1}


def _told(numbers: list[Number]) -> str:
    return ", ".join(sorted(one.written for one in numbers)) or "none"


def _numbers(text: str, lang: str) -> list[Number]:
    return list(numbers_in(_UNSAID.sub(" ", text), lang))
