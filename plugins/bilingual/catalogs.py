"""Interface strings: the source language's words are the keys, a .po file per other language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Catalogs:
    """The strings of every language: lang → source string → its forms (singular first)."""

    strings: Mapping[str, Mapping[str, tuple[str, ...]]]

    def gettext(self, lang: str, message: str) -> str:
        """Return `message` in `lang`, or itself where the language has no catalog for it."""
        return self.strings.get(lang, {}).get(message, (message,))[0]

    def ngettext(self, lang: str, singular: str, plural: str, number: int) -> str:
        """Return the form of a message that fits `number` in `lang`, with {n} filled in."""
        forms = self.strings.get(lang, {}).get(singular, (singular, plural))
        index = Locale.parse(lang).plural_form  # CLDR category: one, few, many, other …
        chosen = forms[0] if index(number) == "one" or len(forms) == 1 else forms[-1]
        return chosen.format(n=number)


def read_catalogs(folder: Path, languages: Sequence[str]) -> Catalogs:
    """Read `LANG.po` of each language that has one; the source language needs none."""
    strings = {lang: _read(folder / f"{lang}.po", lang) for lang in languages}
    return Catalogs({lang: found for lang, found in strings.items() if found})


def _read(path: Path, lang: str) -> dict[str, tuple[str, ...]]:
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalog = read_po(file, locale=lang)
    return {
        _first(message.id): _forms(message.string)
        for message in catalog
        if message.id and any(_forms(message.string))
    }


def _first(message: str | Sequence[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(string: str | Sequence[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())
