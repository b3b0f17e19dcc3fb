"""Where entries are named: the pages, with the sentence, and the entries named beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.entities.mentions import Mention

# An entry shows so many others that are often named in one paragraph with it, from this count on.
NEARBY = 5
OFTEN = 2


@dataclass(frozen=True)
class Appearance:
    """A page that names an entry: the sentence that says most of it, its section, and how often."""

    page: Any
    section: str
    sentence: str
    count: int


def appearances(contents: Iterable[Any]) -> dict[str, list[Appearance]]:
    """Return entry → the explainers and background pages that name it, in reading order."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    for content in sorted(contents, key=lambda one: (one.order, one.key)):
        if content.as_of is None:
            continue
        named: dict[str, list[Mention]] = defaultdict(list)
        for mention in content.mentions:
            if mention.key:
                named[mention.key].append(mention)
        for key, mentions in named.items():
            telling = next((one for one in mentions if one.linkable), mentions[0])
            sentence = telling.sentence_text.replace("\x00", "").strip()
            found[key].append(Appearance(content, telling.section, sentence, len(mentions)))
    return found


def named_together(contents: Iterable[Any]) -> dict[str, list[str]]:
    """Return entry → the entries most often named in one block with it, most often first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for content in contents:
        if content.kind == "glossary":
            continue
        blocks: dict[int, set[str]] = defaultdict(set)
        for mention in content.mentions:
            if mention.key:
                blocks[mention.block].add(mention.key)
        for keys in blocks.values():
            for key, other in permutations(keys, 2):
                counts[key][other] += 1
    return {key: _most_often(others) for key, others in counts.items()}


def _most_often(counts: Counter[str]) -> list[str]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [other for other, count in ranked if count >= OFTEN][:NEARBY]
