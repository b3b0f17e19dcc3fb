"""Rules on headings, and on how dates and numbers are written in each language.

What is usual in a language is asked of Babel (CLDR): names of months, their place in a date, the
decimal sign.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format, get_month_names
from babel.numbers import get_decimal_symbol

from plugins.checks.number_words import any_of, number_words
from plugins.checks.rules import document_rule
from plugins.checks.written_numbers import time_of_day
from plugins.documents.findings import finding
from plugins.documents.marks import CITATION, blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

_MARKS = re.compile(r"\s*(#{1,6})\s")
# One to three digits, the sign, one or two digits: no part of a longer number. What may not stand before is
# asked after the first digit: so digits are sought, not places without anything before.
_NUMBER = r"\d(?<![\d.,:/-]\d)\d{{0,2}}{sign}\d{{1,2}}(?![\d.,:/-]*\d)"
# A name before it makes it a version: CC BY 4.0, Open Font License 1.1.
_NAMED = r"\b[A-Z]{2,} $|[^\s.!?] [A-Z]\w* $"
_NO_TEXT = re.compile(CITATION + r"|\]\([^)]*\)|https?://\S+|“[^”]*”|\{[^}]*\}")


@document_rule("heading", alone=True)
def headings_are_in_order(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Sections begin with ##, no level is left out, and no two headings are alike.

    Bad:  # Title again / #### Detail
    Good: ## Why? / ### In detail
    """
    lines = document.body.split("\n")
    found = [
        (block.line, len(match[1]), block.text.strip(" #"))
        for block in document.blocks
        if block.kind == "heading" and (match := _MARKS.match(lines[block.line - document.body_line]))
    ]
    seen: dict[str, int] = {}
    for line, level, text in found:
        if level == 1:
            yield finding(
                document.path, line, "“#” is the page’s title", "heading", "Begin sections with ##."
            )
        if text.casefold() in seen:
            problem = f"the heading “{text}” stands on line {seen[text.casefold()]} too"
            yield finding(document.path, line, problem, "heading", "Say in each what only it tells.")
        seen.setdefault(text.casefold(), line)
    for (_, above, _), (line, below, _) in pairwise([(0, 1, ""), *found]):
        if below > above + 1:
            problem = f"a heading of level {below} follows one of level {above}"
            yield finding(document.path, line, problem, "heading", f"Write {'#' * (above + 1)}.")


@document_rule("date-style", holds_for_drafts=False, alone=True)
def dates_as_the_language_writes_them(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """A date is written in the order of its language.

    Bad:  (English) 13 June 2024      (Indonesian) Juni 13, 2024
    Good: (English) June 13, 2024     (Indonesian) 13 Juni 2024
    """
    wrong, right = _dates(document.lang)
    if wrong is None:
        return
    for line, match in _found(document, wrong):
        fix = f"Write {right.format(day=match['day'], month=match['month'], year=match['year'])}."
        yield finding(
            document.path, line, f"“{match[0]}” is not how this language writes a date", "date-style", fix
        )


@document_rule("number-style", holds_for_drafts=False, alone=True)
def numbers_as_the_language_writes_them(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Decimals have the sign of the language; times of day, versions and articles are no decimals.

    Bad:  (English) 3,5 per cent      (Indonesian) 3.5 persen
    Good: (English) 3.5 per cent      (Indonesian) 3,5 persen
    """
    sign = _decimal_sign(document.lang)
    other = {",": ".", ".": ","}.get(sign or "")
    if other is None:
        return
    pattern = re.compile(_NUMBER.format(sign=re.escape(other)))
    for line, match in _found(document, pattern):
        before = _numbered(document.lang).search(match.string, 0, match.start())
        if before or time_of_day(match, document.lang):
            continue
        fix = f"Write {match[0].replace(other, sign or '')}{_may_stay(document.lang)}."
        problem = f"“{match[0]}” has the decimal sign of another language"
        yield finding(document.path, line, problem, "number-style", fix)


def _found(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield (line, match) in the text of a body: not in code, citations, addresses and quotations."""
    for match in pattern.finditer(plain_text(document.prose)):
        yield document.line_at(match.start()), match


@lru_cache(maxsize=1)  # every rule asks for the same document's in turn
def plain_text(prose: str) -> str:
    """Return a text with its citations, addresses and quotations blanked, at the same length."""
    return _NO_TEXT.sub(blank, prose)


def at_word_start(words: Iterable[str]) -> str:
    """Return the pattern of any of some words, not at the end of others; its beginning is sought fast."""
    return "|".join(rf"{word}(?<!\w{word})" for word in words)


@lru_cache
def _dates(lang: str) -> tuple[re.Pattern[str] | None, str]:
    """Return the pattern of a date in the wrong order, and the form of a right one."""
    try:
        months = at_word_start(get_month_names("wide", locale=lang).values())
        day_first = get_date_format("long", locale=lang).pattern.startswith("d")
    except UnknownLocaleError:
        return None, ""
    month, year = f"(?P<month>{months})", r"(?P<year>\d{4})"
    if day_first:
        return re.compile(rf"{month} (?P<day>\d{{1,2}}),? {year}\b"), "{day} {month} {year}"
    return re.compile(rf"(?P<day>\d(?<![\d–-]\d)\d?) {month},? {year}\b"), "{month} {day}, {year}"


@lru_cache
def _decimal_sign(lang: str) -> str | None:
    try:
        return get_decimal_symbol(Locale.parse(lang))
    except UnknownLocaleError:
        return None


@lru_cache
def _numbered(lang: str) -> re.Pattern[str]:
    """Return the pattern of what makes the number after it no decimal: versi 2.0, Pasal 4.2 dan 4.3."""
    words = number_words(lang)
    several = rf"(?:[\d.,:]+(?:{words.range}|{words.joint}))*"
    return re.compile(rf"{_NAMED}|\b(?i:{any_of(words.before_parts)}) {several}$")


@lru_cache
def _may_stay(lang: str) -> str:
    """Return the words of a language after which a number may stay as it is, for a fix."""
    after = ", ".join(sorted(number_words(lang).before_parts))
    return f"; it may stay after one of these words: {after}" if after else ""
