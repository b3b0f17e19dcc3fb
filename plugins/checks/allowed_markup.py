"""What a built page may hold. Content is written by many hands: whatever else appears is a finding.

The list is what our templates and plugins make of Markdown, and no more: no handler, no style, no frame, no
form that sends, and no address but of the web, of mail, or within the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

# On any element: class, id, lang, and names that begin with one of these.
EVERYWHERE = frozenset(("class", "id", "lang", "role"))
BEGINNINGS = ("data-", "aria-")
_PLAIN = """
article blockquote body br caption cite code dd dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head
header hr html label li main nav ol p pre section select span
strong style sup table tbody td th thead title tr ul
"""
# Element → its own attributes.
ALLOWED: dict[str, frozenset[str]] = {name: frozenset() for name in _PLAIN.split()} | {
    name: frozenset(attributes.split())
    for name, attributes in {
        "a": "href hreflang rel type title",
        "circle": "cx cy r",
        "div": "popover",
        "img": "alt src title width height loading",
        "input": "autocomplete spellcheck type",
        "label": "for",
        "link": "as crossorigin href hreflang rel sizes title type",
        "meta": "charset content http-equiv name property",
        "ol": "start",
        "option": "value",
        "path": "d",
        "script": "defer src type",
        "svg": "viewbox",
        "td": "align",
        "text": "dx dy x y",
        "th": "align",
        "time": "datetime",
    }.items()
}
ADDRESSES = ("href", "src")
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|#)[^\s<>\"'`\\]*")
_OURS = re.compile(r"Content-Security-Policy", re.IGNORECASE)


def strange_markup(tags: Iterable[Tag], root: str) -> Iterator[str]:
    """Yield what of a page's elements is not allowed, each as it might stand in the page.

    `root` is the site's address: scripts come from its theme alone.
    """
    for tag in tags:
        if tag.name not in ALLOWED:
            yield f"<{tag.name}>"
            continue
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            if not (name in EVERYWHERE or name in ALLOWED[tag.name] or name.startswith(BEGINNINGS)):
                yield f"<{tag.name} {name}>"
            elif name in ADDRESSES and not _SAFE_ADDRESS.fullmatch(text):
                yield f"<{tag.name} {name}={text[:60]!r}>"
        if tag.name == "script" and not _is_our_script(tag, root):
            yield "<script>"
        if tag.name == "meta" and (kind := tag.get("http-equiv")) and not _OURS.fullmatch(str(kind)):
            yield f"<meta http-equiv={kind}>"


def _is_our_script(tag: Tag, root: str) -> bool:
    if tag.get("src") is None:
        return tag.get("type") == "application/ld+json"
    return str(tag["src"]).startswith(f"{root}/theme/")
