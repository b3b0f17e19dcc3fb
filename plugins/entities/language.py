"""What the linker knows of a language: one data file each; without one, exact names only."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.documents.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

    Lists = TypeVar("Lists", bound=DataclassInstance)

# A shorter word is judged by the lists alone, not by how it is built.
LONG = 5
FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class Language:
    """The lists of one language; languages/*.yaml say what each is for."""

    attached_endings: frozenset[str] = frozenset()
    hyphen_endings: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    apostrophe_endings: frozenset[str] = frozenset()
    collisions: frozenset[str] = frozenset()
    guard_before: frozenset[str] = frozenset()
    guard_after: frozenset[str] = frozenset()
    guards: frozenset[str] = frozenset()
    capital_words: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    state_heads: frozenset[str] = frozenset()
    other_capitals: frozenset[str] = frozenset()
    place_heads: frozenset[str] = frozenset()
    capital_phrases: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    loose_heads: frozenset[str] = frozenset()
    possessions: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    noun_verbs: frozenset[str] = frozenset()
    object_verbs: frozenset[str] = frozenset()
    verb_breaks: frozenset[str] = frozenset()
    passive_beginnings: frozenset[str] = frozenset()
    no_passives: frozenset[str] = frozenset()
    verb_beginnings: frozenset[str] = frozenset()
    verb_endings: frozenset[str] = frozenset()
    helped_endings: frozenset[str] = frozenset()
    place_verbs: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    everyday_words: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    naming_after: frozenset[str] = frozenset()
    christening_words: frozenset[str] = frozenset()
    others_before: frozenset[str] = frozenset()
    others_after: frozenset[str] = frozenset()
    noun_beginnings: frozenset[str] = frozenset()
    noun_endings: frozenset[str] = frozenset()
    spoken_before: frozenset[str] = frozenset()
    spoken_after: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    no_nouns: frozenset[str] = frozenset()
    guard_endings: frozenset[str] = frozenset()
    run_on: frozenset[str] = frozenset()
    spoken_always: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    guard_exceptions: frozenset[str] = frozenset()
    spoken_appositions: frozenset[str] = frozenset()
    apposition_openers: frozenset[str] = frozenset()
    kind_joiners: frozenset[str] = frozenset()
    aside_openers: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    kind_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    civil_titles: frozenset[str] = frozenset()
    royal_titles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()

    @cached_property
    def ordinary_words(self) -> frozenset[str]:
        """Return every word of the lists that is nobody's name, in lower case."""
        listed = (self.verbs, self.heads, self.possessions, self.auxiliaries, *self.kind_words.values())
        return frozenset(word for words in listed for phrase in words for word in phrase.lower().split())

    @cached_property
    def guard_last_words(self) -> frozenset[str]:
        """Return the last word of each phrase of `guard_before`, in lower case."""
        return frozenset(phrase.split(" ")[-1].lower() for phrase in self.guard_before)

    def is_verb(self, word: str, *, helped: bool = False) -> bool:
        """Tell whether a word is built like something that governments do; `helped`: after “is” or “has”."""
        endings = self.verb_endings | self.helped_endings if helped else self.verb_endings
        built = word.startswith(tuple(self.verb_beginnings)) or word.endswith(tuple(endings))
        if word in self.verbs:
            return helped or word not in self.noun_verbs
        return built and len(word) >= LONG and word.islower() and word not in self.place_verbs

    def is_passive(self, word: str) -> bool:
        """Tell whether a word is built like a passive, which its doer may follow: “didukung Moskow”."""
        built = word.startswith(tuple(self.passive_beginnings))
        return built and len(word) > LONG and word.islower() and word not in self.no_passives

    def is_noun(self, word: str) -> bool:
        """Tell whether a word is built like a common noun."""
        built = word.startswith(tuple(self.noun_beginnings)) or word.endswith(tuple(self.noun_endings))
        return built and len(word) >= LONG


def read_language(lang: str, folder: Path = FOLDER) -> Language:
    """Return what is known of `lang`; raise ValueError where its file names an unknown list."""
    return read_lists(Language, folder / f"{lang}.yaml")


def read_lists(kind: type[Lists], path: Path) -> Lists:
    """Return the lists in a language's file, or empty ones; `kind` says which there may be."""
    if not path.exists():
        return kind()
    lists = read_yaml(path.read_text("utf-8")).data
    unknown = lists.keys() - {field.name for field in fields(kind)}
    if unknown:
        raise ValueError(f"Cannot read {path}: it has no list called {', '.join(sorted(unknown))}.")
    return kind(**{name: _words(words) for name, words in lists.items()})


def _words(words: Any) -> Any:
    if isinstance(words, dict):
        return {name: _words(listed) for name, listed in words.items()}
    return frozenset(words.split() if isinstance(words, str) else map(str, words))
