"""Rules on what two documents, or a document and a listing, must not share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.bilingual.listings import SECTION_LISTINGS
from plugins.checks.rules import document_rule
from plugins.documents.addresses import document_url, section_url
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


@document_rule("collision")
def no_page_in_the_place_of_a_listing(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """No page has the address of a listing, such as that of the glossary.

    Bad:  slug: glossary         (in content/pages/words.en.md)
    Good: slug: about-the-words
    """
    if document.kind in corpus.sections:
        url = document_url(corpus.sections, document.kind, document.lang, document.front.slug)
        for kind in SECTION_LISTINGS:
            if url == section_url(corpus.sections, kind, document.lang):
                problem = f"/{url} is the address of the listing “{kind}”"
                fix = "Give the page another slug."
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
