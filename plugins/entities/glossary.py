"""The entries that a language knows: those with a page in it, and the others by their common names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.entities.entries import entry_of, foreign_entry_of, international_names
from plugins.entities.index import Index
from plugins.entities.language import read_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plugins.documents.models import EntryFrontMatter
    from plugins.entities.entries import Entry

    Row = tuple[str, str, EntryFrontMatter]  # key, lang, front matter
    Versions = Mapping[str, Mapping[str, EntryFrontMatter]]  # key → lang → front matter


def indexes(versions: Versions, languages: Sequence[str]) -> dict[str, Index]:
    """Return lang → the index of every name that may stand in a text of that language."""
    return {lang: Index(known_entries(versions, lang, languages), read_language(lang)) for lang in languages}


def known_entries(versions: Versions, lang: str, languages: Sequence[str]) -> Iterator[Entry]:
    """Yield every entry as `lang` knows it; where it has no page, another language’s stands in."""
    for key, fronts in versions.items():
        others = [fronts[other] for other in languages if other in fronts and other != lang]
        if lang not in fronts:
            yield foreign_entry_of(key, others[0])
            continue
        entry = entry_of(key, fronts[lang])
        shared = [name for front in others for name in international_names(key, front)]
        yield replace(entry, names=tuple(dict.fromkeys([*entry.names, *shared])))


def versions_of(
    rows: Iterable[Row],
) -> dict[str, dict[str, EntryFrontMatter]]:
    """Return key → lang → front matter."""
    versions: dict[str, dict[str, EntryFrontMatter]] = {}
    for key, lang, front in rows:
        versions.setdefault(key, {})[lang] = front
    return versions
