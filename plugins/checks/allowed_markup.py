"""What a built page may hold. Content is written by many hands: whatever else appears is a finding.

The list is what our templates and plugins make of Markdown, and no more: no handler, no style, no frame, no
form that sends, and no address but of the web, of mail, or within the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from plugins.checks.elements import Element

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


def strange_markup(tags: Iterable[Element], root: str) -> Iterator[str]:
    """Yield what of a page's elements is not allowed, each as it might stand in the page.

    `root` is the site's address: scripts come from its theme alone.
    """
    for tag, attributes in tags:
        if tag not in ALLOWED:
            yield f"<{tag}>"
            continue
        for name, value in attributes.items():
            if not _is_allowed(tag, name):
                yield f"<{tag} {name}>"
            elif name in ADDRESSES and not _SAFE_ADDRESS.fullmatch(value):
                yield f"<{tag} {name}={value[:60]!r}>"
        if tag == "script" and not _is_our_script(attributes, root):
            yield "<script>"
        if tag == "meta" and (kind := attributes.get("http-equiv")) and not _OURS.fullmatch(kind):
            yield f"<meta http-equiv={kind}>"


@lru_cache(maxsize=1024)
def _is_allowed(tag: str, name: str) -> bool:
    return name in EVERYWHERE or name in ALLOWED[tag] or name.startswith(BEGINNINGS)


def _is_our_script(attributes: Mapping[str, str], root: str) -> bool:
    if "src" not in attributes:
        return attributes.get("type") == "application/ld+json"
    return attributes["src"].startswith(f"{root}/theme/")
