"""What an entry's page shows besides its text: other names, names in other languages, related entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plugins.documents.models import Alias, EntryFrontMatter

# A metonym names the thing only in passing, a demonym its people: neither is another name for it.
_SHOWN = {None, "name", "acronym", "former", "term"}


def visible_names(front: EntryFrontMatter) -> list[str]:
    """Return the aliases that a reader would call another name of the entry, each once, in order."""
    names = [alias.name for alias in front.aliases if _is_shown(alias)]
    return list(dict.fromkeys(name for name in names if name != front.title))


def _is_shown(alias: Alias) -> bool:
    return alias.as_ in _SHOWN


def names_elsewhere(lang: str, titles: Mapping[str, str], languages: Iterable[str]) -> list[tuple[str, str]]:
    """Return (language, title) of an entry in the other languages, in the site's order."""
    return [(other, titles[other]) for other in languages if other != lang and other in titles]
