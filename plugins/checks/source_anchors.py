"""Rules on anchors and on figures from data, which bring anchors of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify

from plugins.checks.rules import document_rule
from plugins.documents.figures import VERDICTS, check_choices, chosen, other_choices, parse_figure
from plugins.documents.findings import finding
from plugins.documents.marks import FIGURE_SCHEME, cited
from plugins.documents.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

# What templates call the parts of a page around its text.
_PARTS = "main in-short contents terms sources changes related nearby appears-in our-corrections search"
PARTS = frozenset(_PARTS.split())
# … and with a number or key behind: notes, the places that cite them, definitions.
_NUMBERED = re.compile(r"note-\d+|cite-\d+-\d+|g-[a-z0-9-]+")
_GIVEN = re.compile(r"\{:?[^{}\n]*?#([A-Za-z][\w-]*)[^{}\n]*\}")
_FIGURE = re.compile(rf"(!?)\[[^\[\]]*\]\(\s*<?{FIGURE_SCHEME}([^\s)>]*)[^)]*\)")
_ID = re.compile(r'<[^>]* id="([^"]*)"')


@document_rule("anchor", alone=True)
def no_anchor_is_taken(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """No heading has the anchor of another, or of a part that pages have.

    Bad:  ## What happened? {#sources}   (the list of sources has that anchor)
    Good: ## What happened? {#events}
    """
    taken = dict.fromkeys(PARTS, "another part of the page has it")
    if not _cites(document):
        del taken["sources"]
    for line, anchor in _own_anchors(document):
        if anchor in taken or _NUMBERED.fullmatch(anchor):
            yield _taken(document, line, anchor, taken.get(anchor, "notes and definitions have such anchors"))
        taken[anchor] = f"line {line} has it"


@document_rule("anchor")
def no_anchor_of_a_figure_is_taken(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """No heading has the anchor of a claim or event on its page, or of a verdict.

    Bad:  ## Wrong   (below ![All claims](figure:claims), which groups them by verdict)
    Good: ## What is wrong?
    """
    if taken := _of_figures(document, corpus):
        for line, anchor in _own_anchors(document):
            if anchor in taken:
                yield _taken(document, line, anchor, "a figure on this page has it")


@document_rule("figure")
def each_figure_stands_alone(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """A figure from data is a paragraph of its own, begins with !, and shows what no other on its page shows.

    Bad:  ![All claims](figure:claims) and [more](figure:timeline). [@a]
    Good: ![All claims](figure:claims)
    """
    if FIGURE_SCHEME not in document.prose:
        return
    blocks = {block.text.strip() for block in document.blocks if block.kind == "paragraph"}
    shown: list[tuple[str, str]] = []
    for match in _FIGURE.finditer(document.prose):
        line = document.line_at(match.start())
        if not match[1] or match[0] not in blocks:
            problem = f"the figure “{match[2]}” is not a paragraph of its own"
            fix = f"Write ![caption]({FIGURE_SCHEME}{match[2]}) on a line of its own, between blank lines."
            yield finding(document.path, line, problem, "figure", fix)
            continue
        kind, choice = _choice(match[2])
        if any(kind == other and (choice == was or not (choice and was)) for other, was in shown):
            problem = f"the figure “{match[2]}” shows again what stands on this page"
            fix = "Remove one of the two; a claim or event has one address on a page."
            yield finding(document.path, line, problem, "figure", fix)
        shown.append((kind, choice))


def _taken(document: Document, line: int, anchor: str, why: str) -> Finding:
    fix = f"Reword the heading, or give it another anchor: {{#{anchor}-2}}."
    return finding(document.path, line, f"the anchor “{anchor}” is taken: {why}", "anchor", fix)


def has_anchor(document: Document, corpus: Corpus, anchor: str) -> bool:
    """Tell whether a page may have an anchor: of its text, of a figure on it, or of its template."""
    if anchor in PARTS or _NUMBERED.fullmatch(anchor):
        return True
    return anchor in _ids(document.body) or anchor in _of_figures(document, corpus)


def anchors(document: Document, corpus: Corpus) -> set[str]:
    """Return the anchors of a page that a writer may mean."""
    return {*_ids(document.body), *_of_figures(document, corpus)}


def figure_fault(corpus: Corpus, figure: str) -> tuple[str, str] | None:
    """Return (problem, fix) of what a figure asks for, or None where it shows something."""
    try:
        kind, choices = parse_figure(figure)
        if corpus.data.findings:  # what a record with a fault has is not known
            return None
        check_choices(kind, choices, corpus.data)
    except ValueError as error:
        return str(error), "Write it like figure:timeline?tag=csto or figure:claims?verdict=wrong."
    if not choices or chosen(kind, choices, corpus.data):
        return None
    others = "; or ".join(other_choices(kind, choices, corpus.data))
    fix = (
        f"Change {others}." if others else "Leave choices out until something is shown, or remove the figure."
    )
    return f"the figure “{figure}” shows nothing: no record has all that it asks for", fix


@lru_cache(maxsize=64)
def _ids(body: str) -> frozenset[str]:
    """Return the ids that Markdown gives: it makes those of headings."""
    return frozenset(_ID.findall(Renderer().body(body)))


def _own_anchors(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line, anchor) of each that a writer gave, and of each heading without one.

    Two headings alike are told by their words; of their anchors Markdown makes two.
    """
    seen = set()
    for match in _GIVEN.finditer(document.prose):
        yield document.line_at(match.start()), match[1]
    for block in document.blocks:
        if block.kind == "heading" and not _GIVEN.search(block.text):
            anchor = slugify(block.text.strip(" #"), "-")
            if anchor not in seen:
                yield block.line, anchor
            seen.add(anchor)


def _cites(document: Document) -> bool:
    """Tell whether a page has a list of sources: its figures bring some too."""
    in_points = any(cited(sentence) for _, sentence in document.points)
    return any(document.citations) or FIGURE_SCHEME in document.prose or in_points


def _of_figures(document: Document, corpus: Corpus) -> set[str]:
    """Return the anchors that figures on a page may have."""
    found: set[str] = set()
    for match in _FIGURE.finditer(document.prose) if FIGURE_SCHEME in document.prose else ():
        kind, _ = _choice(match[2])
        if kind == "claims":
            found |= {*VERDICTS, *(claim.id for claim in corpus.data.claims)}
        elif kind == "timeline":
            found |= {f"event-{event.id}" for event in corpus.data.timeline}
    return found


def _choice(figure: str) -> tuple[str, str]:
    """Return the kind of a figure, and what it chooses by; nothing of one that is told as wrong."""
    try:
        kind, choices = parse_figure(figure)
    except ValueError:
        return "", figure
    return kind, str(sorted(choices.items()) or "")
