"""Pieces of a page shown elsewhere, without what only works on the page itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import html as trees
from markupsafe import Markup


def without_notes(html: str) -> Markup:
    """Return `html` without the links to notes, which stand at the foot of its own page."""
    root = trees.fragment_fromstring(html, create_parent="div")
    for mark in root.xpath("//sup[@class='cite']"):
        mark.drop_tree()
    inside = trees.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
    return Markup(inside.removeprefix("<p>").removesuffix("</p>"))


def domain(url: str) -> str:
    """Return the host of an address as a reader knows it."""
    return urlsplit(url).netloc.removeprefix("www.")
