"""Pieces of a page shown elsewhere, without what only works on the page itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from bs4 import BeautifulSoup


def without_notes(html: str) -> str:
    """Return `html` without the links to notes, which stand at the foot of its own page."""
    soup = BeautifulSoup(html, "lxml")
    for mark in soup.select("sup.cite"):
        mark.decompose()
    return soup.body.decode_contents().removeprefix("<p>").removesuffix("</p>") if soup.body else ""


def domain(url: str) -> str:
    """Return the host of an address as a reader knows it."""
    return urlsplit(url).netloc.removeprefix("www.")
