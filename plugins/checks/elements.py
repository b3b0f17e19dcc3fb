"""The elements of a built page, read by one pattern: pages are our own templates' work, so it may be strict.

What begins like markup and is neither a start tag, an end tag nor the doctype counts as an element, whose
name no list allows. So a page without findings is read here as any browser reads it.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    Element = tuple[str, Mapping[str, str]]  # name and attributes

# Possessive throughout (*+, ++, ?+): no text makes them go back.
_NAME = r"""[^\s"'<>/=]++"""
_VALUE = r"""=(?:"[^"]*+"|'[^']*+'|[^\s"'<>=`]++)"""
_START = rf"<[a-zA-Z][\w-]*+(?:\s++{_NAME}(?:{_VALUE})?+)*+\s*+/?+>"
_NEITHER = r"<(?!/[a-zA-Z][\w-]*+\s*+>|!doctype html>)[a-zA-Z/!?][^<>]{,60}"
_TAG = re.compile(f"{_START}|{_NEITHER}")
_START_TAG = re.compile(_START)
_ATTRIBUTE = re.compile(f"({_NAME})({_VALUE})?+")


def tags(html: str) -> list[str]:
    """Return the start tags of a page as they are written, and the beginnings of what is no tag."""
    return _TAG.findall(html)


def element(tag: str) -> Element:
    """Return the element that a tag begins. Of an attribute that stands twice, browsers take the first."""
    if not _START_TAG.fullmatch(tag):
        return " ".join(tag[1:].split()), {}
    (name, _), *attributes = _ATTRIBUTE.findall(tag)
    return name.lower(), {key.lower(): _plain(value[1:]) for key, value in reversed(attributes)}


def _plain(value: str) -> str:
    text = value[1:-1] if value.startswith(("'", '"')) else value
    return unescape(text) if "&" in text else text
