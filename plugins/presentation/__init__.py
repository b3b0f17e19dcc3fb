"""Floor 3. What readers see beside the text: styles, reading path, excerpts, ways to report an error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican import signals

from plugins.documents import stages
from plugins.presentation.excerpts import domain, without_notes
from plugins.presentation.reading import neighbours
from plugins.presentation.repository import edit_url, report_url
from plugins.presentation.search_index import SearchFailed, write_search_index
from plugins.presentation.share_cards import card_path, write_cards
from plugins.presentation.structured_data import GLOSSARY_FILE, StructuredData, as_json, glossary_set
from plugins.presentation.styles import bundle, content_security_policy

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.documents.site import Site

HEADING_FONT = "newsreader-600.woff2"


def add_template_names(pelican: Pelican) -> None:
    """Give every page the bundled styles, the policy that allows them, and what describes it elsewhere."""
    settings = pelican.settings
    theme = f"{settings['SITEURL']}/{settings['THEME_STATIC_DIR']}"
    font = f"{theme}/{HEADING_FONT}"
    css = bundle(Path(settings["THEME"]) / "static" / "css" / "main.css", font)
    policy = content_security_policy(css, [f"{theme}/"])
    searching = content_security_policy(css, [f"{theme}/", f"{settings['SITEURL']}/pagefind/"], programs=True)
    names = {"css": Markup(css), "csp": policy, "search_csp": searching, "font": font}
    described = {
        "structured_data": StructuredData(settings).page,
        "share_image": lambda subject: f"{settings['SITEURL']}/{card_path(subject)}",
    }
    settings["JINJA_GLOBALS"] = settings["JINJA_GLOBALS"] | names | described
    settings["JINJA_FILTERS"] = settings["JINJA_FILTERS"] | {"domain": domain, "without_notes": without_notes}


def add_presentation(site: Site) -> None:
    """Put on each page where to read on, and where to mend it."""
    settings = site.settings
    for content in site.fresh:
        content.previous = content.next = content.edit_url = content.report_url = None
        if repository := settings["REPOSITORY_URL"]:
            content.edit_url = edit_url(repository, content.document.path)
            page = f"{settings['SITEURL']}/{content.url}"
            content.report_url = report_url(repository, content.title, page)
    for lang in settings["LANGUAGES"]:
        path = [*site.of_kind("explainers", lang), *site.of_kind("background", lang)]
        for content, before, after in neighbours(path):
            content.previous, content.next = before, after


def write_files(pelican: Pelican) -> None:
    """Write what stands beside the pages: linked data; when published, share cards and search index."""
    settings = pelican.settings
    site, output = settings["SITE"], Path(settings["OUTPUT_PATH"])
    entries = [found for (kind, _), found in site.versions().items() if kind == "glossary"]
    data = glossary_set(entries, settings["SITEURL"], settings["SITENAME"])
    (output / GLOSSARY_FILE).write_text(as_json(data), "utf-8")
    if settings["DRAFTS"]:
        return
    write_cards(output, site, Path(settings["THEME"]) / "static" / "fonts" / HEADING_FONT)
    try:
        write_search_index(output)
    except SearchFailed as error:
        print(f"The search index could not be made: {error}", file=sys.stderr)
        raise SystemExit(1) from None


def register() -> None:
    """Connect to Pelican and to floor 3."""
    signals.initialized.connect(add_template_names)
    stages.PAGES_WRITTEN.connect(write_files)
    stages.FLOORS[3].connect(add_presentation)
