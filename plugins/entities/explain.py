"""Why the linker did what it did, mention by mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.entities.governments import UNDECIDED
from plugins.entities.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.entities.index import Index
    from plugins.entities.mentions import Mention
    from plugins.entities.survey import Surveyed


def explain(page: Surveyed, index: Index, line: int | None = None) -> Iterator[str]:
    """Yield a line for each mention on `line` of the page's file; on every line where it is None.

    Example: `content/x.id.md:14: “Moskow” → russia [government: before “menuduh”], linked`
    """
    places = Places(page)
    for number, mention in enumerate(page.linked.mentions):
        at = places.line_of(mention)
        if line in (None, at):
            sense = mention.key or "nothing"
            because = f"{mention.rule}: {mention.evidence}" if mention.evidence else mention.rule
            outcome = outcome_of(page, number, index, places)
            yield f"{page.document.path}:{at}: “{mention.surface}” → {sense} [{because}], {outcome}"


def outcome_of(page: Surveyed, number: int, index: Index, places: Places) -> str:
    """Return whether a mention is a link, and if not, why."""
    mention = page.linked.mentions[number]
    if number in page.linked.linked:
        return "linked"
    if mention.rule == "manual":
        return "not linked: so it is written here"
    if mention.key is None:
        return f"not linked; to settle it, write {settle(mention)}"
    if page.document.kind == "glossary" and mention.key == page.document.key:
        return "not linked: this is its own page"
    if not page.document.front.link_entities:
        return "not linked: link_entities is false here"
    if mention.key in index.entries and index.entries[mention.key].link == "never":
        return "not linked: its entry says `link: never`"
    if mention.start < 0:
        return "not linked: the link would cross other mark-up"
    if mention.rule == UNDECIDED:
        return f"not linked: it may be the city or its government; to settle it, write {settle(mention)}"
    if not mention.linkable:
        return "not linked: a title, a heading or a short name in brackets"
    first = next((one for one in page.linked.linked if page.linked.mentions[one].key == mention.key), None)
    if first is not None:
        return f"not linked: its link is on line {places.line_of(page.linked.mentions[first])}"
    return "not linked: its sentence or paragraph has as many links as it may"


def settle(mention: Mention) -> str:
    """Return what a writer may write to settle what a name means."""
    key = mention.options[0] if mention.options else "KEY"
    return f"[{mention.surface}](entity:{key}) or [{mention.surface}](entity:none)"
