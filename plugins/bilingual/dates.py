"""Dates as a reader of each language writes them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, partial

from babel.dates import format_date, format_skeleton

from plugins.documents import edtf


@cache
def spoken(lang: str, value: date | str) -> str:
    """Return a date or an EDTF string in words: “13 Juni 2024”, “June 2024”, “2019”."""
    if isinstance(value, date):
        return format_date(value.date() if isinstance(value, datetime) else value, "long", locale=lang)
    first, last = edtf.parse_interval(value)
    say = partial(_point, lang)
    if last is None:
        return f"{say(first)}–"
    return say(first) if first == last else f"{say(first)}–{say(last)}"


def _point(lang: str, point: edtf.Edtf) -> str:
    if point.day:
        return format_date(point.first_day(), "long", locale=lang)
    if point.month:
        return format_skeleton("yMMMM", point.first_day(), locale=lang)
    return str(point.year)


def machine(value: date | str) -> str:
    """Return a date in the form that `<time datetime>` and feeds take."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value.split("/", 1)[0]
