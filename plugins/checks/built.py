"""The built site as the rules on pages see it: what each page links, names and holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from lxml.etree import HTMLParser, fromstring

from plugins.checks.allowed_markup import strange_markup
from plugins.documents.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ADDRESSES = ("href", "src")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class _Tags:
    """Takes down the elements of a page as its parser meets them, which is sooner than by way of a tree."""

    def __init__(self) -> None:
        self._tags: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._tags.append((name, attributes))

    def close(self) -> list[tuple[str, dict[str, str]]]:
        return self._tags


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: `path` within the site, and `source`, the file that a writer would mend.

    Each address that it links stands once in `links`, each id as often as on the page in `ids`.
    """

    path: str
    source: str
    lang: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    headings: tuple[int, ...]
    images_without_words: tuple[str, ...]
    strange: tuple[str, ...] = ()


@dataclass(frozen=True)
class BuiltSite:
    """Every file of the site, and its pages. `root` is the absolute address it will live at."""

    root: str
    files: frozenset[str]
    pages: Mapping[str, BuiltPage]
    sizes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _files(self) -> dict[str, str | None]:
        """What `file_of` found, by address: every page links the same ones."""
        return {}

    def file_of(self, address: str) -> str | None:
        """Return the file that an address within the site means, or None for one outside."""
        if address not in self._files:
            self._files[address] = self._file_of(address)
        return self._files[address]

    def _file_of(self, address: str) -> str | None:
        page, _ = urldefrag(address)
        if page == self.root:
            return "index.html"
        if not page.startswith(f"{self.root}/"):
            return None
        path = unquote(page.removeprefix(f"{self.root}/")).split("?")[0]
        return f"{path}index.html" if path.endswith("/") or not path else path


def read_site(output: Path, root: str, sources: Mapping[str, str], memo: Memo | None = None) -> BuiltSite:
    """Read the built site; `sources` maps a page's path to the file it was made from."""
    memo = memo or Memo()
    files = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    pages = {}
    for name in files:
        if name.endswith(".html"):
            given = (name, (output / name).read_text("utf-8"), sources.get(name, name), root)
            pages[name] = _sharing(memo.of("page", given, partial(read_page, *given)))
    return BuiltSite(root, frozenset(files), pages, {name: (output / name).stat().st_size for name in files})


def _sharing(page: BuiltPage) -> BuiltPage:
    """Return a page that holds no text twice that another holds: most of them link the same."""
    return replace(page, ids=tuple(map(intern, page.ids)), links=tuple(map(intern, page.links)))


def read_page(path: str, html: str, source: str, root: str = "") -> BuiltPage:
    """Read one page of the site that lives at `root`."""
    tags = fromstring(html, HTMLParser(target=_Tags())) if html.strip() else []
    return BuiltPage(
        path=path,
        source=source,
        lang=next((attributes.get("lang", "") for name, attributes in tags if name == "html"), ""),
        ids=tuple(attributes["id"] for _, attributes in tags if "id" in attributes),
        links=tuple(
            {attributes[name]: None for _, attributes in tags for name in _ADDRESSES if name in attributes}
        ),
        headings=tuple(int(name[1]) for name, _ in tags if name in _HEADINGS),
        images_without_words=tuple(
            attributes.get("src", "")
            for name, attributes in tags
            if name == "img" and "alt" not in attributes
        ),
        strange=tuple(strange_markup(tags, root)),
    )
