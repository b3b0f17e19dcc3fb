"""What writers wrote: every document and data file of the site, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from plugins.documents.blocks import Block, blocks
from plugins.documents.data_files import Data
from plugins.documents.marks import Citation, citations, without_code
from plugins.documents.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from plugins.documents.addresses import Sections
    from plugins.documents.findings import Finding
    from plugins.documents.front_matter import Parts
    from plugins.documents.models import Source

Id = tuple[str, str, str]  # (kind, key, lang)


# Many rules look at one document, and at its original, one after another.
_without_code = lru_cache(maxsize=4)(without_code)


@dataclass(frozen=True)
class Document:
    """A content file: its identity, its front matter with what it inherits, its body."""

    path: str
    kind: str
    key: str
    lang: str
    front: Any  # the kind's FrontMatter
    body: str
    body_line: int
    text: Parts
    # A name of all that it was made of: its path and text, and its original's.
    given: str

    @property
    def id(self) -> Id:
        """Return (kind, key, lang)."""
        return self.kind, self.key, self.lang

    @property
    def is_draft(self) -> bool:
        """Tell whether only the preview shows it."""
        return bool(self.front.status == "draft")

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the body."""
        return blocks(self.body, self.body_line)

    @property
    def points(self) -> tuple[tuple[int, str], ...]:
        """Return (line, text) of each sentence of `in_short`; not every kind of page has them."""
        points = getattr(self.front, "in_short", ())
        return tuple((self.line_of("in_short", number), text) for number, text in enumerate(points))

    @property
    def prose(self) -> str:
        """Return the body with its code spans blanked, at the same length."""
        return _without_code(self.body)

    @property
    def citations(self) -> Iterator[tuple[int, Citation]]:
        """Yield (offset in the body, citation) of each citation in the body."""
        return citations(self.prose)

    @cached_property
    def stamp(self) -> str:
        """Return the stamp that a translation of this document carries."""
        return stamp(self)

    def line_at(self, offset: int) -> int:
        """Return the line of the file on which a character of the body stands."""
        return self.body_line + self.body.count("\n", 0, offset)

    def line_of(self, *place: str | int) -> int:
        """Return the line on which a field of the front matter stands."""
        return self.text.yaml.line_of(place)


@dataclass(frozen=True)
class Corpus:
    """What writers wrote. Paths are relative to the repository."""

    documents: tuple[Document, ...] = ()
    data: Data = field(default_factory=Data)
    data_folder: str = ""
    source_lang: str = ""
    findings: tuple[Finding, ...] = ()
    # Every document there is, also one whose own findings keep it out of `documents`: what links it
    # is not at fault.
    ids: frozenset[Id] = frozenset()
    # Where they will live; empty where nobody asks.
    sections: Sections = field(default_factory=dict)

    @cached_property
    def published(self) -> Corpus:
        """Return the corpus without its drafts, of which only the ids are left."""
        return replace(self, documents=tuple(one for one in self.documents if not one.is_draft))

    @property
    def sources(self) -> dict[str, Source]:
        """Return key → source."""
        return self.data.sources

    @cached_property
    def source_lines(self) -> dict[str, int]:
        """Return key → line of every source, also of one that has faults."""
        return {key: line for (file, key), line in self.data.lines.items() if file == "sources"}

    @cached_property
    def entry_keys(self) -> frozenset[str]:
        """Return the key of every glossary entry."""
        return frozenset(key for kind, key, _ in self.ids if kind == "glossary")

    @cached_property
    def languages(self) -> frozenset[str]:
        """Return the languages in which there are documents."""
        return frozenset(one.lang for one in self.documents)

    @cached_property
    def last_read(self) -> date | None:
        """Return the last day on which a source was read."""
        return max((source.accessed for source in self.sources.values()), default=None)

    @cached_property
    def versions(self) -> dict[tuple[str, str], frozenset[str]]:
        """Return (kind, key) → the languages in which it is written, also where a file has faults."""
        found: dict[tuple[str, str], set[str]] = {}
        for kind, key, lang in self.ids:
            found.setdefault((kind, key), set()).add(lang)
        return {page: frozenset(langs) for page, langs in found.items()}

    @cached_property
    def lacks_sources(self) -> bool:
        """Tell whether the list of sources cannot be read at all: then no citation is at fault."""
        file = f"{self.data_folder}/sources.yaml"
        return not self.source_lines and any(one.path == file for one in self.findings)

    @cached_property
    def by_id(self) -> dict[Id, Document]:
        """Return (kind, key, lang) → document."""
        return {document.id: document for document in self.documents}

    def original_of(self, document: Document) -> Document | None:
        """Return the source language's version of a translation; None for an original."""
        original = self.by_id.get((document.kind, document.key, self.source_lang))
        return original if original is not document else None

    @cached_property
    def by_address(self) -> dict[tuple[str, str, str], Document]:
        """Return (kind, lang, slug) → the first document that claims it."""
        return {(one.kind, one.lang, one.front.slug): one for one in reversed(self.documents)}

    @cached_property
    def by_name(self) -> dict[str, Document]:
        """Return `kind/key.lang.md` → document, as `{filename}` links write it."""
        return {f"{one.kind}/{one.key}.{one.lang}.md": one for one in self.documents}
