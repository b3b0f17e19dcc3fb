"""Rules on links, images and HTML in Markdown."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.checks.rules import document_rule
from plugins.checks.source_anchors import anchors, figure_fault, has_anchor
from plugins.documents.blocks import ALONE
from plugins.documents.findings import did_you_mean, finding, nearest
from plugins.documents.marks import ENTITY_SCHEME, FIGURE_SCHEME, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

_TARGET = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^\s)>]*)([^)\n]*)|^\[(?!\^)[^\]]+\]:\s*(\S+)", re.MULTILINE
)
# What follows an address within its brackets is a caption between quotation marks.
_CAPTION = re.compile(r""">?\s*(?:"[^"]*"?|'[^']*'?)?\s*""")
_TAG = re.compile(r"<(?!https?://|mailto:)/?[A-Za-z!?][^<>\n]*>?")
_BRACES = re.compile(r"\{:?([^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"\.uncited|\.no-entity|#[a-z][\w-]*")
# Pelican looks for these in bodies, and so do figures.
_OF_BODIES = ("{filename}", "{static}", FIGURE_SCHEME)
_OUTSIDE = re.compile(r"https?://[^\s]+\.[^\s]+|mailto:[^\s@]+@[^\s]+")


@document_rule("link")
def every_link_leads_somewhere(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Links lead to pages of the same language by {filename}, to files by {static}, to entries by entity:.

    Points (`in_short`) link entries and the web only.

    Bad:  [the alliance](../csto/)
    Good: [the alliance]({filename}/background/csto.en.md)
    """
    for line, _, target in _targets(document):
        if fault := _fault(document, corpus, target):
            yield finding(document.path, line, fault[0], "link", fault[1])
    for line, point in document.points:
        for _, _, target in _marked(without_code(point)):
            if target.startswith(_OF_BODIES):
                problem = f"a point of `in_short` cannot hold “{target}”"
                fault = problem, "Move it into the text below, or link an entry: [words](entity:KEY)."
            else:
                fault = _fault(document, corpus, target)
            if fault:
                yield finding(document.path, line, fault[0], "link", fault[1])


@document_rule("text-alternative", alone=True)
def every_image_has_words(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Each image says in words what it shows.

    Bad:  ![]({static}/images/map.png)
    Good: ![Map of the South Caucasus]({static}/images/map.png)
    """
    for line, alternative, target in _targets(document):
        if alternative == "":
            problem = f"the image {target} has no text alternative"
            fix = "Say between the square brackets what the image shows."
            yield finding(document.path, line, problem, "text-alternative", fix)


@document_rule("raw-html", alone=True)
def no_html_in_markdown(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Pages are written in Markdown only.

    Bad:  This is <b>important</b>.
    Good: This is **important**.
    """
    opened: list[str] = []
    for match in _TAG.finditer(document.prose):
        before = document.body[: match.start()]
        line = document.line_at(match.start())
        column = match.start() - (before.rfind("\n") + 1) + 1
        name = match[0].strip("</>").partition(" ")[0]
        if match[0].startswith("</") and name in opened:
            opened.remove(name)
            continue  # it goes with the tag that was told
        opened.append(name)
        fix = "Write it in Markdown; put code between backticks."
        yield finding(document.path, line, f"“{match[0]}” is HTML", "raw-html", fix, column)


@document_rule("attributes", alone=True)
def only_our_attributes(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Braces give a block one of our classes, or a heading its anchor, and nothing else.

    Bad:  Text. {: style="color: red" }
    Good: {: .uncited}
    """
    for block in document.blocks:
        if block.kind == "paragraph" and ALONE.fullmatch(block.text):
            problem, fix = f"“{block.text}” belongs to no block", "Remove the blank line above it."
            yield finding(document.path, block.line, problem, "attributes", fix)
    for match in _BRACES.finditer(document.prose):
        words = match[1].split()
        if document.prose.endswith("](", 0, match.start()):
            continue  # the address of a link, which is told as one
        if words and words[0] not in ("filename", "static") and not all(map(_ATTRIBUTE.fullmatch, words)):
            line = document.line_at(match.start())
            problem = f"“{match[0]}” gives what pages may not have"
            fix = "Use {: .uncited}, {: .no-entity} or an anchor such as {: #why}; code stands in backticks."
            yield finding(document.path, line, problem, "attributes", fix)


@document_rule("unknown-entry")
def every_entry_named_exists(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Front matter names only entries that exist.

    Bad:  related: [rusia]
    Good: related: [russia]
    """
    keys = corpus.entry_keys
    for place, key in _named_entries(document):
        if key not in keys:
            problem = f"there is no glossary entry “{key}”"
            file = f"content/glossary/{key}.{document.lang}.md"
            fix = f"Correct or remove the key, or write {file}.{did_you_mean(key, keys)}"
            yield finding(document.path, document.line_of(*place), problem, "unknown-entry", fix)


def _targets(document: Document) -> Iterator[tuple[int, str | None, str]]:
    """Yield (line, alternative text or None for a link, target) of each link and image."""
    for offset, alternative, target in _marked(document.prose):
        yield document.line_at(offset), alternative, target


def _marked(prose: str) -> Iterator[tuple[int, str | None, str]]:
    """Yield (offset, alternative text or None for a link, target) of each link and image."""
    if "](" not in prose and "]:" not in prose:
        return
    for match in _TARGET.finditer(prose):
        if not match[2] or not match[2].startswith("@"):
            rest = "" if _CAPTION.fullmatch(match[4] or "") else match[4].rstrip("> ")
            target = match[3] + rest if match[5] is None else match[5]
            yield match.start(), match[2].strip() if match[1] else None, target


def _fault(document: Document, corpus: Corpus, target: str) -> tuple[str, str] | None:
    """Return (problem, fix) of a link target, or None where it is sound."""
    if " " in target:
        fix = (
            "Write %20 for each space, put a caption between quotation marks, or close the bracket before it."
        )
        return f"the address “{target}” holds a space", fix
    if target.startswith("{filename}"):
        name, _, anchor = target.removeprefix("{filename}").partition("#")
        return _page_fault(document, corpus, name, unquote(anchor))
    if target.startswith("{static}"):
        name = target.removeprefix("{static}").lstrip("/")
        folder = Path(document.path).parent.parent
        if ".." in Path(name).parts or not (folder / name).is_file():
            return f"there is no file content/{name}", "Put the file there, or correct the address."
        return None
    if target.startswith(ENTITY_SCHEME):
        key, keys = target.removeprefix(ENTITY_SCHEME), corpus.entry_keys
        if key != "none" and key not in keys:
            fix = f"Correct the key, or write plain words.{did_you_mean(key, keys)}"
            return f"there is no glossary entry “{key}”", fix
        return None
    if target.startswith(FIGURE_SCHEME):
        return figure_fault(corpus, target.removeprefix(FIGURE_SCHEME))
    if target.startswith("#") and target != "#":
        return _anchor_fault(document, corpus, unquote(target[1:]))
    if _OUTSIDE.fullmatch(target):
        return None
    fix = "Use {filename}/KIND/KEY.LANG.md for a page, {static}/images/… for a file, or an https address."
    return f"the link target “{target}” is not one we can follow", fix


def _page_fault(document: Document, corpus: Corpus, target: str, anchor: str) -> tuple[str, str] | None:
    name = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"{document.kind}/{target}")
    linked = corpus.by_name.get(name)
    if linked is None:
        kind, _, file = name.partition("/")
        key, _, lang = file.removesuffix(".md").rpartition(".")
        if (kind, key, lang) in corpus.ids:
            return None
        if lang == document.lang and (others := sorted(corpus.versions.get((kind, key), ()))):
            problem = f"content/{name} is missing, there is only {key}.{others[0]}.md"
            return problem, f"Write it (`invoke new {kind} {key}` begins it), or remove the link."
        return (
            f"there is no page content/{name}",
            f"Correct the link.{_page_meant(kind, key, document, corpus)}",
        )
    if linked.lang != document.lang:
        own = (linked.kind, linked.key, document.lang)
        fix = f"Link {corpus.by_id[own].path}." if own in corpus.by_id else "Translate that page first."
        return f"the link leads to a page in another language, {linked.path}", fix
    if linked.is_draft and not document.is_draft:
        return f"{linked.path} is a draft", "Publish it first, or remove the link."
    return _anchor_fault(linked, corpus, anchor) if anchor else None


def _anchor_fault(document: Document, corpus: Corpus, anchor: str) -> tuple[str, str] | None:
    if has_anchor(document, corpus, anchor):
        return None
    guess = did_you_mean(anchor, anchors(document, corpus))
    return f"{document.path} has no anchor “{anchor}”", f"Correct the part after #, or leave it out.{guess}"


def _page_meant(kind: str, key: str, document: Document, corpus: Corpus) -> str:
    """Return ' Did you mean “…”?' for the page in the document's language whose key is near, if any is."""
    own = [one for one in corpus.documents if one.lang == document.lang and one is not document]
    near = nearest(key, {one.key for one in own})
    pages = sorted((one.kind != kind, one.path) for one in own if one.key == near)
    return f" Did you mean “{pages[0][1].removeprefix('content/')}”?" if pages else ""


def _named_entries(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (place in the front matter, key) of each entry that it names."""
    front = document.front
    for name, key in front.entities.items():
        if key != "none":
            yield ("entities", name), key
    own = document.text.yaml.data
    if "related" in own:
        yield from ((("related", number), key) for number, key in enumerate(front.related))
    for number, guard in enumerate(getattr(front, "guards", ())):
        if guard.key:
            yield ("guards", number), guard.key
