"""Pieces of a page shown elsewhere, without what only works on the page itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from markupsafe import Markup


def without_notes(html: str) -> Markup:
    """Return `html` without the links to notes, which stand at the foot of its own page."""
    soup = BeautifulSoup(html, "lxml")
    for mark in soup.select("sup.cite"):
        mark.decompose()
    inside = soup.body.decode_contents() if soup.body else ""
    return Markup(inside.removeprefix("<p>").removesuffix("</p>"))


def domain(url: str) -> str:
    """Return the host of an address as a reader knows it."""
    return urlsplit(url).netloc.removeprefix("www.")
