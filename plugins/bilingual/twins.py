"""Which versions a page has, and where a reader goes who wants the other language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Switch:
    """The way to another language: the same page where it exists, else that language's home."""

    lang: str
    url: str
    exists: bool


def alternates(urls: Mapping[str, str], languages: Sequence[str]) -> list[tuple[str, str]]:
    """Return (language, address) of every version that exists, in the site's order."""
    return [(lang, urls[lang]) for lang in languages if lang in urls]


def switches(
    lang: str, urls: Mapping[str, str], homes: Mapping[str, str], languages: Sequence[str]
) -> list[Switch]:
    """Return the ways from a page in `lang` to each other language."""
    return [
        Switch(other, urls.get(other, homes[other]), other in urls) for other in languages if other != lang
    ]


def missing(urls: Mapping[str, str], languages: Sequence[str]) -> list[str]:
    """Return the languages that have no version of the page."""
    return [lang for lang in languages if lang not in urls]


def default_version(urls: Mapping[str, str], languages: Sequence[str]) -> str:
    """Return the address for readers of any other language: the earliest language's version."""
    return next(urls[lang] for lang in languages if lang in urls)
