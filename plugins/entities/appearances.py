"""Where entries are named: the pages, with the sentence, and the entries named beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def appearances(key: str, contents: Iterable[Any]) -> list[Appearance]:
    """Return the explainers and background pages that name an entry, in reading order."""
    found = []
    for content in sorted(contents, key=lambda one: (one.order, one.key)):
        if content.as_of is None:
            continue
        named = [mention for mention in content.mentions if mention.key == key]
        if named:
            telling = next((one for one in named if one.linkable), named[0])
            sentence = telling.sentence_text.replace("\x00", "").strip()
            found.append(Appearance(content, telling.section, sentence, len(named)))
    return found


def named_together(key: str, contents: Sequence[Any]) -> list[str]:
    """Return the entries most often named in one block with `key`, most often first."""
    counts: Counter[str] = Counter()
    for content in contents:
        if content.kind == "glossary":
            continue
        blocks = {one.block for one in content.mentions if one.key == key}
        beside = {(one.block, one.key) for one in content.mentions if one.block in blocks and one.key}
        counts.update(other for _, other in beside if other != key)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [other for other, count in ranked if count >= OFTEN][:NEARBY]
