"""A page's HTML as plain text in blocks, each character knowing where it stands in the HTML.

The HTML is scanned once, from left to right; no tree is made, so nothing is rewritten. Text is
normalised character by character (NFC, apostrophes, hyphens, spaces) beside a map of offsets.
"""

from __future__ import annotations

import re
from html import unescape

from plugins.entities.normal_form import normal_form
from plugins.entities.text_blocks import Block, Manual, View

# fmt: off
BLOCKS = frozenset((
    "p", "li", "dd", "dt", "td", "th", "figcaption", "caption", "blockquote", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "dl", "table", "tr", "thead", "tbody", "div", "section", "article", "aside", "figure",
    "main", "header", "footer", "nav", "hr", "svg", "g", "path", "circle", "text",
))
# fmt: on
JOINED = frozenset(["em", "strong", "b", "i", "span", "mark", "q", "small", "abbr", "u", "s", "cite", "wbr"])
VOID = frozenset(("br", "hr", "img", "wbr", "input", "source", "col"))

# What a barrier leaves in the text: neither a word character nor a space.
BARRIER = "\x00"

_TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_SPECIAL = re.compile(
    r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);|[^<&]?[\u0300-\u036f]+|[\t\n\r\f\v ]{2,}|[\t\n\r\f\v`]|[^\x00-\x7e]"
)
_EN_DASH = re.compile(r"(?<=[^\W\d_])\u2013(?=[^\W\d_])")


class _Scanner:
    def __init__(self, html: str) -> None:
        self.html = html
        self.blocks: list[Block] = []
        self.manual: list[Manual] = []
        self.links: list[str] = []
        self.section = ""
        self.quotes = 0
        self.stack: list[tuple[str, int]] = []
        self.counter = 0
        self.pieces: list[str] = []
        self.length = 0
        self._open("")

    def scan(self) -> View:
        position, shield = 0, None  # shield: (tag, depth, anchor) while inside a barrier
        for token in _TOKEN.finditer(self.html):
            if shield is None:
                self._text(position, token.start())
            position = token.end()
            name = (token[2] or "").lower()
            if not name:
                continue
            closing = bool(token[1])
            if shield is not None:
                shield = self._within(shield, name, closing, token)
            elif closing:
                self._close(name, token)
            else:
                shield = self._start(name, token)
        if shield is None:
            self._text(position, len(self.html))
        self._flush()
        return View([block for block in self.blocks if block.text.strip()], self.manual, self.links)

    def _start(self, name: str, token: re.Match[str]) -> tuple[str, int, re.Match[str] | None] | None:
        attributes = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(token[3])}
        if name in BLOCKS:
            self._open(name)
            if name == "h2":
                self.section = unescape(attributes.get("id", ""))
                self.blocks[-1].section = self.section
            if name == "blockquote":
                self.quotes += 1
                self.blocks[-1].quoted = True
        if name in VOID:
            if name == "br":
                self._put(" ", token.start(), token.end())
            return None
        shielded = "no-entity" in attributes.get("class", "").split() or "data-no-entity" in attributes
        if shielded or (name not in BLOCKS and name not in JOINED):
            self._put(BARRIER, token.start(), token.end())
            if name == "a":
                self.links.append(unescape(attributes.get("href", "")))
            return name, 1, token if name == "a" else None
        if name in JOINED:
            self.counter += 1
            self.stack.append((name, self.counter))
            self.blocks[-1].spans[self.counter] = [token.start(), -1]
            self._mark()
        return None

    def _within(
        self, shield: tuple[str, int, re.Match[str] | None], name: str, closing: bool, token: re.Match[str]
    ) -> tuple[str, int, re.Match[str] | None] | None:
        tag, depth, anchor = shield
        if name != tag or name in VOID:
            return shield
        depth += -1 if closing else 1
        if depth:
            return tag, depth, anchor
        if anchor is not None and self.links[-1].startswith("entity:"):
            key = self.links[-1].removeprefix("entity:")
            surface = unescape(self.html[anchor.end() : token.start()])
            self.manual.append(Manual(key, surface, self.section, anchor.span(), token.span()))
        if tag in BLOCKS:
            self._open("")
        return None

    def _close(self, name: str, token: re.Match[str]) -> None:
        if name in BLOCKS:
            self.quotes -= name == "blockquote" and self.quotes > 0
            self._open("")
        elif name in JOINED:
            for index in range(len(self.stack) - 1, -1, -1):
                if self.stack[index][0] == name:
                    self.blocks[-1].spans[self.stack[index][1]][1] = token.end()
                    del self.stack[index:]
                    break
            self._mark()
        else:  # closes nothing that is open: a name does not run over it
            self._put(BARRIER, token.start(), token.end())

    def _open(self, tag: str) -> None:
        self._flush()
        self.stack.clear()
        self.blocks.append(Block(tag, self.section, self.quotes > 0))

    def _flush(self) -> None:
        if self.blocks:
            self.blocks[-1].text = "".join(self.pieces)
        self.pieces, self.length = [], 0

    def _mark(self) -> None:
        block = self.blocks[-1]
        block.runs.append((self.length, tuple(number for _, number in self.stack)))

    def _put(self, text: str, start: int, end: int) -> None:
        """Add `text`, written as one thing at [start, end) of the HTML; plain text where `end` is 0."""
        if text:
            block = self.blocks[-1]
            self.pieces.append(text)
            block.places.append(self.length)
            block.origins.append(start)
            block.ends.append(end)
            self.length += len(text)

    def _text(self, start: int, end: int) -> None:
        """Add the text of html[start:end]: plain stretches whole, special characters one by one."""
        if start >= end:
            return
        text = self.html[start:end]
        dashes = {match.start() for match in _EN_DASH.finditer(text)} if "–" in text else ()
        done = 0
        for match in _SPECIAL.finditer(text):
            self._put(text[done : match.start()], start + done, 0)
            written = match[0]
            plain = "-" if match.start() in dashes else normal_form(written)
            if plain == " " and self.pieces and self.pieces[-1].endswith(" "):
                plain = ""
            self._put(plain, start + match.start(), start + match.end())
            done = match.end()
        self._put(text[done:], start + done, 0)


def read_view(html: str) -> View:
    """Return the text of an HTML fragment in blocks. Time is linear in its length."""
    return _Scanner(html).scan()
