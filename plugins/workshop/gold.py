"""Pages on which every naming of an entry is marked, `⟦words|key⟧`, and how well the linker does on them.

A naming is found where span and key are both right; the page as its reader sees it counts, without tags.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from plugins.documents.models import EntryFrontMatter
from plugins.documents.rendering import Renderer
from plugins.entities.glossary import indexes
from plugins.entities.linker import Fragment, Target, Targets, link_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from plugins.entities.index import Index
    from plugins.entities.linker import Linked
    from plugins.entities.mentions import Mention

# Key of a place that two readers marked differently: whatever is found there counts neither way.
DISPUTED = "?"
# What the rows of links are called.
LINKS = "links"
_MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
# Private characters that stand for the ends of marks while Markdown is rendered.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TAG_OR_REFERENCE = re.compile(r"<[^>]*>|&[#\w]+;")
_SUMMARY = "An entry of the gold set, which is there to be found and nothing else at all."

Span = tuple[int, int, int, str]  # fragment, start and end in visible characters, key


@dataclass(frozen=True)
class GoldPage:
    """A marked page without its marks: title and body as HTML, and the spans that were marked."""

    name: str
    title: str
    html: str
    spans: tuple[Span, ...]


def read_gold(folder: Path) -> list[GoldPage]:
    """Return the marked pages of a folder, by name."""
    renderer = Renderer()
    return [_page(path.stem, path.read_text("utf-8"), renderer) for path in sorted(folder.glob("*.md"))]


def read_glossary(path: Path, languages: Sequence[str]) -> dict[str, Index]:
    """Return lang → index of a glossary written as one mapping: key → shared fields and one per language."""
    versions: dict[str, dict[str, EntryFrontMatter]] = {}
    for key, record in yaml.safe_load(path.read_text("utf-8")).items():
        shared = {name: value for name, value in record.items() if name not in languages}
        versions[key] = {
            lang: EntryFrontMatter.model_validate(
                {"slug": f"e-{key}", "summary": _SUMMARY} | shared | record[lang]
            )
            for lang in languages
        }
    return indexes(versions, languages)


def _page(name: str, text: str, renderer: Renderer) -> GoldPage:
    heading, _, body = text.partition("\n")
    keys = iter([match[2] for match in _MARK.finditer(text)])
    marked = [
        renderer.line(_MARK.sub(rf"{_OPEN}\1{_CLOSE}", heading.removeprefix("# "))),
        renderer.body(_MARK.sub(rf"{_OPEN}\1{_CLOSE}", body)),
    ]
    plain = [re.sub(f"[{_OPEN}{_CLOSE}]", "", html) for html in marked]
    spans = [(number, *ends, next(keys)) for number, html in enumerate(marked) for ends in _ends(html)]
    return GoldPage(name, plain[0], plain[1], tuple(spans))


def _ends(html: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each mark, in visible characters."""
    start = count = 0
    for token in re.split(rf"(<[^>]*>|&[#\w]+;|{_OPEN}|{_CLOSE})", html):
        if token == _OPEN:
            start = count
        elif token == _CLOSE:
            yield start, count
        elif token.startswith("&") and token.endswith(";"):
            count += 1
        elif not token.startswith("<"):
            count += len(token)


def found_by_linker(page: GoldPage, index: Index) -> list[Span]:
    """Return what the linker finds on a page, linked or not."""
    fragments, linked = _linked(page, index)
    return _spans(fragments, (one for one in linked.mentions if one.key))


def found_as_links(page: GoldPage, index: Index) -> list[Span]:
    """Return what a reader sees as links."""
    fragments, linked = _linked(page, index)
    return _spans(fragments, (linked.mentions[number] for number in linked.linked))


def _linked(page: GoldPage, index: Index) -> tuple[list[Fragment], Linked]:
    fragments = [Fragment(page.title, scan_only=True), Fragment(page.html)]
    return fragments, link_page(fragments, index, Targets({key: Target(key) for key in index.entries}))


def _spans(fragments: Sequence[Fragment], mentions: Iterable[Mention]) -> list[Span]:
    return sorted(
        (one.fragment, *_visible(fragments[one.fragment].html, one.start, one.end), one.key or "")
        for one in mentions
    )


