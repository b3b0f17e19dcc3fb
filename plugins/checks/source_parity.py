"""Rules on translations: the same blocks, the same sources and the same numbers as the original."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.documents.blocks import Block
from plugins.documents.findings import finding
from plugins.documents.marks import CITATION, cited
from plugins.documents.stamps import is_stale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

# A number with its separators, which languages write in their own way: 1.960 and 1,960.
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_UNSAID = re.compile(CITATION + r"|\]\([^)]*\)|\{[^}]*\}")


@document_rule("parity", holds_for_drafts=False, alone=True)
def translations_say_the_same(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Each block of a translation has the kind, the sources and the numbers of its original's block.

    A difference that is meant is explained under `differs`. A translation that is older than its original is
    not compared: its page says so, and `invoke check --translations` tells what has changed.

    Bad:  Pada 12 Juni 2024 … [@a]    On June 13, 2024 … [@b]
    Good: Pada 12 Juni 2024 … [@a]    On June 12, 2024 … [@a]
    """
    original = corpus.original_of(document)
    if original is None or document.front.differs or is_stale(document, corpus):
        return
    pairs = zip_longest(_points(original), _points(document))
    for there, here in pairs:
        if difference := _difference(there, here):
            line = here.line if here else document.line_of("in_short")
            fix = f"Compare with {original.path}:{there.line if there else original.line_of('in_short')}."
            yield finding(document.path, line, difference, "parity", fix)
    pairs = zip_longest(original.blocks, document.blocks)
    for there, here in pairs:
        difference = _difference(there, here)
        if difference:
            line = here.line if here else document.body_line
            where = f"{original.path}:{there.line}" if there else original.path
            fix = f"Compare with {where}, or explain the difference under `differs`."
            yield finding(document.path, line, difference, "parity", fix)
        if there is None or here is None or there.kind != here.kind:
            return  # what follows is compared with the wrong block


def _points(document: Document) -> list[Block]:
    """Return the points of the summary as blocks."""
    points = getattr(document.front, "in_short", ())
    return [Block("point", document.line_of("in_short", number), text) for number, text in enumerate(points)]


def _difference(there: Block | None, here: Block | None) -> str:
    if there is None:
        return "this block has no counterpart in the original"
    if here is None:
        return f"the original's {there.kind} on line {there.line} is missing here"
    if there.kind != here.kind:
        return f"the kind of this block is {here.kind}, in the original it is {there.kind}"
    if sources := cited(there.text) ^ cited(here.text):
        keys = sorted({one.key for one in sources})
        return f"the original cites other sources here: {', '.join(keys)}"
    numbers, own = _numbers(there.text), _numbers(here.text)
    if numbers != own:
        differ = sorted((numbers - own) + (own - numbers))
        return f"the numbers differ from the original's: {', '.join(differ)}"
    return ""


def _numbers(text: str) -> Counter[str]:
    """Return the numbers of a text without their separators, and how often each stands."""
    found = _NUMBER.findall(_UNSAID.sub(" ", text))
    return Counter("".join(filter(str.isdecimal, number)) for number in found)
