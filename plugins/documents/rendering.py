"""Markdown to HTML: one instance for the whole build, with our marks turned into plain markers.

Citations become `<sup class="citation" data-cite="key|locator;…"></sup>`, figures from data
`<figure data-figure="kind?…">`, and links to entries keep their `entity:` address: later
floors know what to make of them. Raw HTML is never passed through; the checks report it.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor

from plugins.documents.marks import CITATION, FIGURE_SCHEME, parse_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)
_PARAGRAPHS = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# A backslash before it keeps a bracket as it is.
_CITATION = re.compile(r"(?<!\\)" + CITATION)
# Signs for citations while Markdown is rendered: private characters, which mean nothing to it.
_FIRST, _LAST = 0xF0000, 0xFFFFE
_SIGN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_IN_CODE = re.compile(f"<code>[^<]*{_SIGN.pattern}[^<]*")
_IN_TAG = re.compile(f"<[^<>]*{_SIGN.pattern}[^<>]*>")
# A note's number stands at the word before it.
_BESIDE = re.compile(rf"\s*({_SIGN.pattern})")
# Inline pattern → what stands in every text that it finds anything in.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "link": "](",
    "image_link": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "entity": "&",
}
# These find what the document itself defines: `[name]: address`.
_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")


def _set_apart(markdown: str) -> tuple[str, dict[str, str]]:
    """Return a text with a sign for each citation, and sign → what was written.

    Markdown would take as long for its citations as for all the rest.
    """
    written = list(dict.fromkeys(match[0] for match in _CITATION.finditer(markdown)))
    signs = dict(zip(written, map(chr, range(_FIRST, _LAST)), strict=False))
    text = _CITATION.sub(lambda match: signs.get(match[0], match[0]), markdown)
    return text, {sign: one for one, sign in signs.items()}


def _put_back(html: str, citations: Mapping[str, str]) -> str:
    """Return HTML with a marker for each sign, as it was written in code, and without it in an attribute."""

    def written(match: re.Match[str]) -> str:
        return _SIGN.sub(lambda sign: escape(citations.get(sign[0], sign[0]), quote=False), match[0])

    def marker(match: re.Match[str]) -> str:
        if match[1] not in citations:
            return match[0]
        cited = ";".join(f"{one.key}|{one.locator}" for one in parse_citation(citations[match[1]][1:-1]))
        return f'<sup class="citation" data-cite="{escape(cited)}"></sup>'

    html = _IN_TAG.sub(lambda match: _SIGN.sub("", match[0]), _IN_CODE.sub(written, html))
    return _BESIDE.sub(marker, html)


class _SparingInlineProcessor(InlineTreeprocessor):
    """Tries on a document's texts only the inline patterns that could find anything there: few of them do.

    What one pattern has found is no sign of another: Markdown puts a number between control characters there.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "".join(tree.itertext())
        idle = [name for name, sign in _SIGNS.items() if sign not in text]
        if not self.md.references:
            idle += _REFERENCES
        spared = {self.md.inlinePatterns[name] for name in idle}
        left = [one for one in self.md.inlinePatterns if one not in spared]
        self.inlinePatterns = left  # type: ignore[assignment]  # it is only counted and indexed
        return super().run(tree, ancestors)


class _FigureProcessor(Treeprocessor):
    """A paragraph that is one image → a figure, its title the caption."""

    def run(self, root: Element) -> None:
        for paragraph in list(root.iter("p")):
            children = list(paragraph)
            if len(children) != 1 or children[0].tag != "img" or (paragraph.text or "").strip():
                continue
            image = children[0]
            if (image.tail or "").strip():
                continue
            if (source := image.get("src", "")).startswith(FIGURE_SCHEME):
                paragraph.tag, paragraph.text = "figure", None
                paragraph.set("data-figure", source.removeprefix(FIGURE_SCHEME))
                paragraph.remove(image)
                SubElement(paragraph, "figcaption").text = image.get("alt", "")
                continue
            paragraph.tag, paragraph.text, image.tail = "figure", None, None
            if caption := image.attrib.pop("title", ""):
                SubElement(paragraph, "figcaption").text = caption


class _OurMarks(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_SparingInlineProcessor(md), "inline", 20)
        # After the inline patterns have made images.
        md.treeprocessors.register(_FigureProcessor(md), "figure", 15)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class Renderer:
    """Turns Markdown into HTML. One Markdown instance serves all documents: making one is dear."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                "attr_list",
                "def_list",
                "sane_lists",
                # Without a marker, no place for a table of contents is looked for among all elements.
                TocExtension(
                    marker="", permalink="#", permalink_class="permalink", permalink_title="", toc_depth="2-4"
                ),
                _OurMarks(),
            ],
            output_format="html",
        )

    def body(self, markdown: str) -> str:
        """Return the HTML of a document's body."""
        self._markdown.reset()
        text, citations = _set_apart(markdown)
        html = self._markdown.convert(text)
        return _put_back(html, citations) if citations else html

    def line(self, markdown: str) -> str:
        """Return the HTML of one line of text, such as a sentence of `in_short`, without `<p>`."""
        html = self.body(markdown)
        match = _PARAGRAPH.fullmatch(html)
        return match[1] if match and "<p>" not in match[1] else html

    def lines(self, texts: Sequence[str]) -> list[str]:
        """Return the HTML of each line of text. They are rendered at once where that comes to the same."""
        html = self.body("\n\n".join(texts))
        found = _PARAGRAPHS.findall(html)
        at_once = len(found) == len(texts) and "\n".join(f"<p>{one}</p>" for one in found) == html
        return found if at_once else [self.line(text) for text in texts]

    def headings(self) -> list[tuple[str, str]]:
        """Return (id, text) of the second-level headings of the body converted last."""
        sections = (token for token in self._sections() if token["level"] == 2)
        return [(token["id"], _SIGN.sub("", unescape(token["name"])).strip()) for token in sections]

    def _sections(self) -> Iterator[dict[str, Any]]:
        pending = list(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        while pending:
            token = pending.pop(0)
            yield token
            pending[:0] = token["children"]
