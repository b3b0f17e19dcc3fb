"""A page's HTML as plain text in blocks, each character knowing where it stands in the HTML.

The HTML is scanned once, from left to right; no tree is made, so nothing is rewritten. Text is
normalised (NFC, apostrophes, hyphens, spaces) beside a map of offsets: what keeps its length in place,
anything else as a piece of its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from plugins.entities.normal_form import JOINING_DASH, SAME_LENGTH, VANISHING, normal_form
from plugins.entities.text_blocks import Block, Link, Manual, View

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

# Nothing that was taken is given back: a tag that is never closed costs no more than its length.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|</?([A-Za-z][\w:-]*+)([^<>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*+)*+)>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_REFERENCE = r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);"
_COMBINED, _SPACES = r"[^<&]?[\u0300-\u036f]+", r"[\t\n\r\f\v ]{2,}"
# What changes its length, or may: each becomes a piece. The second is for text that is not in NFC.
_PIECES = re.compile(f"{_REFERENCE}|{_COMBINED}|{_SPACES}|[{VANISHING}]")
_PIECES_NOT_NFC = re.compile(f"{_REFERENCE}|{_COMBINED}|{_SPACES}|[^\x00-\x7e]")
_MARKS = re.compile("[\u0300-\u036f]")
_IN_PLACE = re.compile(f"[{''.join(SAME_LENGTH)}]")


class _Tag(NamedTuple):
    """What a tag is. `is_shield`: all up to its end is a barrier."""

    name: str
    is_block: bool
    is_joined: bool
    is_void: bool
    is_shield: bool
    address: str
    anchor: str


@lru_cache(maxsize=1024)
def _opening(name: str, attributes: str) -> _Tag:
    """Return what an opening tag is; a page has few different ones."""
    name = name.lower()
    found = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(attributes)}
    is_block, is_joined = name in BLOCKS, name in JOINED
    shielded = "no-entity" in found.get("class", "").split() or "data-no-entity" in found
    return _Tag(
        name,
        is_block,
        is_joined,
        name in VOID,
        shielded or not (is_block or is_joined),
        unescape(found.get("href", "")),
        unescape(found.get("id", "")),
    )


def _keeps_length(text: str) -> bool:
    """Tell, by quick looks, that every character stands for one: true of most text."""
    flat = text.replace("\n", " ")
    if "&" in flat or "  " in flat or not flat.isprintable():
        return False
    return flat.isascii() or (unicodedata.is_normalized("NFC", flat) and _MARKS.search(flat) is None)


def _plain(text: str) -> str:
    """Return text with look-alikes as the matcher sees them, at the same length."""
    if "–" in text:
        text = JOINING_DASH.sub("-", text)
    if text.isascii():
        return text if text.isprintable() and "`" not in text else text.translate(_ASCII)
    return _IN_PLACE.sub(lambda match: SAME_LENGTH[match[0]], text)


_ASCII = str.maketrans({one: to for one, to in SAME_LENGTH.items() if one.isascii()})


class _Scanner:
    def __init__(self, html: str) -> None:
        self.html = html
        self.blocks: list[Block] = []
        self.manual: list[Manual] = []
        self.links: list[Link] = []
        self.section = ""
        self.quotes = 0
        self.stack: list[tuple[str, int]] = []
        self.counter = 0
        self.pieces: list[str] = []
        self.length = 0
        self._open("")

    def scan(self) -> View:
        position, shield = 0, None  # shield: (name, depth, tag, its token) while inside a barrier
        html = self.html
        for token in _TOKEN.finditer(html):
            start = token.start()
            if shield is None and position < start:
                self._text(html[position:start], position)
            position = token.end()
            name = token[1]
            if name is None:
                continue
            closing = html[start + 1] == "/"
            if shield is not None:
                shield = self._within(shield, name.lower(), closing, token)
            elif closing:
                self._close(name.lower(), token)
            else:
                shield = self._start(_opening(name, token[2]), token)
        if shield is None and position < len(html):
            self._text(html[position:], position)
        self._flush()
        return View([block for block in self.blocks if block.text.strip()], self.manual, self.links)

    def _start(self, tag: _Tag, token: re.Match[str]) -> tuple[str, int, re.Match[str] | None] | None:
        if tag.is_block:
            self._open(tag.name)
            if tag.name == "h2":
                self.section = self.blocks[-1].section = tag.anchor
            if tag.name == "blockquote":
                self.quotes += 1
                self.blocks[-1].quoted = True
        if tag.is_void:
            if tag.name == "br":
                self._put(" ", token.start(), token.end())
            return None
        if tag.is_shield:
            self._put(BARRIER, token.start(), token.end())
            is_link = tag.name == "a"
            if is_link:
                self.links.append(Link(tag.address, self.blocks[-1], self.length - 1))
            return tag.name, 1, token if is_link else None
        if tag.is_joined:
            self.counter += 1
            self.stack.append((tag.name, self.counter))
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
        if anchor is not None and (address := self.links[-1].address).startswith("entity:"):
            key = address.removeprefix("entity:")
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

    def _text(self, text: str, offset: int) -> None:
        """Add text that stands at `offset` of the HTML."""
        if text[0] in "\n\t\r\f\v" and self.pieces and self.pieces[-1].endswith(" "):
            text, offset = text[1:], offset + 1
        plain, done = _plain(text), 0
        if _keeps_length(text):
            self._put(plain, offset, 0)
            return
        pieces = _PIECES if unicodedata.is_normalized("NFC", text) else _PIECES_NOT_NFC
        for match in pieces.finditer(text):
            start, end = match.span()
            self._put(plain[done:start], offset + done, 0)
            done = end
            # One character may have kept its length already; a dash between letters has.
            written = plain[start] if end - start == 1 else match[0]
            piece = normal_form(written)
            if piece != " " or not (self.pieces and self.pieces[-1].endswith(" ")):
                self._put(piece, offset + start, offset + end)
        self._put(plain[done:], offset + done, 0)


def read_view(html: str) -> View:
    """Return the text of an HTML fragment in blocks. Time is linear in its length."""
    return _Scanner(html).scan()
