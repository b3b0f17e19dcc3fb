"""Which mentions become links: the first of each entry, and never too many together."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plugins.entities.mentions import Mention

PER_SENTENCE = 3
# In a block: as many links as it has sentences, and this many in any case. Words would be a finer measure,
# but a translation has more or fewer of them; it has as many sentences, and so the same links.
PER_BLOCK = 3
# Above so many sentences (some 1,200 words) a page links an entry once in each section.
LONG_PAGE = 120

_RANK = {"always": 0, "auto": 1, "low": 2}


def choose_links(
    mentions: Sequence[Mention],
    levels: Mapping[str, str],
    sentences_by_block: Mapping[int, int],
    linked_already: Iterable[tuple[str, str]],
    page_key: str | None,
    once_per_section: bool,
    standing: Iterable[tuple[int, int]] = (),
) -> set[int]:
    """Return the positions in `mentions` that become links.

    `levels`: key → link level. `linked_already`: (key, section) that a writer linked by hand.
    `standing`: (block, sentence) of each link to an entry that the page has already.
    """

    def group(key: str, section: str) -> tuple[str, str]:
        return key, section if once_per_section else ""

    done = {group(key, section) for key, section in linked_already}
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        key = mention.key
        if key and key != page_key and mention.linkable and levels.get(key, "auto") != "never":
            waiting[group(key, mention.section)].append(number)
    for numbers in waiting.values():
        numbers.sort(key=lambda number: _preference(mentions[number]))
    order = sorted(
        waiting.items(), key=lambda item: (_RANK[levels.get(item[0][0], "auto")], min(item[1]), item[0])
    )
    taken = _Taken(mentions, sentences_by_block, standing)
    for which, numbers in order:
        if which in done:
            continue
        always = levels.get(which[0]) == "always"
        for number in numbers:
            if taken.allows(number, always):
                taken.add(number)
                break
    return taken.numbers


def _preference(mention: Mention) -> tuple[bool, int, bool, int]:
    return mention.quoted, mention.block, not mention.canonical, mention.position


class _Taken:
    """The links so far, and how many each block and sentence holds."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        sentences_by_block: Mapping[int, int],
        standing: Iterable[tuple[int, int]],
    ) -> None:
        self.numbers: set[int] = set()
        self._mentions = mentions
        self._sentences = sentences_by_block
        self._by_block: Counter[int] = Counter()
        self._by_sentence: Counter[tuple[int, int]] = Counter()
        self._edges: set[tuple[int, int]] = set()
        for block, sentence in standing:
            self._by_block[block] += 1
            self._by_sentence[block, sentence] += 1

    def allows(self, number: int, always: bool) -> bool:
        mention = self._mentions[number]
        touching = {(mention.fragment, mention.start), (mention.fragment, mention.end)} & self._edges
        if touching:
            return False
        limit = max(PER_BLOCK, self._sentences.get(mention.block, 0))
        room = self._by_block[mention.block] < limit
        return always or (room and self._by_sentence[mention.block, mention.sentence] < PER_SENTENCE)

    def add(self, number: int) -> None:
        mention = self._mentions[number]
        self.numbers.add(number)
        self._by_block[mention.block] += 1
        self._by_sentence[mention.block, mention.sentence] += 1
        self._edges |= {(mention.fragment, mention.start), (mention.fragment, mention.end)}
