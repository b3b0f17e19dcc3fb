"""Where entries are named: the pages, with the sentence, and the entries named beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from plugins.documents.corpus import Id
    from plugins.entities.mentions import Mention

# An entry shows so many others that are often named in one paragraph with it, from this count on.
NEARBY = 5
OFTEN = 2


class Told(NamedTuple):
    """What a page tells of an entry: the section and sentence that say most, and how often it is named."""

    section: str
    sentence: str
    times: int


class Mentions(NamedTuple):
    """What is known of a page's mentions when it is linked.

    `named`: entry → its words there; `told`; `groups`: the entries of each block that names several.
    """

    named: dict[str, str]
    told: dict[str, Told]
    groups: list[tuple[str, ...]]


class Appearance(NamedTuple):
    """A page that names an entry, and what it tells of it."""

    page: Any
    section: str
    sentence: str
    times: int


def told_of(mentions: Iterable[Mention]) -> dict[str, Told]:
    """Return entry → what a page with these mentions tells of it."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.key:
            named[mention.key].append(mention)
    found = {}
    for key, own in named.items():
        telling = next((one for one in own if one.linkable), own[0])
        sentence = telling.sentence_text.replace("\x00", "").strip()
        found[key] = Told(telling.section, sentence, len(own))
    return found


def groups(mentions: Iterable[Mention]) -> list[tuple[str, ...]]:
    """Return the entries of each block that names several."""
    blocks: dict[int, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        if mention.key:
            blocks[mention.block][mention.key] = None
    return [tuple(keys) for keys in blocks.values() if len(keys) > 1]


def appearances(
    contents: Iterable[Any], mentions: Mapping[Id, Mentions], entries: Set[str]
) -> dict[str, list[Appearance]]:
    """Return entry → the explainers and background pages that name it, in reading order."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    dated = [content for content in contents if content.as_of is not None]
    for content in sorted(dated, key=lambda one: (one.order, one.key)):
        told = mentions[content.document.id].told
        for key in told.keys() & entries:
            found[key].append(Appearance(content, *told[key]))
    return found


def named_together(
    contents: Iterable[Any], mentions: Mapping[Id, Mentions], entries: Set[str]
) -> dict[str, list[str]]:
    """Return entry → the entries most often named in one block with it, most often first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for content in contents:
        if content.kind != "glossary":
            for keys in mentions[content.document.id].groups:
                for key in entries & set(keys):
                    counts[key].update(keys)
    return {key: _most_often(key, others) for key, others in counts.items()}


def _most_often(key: str, counts: Counter[str]) -> list[str]:
    often = [(other, count) for other, count in counts.items() if count >= OFTEN and other != key]
    return [other for other, _ in sorted(often, key=lambda item: (-item[1], item[0]))][:NEARBY]
