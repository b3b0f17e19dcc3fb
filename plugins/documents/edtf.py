"""Dates as writers give them: a day, a month, a year or an interval (EDTF, ISO 8601-2 level 0)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FORMS = "YYYY, YYYY-MM or YYYY-MM-DD"


@dataclass(frozen=True, order=True)
class Edtf:
    """A date known to the day, month or year; unknown parts are 0."""

    year: int
    month: int = 0
    day: int = 0

    def first_day(self) -> date:
        """Return the first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def parse(text: str) -> Edtf:
    """Return the date that `text` gives; raise ValueError when it is none."""
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is not a date; write {_FORMS}")
    parsed = Edtf(*(int(part) for part in match.groups() if part))
    try:
        parsed.first_day()
    except ValueError:
        raise ValueError(f"“{text}” is not in the calendar") from None
    return parsed


def parse_interval(text: str) -> tuple[Edtf, Edtf | None]:
    """Return (first, last) of `2020-09-27/2020-11-10` or of a single date; `..` leaves an end open.

    Raise ValueError when it is none, or ends before it begins.
    """
    first, slash, last = text.partition("/")
    if not slash and not _POINT.fullmatch(text):
        raise ValueError(f"“{text}” is not a date; write {_FORMS}, or two with “/” between")
    if not slash:
        return parse(first), parse(first)
    if last == "..":
        return parse(first), None
    interval = parse(first), parse(last)
    # As far as both are known: 2020-09/2020 is sound.
    if last < first[: len(last)]:
        raise ValueError(f"“{text}” ends before it begins")
    return interval
