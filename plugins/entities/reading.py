"""What a page is known to say while its names are decided: who is named in full, what is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plugins.entities.index import CERTAIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from plugins.entities.candidates import Candidate
    from plugins.entities.entries import Entry
    from plugins.entities.passages import Passage

# A full name in the first blocks makes its surname clear in the title, the deck and the first block.
FIRST_BLOCKS = 5

# Rules of decisions without an entry. The name is in doubt; read again when the whole page is known.
ABSTAIN = "abstain"
# The name is nobody's in the glossary, for certain.
ELSEWHERE = "no entry"


class Decision(NamedTuple):
    """The entry that is meant (None: none, or not to be known), and the rule that said so and why."""

    key: str | None
    rule: str
    evidence: str = ""


@dataclass
class Reading:
    """One page, of the entry `page_key` or of none.

    `settled`: its `entities` field; `as_of`: the day up to which it is true.
    """

    passages: Sequence[Passage]
    entries: Mapping[str, Entry]
    settled: Mapping[str, str] = field(default_factory=dict)
    as_of: date | None = None
    by_hand: frozenset[str] = frozenset()
    page_key: str | None = None
    # Entries that have been decided so far, in reading order.
    decided: set[str] = field(default_factory=set)

    @cached_property
    def certain(self) -> frozenset[str]:
        """Return the entries that the page names by a name that means nothing else."""
        found = (certain_key(one) for passage in self.passages for one in passage.candidates)
        return frozenset(key for key in found if key) | self.by_hand

    @cached_property
    def full_names(self) -> dict[str, tuple[int, int]]:
        """Return person → (passage, position) of the first full name."""
        places: dict[str, tuple[int, int]] = {}
        for passage in self.passages:
            for one in passage.candidates:
                names = [name for name in one.names if name.sort == "name"]
                # A full name of two words and more is clear, even where another bears it.
                whole = len({name.key for name in one.names}) == 1 and not one.fault
                if names and (certain_key(one) or (whole and " " in names[0].text)):
                    key = names[0].key
                    places.setdefault(key, (passage.number, one.start))
        return places

    @cached_property
    def first_text(self) -> int:
        """Return the number of the first passage that is neither title, deck nor heading."""
        texts = (one.number for one in self.passages if not (one.scan_only or one.block.is_heading))
        return next(texts, 0)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the page as they are written."""
        return frozenset(word for one in self.passages for word in re.findall(r"[\w'-]+", one.text))

    @cached_property
    def prose_words(self) -> frozenset[str]:
        """Return the words of the page as they are written where capitals mean something."""
        prose = [one for one in self.passages if not one.is_title_case]
        return frozenset(word for one in prose for word in re.findall(r"[\w'-]+", one.text))

    def says(self, phrase: str) -> bool:
        """Tell whether a word or phrase stands on the page."""
        if phrase in self.words:
            return True
        return " " in phrase and any(phrase in one.text for one in self.passages)

    def times(self, entry: Entry) -> int:
        """Return how often any name of an entry stands on the page, in any case."""
        words = "|".join(re.escape(name) for name in sorted({one.text.lower() for one in entry.names}))
        return sum(len(re.findall(rf"\b(?:{words})\b", one.text.lower())) for one in self.passages)

    def speaks_of(self, cue: str) -> bool:
        """Tell whether a cue stands on the page in either case, or is an entry that it names."""
        return cue in self.certain or self.says(cue) or self.says(cue[:1].upper() + cue[1:])

    def is_named(self, key: str, passage: int, position: int) -> bool:
        """Tell whether a person has been named in full before, or is soon after the page's beginning."""
        place = self.full_names.get(key)
        if place is None:
            return False
        return place < (passage, position) or (
            passage <= self.first_text and place[0] < self.first_text + FIRST_BLOCKS
        )


class Case(NamedTuple):
    """One candidate where it stands."""

    passage: Passage
    candidate: Candidate
    reading: Reading

    @property
    def surface(self) -> str:
        """Return the words as they are written."""
        return self.passage.text[self.candidate.start : self.candidate.end]

    def keys(self, *sorts: str) -> list[str]:
        """Return the entries that have the name as one of these sorts."""
        return sorted({name.key for name in self.candidate.names if name.sort in sorts})

    @property
    def literal(self) -> list[str]:
        """Return the entries of which it is a name, acronym, demonym, former name or term."""
        return self.keys(*CERTAIN)

    @property
    def types(self) -> set[str]:
        """Return the types of the entries that the name may mean."""
        return {self.reading.entries[name.key].type for name in self.candidate.names}

    @property
    def is_homograph(self) -> bool:
        """Tell whether the name is also an ordinary word, or somebody else's."""
        return any(name.homograph for name in self.candidate.names)

    @property
    def is_a_word_here(self) -> bool:
        """Tell whether the page also uses the name as an ordinary word."""
        return self.surface.lower() != self.surface and self.reading.says(self.surface.lower())

    @property
    def is_an_everyday_word(self) -> bool:
        """Tell whether the name is so common a word that a capital alone says nothing."""
        return self.surface.lower() in self.passage.language.everyday_words

    @property
    def may_be_a_word(self) -> bool:
        """Tell whether the ordinary word may be meant."""
        return self.is_an_everyday_word or self.is_a_word_here

    def at(self, candidate: Candidate) -> Case:
        """Return the case of another candidate of the same passage."""
        return Case(self.passage, candidate, self.reading)


def certain_key(candidate: Candidate) -> str | None:
    """Return the entry of a name that means nothing else."""
    return None if candidate.fault else candidate.form.sure_key
