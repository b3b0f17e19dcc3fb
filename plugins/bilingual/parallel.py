"""The languages of a page side by side, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import html
from markupsafe import Markup

from plugins.documents.memo import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from plugins.documents.memo import Memo

# What works on the page itself only: note numbers, and the signs beside headings.
_LEFT_OUT = "//sup[@class='cite'] | //a[@class='permalink']"
Column = Job[list[Markup]]


@dataclass(frozen=True)
class Parallel:
    """A page of its own with the versions of a page: its address, and the blocks of each language.

    `columns`: language → the job that splits its version; in a view, the way to the result.
    """

    url: str
    columns: Mapping[str, Any]

    @property
    def rows(self) -> Iterator[list[tuple[str, Markup]]]:
        """Yield (language, block) of the blocks side by side, in a view of the page."""
        for row in zip(*(column() for column in self.columns.values()), strict=True):
            yield list(zip(self.columns, row, strict=True))


def side_by_side(url: str, columns: Mapping[str, Column], memo: Memo) -> Parallel | None:
    """Set versions side by side; None where it cannot be done: one version, or blocks that differ."""
    if len(columns) < 2 or len({len(memo.of(column)) for column in columns.values()}) != 1:
        return None
    return Parallel(url, columns)


def splitting(lang: str, body: Callable[[], str]) -> Column:
    """Return the job whose result is the blocks of the HTML that `body()` gives: it is not kept till then."""
    return Job("blocks", (body(), lang), lambda: blocks(body(), lang))


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
