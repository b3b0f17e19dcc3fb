"""One spelling for what looks alike: apostrophes, hyphens, spaces, composed and decomposed letters."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_APOSTROPHES = dict.fromkeys("\u2019\u2018\u02bc\u02bb\uff07`\u00b4", "'")
_HYPHENS = dict.fromkeys("\u2010\u2011\u2212", "-")
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r\f\v", " ")
_VANISHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_CHARACTERS = _APOSTROPHES | _HYPHENS | _SPACES | _VANISHING
# Characters that another of the same length stands for, and those that go.
SAME_LENGTH = _APOSTROPHES | _HYPHENS | _SPACES
VANISHING = "".join(_VANISHING)


# Between letters a dash joins, as a hyphen does: the Lachin–Khankendi road.
JOINING_DASH = re.compile(r"(?<=[^\W\d_])\u2013(?=[^\W\d_])")


def normal_form(written: str) -> str:
    """Return a special stretch of text as the matcher sees it."""
    if written.isspace():
        return " "
    text = unescape(written) if written.startswith("&") else written
    composed = unicodedata.normalize("NFC", text)
    return "".join(_CHARACTERS.get(character, character) for character in composed)


def normal_name(name: str) -> str:
    """Return a name as the text view would show it."""
    if name.isascii() and name.isprintable() and "`" not in name:
        return " ".join(name.split())
    text = JOINING_DASH.sub("-", unicodedata.normalize("NFC", name))
    return " ".join("".join(_CHARACTERS.get(character, character) for character in text).split())
