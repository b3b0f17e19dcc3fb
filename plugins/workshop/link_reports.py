"""What `invoke check --entities` and `invoke explain` say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.documents.addresses import document_url
from plugins.documents.findings import did_you_mean
from plugins.entities.built_links import built_links
from plugins.entities.explain import explain
from plugins.entities.reports import as_data, as_text, link_changes, reports
from plugins.entities.survey import survey

if TYPE_CHECKING:
    from plugins.documents.corpus import Corpus, Id
    from plugins.entities.survey import Surveyed


def link_reports(corpus: Corpus, settings: Any, built: Path | None, *, as_json: bool) -> str:
    """Return every report on names and links; `built`: a site against which links are compared."""
    found = survey(corpus, settings.LANGUAGES, Path(settings.THEME) / "templates")
    lines = reports(found)

    def address(page: Surveyed) -> str:
        one = page.document
        return document_url(settings.SECTIONS, one.kind, one.lang, one.front.slug)

    if built is not None:
        lines += link_changes(found, built_links(built), address)
    return json.dumps(as_data(lines), ensure_ascii=False, indent=1) if as_json else as_text(lines)


def named_in(corpus: Corpus, settings: Any) -> dict[Id, dict[str, str]]:
    """Return document → the entries that its text names, with the words that first do."""
    found = survey(corpus, settings.LANGUAGES, Path(settings.THEME) / "templates")
    return {page.document.id: page.linked.named for page in found.pages}


def explanation(corpus: Corpus, settings: Any, place: str) -> tuple[list[str], str]:
    """Return the lines that explain PATH or PATH:LINE, and what is wrong with the place, if anything."""
    name, _, line = place.partition(":")
    here = Path.cwd()
    path = (Path(name).relative_to(here) if Path(name).is_relative_to(here) else Path(name)).as_posix()
    found = survey(corpus, settings.LANGUAGES, Path(settings.THEME) / "templates")
    page = next((one for one in found.pages if one.document.path == path), None)
    if page is None:
        known = [one.document.path for one in found.pages]
        return [], f"There is no page “{path}”.{did_you_mean(path, known)}"
    if line and not line.isdigit():
        return [], f"“{line}” is no line. Write PATH or PATH:LINE."
    last = page.document.body_line + len(page.document.body.splitlines()) - 1
    if line and not 1 <= int(line) <= last:
        return [], f"There is no line {line} in {path}, which has {last}."
    return list(explain(page, found.indexes[page.document.lang], int(line) if line else None)), ""
