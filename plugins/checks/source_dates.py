"""Rules on dates: those in texts exist, in the language of the page, and no page is ahead of its sources."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import UnknownLocaleError
from babel.dates import get_month_names

from plugins.checks.rules import data_rule, document_rule
from plugins.checks.source_data import record_texts
from plugins.checks.source_text import at_word_start, plain_text
from plugins.documents.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

_LEAP_YEAR = 2024
_DAY_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2}) $")
# As many characters as a day and the space after it have.
DAY_AND_SPACE = 3


@document_rule("date", holds_for_drafts=False, alone=True)
def days_exist(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """A day in a text is one of its month.

    Bad:  On June 31, 2024, it left.
    Good: On June 30, 2024, it left.
    """
    for line, text in _texts(document):
        for offset, problem, fix in _no_days(text, document.lang):
            yield finding(document.path, line or document.line_at(offset), problem, "date", fix)


@document_rule("month", holds_for_drafts=False, alone=True)
def months_are_of_the_language(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """A month beside a number has its name in the language of the text.

    Bad:  (Indonesian) 13 June 2024
    Good: (Indonesian) 13 Juni 2024
    """
    for line, text in _texts(document):
        for offset, problem, fix in _foreign_months(text, document.lang, corpus.languages):
            yield finding(document.path, line or document.line_at(offset), problem, "month", fix)


@data_rule("data-date")
def dates_of_records_exist(corpus: Corpus) -> Iterator[Finding]:
    """Days and months in the texts of claims and events exist, and are in the language of the text.

    Bad:  text: {id: "Pada 31 Juni … [@a]", en: "On 31 Juni … [@a]"}
    Good: text: {id: "Pada 30 Juni … [@a]", en: "On June 30 … [@a]"}
    """
    for file, identity, _, texts in record_texts(corpus):
        path, line = f"{corpus.data_folder}/{file}.yaml", corpus.data.lines[file, identity]
        for lang, text in texts.items():
            for _, problem, fix in [*_no_days(text, lang), *_foreign_months(text, lang, texts.keys())]:
                yield finding(path, line, problem, "data-date", fix)


@document_rule("as-of", holds_for_drafts=False)
def no_page_is_ahead(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """A page is true up to a day on which somebody could know: it or a source was read or changed since.

    Bad:  as_of: 2036-06-25   (no source was read after 2026)
    Good: as_of: 2026-06-25
    """
    front = document.front
    if corpus.original_of(document) or not (day := getattr(front, "as_of", None)):
        return
    known = [front.date, front.updated, corpus.last_read, *(change.date for change in front.changes)]
    last = max(one for one in known if one)
    if day > last:
        problem = f"“as_of” is {day}, but nothing was read or published after {last}"
        fix = "Correct it, or write when its sources were read again (`accessed`)."
        yield finding(document.path, document.line_of("as_of"), problem, "as-of", fix)


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of what a document says; line 0 for the body."""
    front = document.front
    yield 0, document.prose
    yield document.line_of("title"), front.title
    yield document.line_of("summary"), front.summary
    yield from document.points


def _no_days(markdown: str, lang: str) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, problem, fix) of each day in a text that its month does not have."""
    if not (months := _months(lang)):
        return
    text = plain_text(markdown)
    for match in _dated(tuple(months)).finditer(text):
        before = _DAY_BEFORE.search(text, max(0, match.start() - DAY_AND_SPACE), match.start())
        if not (before or match["day"]):
            continue
        start = before.start() if before else match.start()
        day, year = int(before[1] if before else match["day"]), int(match["year"] or 0)
        longest = monthrange(year or _LEAP_YEAR, months[match["month"]])[1]
        # Without a year, “June 40” may be a number after a month.
        if day > longest and (year or day <= 31):
            problem = f"there is no day “{text[start : match.end()]}”"
            yield start, problem, "Look it up again in the source."


def _foreign_months(markdown: str, lang: str, languages: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, problem, fix) of each month that is named in another language of the site."""
    own = _months(lang)
    names = {number: name for name, number in own.items()}
    for other in sorted({*languages} - {lang}) if own else ():
        foreign = {name: number for name, number in _months(other).items() if name not in own}
        if not any(name in markdown for name in foreign):
            continue
        for match in _beside_numbers(tuple(foreign)).finditer(plain_text(markdown)):
            problem = f"“{match[0]}” names a month in another language ({other})"
            fix = f"Write {names[foreign[match[1] or match[2]]]}, or put a quotation between “ and ”."
            yield match.start(), problem, fix


@lru_cache
def _months(lang: str) -> dict[str, int]:
    """Return the names of the months in a language → number; none where Babel does not know it."""
    try:
        return {name: number for number, name in get_month_names("wide", locale=lang).items()}
    except UnknownLocaleError:
        return {}


@lru_cache
def _dated(months: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a month with what follows of its date."""
    month, day = at_word_start(months), r"(?: (?P<day>\d{1,2})(?![\d.,:]*\d))?"
    return re.compile(rf"(?P<month>{month})\b{day}(?:,? (?P<year>[12]\d{{3}})\b)?")


@lru_cache
def _beside_numbers(months: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a month beside a number: alone it may be a name, such as June."""
    names = "|".join(months)
    return re.compile(rf"(?<![\d.,])\d{{1,2}} ({names})\b(?: \d{{4}}\b)?|\b({names}) \d{{1,4}}\b")
