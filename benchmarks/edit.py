"""What a writer waits for: from saving a file to seeing it in the preview; and what memory many edits take.

Asked through files and HTTP only, as an editor and a browser do. `page ms`: until the page that is looked
at shows the edit; `site ms`: until the whole site is new.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.edits import LANG, alias_edit, definition_edit, marker, page_edit, template_edit
from benchmarks.harness import measure
from benchmarks.options import read_options
from benchmarks.reports import Figure, Table, report
from benchmarks.scratch import free_port, scratch_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from benchmarks.edits import Edit
    from benchmarks.harness import Sample
    from benchmarks.scratch import Scratch

# What is edited on the real site, and on a made-up one.
REAL = ("background/csto", "glossary/nikol-pashinyan")
MADE = ("background/page-0", "glossary/e-0")
# Memory is compared with what it is after so many edits.
SETTLED = 5
# Seconds: between two looks; until the preview must have answered; that a writer reads before the next edit.
LOOK, PATIENCE, REST = 0.01, 300, 1
# Goals in ms, for the real site and for one of 2,000 pages.
GOAL_REAL, GOAL_MADE = 700, 2000


def main() -> None:
    """Measure edits of each kind, then memory, and print it."""
    options = read_options(pages=0, entries=50, rounds=5, edits=30)
    with scratch_site(options.pages, options.entries) as site, preview(site) as shown:
        kinds = edits(site, MADE if options.pages else REAL)
        results = measure({name: shown.timer(edit) for name, edit in kinds.items()}, options.rounds)
        memory = shown.memory_over(kinds["page"], options.edits)
    what = f"2 × {options.pages} pages, 2 × {options.entries} entries" if options.pages else "the real site"
    table = Table(f"An edit in the preview of {what}", results)
    goal = GOAL_MADE if options.pages else GOAL_REAL
    slowest = max(one.values["page ms"].median for one in results)
    figures = [
        Figure("slowest kind of edit until it shows, ms", slowest, goal),
        Figure(f"memory of all processes after {SETTLED} edits, MB", memory[0]),
        Figure(f"memory after {options.edits} edits ÷ after {SETTLED}", memory[1] / memory[0], 1.1),
    ]
    print(report([table], figures, options.json))


def edits(site: Scratch, edited: tuple[str, str]) -> dict[str, Edit]:
    """Return name → edit; `edited`: a page and an entry below the content, without language."""
    page, entry = (site.content / f"{name}.{LANG}.md" for name in edited)
    return {
        "page": page_edit(page),
        "definition": definition_edit(entry),
        "alias": alias_edit(entry),
        "template": template_edit(site.root / "theme" / "templates" / "base.html", page),
    }


@dataclass(frozen=True)
class Preview:
    """A preview that runs: its process, its address, and the folder it shows."""

    process: int
    address: str
    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def timer(self, edit: Edit) -> Callable[[], Sample]:
        """Return what makes an edit and returns how long it took."""
        return lambda: self.time(edit)

    def time(self, edit: Edit) -> Sample:
        """Make an edit; return the milliseconds until its page shows it and until all pages are new."""
        time.sleep(REST)
        word, site = marker(next(self.numbers)), self._site()
        start = time.perf_counter()
        edit.make(word)
        _wait(lambda: word in self.text(edit.address))
        page = time.perf_counter()
        _wait(lambda: self._site() not in (site, None))
        whole = time.perf_counter()
        return {"page ms": (page - start) * 1000, "site ms": (whole - start) * 1000}

    def memory_over(self, edit: Edit, edits: int) -> tuple[float, float]:
        """Return the MB of all processes after SETTLED edits in a row and after `edits`."""
        taken: list[float] = []
        for number in range(1, max(edits, SETTLED) + 1):
            self.time(edit)
            if number in (SETTLED, edits):
                time.sleep(1)  # what the last build leaves ends
                taken.append(resident(self.process))
        return taken[0], taken[-1]

    def text(self, address: str) -> str:
        """Return a page as a browser gets it, empty while there is none."""
        with suppress(HTTPError, URLError, ConnectionError), urlopen(self.address + address) as answer:
            return str(answer.read().decode("utf-8"))
        return ""

    def _site(self) -> int | None:
        """Return which folder is shown: another after each build."""
        with suppress(FileNotFoundError):
            return self.folder.stat().st_ino
        return None


@contextmanager
def preview(site: Scratch) -> Iterator[Preview]:
    """Run `invoke serve` over a site while the block runs; it begins when there is a first page."""
    port = free_port()
    address = f"http://localhost:{port}"
    environment = {**os.environ, "SITEURL": address, "PYTHONPATH": "."}
    with (site.root / "said").open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "invoke", "serve"],
            cwd=site.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            shown = Preview(process.pid, address, site.root / ".preview" / str(port) / "site")
            _wait(lambda: process.poll() is not None or bool(shown.text(f"/{LANG}/")))
            time.sleep(1)  # it serves before it watches
            yield shown
        except TimeoutError:
            print((site.root / "said").read_text("utf-8")[-2000:], file=sys.stderr)
            raise
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def resident(process: int) -> float:
    """Return the MB that a process and all below it hold; what they share counts for each."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    tree = {process}
    # A child may be listed before its parent.
    while new := {pid for pid, parent, _ in rows if parent in tree} - tree:
        tree |= new
    return sum(size for pid, _, size in rows if pid in tree) * 1024 / 1e6


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"Cannot measure the preview: nothing came in {PATIENCE} s.")
        time.sleep(LOOK)


if __name__ == "__main__":
    main()
