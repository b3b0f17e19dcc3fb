"""Whether a translation is of its original as it stands now.

A stamp holds a short hash of each block of the original: title, deck, points and body. It stands in the
translation's front matter, so it survives squashed merges and shallow clones, and tells which blocks
have changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus, Document

# Hexadecimal digits a block: one change in 65,536 goes unseen, and a page's stamp stays one line.
DIGITS = 4
CURRENT, STALE, MISSING, UNSTAMPED = "current", "stale", "missing", "unstamped"


@dataclass(frozen=True)
class Translation:
    """The state of one page in one language, and the lines of its original that changed since."""

    kind: str
    key: str
    lang: str
    path: str
    state: str
    changed: tuple[tuple[int, str], ...] = ()


def stamp(original: Document) -> str:
    """Return the stamp of an original."""
    return ".".join(_hash(text) for _, text in _pieces(original))


def changed_since(original: Document, stamped: str) -> list[tuple[int, str]]:
    """Return (line, text) of each block of an original that a stamp does not know."""
    pieces = list(_pieces(original))
    known, now = stamped.split("."), [_hash(text) for _, text in pieces]
    matcher = SequenceMatcher(None, known, now, autojunk=False)
    changes = [(start, end) for tag, _, _, start, end in matcher.get_opcodes() if tag != "equal"]
    found = [pieces[number] for start, end in changes for number in range(start, end)]
    removed = any(start == end for start, end in changes)
    return found or ([(0, "a block was removed")] if removed else [])


def is_stale(document: Document, corpus: Corpus) -> bool:
    """Tell whether the original changed after the translation was stamped."""
    original, stamped = corpus.original_of(document), document.front.translated_from
    return bool(original and stamped and stamped != original.stamp)


def translations(corpus: Corpus, languages: tuple[str, ...]) -> Iterator[Translation]:
    """Yield the state of every page in every language but the first, and each original that is missing."""
    for (kind, key), langs in sorted(corpus.versions.items()):
        if languages[0] not in langs:
            path = str(Path(corpus.data_folder).parent / kind / f"{key}.{languages[0]}.md")
            yield Translation(kind, key, languages[0], path, MISSING)
    for original in corpus.documents:
        if original.lang != languages[0]:
            continue
        for lang in languages[1:]:
            found = corpus.by_id.get((original.kind, original.key, lang))
            path = f"{original.path.removesuffix(f'.{original.lang}.md')}.{lang}.md"
            if found is None:
                yield Translation(original.kind, original.key, lang, path, MISSING)
            elif not found.front.translated_from:
                yield Translation(original.kind, original.key, lang, path, UNSTAMPED)
            else:
                changed = tuple(changed_since(original, found.front.translated_from))
                state = STALE if changed else CURRENT
                yield Translation(original.kind, original.key, lang, path, state, changed)


def _pieces(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of what is translated, in order."""
    front = document.front
    yield document.line_of("title"), front.title
    yield document.line_of("summary"), front.summary
    yield from document.points
    for block in document.blocks:
        yield block.line, block.text


def _hash(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]
