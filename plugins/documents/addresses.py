"""Where pages live: `/LANG/SEGMENT/SLUG/`, with the segments of SECTIONS; without one, at the top."""

from __future__ import annotations

from collections.abc import Mapping

Sections = Mapping[str, Mapping[str, str]]


def home_url(lang: str) -> str:
    """Return the address of a language's home, relative to the site's root."""
    return f"{lang}/"


def section_url(sections: Sections, kind: str, lang: str) -> str:
    """Return the address of a listing, relative to the site's root."""
    segment = sections[kind][lang]
    return f"{lang}/{segment}/" if segment else home_url(lang)


def document_url(sections: Sections, kind: str, lang: str, slug: str) -> str:
    """Return the address of a document, relative to the site's root."""
    return f"{section_url(sections, kind, lang)}{slug}/"


def parallel_url(segment: str, key: str) -> str:
    """Return the address of the page with the languages side by side, relative to the site's root."""
    return f"{segment}/{key}/"
