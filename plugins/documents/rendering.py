"""Markdown to HTML: one instance for the whole build, with our marks turned into plain markers.

Citations become `<sup class="citation" data-cite="key|locator;…"></sup>`, figures from data
`<figure data-figure="kind?…">`, and links to entries keep their `entity:` address: later
floors know what to make of them. Raw HTML is never passed through; the checks report it.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor

from plugins.documents.marks import CITATION, FIGURE_SCHEME, parse_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)
_PARAGRAPHS = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# Inline pattern → what stands in every text that it finds anything in.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "citation": "[@",
    "link": "](",
    "image_link": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "entity": "&",
}
# These find what the document itself defines: `[name]: address`.
_REFERENCES = ("reference", "image_reference", "short_reference", "short_image_ref")


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


class _CitationProcessor(InlineProcessor):
    """`Text. [@key]` → the marker, joined to the text before it."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        marker = Element("sup", {"class": "citation"})
        marker.set("data-cite", ";".join(f"{one.key}|{one.locator}" for one in parse_citation(m[1])))
        return marker, m.start(0), m.end(0)


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
        # Before links (160), after code spans (190) and escapes (180).
        md.inlinePatterns.register(_CitationProcessor(r"\s*" + CITATION, md), "citation", 175)
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
        return self._markdown.convert(markdown)

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
        return [(token["id"], unescape(token["name"])) for token in self._sections() if token["level"] == 2]

    def _sections(self) -> Iterator[dict[str, Any]]:
        pending = list(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        while pending:
            token = pending.pop(0)
            yield token
            pending[:0] = token["children"]
