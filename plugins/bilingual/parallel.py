"""The languages of a page side by side, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lxml import html
from markupsafe import Markup

from plugins.documents.memo import Job, Memo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What works on the page itself only: note numbers, and the signs beside headings.
_LEFT_OUT = "//sup[@class='cite'] | //a[@class='permalink']"


@dataclass(frozen=True)
class Parallel:
    """A page of its own with the versions of a page: its address and rows of (language, HTML)."""

    url: str
    rows: Sequence[Sequence[tuple[str, Markup]]]


def side_by_side(url: str, versions: Mapping[str, str], memo: Memo | None = None) -> Parallel | None:
    """Set lang → HTML side by side; None where it cannot be done: one version, or blocks that differ."""
    memo = memo or Memo()
    columns = {lang: memo.of(splitting(lang, body)) for lang, body in versions.items()}
    if len(columns) < 2 or len({len(column) for column in columns.values()}) != 1:
        return None
    rows = zip(*columns.values(), strict=True)
    return Parallel(url, [list(zip(columns, row, strict=True)) for row in rows])


def splitting(lang: str, body: str) -> Job[list[Markup]]:
    """Return the job whose result is the blocks of a page's HTML."""
    return Job("blocks", (body, lang), partial(blocks, body, lang))


def blocks(body: str, lang: str) -> list[Markup]:
    """Return the top-level elements of a page's HTML; their ids, and links to them, end in the language."""
    root = html.fragment_fromstring(body, create_parent=True)
    for element in root.xpath(_LEFT_OUT):
        element.drop_tree()
    for element in root.iter():
        if "id" in element.attrib:
            element.set("id", f"{element.get('id')}-{lang}")
        if (target := element.get("href", "")).startswith("#"):
            element.set("href", f"{target}-{lang}")
        if "aria-labelledby" in element.attrib:
            element.set("aria-labelledby", f"{element.get('aria-labelledby')}-{lang}")
    return [Markup(html.tostring(child, encoding="unicode", with_tail=False)) for child in root]
