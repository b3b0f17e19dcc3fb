"""A block of text with the names found in it, and the words around each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.entities.candidates import candidates
from plugins.entities.sentences import quoted_spans, sentence_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.entities.candidates import Candidate
    from plugins.entities.index import Index
    from plugins.entities.language import Language
    from plugins.entities.text_blocks import Block

# How far around a name its words are read, in characters.
REACH = 80
# From this share of capitalised words on, a block is in title case, and a capital says little.
TITLE_CASE = 0.6
_CASED_WORD = re.compile(r"[^\W\d_][\w'-]{3,}")
_MARKS = r"[.,;:!?()\[\]“”\"«»…\x00–—/]"
_BREAK, _LAST_BREAK = re.compile(_MARKS), re.compile(f".*{_MARKS}", re.DOTALL)
_POSSESSIVE = re.compile(r"'\w* ")


@dataclass(frozen=True)
class Passage:
    """One block in its place. `number` counts the blocks of a page from 0."""

    block: Block
    number: int
    fragment: int
    scan_only: bool
    candidates: Sequence[Candidate]
    language: Language

    @property
    def text(self) -> str:
        """Return the normalised text."""
        return self.block.text

    @cached_property
    def is_read_only(self) -> bool:
        """Tell whether names in it are counted but never linked."""
        return self.scan_only or self.block.is_heading

    @cached_property
    def is_headline(self) -> bool:
        """Tell whether it is a title or heading that is no sentence."""
        return self.is_read_only and not self._closes

    @cached_property
    def _closes(self) -> bool:
        """Tell whether it ends as sentences do."""
        return self.text.rstrip("”\"'’) \x00").endswith((".", "!", "?", "…", ":"))

    @cached_property
    def starts(self) -> list[int]:
        """Return where its sentences begin."""
        return sentence_starts(self.text, self.language)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Return (start, end) of what stands between quotation marks."""
        return quoted_spans(self.text)

    @cached_property
    def is_title_case(self) -> bool:
        """Tell whether most words begin with a capital, as in a headline."""
        if self._closes:
            return False
        found = list(_CASED_WORD.finditer(self.text))
        names = [(one.start, one.end) for one in self.candidates]
        # The first word has a capital anyway, and so have names.
        words = [match[0] for match in found[1:] if not any(a <= match.start() < b for a, b in names)]
        words = words if len(words) > 1 else [match[0] for match in found]
        return len(words) > 1 and sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words)

    def shouts_around(self, start: int, end: int) -> bool:
        """Tell whether a word right beside a span is in capitals too, as in a headline."""
        words = [*self.before(start, 1), *self.after(end, 1)]
        return any(len(word) > 1 and word.isupper() for word in words)

    def sentence_of(self, position: int) -> int:
        """Return the number of the sentence that holds a character."""
        return bisect_right(self.starts, position) - 1

    def sentence_text(self, position: int) -> str:
        """Return the sentence that holds a character."""
        number = self.sentence_of(position)
        return self.text[self.starts[number] : [*self.starts, len(self.text)][number + 1]]

    def entries_in_sentence(self, position: int) -> list[str]:
        """Return the entries that the other names in the sentence may mean."""
        number = self.sentence_of(position)
        others = (
            one for one in self.candidates if one.start != position and self.sentence_of(one.start) == number
        )
        return [name.key for one in others for name in one.names]

    @cached_property
    def sentences(self) -> list[str]:
        """Return its sentences, without the space around them."""
        return [self.text[a:b].strip() for a, b in pairwise([*self.starts, len(self.text)])]

    def opens_sentence(self, position: int) -> bool:
        """Tell whether a sentence begins here, or what a colon announces, quotes and brackets aside."""
        if self.text[:position].rstrip("“\"'(").endswith(": "):
            return True
        start = self.starts[self.sentence_of(position)]
        return not any(character.isalnum() for character in self.text[start:position])

    def before(self, position: int, most: int) -> list[str]:
        """Return up to `most` words right before, in order; none beyond a punctuation mark."""
        if self.text[position - 1 : position] != " ":
            return []
        words = self.text[max(0, position - REACH) : position].rsplit(None, most)[-most:]
        said = " ".join(words)
        mark = _LAST_BREAK.match(said)
        return said[mark.end() :].split() if mark else words

    def after(self, position: int, most: int) -> list[str]:
        """Return up to `most` words right after, in order; none beyond a punctuation mark."""
        if self.text[position : position + 1] != " ":
            return []
        text = self.text[position : position + REACH]
        mark = _BREAK.search(text)
        return text[: mark.start() if mark else None].split()[:most]

    def possessed(self, position: int, most: int) -> list[str]:
        """Return the words after a possessive ending that begins here, if one does."""
        ending = _POSSESSIVE.match(self.text, position)
        return self.after(ending.end() - 1, most) if ending else []

    def neighbour(self, candidate: Candidate, step: int) -> Candidate | None:
        """Return the candidate before (-1) or after (+1) one of this passage."""
        place = list(self.candidates).index(candidate) + step
        return self.candidates[place] if 0 <= place < len(self.candidates) else None


def read_passage(block: Block, number: int, fragment: int, scan_only: bool, index: Index) -> Passage:
    """Return a block with the names found in it."""
    return Passage(block, number, fragment, scan_only, candidates(block.text, index), index.language)
