"""The words beside numbers in a language: one data file each; without one, signs only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.entities.language import read_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True)
class NumberWords:
    """The lists of one language; languages/*.yaml say what each is for."""

    time_before: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    morning: frozenset[str] = frozenset()
    afternoon: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()

    @property
    def before_parts(self) -> frozenset[str]:
        """Return the words before what has parts: versions, articles, times of day."""
        return self.numbered | self.time_before

    @property
    def range(self) -> str:
        """Return the pattern of what stands between the ends of a range, with its spaces."""
        return rf"(?:\s?[–-]\s?| (?:{any_of(self.ranges)}) )"

    @property
    def joint(self) -> str:
        """Return the pattern of what stands between numbers of one sort, with its spaces."""
        return rf"(?:,? (?:{any_of(self.joiners)}) )"


def number_words(lang: str, folder: Path = FOLDER) -> NumberWords:
    """Return the words beside numbers in `lang`; raise ValueError where its file names an unknown list."""
    return read_lists(NumberWords, folder / f"{lang}.yaml")


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of some words, the longest first; without words it matches nothing."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
