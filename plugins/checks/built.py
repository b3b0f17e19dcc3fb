"""The built site as the rules on pages see it: what each page links, names and holds."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag

from plugins.checks.allowed_markup import strange_markup
from plugins.checks.elements import element, tags
from plugins.documents.ahead import work_ahead
from plugins.documents.memo import Job, Memo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ADDRESSES = ("href", "src")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


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
    def faults(self) -> dict[str, tuple[str, str] | None]:
        """What a rule found about an address, the same for each page that links it."""
        return {}

    def file_of(self, address: str) -> str | None:
        """Return the file that an address within the site means, or None for one outside."""
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
    sizes = dict(sorted(_sizes(output)))
    names = [name for name in sizes if name.endswith(".html")]
    jobs = {name: _reading(output, name, sources.get(name, name), root) for name in names}
    work_ahead(memo, jobs.values())
    pages = {name: _sharing(memo.of(job)) for name, job in jobs.items()}
    return BuiltSite(root, frozenset(sizes), pages, sizes)


def _sizes(folder: Path, within: str = "") -> Iterator[tuple[str, int]]:
    """Yield the path within a folder, and the bytes, of each file below it."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _sizes(Path(one.path), f"{within}{one.name}/")
            else:
                yield within + one.name, one.stat().st_size


def _reading(output: Path, name: str, source: str, root: str) -> Job[BuiltPage]:
    """Return the job whose result is what a page holds. It keeps no page's text while it waits."""

    def read() -> BuiltPage:
        return read_page(name, (output / name).read_text("utf-8"), source, root)

    return Job("page", (name, (output / name).read_text("utf-8"), source, root), read)


def _sharing(page: BuiltPage) -> BuiltPage:
    """Return a page that holds no text twice that another holds: most of them link the same."""
    return replace(page, ids=tuple(map(intern, page.ids)), links=tuple(map(intern, page.links)))


def read_page(path: str, html: str, source: str, root: str = "") -> BuiltPage:
    """Read one page of the site that lives at `root`."""
    found = [facts for tag in tags(html) if (facts := _facts(tag, root))]
    return BuiltPage(
        path=path,
        source=source,
        lang=next((one.lang for one in found if one.lang is not None), ""),
        ids=tuple(one.id for one in found if one.id is not None),
        links=tuple(dict.fromkeys(link for one in found for link in one.links)),
        headings=tuple(one.heading for one in found if one.heading),
        images_without_words=tuple(one.silent_image for one in found if one.silent_image is not None),
        strange=tuple(text for one in found for text in one.strange),
    )


class _Facts(NamedTuple):
    """What one element says of its page."""

    lang: str | None
    id: str | None
    links: tuple[str, ...]
    heading: int
    silent_image: str | None
    strange: tuple[str, ...]


_NOTHING = _Facts(None, None, (), 0, None, ())


@lru_cache(maxsize=8192)  # most tags of a page stand on others too
def _facts(tag: str, root: str) -> _Facts | None:
    """Return what a tag says of its page; most say nothing."""
    name, attributes = element(tag)
    facts = _Facts(
        lang=attributes.get("lang", "") if name == "html" else None,
        id=attributes.get("id"),
        links=tuple(attributes[one] for one in _ADDRESSES if one in attributes),
        heading=int(name[1]) if name in _HEADINGS else 0,
        silent_image=attributes.get("src", "") if name == "img" and "alt" not in attributes else None,
        strange=tuple(strange_markup([(name, attributes)], root)),
    )
    return facts if facts != _NOTHING else None
