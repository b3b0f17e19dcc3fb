"""Links the named entities of one page: text in, the same text with links out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from plugins.entities.mentions import Mention, mentions_of
from plugins.entities.passages import read_passage
from plugins.entities.policy import LONG_PAGE, choose_links
from plugins.entities.reading import Reading
from plugins.entities.text_view import read_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from plugins.entities.index import Index
    from plugins.entities.passages import Passage
    from plugins.entities.text_blocks import Link, Manual, View

# The first fragments of a page are its title and deck: read, never linked.
READ_ONLY = 2


@dataclass(frozen=True)
class Fragment:
    """A piece of a page's HTML in reading order; one that is only scanned is never changed."""

    html: str
    scan_only: bool = False


def fragments_of(title: str, summary: str, in_short: Sequence[str], body: str) -> list[Fragment]:
    """Return what the linker reads of a page: title and deck are read only."""
    read_only = [Fragment(escape(text), scan_only=True) for text in (title, summary)]
    return [*read_only, *map(Fragment, in_short), Fragment(body)]


@dataclass(frozen=True)
class Target:
    """Where an entry's links lead; `hreflang` where the reader's language has no page of it."""

    url: str
    hreflang: str = ""


class Targets(dict[str, Target]):
    """Where the links of each entry lead: key → target."""

    @cached_property
    def tags(self) -> dict[str, str]:
        """Return key → the opening tag of its links."""
        return {key: _opening(key, target) for key, target in self.items()}

    @cached_property
    def key_by_url(self) -> dict[str, str]:
        """Return address → key."""
        return {target.url: key for key, target in self.items()}


@dataclass(frozen=True)
class Linked:
    """The fragments with links, all mentions in order, and which of them are links."""

    fragments: tuple[str, ...]
    mentions: tuple[Mention, ...]
    linked: frozenset[int]
    passages: tuple[Passage, ...] = ()

    @property
    def named(self) -> dict[str, str]:
        """Return the entries named in the text, title and deck aside, each with the words that first do."""
        namings = (one for one in reversed(self.mentions) if one.fragment >= READ_ONLY)
        return {one.key: one.surface for one in namings if one.key}

    @property
    def keys(self) -> list[str]:
        """Return the entries named on the page, in order of first mention."""
        return list(dict.fromkeys(mention.key for mention in self.mentions if mention.key))


def link_page(
    fragments: Sequence[Fragment],
    index: Index,
    targets: Mapping[str, Target],
    *,
    page_key: str | None = None,
    settled: Mapping[str, str] | None = None,
    automatic: bool = True,
    as_of: date | None = None,
) -> Linked:
    """Return the page with its entities linked.

    `page_key`: the entry whose own page this is. `settled`: the page's `entities` field.
    `automatic`: false leaves only the links that a writer made. `as_of`: the day it is true up to.
    """
    views = [read_view(fragment.html) for fragment in fragments]
    passages = list(_passages(fragments, views, index))
    by_hand = [one for number, view in enumerate(views) for one in _manual(view, number, passages)]
    reading = Reading(
        passages,
        index.entries,
        settled or {},
        as_of,
        frozenset(one.key for one in by_hand if one.key),
        page_key,
    )
    mentions = sorted([*mentions_of(reading), *by_hand], key=lambda one: (one.fragment, one.block, one.start))
    sentences = {one.number: len(one.starts) for one in passages}
    targets = targets if isinstance(targets, Targets) else Targets(targets)
    key_of = targets.key_by_url
    linked_already = [(one.key, one.section) for one in by_hand if one.key]
    standing = [one for view in views for one in view.links if one.address in key_of]
    linked_already += [(key_of[one.address], "") for one in standing]
    chosen: set[int] = set()
    if automatic:
        long_page = sum(sentences.values()) > LONG_PAGE
        places = list(_places(standing, passages)) if standing else []
        chosen = choose_links(mentions, index.levels, sentences, linked_already, page_key, long_page, places)
    spliced = [
        _splice(fragment, number, view.manual, [mentions[one] for one in chosen], targets.tags)
        for number, (fragment, view) in enumerate(zip(fragments, views, strict=True))
    ]
    by_hand_numbers = {number for number, one in enumerate(mentions) if one.rule == "manual" and one.key}
    return Linked(tuple(spliced), tuple(mentions), frozenset(chosen | by_hand_numbers), tuple(passages))


def _passages(fragments: Sequence[Fragment], views: Sequence[View], index: Index) -> Iterator[Passage]:
    number = 0
    for place, (fragment, view) in enumerate(zip(fragments, views, strict=True)):
        for block in view.blocks:
            yield read_passage(block, number, place, fragment.scan_only, index)
            number += 1


def _places(links: Sequence[Link], passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield (block, sentence) of each link."""
    by_block = {id(one.block): one for one in passages}
    for link in links:
        if passage := by_block.get(id(link.block)):
            yield passage.number, passage.sentence_of(link.position)


def _manual(view: View, fragment: int, passages: Sequence[Passage]) -> Iterator[Mention]:
    """Yield the mentions that a writer linked by hand, each in the passage in which it stands."""
    own = [one for one in passages if one.fragment == fragment]
    for one in view.manual:
        inside = [(place, at) for place in own if (at := place.block.position_of(one.opened[0])) is not None]
        passage, position = inside[-1] if inside else (None, 0)
        sentence = passage.sentence_of(position) if passage else 0
        yield Mention(
            key=None if one.key == "none" else one.key,
            options=(),
            surface=one.surface,
            fragment=fragment,
            block=passage.number if passage else 0,
            section=one.section,
            sentence=sentence,
            sentence_text="",
            position=position,
            start=one.opened[0],
            end=one.closed[1],
            linkable=False,
            quoted=False,
            canonical=False,
            rule="manual",
            evidence=f"entity:{one.key}",
        )


def _splice(
    fragment: Fragment,
    number: int,
    manual: Sequence[Manual],
    links: Sequence[Mention],
    tags: Mapping[str, str],
) -> str:
    """Return the fragment with link tags put in at their offsets; nothing else of it changes."""
    if fragment.scan_only:
        return fragment.html
    edits: list[tuple[int, int, str]] = []
    for one in links:
        if one.fragment == number and one.key and one.key in tags:
            edits += [(one.start, one.start, tags[one.key]), (one.end, one.end, "</a>")]
    for by_hand in manual:
        known = by_hand.key in tags
        edits.append((*by_hand.opened, tags[by_hand.key] if known else ""))
        edits.append((*by_hand.closed, "</a>" if known else ""))
    html, pieces, position = fragment.html, [], 0
    for start, end, tag in sorted(edits):
        pieces += [html[position:start], tag]
        position = end
    return "".join([*pieces, html[position:]])


def _opening(key: str, target: Target) -> str:
    language = f' hreflang="{escape(target.hreflang)}"' if target.hreflang else ""
    return f'<a class="entity" data-entity="{escape(key)}" href="{escape(target.url)}"{language}>'
