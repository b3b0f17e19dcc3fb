"""Floor 1. Languages: versions of a page, interface strings, dates, listings and feeds."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pelican import signals

from plugins.bilingual.catalogs import catalog_findings, read_catalogs
from plugins.bilingual.changes import corrections
from plugins.bilingual.feeds import name_feed
from plugins.bilingual.figure_words import say_words
from plugins.bilingual.generator import ListingsGenerator
from plugins.bilingual.parallel import side_by_side, splitting
from plugins.bilingual.strings import template_filters, template_globals
from plugins.bilingual.twins import alternates, default_version, missing, switches
from plugins.documents import stages
from plugins.documents.addresses import home_url, parallel_url
from plugins.documents.ahead import work_ahead
from plugins.documents.findings import report
from plugins.documents.stamps import is_stale

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.bilingual.parallel import Column
    from plugins.documents.site import Site


def add_template_names(pelican: Pelican) -> None:
    """Give templates their strings, dates and addresses."""
    settings = pelican.settings
    # Paths in findings are relative to the repository; Pelican makes the theme's absolute.
    theme, languages = Path(os.path.relpath(settings["THEME"])), settings["LANGUAGES"]
    catalogs = read_catalogs(theme / "translations", languages)
    if faults := catalog_findings(theme, catalogs, languages, settings["INTERFACE_LANGUAGE"]):
        print(report(faults), file=sys.stderr)
        raise SystemExit(1)
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
    versions = site.versions()
    for content in site.fresh:
        urls = {lang: f"{root}/{one.url}" for lang, one in versions[content.kind, content.key].items()}
        content.alternates = alternates(urls, languages)
        content.x_default = default_version(urls, languages)
        content.switch = switches(content.lang, urls, homes, languages)
        content.missing = missing(urls, languages)
        content.is_stale = is_stale(content.document, site.corpus)
        content.noindex = content.is_draft
        content._content = say_words(content._content, content.lang, site.settings["CATALOGS"].gettext)
    site.share("corrections_of", {lang: corrections(site.contents, lang) for lang in languages})
    for name, kind in (("abouts", "about"), ("top_pages", "pages")):
        site.share(name, {lang: site.of_kind(kind, lang) for lang in languages})


def add_parallel(site: Site) -> None:
    """Set the versions of dated pages side by side, once their names are linked."""
    all_versions, memo = site.versions(), site.settings["MEMO"]
    columns: dict[tuple[str, str], dict[str, Column]] = {}
    for name in dict.fromkeys((one.kind, one.key) for one in site.fresh):
        versions = all_versions[name]
        dated = [versions[lang] for lang in site.settings["LANGUAGES"] if lang in versions]
        shown = [one for one in dated if one.as_of and not one.is_stale]
        columns[name] = {one.lang: splitting(one.lang, partial(_whole, one, site)) for one in shown}
    work_ahead(memo, (column for found in columns.values() for column in found.values()))
    for (kind, key), found in columns.items():
        parallel = side_by_side(parallel_url(site.settings["PARALLEL"], key), found, memo)
        for content in all_versions[kind, key].values():
            content.parallel = parallel


def _whole(content: Any, site: Site) -> str:
    """Return deck, points and text of a page as one HTML, its links to pages resolved by Pelican."""
    points = Markup("").join(Markup("<li>{}</li>").format(point) for point in content.in_short)
    return Markup("<p>{}</p><ul>{}</ul>{}").format(
        content.summary, points, Markup(content.get_content(site.settings["SITEURL"]))
    )


def register() -> None:
    """Connect to Pelican and to floor 1."""
    signals.initialized.connect(add_template_names)
    signals.get_generators.connect(add_generator)
    signals.feed_generated.connect(name_feed)
    stages.FLOORS[1].connect(add_versions)
    stages.FLOORS[3].connect(add_parallel)
