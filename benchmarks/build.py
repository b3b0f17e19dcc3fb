"""What a build costs: Jelas cold, warm and after one edit beside plain Pelican with the same theme.

Cards for sharing and the search index are extras that plain Pelican does not make: a preview leaves them
out, so each of ours is measured in both ways. And as plain Pelican works in one process, so in one too: only
then CPU time and memory are told by themselves.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from benchmarks.edits import LANG, marker, page_edit
from benchmarks.growth import exponent
from benchmarks.harness import measure
from benchmarks.options import read_options
from benchmarks.reports import Figure, Table, quotient, report
from benchmarks.scratch import scratch_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.harness import Contender, Sample
    from benchmarks.scratch import Scratch

PLAIN, COLD, WARM, EDITED = "plain Pelican", "Jelas cold", "Jelas warm", "Jelas after one edit"
WITHOUT, ALONE = " without cards and search", " without, in one process"
VARIANTS = {
    "": {"JELAS_DRAFTS": ""},
    WITHOUT: {"JELAS_DRAFTS": "1"},
    ALONE: {"JELAS_DRAFTS": "1", "JELAS_PROCESSES": "1"},
}
EDITED_PAGE = f"background/page-0.{LANG}.md"
# Sizes for --growth: pages in each language.
SMALLEST, LARGEST = 50, 400
FEWEST_SIZES = 2


def main() -> None:
    """Measure builds, or with --growth how they grow, and print it."""
    options = read_options(pages=0, entries=50, rounds=3, growth=False)
    if options.growth:
        print(_growth(options.pages or LARGEST, options.entries, options.rounds, options.json))
    else:
        print(_builds(options.pages or SMALLEST, options.entries, options.rounds, options.json))


def contenders(site: Scratch) -> dict[str, Contender]:
    """Return every way to build the site, by name."""
    found: dict[str, Contender] = {PLAIN: lambda: plain(site)}
    for suffix, environment in VARIANTS.items():
        ours = Ours(site, environment)
        found |= {COLD + suffix: ours.cold, WARM + suffix: ours.warm, EDITED + suffix: ours.edited}
    return found


def plain(site: Scratch) -> Sample:
    """Build the site with plain Pelican."""
    return _pelican(site, "benchmarks/plain_conf.py", {})


@dataclass(frozen=True)
class Ours:
    """Jelas, with what its environment adds. Each way to build has a cache of its own."""

    site: Scratch
    environment: Mapping[str, str]
    edits: Iterator[int] = field(default_factory=count)

    def cold(self) -> Sample:
        """Build with nothing remembered."""
        cache = self._cache("cold")
        shutil.rmtree(self.site.root / cache, ignore_errors=True)
        return self._build(cache)

    def warm(self) -> Sample:
        """Build what was built before."""
        return self._build(self._cache("warm"))

    def edited(self) -> Sample:
        """Build what was built before, but for a word on one page."""
        edit = page_edit(self.site.content / EDITED_PAGE)
        # The build before this one read another word.
        edit.make(marker(next(self.edits)))
        try:
            return self._build(self._cache("edited"))
        finally:
            edit.undo()

    def _cache(self, name: str) -> str:
        return f"cache-{name}{''.join(self.environment.values())}"

    def _build(self, cache: str) -> Sample:
        return _pelican(self.site, "pelicanconf.py", {**self.environment, "JELAS_CACHE": cache})


def _pelican(site: Scratch, settings: str, environment: Mapping[str, str]) -> Sample:
    output = site.root / "out"
    shutil.rmtree(output, ignore_errors=True)
    options = ["content", "-s", settings, "-o", str(output), "--fatal", "errors"]
    return site.run([sys.executable, "-m", "pelican", *options], environment)


def _builds(pages: int, entries: int, rounds: int, as_json: bool) -> str:
    with scratch_site(pages, entries) as site:
        results = measure(contenders(site), rounds)
    table = Table(f"Build of 2 × {pages} pages and 2 × {entries} entries", results)
    return report([table], _figures(table), as_json)


def _figures(table: Table) -> list[Figure]:
    def against_plain(name: str, column: str, goal: float) -> list[Figure]:
        words = {"s": "time on all cores", "CPU s": "CPU time", "peak MB": "memory"}[column]
        plain_value = table.median(PLAIN, column)
        return quotient(f"{name} ÷ {PLAIN}, {words}", table.median(name, column), plain_value, goal)

    return [
        *(
            figure
            for kind, goal in ((COLD, 1.2), (EDITED, 0.4))
            for variant, column in (("", "s"), (WITHOUT, "s"), (ALONE, "CPU s"))
            for figure in against_plain(kind + variant, column, goal)
        ),
        *against_plain(COLD + ALONE, "peak MB", 1.5),
    ]


def _growth(largest: int, entries: int, rounds: int, as_json: bool) -> str:
    sizes = [size for power in range(20) if (size := SMALLEST * 2**power) <= largest]
    if len(sizes) < FEWEST_SIZES:
        sys.exit(f"Growth is told from two sizes. Write --pages {SMALLEST * 2} or more.")
    tables = [_at_size(size, entries, rounds) for size in sizes]
    figures = []
    for name in (PLAIN, COLD + ALONE):
        points = [
            (size, value)
            for size, table in zip(sizes, tables, strict=True)
            if (value := table.median(name, "CPU s")) is not None
        ]
        figures.append(Figure(f"{name}: CPU time grows with pages to the power of", exponent(points)))
    return report(tables, figures, as_json)


def _at_size(pages: int, entries: int, rounds: int) -> Table:
    with scratch_site(pages, entries) as site:
        everything = contenders(site)
        results = measure({name: everything[name] for name in (PLAIN, COLD + ALONE)}, rounds, warm_ups=0)
    return Table(f"Build of 2 × {pages} pages and 2 × {entries} entries", results)


if __name__ == "__main__":
    main()
