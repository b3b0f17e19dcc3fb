"""What linking costs: our linker beside a bare scan, a flat regex, and BeautifulSoup, by glossary size.

.venv/bin/python -m benchmarks.linker
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick
from bs4 import BeautifulSoup

from benchmarks.corpus import corpus
from plugins.documents.rendering import Renderer
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, link_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.corpus import Corpus

SIZES = (100, 1_000, 10_000)
PAGES, ROUNDS = 40, 5
# A flat alternation of so many names takes seconds a page; beyond, it is left out.
FLAT_LIMIT = 1_000


def contenders(made: Corpus, index: Index) -> dict[str, Callable[[str], object]]:
    """Return name → what it does with one page."""
    targets = {entry.key: Target(f"/{entry.key}/") for entry in made.entries}
    names = sorted((name.text for entry in made.entries for name in entry.names), key=len, reverse=True)
    scan = AhoCorasick(names)
    found: dict[str, Callable[[str], object]] = {
        "bare scan": lambda html: scan.find_matches_as_indexes(html),
        "jelas": lambda html: link_page([Fragment(html)], index, targets),
        "tree only (BeautifulSoup, lxml)": lambda html: str(BeautifulSoup(html, "lxml")),
    }
    if len(made.entries) <= FLAT_LIMIT:
        flat = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
        found["flat regex"] = lambda html: flat.sub(r"<a>\g<0></a>", html)
    return found


def milliseconds(work: Callable[[str], object], pages: tuple[str, ...]) -> float:
    """Return what a page takes."""
    start = time.perf_counter()
    for page in pages:
        work(page)
    return (time.perf_counter() - start) * 1000 / len(pages)


def main() -> None:
    """Measure in turns, after a warm-up, and print medians and ratios."""
    markdown = "\n\n".join(re.sub(r"<[^>]+>", "", page) for page in corpus(1, 100).pages)
    renderer = Renderer()
    rendering = statistics.median(milliseconds(renderer.body, (markdown,) * 20) for _ in range(ROUNDS))
    print(f"for reference, Markdown of such a page: {rendering:.2f} ms")
    ours: dict[int, float] = {}
    for size in SIZES:
        made = corpus(PAGES, size)
        start = time.perf_counter()
        index = Index(made.entries, read_language("id"))
        building = time.perf_counter() - start
        runs: dict[str, list[float]] = {}
        works = contenders(made, index)
        for work in works.values():
            work(made.pages[0])
        for _ in range(ROUNDS):
            for name, work in works.items():
                runs.setdefault(name, []).append(milliseconds(work, made.pages))
        base = statistics.median(runs["bare scan"])
        print(f"\n{size} entries, {4 * size} names; index built in {building * 1000:.0f} ms")
        for name, times in runs.items():
            middle, spread = statistics.median(times), max(times) - min(times)
            print(
                f"  {name:<34}{middle:>9.3f} ms a page  ±{spread / 2:.3f}  {middle / base:>7.1f} × bare scan"
            )
        ours[size] = statistics.median(runs["jelas"])
    print(f"\njelas at {SIZES[-1]} entries ÷ at {SIZES[0]}: {ours[SIZES[-1]] / ours[SIZES[0]]:.2f}")
    print(f"jelas at {SIZES[1]} entries ÷ Markdown of the page: {ours[SIZES[1]] / rendering:.2f}")


if __name__ == "__main__":
    sys.exit(main())
