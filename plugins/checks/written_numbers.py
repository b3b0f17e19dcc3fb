"""What the numbers and times of day in a text come to, as its language writes them.

Signs and words for thousands and millions are asked of Babel (CLDR), other words of languages/LANG.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from plugins.checks.number_words import any_of, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?")
_ZONES = ("GMT", "UTC")
# How far before a number, in characters, the words for a time of day and the start of a range may stand.
REACH = 40
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Number:
    """A number as it was written, and its value: `3.5`, or `14:30` for a time of day.

    `scale` is what a word after it multiplies by: a million, which is in `value` already.
    """

    written: str
    value: str
    scale: int = 1

    def scaled(self, scale: int) -> str:
        """Return the value that it has if a word such as “million”, said later, holds for it too."""
        return f"{(Decimal(self.value) * scale).normalize():f}" if _PLAIN.fullmatch(self.value) else ""


@dataclass(frozen=True)
class _Writing:
    """How a language writes numbers. `scales`: word → what it multiplies by; `reach`: the longest `minus`."""

    number: re.Pattern[str]
    decimal: str
    group: re.Pattern[str]
    scale: re.Pattern[str]
    scales: dict[str, int]
    minus: re.Pattern[str]
    reach: int
    time_before: re.Pattern[str]
    time_after: re.Pattern[str]


def numbers_in(text: str, lang: str) -> Iterator[Number]:
    """Yield the numbers in a text, in order."""
    writing = _writing(lang)
    for match in writing.number.finditer(text):
        written = match[0]
        if time := time_of_day(match, lang):
            yield Number(written, time)
            continue
        minus = writing.minus.search(text, max(0, match.start() - writing.reach), match.start())
        scale = writing.scale.match(text, match.end())
        value = _value(written, writing)
        if value is None:  # parts of something: 1.2.3
            yield Number(written, written)
            continue
        times = writing.scales[scale["word"].lower()] if scale else 1
        value *= times
        if scale:
            written += text[match.end() : scale.end()]
        if minus:
            value, written = -value, minus[0] + written
        yield Number(written, f"{value.normalize():f}", times)


def time_of_day(match: re.Match[str], lang: str) -> str:
    """Return the time of day that a number in a text is, such as `14:30`, or an empty string."""
    clock = _CLOCK.fullmatch(match[0])
    if not clock:
        return ""
    writing = _writing(lang)
    before = writing.time_before.search(match.string, max(0, match.start() - REACH), match.start())
    after = writing.time_after.match(match.string, match.end())
    if before and before["joint"] and not clock["minute"]:  # pukul 14.30 dan 5 orang
        before = None
    if not (before or after or (":" in match[0] and clock["minute"])):
        return ""
    hour = int(clock["hour"])
    if after and not after["zone"]:
        hour = hour % 12 + (12 if after["afternoon"] else 0)
    return f"{hour}:{clock['minute'] or '00'}"


def _value(written: str, writing: _Writing) -> Decimal | None:
    if writing.group.fullmatch(written):
        whole, sign, part = written.partition(writing.decimal)
        return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if sign else ""))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", written):  # Pasal 4.2 has the same parts everywhere
        return Decimal(written.replace(",", "."))
    return None


@lru_cache
def _writing(lang: str) -> _Writing:
    decimal, group, scales = ".", ",", {}
    try:
        locale = Locale.parse(lang)
        decimal, group = get_decimal_symbol(locale), get_group_symbol(locale)
        scales = _scales(locale)
    except UnknownLocaleError:
        pass
    between = "[ \xa0\u202f]" if group.isspace() else re.escape(group)
    grouped = rf"\d{{1,3}}(?:{between}\d{{3}})+(?!\d)"
    words = number_words(lang)
    either = rf"(?:{words.range}|{words.joint})[\d.:]+"
    half = rf"(?P<afternoon>{any_of(words.afternoon)})|{any_of(words.morning)}"
    return _Writing(
        number=re.compile(rf"{grouped}(?:[.,:]\d+)*|\d+(?:[.,:]\d+)*"),
        decimal=decimal,
        group=re.compile(rf"{grouped}(?:{re.escape(decimal)}\d+)?"),
        scale=re.compile(rf"[\s-](?P<word>{any_of(scales)})\b", re.IGNORECASE),
        scales=scales,
        minus=re.compile(rf"(?:(?<![^\s(])[-−]|\b(?:{any_of(words.minus)}) )$", re.IGNORECASE),
        reach=max(map(len, ("", *words.minus))) + 1,
        time_before=re.compile(
            rf"\b(?:{any_of(words.time_before)}) (?:[\d.:]+(?:{words.range}|(?P<joint>{words.joint})))?$",
            re.IGNORECASE,
        ),
        # After a number, or after the one it is a range to: 2–4 p.m.
        time_after=re.compile(
            rf"(?:{either})?\s?(?:{half}|(?P<zone>{any_of((*_ZONES, *words.zones))}))(?!\w)", re.IGNORECASE
        ),
    )


def _scales(locale: Locale) -> dict[str, int]:
    """Return word → number: `juta` → 1000000."""
    found = {}
    for forms in locale.compact_decimal_formats["long"].values():
        for size, form in forms.items():
            zeros, _, word = form.pattern.partition(" ")
            if word and not zeros.strip("0"):
                found[word] = int(size) // 10 ** (len(zeros) - 1)
    return found
