"""Floor 2. Links every named entity to its glossary page, and tells what each page names."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.documents import stages
from plugins.entities.entries import entry_of
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, link_page

if TYPE_CHECKING:
    from plugins.documents.site import Site

# The first fragments of a page are its title and deck: read, never linked.
READ_ONLY = 2


def link_entities(site: Site) -> None:
    """Link the entities of every page, and let pages and entries know of each other."""
    versions = {key: found for (kind, key), found in site.versions().items() if kind == "glossary"}
    for lang in site.settings["LANGUAGES"]:
        entries = {key: found[lang] for key, found in versions.items() if lang in found}
        index = Index(
            (entry_of(key, one.document.front) for key, one in entries.items()), read_language(lang)
        )
        targets = _targets(site, versions, lang)
        for content in (content for content in site.contents if content.lang == lang):
            _link(content, index, targets, entries)
        for key, entry in entries.items():
            pages = [one for one in site.contents if one.lang == lang and key in one.entity_keys]
            entry.appears_in = sorted(
                (one for one in pages if one.kind not in ("glossary", "about")), key=lambda one: one.order
            )


def _targets(site: Site, versions: dict[str, dict[str, Any]], lang: str) -> dict[str, Target]:
    """Return key → where its links lead: the page in `lang`, else the first language's that has one."""
    targets = {}
    for key, found in versions.items():
        own = lang if lang in found else next(one for one in site.settings["LANGUAGES"] if one in found)
        targets[key] = Target(f"{site.settings['SITEURL']}/{found[own].url}", "" if own == lang else own)
    return targets


def _link(content: Any, index: Index, targets: dict[str, Target], entries: dict[str, Any]) -> None:
    front = content.document.front
    read_only = [Fragment(escape(text), scan_only=True) for text in (content.title, content.summary)]
    linked = link_page(
        [*read_only, *map(Fragment, content.in_short), Fragment(content._content)],
        index,
        targets,
        page_key=content.key if content.kind == "glossary" else None,
        settled=front.entities,
        automatic=front.link_entities,
    )
    *sentences, body = linked.fragments[READ_ONLY:]
    content.in_short = [Markup(sentence) for sentence in sentences]
    content._content = body
    content.mentions, content.entity_keys = linked.mentions, linked.keys
    content.terms = sorted((entries[key] for key in linked.keys if key in entries), key=lambda one: one.title)


def register() -> None:
    """Connect to floor 2."""
    stages.FLOORS[2].connect(link_entities)
