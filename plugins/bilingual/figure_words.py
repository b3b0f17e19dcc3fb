"""The words and dates that a figure left to be said in the page's language."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from plugins.bilingual import dates

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = re.compile(r'<span data-say="([^"]*)"></span>')
_DATE = re.compile(r'<span data-date="([^"]*)"></span>')


def say_words(html: str, lang: str, gettext: Callable[[str, str], str]) -> str:
    """Return `html` with its marks filled in: words by `gettext(lang, words)`, dates in words."""
    html = _WORDS.sub(lambda match: escape(gettext(lang, unescape(match[1]))), html)
    return _DATE.sub(lambda match: _time(lang, unescape(match[1])), html)


def _time(lang: str, date: str) -> str:
    return f'<time datetime="{escape(dates.machine(date))}">{escape(dates.spoken(lang, date))}</time>'
