"""Floor 1. Glossary entries: a content type, its generator, and the facts that its pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import signals

from plugins.documents import stages
from plugins.glossary.facts import names_elsewhere, visible_names
from plugins.glossary.generator import GlossaryGenerator, entries_by_key

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.documents.site import Site


def add_generator(pelican: Pelican) -> type[GlossaryGenerator]:  # noqa: ARG001
    """Give Pelican the glossary's generator."""
    return GlossaryGenerator


def add_facts(site: Site) -> None:
    """Put on each entry what its page shows."""
    by_key = entries_by_key(site.contents)
    for versions in by_key.values():
        titles = {lang: entry.title for lang, entry in versions.items()}
        for lang, entry in versions.items():
            front = entry.document.front
            entry.type = front.type
            entry.native = front.native
            entry.wikidata = front.wikidata
            entry.coordinates = front.coordinates
            entry.aliases = visible_names(front)
            entry.names = names_elsewhere(lang, titles, site.settings["LANGUAGES"])
            related = (by_key.get(key, {}).get(lang) for key in front.related)
            entry.related = [other for other in related if other]


def register() -> None:
    """Connect to Pelican and to floor 1."""
    signals.get_generators.connect(add_generator)
    stages.FLOORS[1].connect(add_facts)
