"""Floor 1. Languages: versions of a page, interface strings, dates, listings and feeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from plugins.bilingual.catalogs import read_catalogs
from plugins.bilingual.feeds import name_feed
from plugins.bilingual.figure_words import say_words
from plugins.bilingual.generator import ListingsGenerator
from plugins.bilingual.strings import template_filters, template_globals
from plugins.bilingual.twins import alternates, default_version, missing, switches
from plugins.documents import stages
from plugins.documents.addresses import home_url

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.documents.site import Site


def add_template_names(pelican: Pelican) -> None:
    """Give templates their strings, dates and addresses."""
    settings = pelican.settings
    catalogs = read_catalogs(Path(settings["THEME"]) / "translations", settings["LANGUAGES"])
    settings["JINJA_GLOBALS"] = settings["JINJA_GLOBALS"] | template_globals(catalogs, settings)
    settings["CATALOGS"] = catalogs
    settings["JINJA_FILTERS"] = settings["JINJA_FILTERS"] | template_filters()


def add_generator(pelican: Pelican) -> type[ListingsGenerator]:  # noqa: ARG001
    """Give Pelican the listings' generator."""
    return ListingsGenerator


def add_versions(site: Site) -> None:
    """Put on each page where its other versions are, and on the context what every page links."""
    languages, root = site.settings["LANGUAGES"], site.settings["SITEURL"]
    homes = {lang: f"{root}/{home_url(lang)}" for lang in languages}
    for versions in site.versions().values():
        urls = {lang: f"{root}/{content.url}" for lang, content in versions.items()}
        for lang, content in versions.items():
            content.alternates = alternates(urls, languages)
            content.x_default = default_version(urls, languages)
            content.switch = switches(lang, urls, homes, languages)
            content.missing = missing(urls, languages)
            content.noindex = content.is_draft
            content._content = say_words(content._content, lang, site.settings["CATALOGS"].gettext)
    site.context["abouts"] = {lang: site.of_kind("about", lang) for lang in languages}


def register() -> None:
    """Connect to Pelican and to floor 1."""
    signals.initialized.connect(add_template_names)
    signals.get_generators.connect(add_generator)
    signals.feed_generated.connect(name_feed)
    stages.FLOORS[1].connect(add_versions)