def _visible(html: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of HTML in visible characters."""
    hidden = [
        (match.start(), match.end(), match[0][0] == "&") for match in _TAG_OR_REFERENCE.finditer(html, 0, end)
    ]

    def position(offset: int) -> int:
        return offset - sum(min(e, offset) - s - character for s, e, character in hidden if s < offset)

    return position(start), position(end)


def found_by_dictionary(page: GoldPage, index: Index) -> list[Span]:
    """Return what a plain dictionary finds: at each word the longest listed name, and its first entry."""
    names: dict[str, str] = {}
    for entry in index.entries.values():
        for name in entry.names:
            names.setdefault(name.text, entry.key)
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    return [
        (number, *_visible(html, match.start(), match.end()), names[match[0]])
        for number, html in enumerate((page.title, page.html))
        for match in pattern.finditer(html)
    ]


@dataclass
class Score:
    """How much was found of what was marked. `errors`: (page, sort, words, found, marked)."""

    right: int = 0
    found: int = 0
    marked: int = 0
    errors: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was marked that was found."""
        return self.right / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def sorts(self) -> Counter[str]:
        """Return how many errors of each sort there are."""
        return Counter(error[1] for error in self.errors)


def score(pages: Iterable[GoldPage], index: Index, find: Callable[[GoldPage, Index], list[Span]]) -> Score:
    """Return how well `find` does on marked pages."""
    total = Score()
    for page in pages:
        _add(total, page, find(page, index), index)
    return total


def _add(total: Score, page: GoldPage, found: list[Span], index: Index) -> None:
    disputed = [span for span in page.spans if span[3] == DISPUTED]
    marked = {span for span in page.spans if span[3] != DISPUTED}
    kept = {span for span in found if not any(_overlap(span, other) for other in disputed)}
    total.right += len(kept & marked)
    total.found += len(kept)
    total.marked += len(marked)
    for span in sorted(kept - marked):
        there = [other for other in marked if _overlap(span, other)]
        same = any(other[3] == span[3] for other in there)
        sort = "span" if same else "wrong entry" if there else "no naming"
        total.errors.append((page.name, sort, _words(page, span), span[3], ", ".join(o[3] for o in there)))
    for span in sorted(marked - kept):
        if not any(_overlap(span, other) for other in kept):
            total.errors.append(
                (page.name, f"missed: {_sort(page, span, index)}", _words(page, span), "", span[3])
            )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _words(page: GoldPage, span: Span) -> str:
    text = re.sub(r"&[#\w]+;", "&", re.sub(r"<[^>]*>", "", (page.title, page.html)[span[0]]))
    return text[span[1] : span[2]]


def _sort(page: GoldPage, span: Span, index: Index) -> str:
    """Return the class of a missed naming, after ELEVANT (Bast, Hertel and Prange, EMNLP 2022)."""
    words, entry = _words(page, span), index.entries.get(span[3])
    sorts = {name.text: str(name.sort) for name in entry.names} if entry else {}
    if words in sorts and sorts[words] != "name":
        return sorts[words]
    if words[:1].islower():
        return "lower-cased"
    shared = sum(any(name.text == words for name in other.names) for other in index.entries.values())
    if shared > 1:
        return "shared name"
    return "name" if words in sorts else "form of a name"


def table(scores: Mapping[str, Mapping[str, Score]]) -> str:
    """Return the scores of each set and method as a table, then the errors of the linker by sort."""
    rows = [f"{'':<24}{'P':>8}{'R':>8}{'F1':>8}{'marked':>8}{'found':>8}{'wrong entry':>13}{'no naming':>11}"]
    for name, methods in scores.items():
        for method, one in methods.items():
            sorts = one.sorts()
            # A name is linked once, so how many of the marks are links says nothing.
            recall = ("–", "–") if method == LINKS else (f"{one.recall:.4f}", f"{one.f1:.4f}")
            rows.append(
                f"{name + ' ' + method:<24}{one.precision:>8.4f}{recall[0]:>8}{recall[1]:>8}"
                f"{one.marked:>8}{one.found:>8}{sorts['wrong entry']:>13}{sorts['no naming']:>11}"
            )
    for name, methods in scores.items():
        for page, sort, words, found, marked in methods["linker"].errors:
            rows.append(f"  {name} {page}: {sort}: “{words}” found {found or '–'}, marked {marked or '–'}")
    return "\n".join(rows)
