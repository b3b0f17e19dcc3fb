"""Every written form of every name and guard of a language, ready to be found in a text at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from plugins.entities.normal_form import normal_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from plugins.entities.entries import Entry, Name
    from plugins.entities.language import Language


# The sorts of names that mean their entry by themselves, where no other entry has the name.
CERTAIN = frozenset({"name", "acronym", "demonym", "former", "term"})

# The type of entries that are offices.
OFFICE = "office"


@dataclass(frozen=True)
class Form:
    """A spelling that may stand in a text, and what it may be: names, or a guard with its key."""

    text: str
    names: tuple[Name, ...] = ()
    is_guard: bool = False
    guard_key: str | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the entries that have one of its names, sorted."""
        return tuple(sorted({name.key for name in self.names}))

    @cached_property
    def sure_key(self) -> str | None:
        """Return the entry of a form that means nothing else wherever it stands."""
        if self.is_guard:
            return self.guard_key
        clear = any(name.sort in CERTAIN and not name.homograph for name in self.names)
        return self.names[0].key if clear and len(self.keys) == 1 else None

    @cached_property
    def is_demonym(self) -> bool:
        """Tell whether it names a people, and nothing else."""
        return bool(self.names) and all(name.sort == "demonym" for name in self.names)


# What may begin a form in capitals: no small letter behind it, no capital before it.
_CAPITAL = re.compile(r"[^\W\d_a-z](?![a-z])(?<![A-Z][^\W\d_a-z])")
# What the language makes of a name and a word beside it.
GUARD = Form("", is_guard=True)


class Index:
    """The forms of one language's entries, made when first asked for: known pages need none."""

    def __init__(self, entries: Iterable[Entry], language: Language) -> None:
        self.language = language
        self.entries = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key)}
        self.levels = {key: entry.link for key, entry in self.entries.items()}
        self._made: dict[str, Form] = {}

    @cached_property
    def _names(self) -> dict[str, tuple[Name, ...]]:
        """Each spelling of a name, and the names that are written so."""
        return _names(self.entries.values())

    @cached_property
    def _guards(self) -> dict[str, str | None]:
        """Each spelling of a guard, and its key. One that is also a name of the glossary is that name."""
        return _guards(self.entries.values(), self.language)

    @property
    def _all(self) -> dict[str, object]:
        return {**self._names, **self._guards}

    @cached_property
    def _texts(self) -> list[str]:
        return [text for text in self._all if not _is_in_capitals(text)]

    @cached_property
    def _matcher(self) -> AhoCorasick | None:
        # This kind is made in three quarters of the time of the default, and scans as fast.
        kind = Implementation.NoncontiguousNFA
        return AhoCorasick(self._texts, implementation=kind) if self._texts else None

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """The first two characters of what is written in capitals, and how long it may be then.

        That is half of all forms, of which few stand in a text.
        """
        found: dict[str, set[int]] = {}
        for text in filter(_is_in_capitals, self._all):
            found.setdefault(text[:2], set()).add(len(text))
        return found

    def _form(self, text: str) -> Form:
        """Return a form; of very many, a site's texts need few."""
        if text not in self._made:
            names = self._names.get(text)
            self._made[text] = Form(text, names) if names else Form(text, (), True, self._guards[text])
        return self._made[text]

    @property
    def forms(self) -> Iterator[Form]:
        """Return every form, sorted by its text."""
        return map(self._form, sorted(self._all))

    @cached_property
    def name(self) -> str:
        """Return a text that is another where any entry is another."""
        return repr(list(self.entries.values()))

    def find(self, text: str) -> list[tuple[int, int, Form]]:
        """Return (start, end, form) of every form in `text`, overlapping ones too.

        One in capitals is not found behind another capital, where it is part of a word.
        """
        found = self._matcher.find_matches_as_indexes(text, overlapping=True) if self._matcher else ()
        forms = [(start, end, self._form(self._texts[number])) for number, start, end in found]
        for match in _CAPITAL.finditer(text):
            start = match.start()
            ends = (start + length for length in self._lengths.get(text[start : start + 2], ()))
            known = ((end, text[start:end]) for end in ends if end <= len(text))
            forms += [(start, end, self._form(one)) for end, one in known if self._is_form(one)]
        return forms

    def is_known(self, word: str) -> bool:
        """Tell whether a word is another name, or a word that is no name."""
        return self._is_form(word) or word in self.language.collisions

    def _is_form(self, text: str) -> bool:
        return text in self._names or text in self._guards

    def dropped(self) -> Iterator[tuple[str, str]]:
        """Yield (name, whole word) of each name that with an ending would be another name or word."""
        for form in self.forms:
            if not form.is_guard:
                whole = (form.text + ending for ending in sorted(self.language.attached_endings))
                yield from ((form.text, word) for word in whole if self.is_known(word))


def _names(entries: Collection[Entry]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    known = {name.text for entry in entries if entry.type != OFFICE for name in entry.names}
    for entry in entries:
        for name in entry.names:
            texts = spellings(name)
            if entry.type == OFFICE:
                texts |= {*in_small(name, known)}
            for text in texts:
                others = found.get(text)
                if others is None:
                    found[text] = (name,)
                elif name not in others:
                    found[text] = (*others, name)
    return found


def _guards(entries: Iterable[Entry], language: Language) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for entry in entries:
        for guard in entry.guards:
            for text in (guard.text, *(guard.text + ending for ending in language.guard_endings)):
                for spelling in _raised(text):
                    found[spelling] = guard.key
    for phrase in language.guards:
        for spelling in _raised(normal_name(phrase)):
            found.setdefault(spelling, None)
    return found


def spellings(name: Name) -> set[str]:
    """Return how a name may be written: acronyms exactly, names also in capitals, terms also raised."""
    if name.sort == "acronym":
        return {name.text}
    if name.sort == "term":
        return {*_raised(name.text), name.text.title(), name.text.upper()}
    return {name.text, name.text.upper()}


def in_small(name: Name, known: set[str]) -> Iterator[str]:
    """Yield how an office is written in small letters beside whose it is: “UN secretary-general”."""
    words = name.text.split()
    for cut in range(1, len(words)):
        first, last = " ".join(words[:cut]), " ".join(words[cut:])
        if first in known:
            yield f"{first} {last.lower()}"
        if last in known:
            yield from _raised(f"{first.lower()} {last}")


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and len(text) > 1 and text[0].isupper()


def _raised(text: str) -> set[str]:
    return {text, text[:1].upper() + text[1:]}
