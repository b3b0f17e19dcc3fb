"""The pages that list others, one of each per language, and those that belong to no language."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plugins.bilingual.twins import Switch, alternates, switches
from plugins.documents.addresses import home_url, section_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SECTION_LISTINGS = {
    "explainers": "listing.html",
    "background": "listing.html",
    "glossary": "glossary.html",
    "sources": "sources.html",
    "search": "search.html",
}


@dataclass(frozen=True)
class Listing:
    """What a template knows of a page that no document makes; addresses are absolute but `url`."""

    kind: str
    template: str
    lang: str
    url: str
    save_as: str
    alternates: Sequence[tuple[str, str]] = ()
    x_default: str = ""
    switch: Sequence[Switch] = ()
    noindex: bool = False
    missing: Sequence[str] = field(default=())
    title: str = ""


def listings(settings: dict[str, Any]) -> list[Listing]:
    """Return every listing of the site: homes, section listings, the chooser and the 404 page."""
    languages, sections = settings["LANGUAGES"], settings["SECTIONS"]
    homes = {lang: home_url(lang) for lang in languages}
    pages = [_family("home", "home.html", homes, settings, x_default="")]
    for kind, template in SECTION_LISTINGS.items():
        urls = {lang: section_url(sections, kind, lang) for lang in languages}
        pages.append(_family(kind, template, urls, settings, x_default=urls[languages[0]]))
    return [page for family in pages for page in family] + _without_language(homes, settings)


def _family(
    kind: str, template: str, urls: dict[str, str], settings: dict[str, Any], x_default: str
) -> list[Listing]:
    root, languages = settings["SITEURL"], settings["LANGUAGES"]
    absolute = {lang: f"{root}/{url}" for lang, url in urls.items()}
    return [
        Listing(
            kind,
            template,
            lang,
            urls[lang],
            f"{urls[lang]}index.html",
            alternates(absolute, languages),
            f"{root}/{x_default}",
            switches(lang, absolute, absolute, languages),
        )
        for lang in languages
    ]


def _without_language(homes: dict[str, str], settings: dict[str, Any]) -> list[Listing]:
    root, languages = settings["SITEURL"], settings["LANGUAGES"]
    absolute = {lang: f"{root}/{url}" for lang, url in homes.items()}
    source = languages[0]
    ways = [Switch(lang, absolute[lang], True) for lang in languages]
    chooser = Listing(
        "chooser", "chooser.html", source, "", "index.html", alternates(absolute, languages), f"{root}/", ways
    )
    lost = Listing("not-found", "not-found.html", source, "404.html", "404.html", switch=ways, noindex=True)
    return [chooser, lost]


def parallel_listing(
    url: str, title: str, versions: Sequence[tuple[str, str]], settings: dict[str, Any]
) -> Listing:
    """Return the page with the `versions` (language, address) of a page side by side.

    Search engines are kept out: they have the versions themselves.
    """
    switch = [Switch(lang, address, True) for lang, address in versions]
    source, path = settings["LANGUAGES"][0], f"{url}index.html"
    return Listing("parallel", "parallel.html", source, url, path, switch=switch, noindex=True, title=title)


def by_letter(entries: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Return (initial, entries) in alphabetical order; accents do not make letters of their own."""
    letters: dict[str, list[Any]] = {}
    for entry in sorted(entries, key=lambda entry: (plain(entry.title), entry.key)):
        initial = plain(entry.title)[0].upper()
        letters.setdefault(initial if initial.isalpha() else "#", []).append(entry)
    return sorted(letters.items())


def plain(text: str) -> str:
    """Return `text` for sorting: case folded, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
