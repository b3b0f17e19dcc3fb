"""What other builders take for the same texts, each used as its users would, beside plain Pelican and Jelas.

They do not do the same work: of these only Jelas reads citations, checks, and decides what a name means.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from benchmarks import peer_sites
from benchmarks.build import COLD, PLAIN, contenders
from benchmarks.harness import CannotRun, measure
from benchmarks.options import read_options
from benchmarks.peer_tools import peer_tools
from benchmarks.reports import Table, report
from benchmarks.scratch import scratch_site, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.harness import Contender, Sample
    from benchmarks.scratch import Scratch
    from plugins.documents.corpus import Document

    Make = Callable[[Path, Sequence[Document]], None]

# Name → program, its arguments, and what writes its site.
PEERS: dict[str, tuple[str, tuple[str, ...], Make]] = {
    "Eleventy": ("eleventy", ("--quiet", "--config=eleventy.config.cjs"), peer_sites.eleventy),
    "Eleventy, names linked by a regex": (
        "eleventy",
        ("--quiet", "--config=eleventy.config.cjs"),
        peer_sites.eleventy_linked,
    ),
    "MkDocs Material": ("mkdocs", ("build", "--quiet"), peer_sites.mkdocs),
    "MkDocs Material, names marked for ezglossary": (
        "mkdocs",
        ("build", "--quiet"),
        peer_sites.mkdocs_linked,
    ),
    "Hugo": ("hugo", ("--quiet",), peer_sites.hugo),
}


def main() -> None:
    """Measure every builder that is here, and print it."""
    options = read_options(pages=50, entries=50, rounds=2, install=None)
    with peer_tools(options.install) as find, scratch_site(options.pages, options.entries) as site:
        ours = contenders(site)
        everything = {PLAIN: ours[PLAIN], COLD: ours[COLD], **peers(site, find)}
        results = measure(everything, options.rounds)
    title = f"Build of 2 × {options.pages} pages and 2 × {options.entries} entries"
    print(report([Table(title, results)], [], options.json))


def peers(site: Scratch, find: Callable[[str], str]) -> dict[str, Contender]:
    """Return name → what builds the same texts with another builder; `find`: name of a program → path."""
    texts = peer_sites.read_texts(site.content)
    return {name: _peer(site.root / "peers" / name, *peer, texts, find) for name, peer in PEERS.items()}


def build_with(program: str, arguments: Sequence[str], root: Path) -> Sample:
    """Build a peer's site anew, in root/out."""
    shutil.rmtree(root / "out", ignore_errors=True)
    try:
        return timed([program, *arguments], root, {})
    except RuntimeError as problem:
        raise CannotRun(f"it failed: {str(problem).splitlines()[-1]}") from problem


def _peer(
    root: Path,
    program: str,
    arguments: Sequence[str],
    make: Make,
    texts: Sequence[Document],
    find: Callable[[str], str],
) -> Contender:
    def contender() -> Sample:
        path = find(program)
        if not root.exists():
            make(root, texts)
        return build_with(path, arguments, root)

    return contender


if __name__ == "__main__":
    main()
