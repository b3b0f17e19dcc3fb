"""A rule on what a page keeps of the draft it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.documents.findings import finding
from plugins.documents.placeholders import BODY, SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding


@document_rule("placeholder", holds_for_drafts=False, alone=True)
def nothing_stands_that_asks_to_be_replaced(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """A page that is no draft holds none of the sentences with which `make new` began it.

    Bad:  Write here, one sentence per line.
    Good: Armenia joined in 1992. [@csto-treaty]
    """
    lines = enumerate(document.body.split("\n"), document.body_line)
    held = [(number, line) for number, line in lines if line.strip() in BODY]
    if document.front.summary == SUMMARY:
        held.insert(0, (document.line_of("summary"), SUMMARY))
    for number, text in held:
        problem = f"“{text.strip()}” is what the draft began with"
        yield finding(document.path, number, problem, "placeholder", "Write what belongs there.")
