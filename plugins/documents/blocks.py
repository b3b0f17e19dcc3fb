"""The blocks of a document's body, with their lines: what a rule about paragraphs looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)")
_DEFINITION = re.compile(r":\s+(.*)")
_DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_ATTRIBUTES = re.compile(r"\{:([^}]*)\}")
# A line of attributes that a blank line divides from its block: it is a paragraph of its own, and shown.
ALONE = re.compile(r"\{:[^{}]*\}")
_CLASS = re.compile(r"\.([\w-]+)")

# Kinds: heading, paragraph, item, definition, quote, header (of a table), row, code.


@dataclass(frozen=True)
class Block:
    """One block: its kind, first line (of the file, from 1), text, and classes given by `{: .name}`."""

    kind: str
    line: int
    text: str
    classes: frozenset[str] = frozenset()


# Rules look at the blocks of a page and of its original one after another, and then no more.
@lru_cache(maxsize=4)
def blocks(body: str, first_line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of `body`, whose first line is line `first_line` of its file."""
    return tuple(block for group in _groups(body.split("\n"), first_line) for block in _split(group))


def _groups(lines: list[str], first_line: int) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines that no blank line divides."""
    group: list[tuple[int, str]] = []
    for number, line in enumerate(lines, first_line):
        if line.strip():
            group.append((number, line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _split(group: list[tuple[int, str]]) -> Iterator[Block]:
    """Yield the blocks within a run of lines: items and rows need no blank line between them."""
    found: list[tuple[str, int, list[str], frozenset[str]]] = []
    for position, (number, line) in enumerate(group):
        stripped = line.strip()
        attributes = _ATTRIBUTES.fullmatch(stripped)
        if attributes and found:
            kind, start, text, classes = found[-1]
            found[-1] = (kind, start, text, classes | frozenset(_CLASS.findall(attributes[1])))
            continue
        kind, words = _kind(group, position)
        if kind == "delimiter":
            continue
        if kind == "more" and found:
            found[-1][2].append(stripped)
        elif kind == "quote" and found and found[-1][0] == "quote":
            found[-1][2].append(words)
        else:
            found.append(("paragraph" if kind == "more" else kind, number, [words], frozenset()))
    for kind, start, text, classes in found:
        yield Block(kind, start, "\n".join(text), classes)


def _kind(group: list[tuple[int, str]], position: int) -> tuple[str, str]:
    """Return (kind, text) of a line; kind "more" continues the block before it."""
    line = group[position][1]
    stripped = line.strip()
    if match := _HEADING.match(stripped):
        return "heading", match[2]
    if stripped.startswith(">"):
        return "quote", stripped.lstrip("> ")
    if stripped.startswith("|"):
        if _DELIMITER.fullmatch(stripped):
            return "delimiter", ""
        following = group[position + 1][1].strip() if position + 1 < len(group) else ""
        return ("header" if "-" in following and _DELIMITER.fullmatch(following) else "row"), stripped
    if match := _ITEM.match(line):
        return "item", match[1]
    if match := _DEFINITION.match(line):
        return "definition", match[1]
    if line.startswith("    ") and position == 0:
        return "code", stripped
    return "more", stripped
