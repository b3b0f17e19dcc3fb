"""Links the named entities of one page: text in, the same text with links out."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from plugins.entities.mentions import Mention, mentions_of
from plugins.entities.policy import LONG_PAGE, choose_links
from plugins.entities.senses import Reading
from plugins.entities.text_view import read_view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plugins.entities.index import Index
    from plugins.entities.text_view import Manual, View


@dataclass(frozen=True)
class Fragment:
    """A piece of a page's HTML in reading order; one that is only scanned is never changed."""

    html: str
    scan_only: bool = False


@dataclass(frozen=True)
class Target:
    """Where an entry's links lead; `hreflang` where the reader's language has no page of it."""

    url: str
    hreflang: str = ""


@dataclass(frozen=True)
class Linked:
    """The fragments with links, all mentions in order, and which of them are links."""

    fragments: tuple[str, ...]
    mentions: tuple[Mention, ...]
    linked: frozenset[int]

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
) -> Linked:
    """Return the page with its entities linked.

    `page_key`: the entry whose own page this is. `settled`: the page's `entities` field.
    `automatic`: false leaves only the links that a writer made.
    """
    views = [read_view(fragment.html) for fragment in fragments]
    reading = Reading(index.language, settled or {})
    mentions: list[Mention] = []
    words: dict[int, int] = {}
    block = 0
    for number, (fragment, view) in enumerate(zip(fragments, views, strict=True)):
        found = mentions_of(view, number, block, fragment.scan_only, index, reading)
        mentions += sorted([*found, *_manual(view, number, block)], key=lambda one: one.start)
        words |= {block + place: one.text.count(" ") + 1 for place, one in enumerate(view.blocks)}
        block += len(view.blocks)
    by_hand = [(one.key, one.section) for one in mentions if one.rule == "manual" and one.key]
    key_of = {target.url: key for key, target in targets.items()}
    by_hand += [(key_of[url], "") for view in views for url in view.links if url in key_of]
    levels = {key: entry.link for key, entry in index.entries.items()}
    chosen: set[int] = set()
    if automatic:
        long_page = sum(words.values()) > LONG_PAGE
        chosen = choose_links(mentions, levels, words, by_hand, page_key, long_page)
    spliced = [
        _splice(fragment, number, view.manual, [mentions[one] for one in chosen], targets)
        for number, (fragment, view) in enumerate(zip(fragments, views, strict=True))
    ]
    by_hand_numbers = {number for number, one in enumerate(mentions) if one.rule == "manual"}
    return Linked(tuple(spliced), tuple(mentions), frozenset(chosen | by_hand_numbers))


def _manual(view: View, fragment: int, first_block: int) -> list[Mention]:
    """Return the mentions that a writer linked by hand."""
    return [
        Mention(
            key=None if one.key == "none" else one.key,
            surface=one.surface,
            fragment=fragment,
            block=first_block,
            section=one.section,
            sentence=0,
            sentence_text="",
            position=0,
            start=one.opened[0],
            end=one.closed[1],
            linkable=False,
            quoted=False,
            canonical=False,
            rule="manual",
            evidence=f"entity:{one.key}",
        )
        for one in view.manual
    ]


def _splice(
    fragment: Fragment,
    number: int,
    manual: Sequence[Manual],
    links: Sequence[Mention],
    targets: Mapping[str, Target],
) -> str:
    """Return the fragment with link tags put in at their offsets; nothing else of it changes."""
    if fragment.scan_only:
        return fragment.html
    edits: list[tuple[int, int, str]] = []
    for one in links:
        if one.fragment == number and one.key and one.key in targets:
            edits += [(one.start, one.start, _opening(one.key, targets)), (one.end, one.end, "</a>")]
    for by_hand in manual:
        known = by_hand.key in targets
        edits.append((*by_hand.opened, _opening(by_hand.key, targets) if known else ""))
        edits.append((*by_hand.closed, "</a>" if known else ""))
    html, pieces, position = fragment.html, [], 0
    for start, end, tag in sorted(edits):
        pieces += [html[position:start], tag]
        position = end
    return "".join([*pieces, html[position:]])


def _opening(key: str, targets: Mapping[str, Target]) -> str:
    target = targets[key]
    language = f' hreflang="{escape(target.hreflang)}"' if target.hreflang else ""
    return f'<a class="entity" data-entity="{escape(key)}" href="{escape(target.url)}"{language}>'
