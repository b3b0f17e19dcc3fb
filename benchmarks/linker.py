"""What linking costs, by glossary size: our linker beside a bare scan, a flat regex, FlashText, a tree.

For reference, in turns with them: the Markdown of such a page, and what a further page costs plain Pelican.
All of it is CPU time: other work on the machine does not count.
"""

from __future__ import annotations

import importlib
import re
import time
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick
from bs4 import BeautifulSoup
from bs4.element import PreformattedString

from benchmarks.build import plain
from benchmarks.corpus import corpus
from benchmarks.harness import CannotRun, measure
from benchmarks.options import read_options
from benchmarks.reports import Figure, Table, quotient, report
from benchmarks.scratch import scratch_site
from plugins.documents.rendering import Renderer
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, Targets, link_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.corpus import Corpus
    from benchmarks.harness import Contender, Sample
    from benchmarks.scratch import Scratch

    Work = Callable[[str], object]

SIZES = (100, 1_000, 10_000)
SCAN, OURS, PELICAN = "bare scan", "Jelas", "plain Pelican, a further page"
COLUMN = "ms a page"
# Pages in each language of the sites whose difference is what a further page costs plain Pelican.
FEW_PAGES, MANY_PAGES = 10, 110
# A flat alternation of so many names takes seconds a page; beyond, it is left out.
FLAT_LIMIT = 1_000
BLOCKS = ("p", "li", "blockquote", "h2", "h3", "td", "th", "dt", "dd", "figcaption")
LANG = "id"


def main() -> None:
    """Measure at each size up to --entries, and print it."""
    options = read_options(pages=20, entries=SIZES[-1], rounds=5)
    sizes = [size for size in SIZES if size <= options.entries] or [options.entries]
    entries = {size: corpus(options.pages, size) for size in sizes}
    indexing = measure({f"{size} entries": _indexer(made) for size, made in entries.items()}, options.rounds)
    with scratch_site(FEW_PAGES, entries=10) as few, scratch_site(MANY_PAGES, entries=10) as many:
        # In turns with the linker: what slows the machine slows both.
        beside = references(few, many, options.pages)
        tables = [
            Table(
                f"Linking with {size} entries of 4 names",
                measure(contenders(made) | (beside if size == sizes[0] else {}), options.rounds),
            )
            for size, made in entries.items()
        ]
    building = Table("Building the index of a language", indexing)
    ours = [table.median(OURS, COLUMN) for table in tables]
    figures = [
        *quotient("linking ÷ plain Pelican's time a page", ours[0], tables[0].median(PELICAN, COLUMN), 0.15),
        *quotient(f"{sizes[-1]} entries ÷ {sizes[0]}", ours[-1], ours[0], 1.5),
        Figure(f"index of {sizes[-1]} entries, s", indexing[-1].values["CPU s"].median, 0.3),
    ]
    print(report([*tables, building], figures, options.json))


def contenders(made: Corpus) -> dict[str, Contender]:
    """Return name → what finds or links the names of every page."""
    index = Index(made.entries, read_language(LANG))
    targets = Targets({entry.key: Target(f"/{entry.key}/") for entry in made.entries})
    names = sorted((name.text for entry in made.entries for name in entry.names), key=len, reverse=True)

    def ours(fragments: list[str]) -> Sequence[str]:
        return link_page([Fragment(html) for html in fragments], index, targets).fragments

    works: dict[str, Callable[[], Work]] = {
        SCAN: lambda: AhoCorasick(names).find_matches_as_indexes,
        OURS: lambda: lambda html: ours([html]),
        "a tree, nothing linked (BeautifulSoup, lxml)": lambda: _through_a_tree,
        "the same rules with BeautifulSoup": lambda: lambda html: linked_in_a_tree(html, ours),
        "FlashText": lambda: _flashtext(names),
        "flat regex": lambda: _flat_regex(names),
    }
    return {name: _contender(work, made.pages) for name, work in works.items()}


def linked_in_a_tree(html: str, link: Callable[[list[str]], Sequence[str]]) -> str:
    """Return the page with its innermost blocks linked together, by way of a tree."""
    tree = BeautifulSoup(html, "lxml")
    blocks = [block for block in tree.find_all(BLOCKS) if not block.find(BLOCKS)]
    for block, linked in zip(blocks, link([str(block) for block in blocks]), strict=True):
        # Finished HTML: written as it is, not parsed again.
        block.replace_with(PreformattedString(linked))
    return str(tree)


def references(few: Scratch, many: Scratch, pages: int) -> dict[str, Contender]:
    """Return what else a page costs: its Markdown, and all that plain Pelican does for it."""
    text = "\n\n".join(re.sub(r"<[^>]+>", "", page) for page in corpus(1, 100).pages)
    body = Renderer().body
    return {
        "Markdown of a page": _contender(lambda: body, (text,) * pages),
        PELICAN: lambda: {COLUMN: _further_page(few, many)},
    }


def _further_page(few: Scratch, many: Scratch) -> float:
    """Return the ms that each page more costs: so starting and the glossary do not count."""
    start, end = (plain(site)["CPU s"] for site in (few, many))
    return (end - start) * 1000 / (2 * (MANY_PAGES - FEW_PAGES))


def _contender(work: Callable[[], Work], pages: tuple[str, ...]) -> Contender:
    """Return what measures a work, made when it is first needed, on all pages."""
    made: list[Work] = []

    def measured() -> Sample:
        if not made:
            made.append(work())
        start = time.process_time()
        for page in pages:
            made[0](page)
        return {COLUMN: (time.process_time() - start) * 1000 / len(pages)}

    return measured


def _indexer(made: Corpus) -> Contender:
    """Return what measures an index until it has served its first page: it is made when it is needed."""
    language = read_language(LANG)

    def measured() -> Sample:
        start = time.process_time()
        link_page([Fragment("<p>.</p>")], Index(made.entries, language), Targets())
        return {"CPU s": time.process_time() - start}

    return measured


def _through_a_tree(html: str) -> str:
    return str(BeautifulSoup(html, "lxml"))


def _flashtext(names: list[str]) -> Work:
    try:
        flashtext = importlib.import_module("flashtext")
    except ModuleNotFoundError:
        raise CannotRun("not installed; pip install flashtext") from None
    processor = flashtext.KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name, f"<a>{name}</a>")
    replaced: Work = processor.replace_keywords
    return replaced


def _flat_regex(names: list[str]) -> Work:
    if len(names) > FLAT_LIMIT * 4:
        raise CannotRun(f"it takes seconds a page beyond {FLAT_LIMIT} entries")
    flat = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
    return lambda html: flat.sub(r"<a>\g<0></a>", html)


if __name__ == "__main__":
    main()
