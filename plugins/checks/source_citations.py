"""Rules on citations: every statement has one, and every one names a source."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.documents.blocks import ALONE
from plugins.documents.findings import did_you_mean, finding
from plugins.documents.marks import citations, cited, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

# Kinds of document in which each block cites, and kinds of block that must.
CITING_KINDS = {"explainers", "background"}
CITING_BLOCKS = {"paragraph", "item", "definition", "quote", "row"}

SLIP_FIX = "Write [@key], and [@one; @two] for several; what is no citation stands between backticks."

# It begins with a character, not with a look behind: so it is sought in an eighth of the time.
_BRACKETS = re.compile(r"\[(?<![\[\]]\[)([a-z0-9]+(?:-[a-z0-9]+)*)\](?![\[\]():])")


@document_rule("uncited", holds_for_drafts=False, alone=True)
def every_block_cites(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Each paragraph, list item and table row of an explainer or background page cites a source.

    Bad:  The treaty was signed in 1992.
    Good: The treaty was signed in 1992. [@csto-treaty]
    """
    if document.kind == "glossary" and not any(document.citations):
        fix = "Cite at least one source: [@key] after the sentence that it supports."
        yield finding(document.path, document.body_line, "the entry cites no source", "uncited", fix)
    if document.kind not in CITING_KINDS:
        return
    fix = "Put [@key] after the sentence that the source supports, or {: .uncited} below a mere transition."
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        # A class misspelt, or a blank line above it, is told under `attributes`.
        meant = following and ALONE.fullmatch(following.text) and ".uncited" in following.text
        told = meant or block.classes - {"no-entity"} or ALONE.fullmatch(block.text)
        exempt = told or block.text.startswith("![")
        if block.kind in CITING_BLOCKS and not exempt and not _means_to_cite(block.text):
            problem = f"no source is cited for “{_opening(block.text)}”"
            yield finding(document.path, block.line, problem, "uncited", fix)
    for line, sentence in document.points:
        if not _means_to_cite(sentence):
            problem = f"no source for “{_opening(sentence)}”"
            yield finding(document.path, line, problem, "uncited", "Put [@key] at its end.")


@document_rule("unknown-citation")
def every_citation_is_known(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Each citation names a source of content/data/sources.yaml.

    Bad:  It left. [@reutres-2024]
    Good: It left. [@reuters-2024]
    """
    if corpus.lacks_sources:
        return
    places = [(document.line_at(offset), citation) for offset, citation in document.citations]
    for line, sentence in document.points:
        places += [(line, citation) for _, citation in citations(sentence)]
    for line, citation in places:
        if citation.key not in corpus.source_lines:  # one with faults of its own is told there
            problem = f"there is no source “{citation.key}”"
            guess = did_you_mean(citation.key, corpus.sources)
            fix = f"Add it to content/data/sources.yaml or correct the key.{guess}"
            yield finding(document.path, line, problem, "unknown-citation", fix)


@document_rule("citation", alone=True)
def every_citation_is_whole(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """A citation has its brackets, and a semicolon before each further source; it is no footnote.

    Bad:  It left. [@a, @b]    It left. (@a)    It left. [^1]
    Good: It left. [@a; @b]    It left. [@a]
    """
    for offset, written in slips(document.prose):
        yield _slip(document, document.line_at(offset), written)
    for line, sentence in document.points:
        for _, written in slips(sentence):
            yield _slip(document, line, written)


@document_rule("citation")
def every_key_in_brackets_has_its_sign(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """The key of a source between brackets has its @.

    Bad:  It left. [reuters-2024]
    Good: It left. [@reuters-2024]
    """
    for match in _BRACKETS.finditer(document.prose):
        if match[1] in corpus.source_lines:
            yield _slip(document, document.line_at(match.start()), match[0])


def _slip(document: Document, line: int, written: str) -> Finding:
    return finding(document.path, line, f"“{written}” is not how a source is cited", "citation", SLIP_FIX)


def _means_to_cite(text: str) -> bool:
    """Tell whether a text cites, or tries to: what is wrong with that is told under `citation`."""
    return bool(cited(text)) or any(slips(text))


def _opening(text: str) -> str:
    words = text.replace("\n", " ").split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
