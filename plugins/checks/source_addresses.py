"""Rules on what two documents must not share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.documents.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding


@document_rule("collision")
def no_two_pages_at_one_address(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """No two pages of a kind and language have the same slug.

    Bad:  slug: csto        (in two files)
    Good: slug: csto-history
    """
    first = corpus.by_address[(document.kind, document.lang, document.front.slug)]
    if first is not document:
        problem = f"the slug “{document.front.slug}” is already that of {first.path}"
        fix = "Give one of them another slug."
        yield finding(document.path, document.line_of("slug"), problem, "collision", fix)


@document_rule("shared-key")
def explainers_and_background_share_no_key(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """An explainer and a background page have different keys: each names a side-by-side page and a card.

    Bad:  content/explainers/csto.id.md beside content/background/csto.id.md
    Good: content/explainers/csto-explained.id.md
    """
    other = ("background", document.key, document.lang)
    if document.kind == "explainers" and other in corpus.ids:
        problem = f"content/background has a page of the key “{document.key}” too"
        yield finding(document.path, 0, problem, "shared-key", "Rename one of them, in every language.")
