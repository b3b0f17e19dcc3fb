"""Figures made from data: `![caption](figure:claims?verdict=wrong)` becomes a list of claims.

Their templates stand in theme/templates/figures/. A figure is made before the notes are numbered and
the names linked, so that its texts get both; its words and dates are left to the floor of languages:
`_("…")` leaves `<span data-say="…"></span>`, a date `<span data-date="…"></span>`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.documents import edtf
from plugins.documents.findings import did_you_mean
from plugins.documents.maps import Drawing, drawing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import BytecodeCache

    from plugins.documents.corpus import Corpus
    from plugins.documents.data_files import Data

VERDICTS = ("wrong", "imprecise", "unverifiable", "correct")
# Each kind of figure, and what may stand after its question mark.
KINDS: dict[str, frozenset[str]] = {
    "claims": frozenset({"verdict"}),
    "timeline": frozenset({"tag", "entity", "from", "to"}),
    "map": frozenset(),
}
# What a record has of each that is chosen by, but for dates.
_VALUES: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "verdict": lambda claim: (claim.verdict,),
    "tag": lambda event: event.tags,
    "entity": lambda event: event.entities,
}
_MARKER = re.compile(r'(<figure[^>]*) data-figure="([^"]*)"([^>]*>.*?)(?=</figure>)', re.DOTALL)


def parse_figure(text: str) -> tuple[str, dict[str, str]]:
    """Return kind and choices of `timeline?tag=csto`; raise ValueError with what is wrong with it."""
    kind, _, query = text.partition("?")
    if kind not in KINDS:
        raise ValueError(f"there is no figure “{kind}”.{did_you_mean(kind, KINDS)}")
    choices = dict(parse_qsl(query, keep_blank_values=True))
    if unknown := sorted(choices.keys() - KINDS[kind]):
        allowed = ", ".join(sorted(KINDS[kind]))
        raise ValueError(f"the figure “{kind}” does not choose by “{unknown[0]}”, only by: {allowed}")
    return kind, choices


def check_choices(kind: str, choices: Mapping[str, str], data: Data) -> None:
    """Raise ValueError where the data has nothing that a figure chooses by, or a date is none."""
    for name, value in choices.items():
        if name not in _VALUES:
            edtf.parse(value)
            continue
        known = VERDICTS if name == "verdict" else _values(name, getattr(data, kind))
        if value not in known:
            raise ValueError(f"nothing has the {name} “{value}”.{did_you_mean(value, known)}")


def chosen(kind: str, choices: Mapping[str, str], data: Data) -> list[Any]:
    """Return the claims or events that have all that a figure chooses by, in the order of the file."""
    records = getattr(data, kind)
    return [one for one in records if all(_has(one, name, value) for name, value in choices.items())]


def other_choices(kind: str, choices: Mapping[str, str], data: Data) -> Iterator[str]:
    """Yield what each choice could be while the others stay, as "`tag` to csto or peace"."""
    for name in choices:
        left = chosen(kind, {other: value for other, value in choices.items() if other != name}, data)
        if not left:
            continue
        days = sorted(event.date.partition("/")[0] for event in left) if name not in _VALUES else []
        if name == "from":
            yield f"`from` to {days[-1]} or earlier"
        elif name == "to":
            yield f"`to` to {days[0]} or later"
        elif values := sorted(_values(name, left)):
            yield f"`{name}` to {' or '.join(values)}"


def _has(record: Any, name: str, value: str) -> bool:
    if name == "from":
        return bool(value <= record.date)
    if name == "to":
        return bool(record.date <= value + "~")
    return value in _VALUES[name](record)


def _values(name: str, records: Iterable[Any]) -> set[str]:
    return {value for one in records for value in _VALUES[name](one)}


class Figures:
    """Makes the figures of a site from its data. `line` renders one line of Markdown."""

    def __init__(
        self,
        corpus: Corpus,
        templates: Path,
        line: Callable[[str], str],
        compiled: BytecodeCache | None = None,
    ) -> None:
        self._corpus = corpus
        self._line = line
        self._jinja = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            bytecode_cache=compiled,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals["_"] = lambda words: Markup('<span data-say="{}"></span>').format(words)
        self._jinja.filters["date"] = lambda date: Markup('<span data-date="{}"></span>').format(date)

    def expand(self, html: str, lang: str) -> str:
        """Return `html` with the figures of a page put into their places."""
        return _MARKER.sub(lambda match: self._figure(match, lang), html)

    def _figure(self, match: re.Match[str], lang: str) -> str:
        try:
            kind, choices = parse_figure(unescape(match[2]))
        except ValueError:  # a finding, which only a preview survives
            return match[0]
        rows = _ROWS[kind](self._corpus, choices, lang)

        def text(texts: dict[str, str]) -> Markup:
            return Markup(self._line(texts[lang]))

        inside = self._jinja.get_template(f"figures/{kind}.html").render(rows=rows, text=text)
        return f'{match[1]} class="figure"{match[3]}{inside}'


def _claims(corpus: Corpus, choices: dict[str, str], _lang: str) -> list[tuple[str, list[tuple[int, Any]]]]:
    """Return verdict → (number in the article's order, claim), the gravest first."""
    wanted = chosen("claims", choices, corpus.data)
    numbered = [(number, one) for number, one in enumerate(corpus.data.claims, 1) if one in wanted]
    groups = [(verdict, [one for one in numbered if one[1].verdict == verdict]) for verdict in VERDICTS]
    return [(verdict, claims) for verdict, claims in groups if claims]


def _events(corpus: Corpus, choices: dict[str, str], _lang: str) -> list[Any]:
    return chosen("timeline", choices, corpus.data)


def _map(corpus: Corpus, _choices: dict[str, str], lang: str) -> Drawing | None:
    """Return the map in a language, or None where the site has none."""
    entries = {one.key: one.front for one in corpus.documents if (one.kind, one.lang) == ("glossary", lang)}
    return drawing(corpus.data.map, corpus.data.outlines, entries) if corpus.data.map else None


_ROWS: dict[str, Callable[[Corpus, dict[str, str], str], Any]] = {
    "claims": _claims,
    "timeline": _events,
    "map": _map,
}
