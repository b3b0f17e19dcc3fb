"""What a page costs its reader: bytes as they travel (gzip), and requests of the first view.

The limits are the site's promise to readers on slow lines; tests hold every page to them.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# Bytes, gzip.
PAGE_LIMIT, STYLE_LIMIT, SCRIPT_LIMIT, VIEW_LIMIT = 20_000, 4_000, 1_500, 40_000
REQUEST_LIMIT = 4


@dataclass(frozen=True)
class Cost:
    """A page's bytes (gzip) and requests.

    `view`: all that the first view fetches, font and icon too. Browsers take one icon: the drawn one.
    """

    path: str
    kind: str
    page: int
    style: int
    script: int
    view: int
    requests: int
    hosts: tuple[str, ...]


def lives_at(output: Path) -> str:
    """Return the address that a site was built for, as its first page tells it; "" where there is no site."""
    page = output / "index.html"
    soup = BeautifulSoup(page.read_bytes() if page.is_file() else b"", "lxml")
    canonical = soup.select_one('link[rel="canonical"]')
    return str(canonical["href"]).rstrip("/") if canonical else ""


def costs(output: Path, root: str) -> list[Cost]:
    """Return what each page of a built site costs; `root` is the address it lives at."""
    sizes: dict[str, int] = {}
    return [_cost(output, path, root, sizes) for path in sorted(output.rglob("*.html"))]


def _cost(output: Path, path: Path, root: str, sizes: dict[str, int]) -> Cost:
    html = path.read_bytes()
    soup = BeautifulSoup(html, "lxml")
    scripts = {str(tag["src"]) for tag in soup.select("script[src]")}
    others = {str(tag["href"]) for tag in soup.select('link[rel="preload"], link[rel="icon"][type]')}
    others |= {str(tag["src"]) for tag in soup.select("img[src]:not([loading=lazy])")}
    fetched = scripts | others
    foreign = {address for address in fetched if not address.startswith(f"{root}/")}

    def size(addresses: Iterable[str]) -> int:
        own = set(addresses) - foreign
        for address in own - sizes.keys():
            sizes[address] = packed((output / address.removeprefix(f"{root}/")).read_bytes())
        return sum(sizes[address] for address in own)

    page = packed(html)
    return Cost(
        path=path.relative_to(output).as_posix(),
        kind=str(soup.body["data-kind"]) if soup.body else "",
        page=page,
        style=packed("".join(tag.get_text() for tag in soup.select("style")).encode()),
        script=size(scripts),
        view=page + size(fetched),
        requests=1 + len(fetched),
        hosts=tuple(sorted(foreign)),
    )


def packed(data: bytes) -> int:
    """Return how many bytes travel."""
    return len(gzip.compress(data, 9, mtime=0))


def over_budget(found: Iterable[Cost]) -> Iterator[str]:
    """Yield what is over its limit, one line each."""
    for cost in found:
        for name, value, limit in (
            ("page", cost.page, PAGE_LIMIT),
            ("style", cost.style, STYLE_LIMIT),
            ("script", cost.script, SCRIPT_LIMIT),
            ("first view", cost.view, VIEW_LIMIT),
            ("requests", cost.requests, REQUEST_LIMIT),
            ("requests to other hosts", len(cost.hosts), 0),
        ):
            if value > limit:
                yield f"{cost.path}: {name} {value}, at most {limit}"


def table(found: Iterable[Cost]) -> str:
    """Return the dearest page of each kind, as a table."""
    dearest: dict[str, Cost] = {}
    for cost in found:
        if cost.kind not in dearest or cost.page > dearest[cost.kind].page:
            dearest[cost.kind] = cost
    rows = [f"{'kind':<12}{'page':>7}{'css':>6}{'js':>6}{'view':>7}{'requests':>10}  dearest page"]
    rows += [
        f"{kind:<12}{one.page:>7}{one.style:>6}{one.script:>6}{one.view:>7}{one.requests:>10}  {one.path}"
        for kind, one in sorted(dearest.items())
    ]
    limits = (
        f"{'limit':<12}{PAGE_LIMIT:>7}{STYLE_LIMIT:>6}{SCRIPT_LIMIT:>6}{VIEW_LIMIT:>7}{REQUEST_LIMIT:>10}"
    )
    return "\n".join(
        [*rows, limits, "bytes as they travel (gzip); view: page, scripts, heading font and icon"]
    )
