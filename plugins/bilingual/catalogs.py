"""Interface strings: the source language's words are the keys, a .po file per other language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po

from plugins.documents.findings import finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plugins.documents.findings import Finding


@cache
def _category(lang: str, number: int) -> str:
    """Return the plural category of CLDR: one, few, many, other …"""
    return Locale.parse(lang).plural_form(number)


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
        chosen = forms[0] if _category(lang, number) == "one" or len(forms) == 1 else forms[-1]
        return chosen.format(n=number)


# Strings stand in templates as _("…"), ngettext("…", …) and in_language(lang, "…").
_CALL = re.compile(r'(?:\b_|\bngettext|\bin_language)\(\s*(?:[\w.]+,\s*)?"((?:[^"\\]|\\.)*)"')
# Asked for by us, not by templates: the catalog's entry for this word is each language's name for itself.
AUTONYM = "Bahasa Indonesia"


def template_strings(templates: Path) -> dict[str, Path]:
    """Return each interface string of the templates, with the first template that has it."""
    found: dict[str, Path] = {}
    for path in sorted(path for path in templates.rglob("*") if path.is_file()):
        for text in _CALL.findall(path.read_text("utf-8")):
            found.setdefault(text, path)
    return found


def catalog_findings(
    theme: Path, catalogs: Catalogs, languages: Sequence[str], interface_language: str
) -> list[Finding]:
    """Return a finding for each string that a language lacks, and for each that no template uses any more.

    `interface_language`: the one in which the templates are written; it needs no catalog.
    """
    wanted = template_strings(theme / "templates")
    found = []
    for lang in languages:
        path, known = str(theme / "translations" / f"{lang}.po"), catalogs.strings.get(lang, {})
        if lang == interface_language:
            continue
        if not known:
            fix = f"Begin it: copy another language's, and translate each msgstr into “{lang}”."
            found.append(finding(path, 0, "the interface has no words in this language", "string", fix))
            continue
        for text in sorted(wanted.keys() - known.keys()):
            line = _line_of(text, wanted[text])
            problem, fix = f"“{text}” has no translation", f'Add msgid "{text}" with its msgstr to {path}.'
            found.append(finding(str(wanted[text]), line, problem, "string", fix))
        for text in sorted(known.keys() - wanted.keys() - {AUTONYM}):
            line = _line_of(text, Path(path))
            found.append(finding(path, line, f"no template says “{text}”", "string", "Remove it."))
    return found


def _line_of(text: str, path: Path) -> int:
    """Return the line of a file on which an interface string stands; 0 where it runs over several."""
    lines = enumerate(path.read_text("utf-8").split("\n"), 1)
    return next((number for number, line in lines if f'"{text}"' in line), 0)


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
