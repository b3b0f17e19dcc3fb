"""What an editor should know of the glossary and its links. Reports never stop a build."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from babel import Locale

from plugins.entities.explain import settle
from plugins.entities.index import CERTAIN
from plugins.entities.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plugins.entities.passages import Passage
    from plugins.entities.survey import Survey, Surveyed

# A capitalised name without an entry is reported from this count on.
OFTEN = 2
_LOWER = re.compile(r"\b[a-z][\w'-]+")
_NAME = re.compile(r"\b[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]+)*")


@dataclass(frozen=True)
class Report:
    """One line of a report. `path` and `line` are empty where it concerns the glossary as a whole."""

    topic: str
    text: str
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.path else ""
        return f"{place}{self.text}"


def reports(survey: Survey) -> list[Report]:
    """Return every report, by topic in the order of TOPICS."""
    return [Report(topic, *row) for topic, rows in TOPICS.items() for row in rows(survey)]


def as_text(found: Iterable[Report]) -> str:
    """Return reports for people: each topic with its count, and its lines."""
    by_topic: dict[str, list[Report]] = {topic: [] for topic in TOPICS}
    for one in found:
        by_topic.setdefault(one.topic, []).append(one)
    parts = []
    for topic, lines in by_topic.items():
        parts.append(f"{topic}: {len(lines) or 'none'}")
        parts += [f"  {line}" for line in lines]
    return "\n".join(parts)


def as_data(found: Iterable[Report]) -> list[dict[str, object]]:
    """Return reports for programs."""
    return [asdict(one) for one in found]


Row = tuple[str] | tuple[str, str, int]


def claimed_twice(survey: Survey) -> Iterator[Row]:
    """Names that several entries claim in one language, in one sense."""
    for lang, index in survey.indexes.items():
        for form in index.forms:
            literal = sorted({name.key for name in form.names if name.sort in CERTAIN})
            if len(literal) > 1 and form.text in {name.text for name in form.names}:
                yield (f"{lang} “{form.text}”: {', '.join(literal)}",)


def dropped_forms(survey: Survey) -> Iterator[Row]:
    """Names with an ending that would read as another name or word."""
    for lang, index in survey.indexes.items():
        for form, whole in index.dropped():
            yield (f"{lang} “{whole}” is not read as “{form}” with an ending",)


def abstentions(survey: Survey) -> Iterator[Row]:
    """Names whose meaning was not clear, and how to settle each."""
    for page, places in _pages(survey):
        for mention in page.linked.mentions:
            if mention.key is None and mention.rule == "abstain" and "compound" not in mention.evidence:
                line = places.line_of(mention)
                text = f"“{mention.surface}” {mention.evidence}; write {settle(mention)}"
                yield text, page.document.path, line


def compounds(survey: Survey) -> Iterator[Row]:
    """Words joined to a name that the linker does not know."""
    for page, places in _pages(survey):
        for mention in page.linked.mentions:
            if mention.key is None and "compound" in mention.evidence:
                text = f"“{mention.surface}” in the {mention.evidence}"
                yield text, page.document.path, places.line_of(mention)


def unused(survey: Survey) -> Iterator[Row]:
    """Entries that no page of their language names."""
    named: dict[str, set[str]] = defaultdict(set)
    for page in survey.pages:
        named[page.document.lang] |= set(page.linked.keys) - _own(page)
    for page in survey.pages:
        document = page.document
        if document.kind == "glossary" and document.key not in named[document.lang]:
            yield f"no page names “{document.front.title}”", document.path, 1


def missing(survey: Survey) -> Iterator[Row]:
    """Capitalised names that stand twice or more and have no entry."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    words = _ordinary_words(survey)
    for page in survey.pages:
        for passage in page.linked.passages:
            for name in _unknown_names(passage, words[page.document.lang]):
                counts[page.document.lang, name][page.document.path] += 1
    for (lang, name), where in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        if where.total() >= OFTEN:
            yield (f"{lang} “{name}” {where.total()} times: {', '.join(sorted(where))}",)


def one_sided(survey: Survey) -> Iterator[Row]:
    """Entries that one language version of a page links and another does not."""
    versions: dict[tuple[str, str], list[Surveyed]] = defaultdict(list)
    for page in survey.pages:
        versions[page.document.kind, page.document.key].append(page)
    for pages in versions.values():
        for one, other in combinations(pages, 2):
            for first, second in ((one, other), (other, one)):
                for key in sorted(first.linked_keys - second.linked_keys):
                    yield f"does not link “{key}”, {first.document.path} does", second.document.path, 1


def capped(survey: Survey) -> Iterator[Row]:
    """Entries that gave way because their paragraphs have as many links as they may."""
    for page, places in _pages(survey):
        seen = page.linked_keys | _own(page)
        for mention in page.linked.mentions if page.document.front.link_entities else ():
            if mention.key and mention.linkable and mention.key not in seen:
                seen.add(mention.key)
                text = f"“{mention.surface}” ({mention.key}) has no link"
                yield text, page.document.path, places.line_of(mention)


TOPICS: Mapping[str, Callable[[Survey], Iterator[Row]]] = {
    "Names that several entries claim": claimed_twice,
    "Forms that are not used": dropped_forms,
    "Names that are not clear": abstentions,
    "Compounds that are not known": compounds,
    "Entries that no page names": unused,
    "Names without an entry": missing,
    "Entries linked in one language only": one_sided,
    "Entries that gave way": capped,
}


def link_changes(
    survey: Survey, before: Mapping[str, set[str]], address: Callable[[Surveyed], str]
) -> list[Report]:
    """Return how the links differ from `before`: address of a built page → the entries it links."""
    found = []
    for page in survey.pages:
        old = before.get(address(page), set())
        for sign, keys in (("+", page.linked_keys - old), ("-", old - page.linked_keys)):
            rows = (
                Report("Links that change", f"{sign} {key}", page.document.path, 1) for key in sorted(keys)
            )
            found += list(rows)
    return found


def _pages(survey: Survey) -> Iterator[tuple[Surveyed, Places]]:
    for page in survey.pages:
        yield page, Places(page)


def _own(page: Surveyed) -> set[str]:
    return {page.document.key} if page.document.kind == "glossary" else set()


def _ordinary_words(survey: Survey) -> dict[str, set[str]]:
    """Return lang → words that are no names: those that also stand in lower case, months and days."""
    words: dict[str, set[str]] = {}
    for lang in survey.indexes:
        locale = Locale.parse(lang)
        dated = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
        words[lang] = {word.lower() for word in dated}
    for page in survey.pages:
        for passage in page.linked.passages:
            words[page.document.lang] |= set(_LOWER.findall(passage.text))
    return words


def _unknown_names(passage: Passage, ordinary: set[str]) -> Iterator[str]:
    if passage.block.is_heading or passage.scan_only:
        return
    for match in _NAME.finditer(passage.text):
        words, start = match[0], match.start()
        first, _, rest = words.partition(" ")
        if first in passage.language.openers or passage.opens_sentence(start):
            words, start = rest, start + len(first) + 1
        taken = any(one.start < match.end() and start < one.end for one in passage.candidates)
        known = all(word in passage.language.titles or word.lower() in ordinary for word in words.split())
        if not (taken or known):
            yield words
