"""What the linker knows of each entry: its names in one language, and what sort each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.entities.normal_form import normal_name

if TYPE_CHECKING:
    from plugins.documents.models import Alias, EntryFrontMatter


@dataclass(frozen=True)
class Name:
    """One name of an entry. `sort`: name, acronym, demonym, metonym, former, term or surname."""

    key: str
    text: str
    sort: str
    canonical: bool = False
    homograph: bool = False


@dataclass(frozen=True)
class Guard:
    """A phrase that consumes its words; `key` is the entry that it means instead, if any."""

    text: str
    key: str | None = None


@dataclass(frozen=True)
class Entry:
    """An entry in one language. `summary`, `related`, `cues` and `valid` tell senses apart."""

    key: str
    names: tuple[Name, ...]
    guards: tuple[Guard, ...] = ()
    link: str = "auto"
    type: str = ""
    summary: str = ""
    related: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    valid: str | None = None


def entry_of(key: str, front: EntryFrontMatter) -> Entry:
    """Return the entry that a page's front matter declares."""
    names = [Name(key, normal_name(front.title), sort_of(front.title), True, front.title in front.homographs)]
    for alias in front.aliases:
        names += _alias_names(key, alias, alias.name in front.homographs)
    surname = front.surname or (front.title.split()[-1] if front.type == "person" else "none")
    if surname not in ("none", front.title):
        names.append(Name(key, normal_name(surname), "surname", homograph=surname in front.homographs))
    guards = tuple(Guard(normal_name(guard.phrase), guard.key) for guard in front.guards)
    cues = tuple(normal_name(cue) for cue in front.cues)
    return Entry(
        key,
        tuple(dict.fromkeys(names)),
        guards,
        front.link,
        front.type,
        front.summary,
        front.related,
        cues,
        front.valid,
    )


def foreign_entry_of(key: str, front: EntryFrontMatter) -> Entry:
    """Return an entry for a language in which it has no page: its title, and its names with `lang: mul`."""
    names = [Name(key, normal_name(front.title), sort_of(front.title), True, front.title in front.homographs)]
    names += international_names(key, front)
    return Entry(key, tuple(dict.fromkeys(names)), (), front.link, front.type, front.summary, front.related)


def international_names(key: str, front: EntryFrontMatter) -> list[Name]:
    """Return the names that an entry has in every language: its aliases with `lang: mul`."""
    shared = [alias for alias in front.aliases if alias.lang == "mul"]
    return [name for alias in shared for name in _alias_names(key, alias, alias.name in front.homographs)]


def _alias_names(key: str, alias: Alias, homograph: bool) -> list[Name]:
    sort = "name" if alias.standalone else alias.as_ or sort_of(alias.name)
    words = [alias.name, *([alias.plural] if alias.plural else [])]
    return [Name(key, normal_name(word), sort, False, homograph) for word in words]


def sort_of(name: str) -> str:
    """Return what sort a name is by its letters: no capital makes a term, capitals only an acronym."""
    letters = [character for character in name if character.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if not capitals:
        return "term"
    return "acronym" if capitals == len(letters) > 1 and " " not in name else "name"
