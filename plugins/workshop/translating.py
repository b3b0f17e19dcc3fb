"""The care of translations: what is missing or older than its original, and the stamp that says it is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.documents.findings import did_you_mean
from plugins.documents.front_matter import closing_fence
from plugins.documents.stamps import CURRENT, translations

if TYPE_CHECKING:
    from plugins.documents.corpus import Corpus

_FIELD = "translated_from:"


def translation_report(corpus: Corpus, languages: tuple[str, ...]) -> str:
    """Return what a translator should look at, page by page, and the count of each state."""
    told, counts = [], Counter[str]()
    for one in translations(corpus, languages):
        counts[one.state] += 1
        if one.state != CURRENT:
            told.append(f"{one.path}: {one.state}")
        if one.changed:
            original = corpus.by_id[one.kind, one.key, languages[0]].path
            told += [f"  {original}:{line}: {text[:100]}" for line, text in one.changed]
    return "\n".join([*told, ", ".join(f"{state}: {count}" for state, count in sorted(counts.items()))])


def no_such_page(corpus: Corpus, key: str) -> str:
    """Return what is wrong with a key that is neither “all” nor of a page, if anything."""
    keys = {document.key for document in corpus.by_id.values()}
    return "" if key in keys | {"all"} else f"There is no page “{key}”.{did_you_mean(key, keys)}"


def stamp_translations(corpus: Corpus, key: str, languages: tuple[str, ...]) -> list[str]:
    """Write into each translation of `key` (or of every page: “all”) that it is of its original as it is now.

    Returns the files that were changed.
    """
    written = []
    for one in translations(corpus, languages):
        document = corpus.by_id.get((one.kind, one.key, one.lang))
        if document is None or key not in (one.key, "all"):
            continue
        new = corpus.by_id[one.kind, one.key, languages[0]].stamp
        if document.front.translated_from == new:
            continue
        path = Path(document.path)
        path.write_text(_stamped(path.read_text("utf-8"), new), "utf-8")
        written.append(document.path)
    return written


def _stamped(text: str, stamp: str) -> str:
    """Return the text of a document with a stamp as the last field of its front matter, and no other."""
    lines = text.splitlines(keepends=True)
    end = closing_fence(lines)
    head = [line for line in lines[:end] if not line.startswith(_FIELD)]
    return "".join([*head, f'{_FIELD} "{stamp}"\n', *lines[end:]])
