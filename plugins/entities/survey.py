"""Links every document of a corpus without building the site, for reports and explanations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.bilingual.catalogs import read_catalogs
from plugins.bilingual.figure_words import say_words
from plugins.documents.figures import Figures
from plugins.documents.rendering import Renderer
from plugins.entities.glossary import indexes, versions_of
from plugins.entities.linker import Target, fragments_of, link_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from plugins.documents.corpus import Corpus, Document
    from plugins.entities.index import Index
    from plugins.entities.linker import Linked

_FIGURE = re.compile("<figure.*?</figure>", re.DOTALL)


@dataclass(frozen=True)
class Surveyed:
    """One document, what the linker finds in it, and where the figures stand in the HTML of its body."""

    document: Document
    linked: Linked
    figures: tuple[tuple[int, int], ...] = ()

    @property
    def linked_keys(self) -> set[str]:
        """Return the entries that the page links."""
        return {key for number in self.linked.linked if (key := self.linked.mentions[number].key)}


@dataclass(frozen=True)
class Survey:
    """All published documents, linked, and each language's index."""

    pages: tuple[Surveyed, ...]
    indexes: dict[str, Index]


def survey(corpus: Corpus, languages: Sequence[str], templates: Path) -> Survey:
    """Return what the linker finds in every document that is no draft; `templates`: the theme's."""
    documents = [one for one in corpus.documents if not one.is_draft]
    versions = versions_of((one.key, one.lang, one.front) for one in documents if one.kind == "glossary")
    by_language = indexes(versions, languages)
    targets = {key: Target(f"entity:{key}") for key in versions}
    figures = Figures(corpus, templates, Renderer().line)
    gettext = read_catalogs(templates.parent / "translations", languages).gettext
    return Survey(tuple(_surveyed(documents, by_language, targets, figures, gettext)), by_language)


def _surveyed(
    documents: Sequence[Document],
    by_language: dict[str, Index],
    targets: dict[str, Target],
    figures: Figures,
    gettext: Callable[[str, str], str],
) -> Iterator[Surveyed]:
    renderer = Renderer()
    for document in documents:
        front = document.front
        in_short = [renderer.line(line) for line in getattr(front, "in_short", ())]
        body = figures.expand(renderer.body(document.body), document.lang)
        body = say_words(body, document.lang, gettext)
        linked = link_page(
            fragments_of(front.title, front.summary, in_short, body),
            by_language[document.lang],
            targets,
            page_key=document.key if document.kind == "glossary" else None,
            settled=front.entities,
            automatic=front.link_entities,
            as_of=getattr(front, "as_of", None),
        )
        yield Surveyed(document, linked, tuple(match.span() for match in _FIGURE.finditer(body)))
