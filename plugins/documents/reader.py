"""How Pelican reads a content file: the corpus knows its front matter, we render its body."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pelican.readers import BaseReader

from plugins.documents.addresses import document_url
from plugins.documents.ahead import work_ahead
from plugins.documents.compiled import Compiled
from plugins.documents.figures import Figures
from plugins.documents.memo import Job
from plugins.documents.rendering import Renderer

if TYPE_CHECKING:
    from datetime import date

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.memo import Memo

# Template of each kind.
TEMPLATES = {
    "explainers": "explainer",
    "background": "background",
    "glossary": "entry",
    "pages": "about",
    "about": "about",
}


class Texts:
    """Renders what documents say; asked for as jobs, which a memo may know."""

    def __init__(self) -> None:
        # Lines stand within bodies whose headings have not been asked for yet.
        self._bodies, self._lines = Renderer(), Renderer()

    def body(self, document: Document) -> Job[tuple[str, list[tuple[str, str]]]]:
        """Return the job whose result is the HTML of a body, and its headings."""
        return Job("body", (document.body,), partial(self._body, document.body))

    def points(self, document: Document) -> Job[list[str]]:
        """Return the job whose result is the HTML of each sentence of a summary."""
        points = tuple(getattr(document.front, "in_short", ()))
        return Job("points", points, partial(self._bodies.lines, points))

    def line(self, markdown: str) -> Job[str]:
        """Return the job whose result is the HTML of one line."""
        return Job("line", (markdown,), partial(self._lines.line, markdown))

    def _body(self, markdown: str) -> tuple[str, list[tuple[str, str]]]:
        return self._bodies.body(markdown), self._bodies.headings()


def render_ahead(settings: dict[str, Any]) -> None:
    """Render all that Pelican will ask for, document by document."""
    texts, corpus = Texts(), settings["CORPUS"]
    jobs = (job for one in corpus.documents for job in (texts.body(one), texts.points(one)))
    work_ahead(settings["MEMO"], jobs)


class DocumentReader(BaseReader):
    """Reads `KIND/KEY.LANG.md` by way of the corpus, which was checked before."""

    file_extensions: ClassVar = ["md"]

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._texts = Texts()
        self._folder = Path(settings["PATH"]).resolve()
        self._memo: Memo = settings["MEMO"]
        templates = Path(settings["THEME"]) / "templates"
        corpus: Corpus = settings["CORPUS"]
        shown = corpus if settings["DRAFTS"] else corpus.published
        self._figures = Figures(shown, templates, self._line, Compiled(self._memo))

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML of the body and the metadata that become a content object."""
        corpus: Corpus = self.settings["CORPUS"]
        relative = Path(source_path).relative_to(self._folder)
        document = corpus.by_name[relative.as_posix()]
        html, headings = self._memo.of(self._texts.body(document))
        html = self._figures.expand(html, document.lang)
        return html, {**self._metadata(document), "headings": headings}

    def _line(self, markdown: str) -> str:
        return self._memo.of(self._texts.line(markdown))

    def _metadata(self, document: Document) -> dict[str, Any]:
        front = document.front
        url = document_url(self.settings["SECTIONS"], document.kind, document.lang, front.slug)
        hidden = document.is_draft and not self.settings["DRAFTS"]
        metadata: dict[str, Any] = {
            "title": front.title,
            "slug": front.slug,
            "summary": front.summary,
            "lang": document.lang,
            "key": document.key,
            "kind": document.kind,
            "category": self.process_metadata("category", document.kind),
            "template": TEMPLATES[document.kind],
            "status": "skip" if hidden else "published",
            "is_draft": document.is_draft,
            "url": url,
            "save_as": f"{url}index.html",
            "document": document,
            "changes": front.changes,
            "order": getattr(front, "order", 0),
            "as_of": getattr(front, "as_of", None),
            "updated": getattr(front, "updated", None),
            "in_short": self._memo.of(self._texts.points(document)),
        }
        if published := getattr(front, "date", None):
            metadata["date"] = _at_midnight(published)
            metadata["modified"] = _at_midnight(front.updated or published)
        return metadata


def _at_midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 (Pelican adds the site's zone)
