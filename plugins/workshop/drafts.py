"""A new page: one draft per language, whose front matter explains itself."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from plugins.documents.findings import Finding, did_you_mean, finding
from plugins.documents.models import FRONT_MATTER, shared_fields
from plugins.documents.placeholders import BODY, IN_SHORT, SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new_drafts(
    content: Path, kind: str, key: str, languages: Sequence[str], today: date, title: str = ""
) -> tuple[dict[Path, str], list[Finding]]:
    """Return path → text of the drafts that a new page needs, or the findings that forbid it.

    Where one language's file is there already, the drafts are those of the others.
    """
    if faults := list(_faults(content, kind, key)):
        return {}, faults
    paths = {lang: content / kind / f"{key}.{lang}.md" for lang in languages}
    missing = {lang: path for lang, path in paths.items() if not path.exists()}
    if not missing:
        path = str(next(iter(paths.values())))
        fix = "Edit it, or choose another key."
        return {}, [finding(path, 0, "the page is there already, in every language", "new", fix)]
    given = placeholders(key, today)
    if title:
        given["title"] = json.dumps(title, ensure_ascii=False)
    original, translation = draft(kind, given), draft(kind, given, shared_fields(FRONT_MATTER[kind]))
    return {path: original if lang == languages[0] else translation for lang, path in missing.items()}, []


def draft(kind: str, given: Mapping[str, str], inherited: frozenset[str] = frozenset()) -> str:
    """Return the text of a draft; a translation leaves out the fields it has `inherited`.

    Each field stands below its explanation; those that may stay out come last, as comments.
    """
    fields = {name: field for name, field in FRONT_MATTER[kind].model_fields.items() if name not in inherited}
    written = [
        f"# {fields[name].description}\n{name}: {given[name]}".replace(": \n", ":\n")
        for name in fields
        if name in given
    ]
    optional = [
        f"# {field.alias or name}: {field.description}" for name, field in fields.items() if name not in given
    ]
    return "\n".join(["---", *written, "", "# May stay out:", *optional, "---", *BODY, "{: .uncited}", ""])


def placeholders(key: str, today: date) -> dict[str, str]:
    """Return field → YAML that is valid but asks to be replaced: the fields that must not be empty."""
    return {
        "title": key.replace("-", " ").capitalize(),
        "slug": key if key[0].isalpha() else f"page-{key}",
        "summary": SUMMARY,
        "status": "draft",
        "date": today.isoformat(),
        "as_of": today.isoformat(),
        # One per line: a list in brackets would take those of a citation for its own.
        "in_short": "".join(f"\n  - {sentence}" for sentence in IN_SHORT),
        "order": "100",
        "type": "concept",
    }


def _faults(content: Path, kind: str, key: str) -> Iterator[Finding]:
    if kind not in FRONT_MATTER:
        fix = f"Use one of: {', '.join(FRONT_MATTER)}.{did_you_mean(kind, FRONT_MATTER)}"
        yield finding(str(content / kind), 0, f"there is no kind “{kind}”", "new", fix)
    if not _KEY.fullmatch(key):
        suggestion = re.sub(r"[^a-z0-9]+", "-", _plain(key)).strip("-") or "armenia-russia"
        fix = f"Use lower-case letters, digits and hyphens, for example {suggestion}."
        yield finding(str(content / kind), 0, f"the key “{key}” is not allowed", "new", fix)


def _plain(text: str) -> str:
    """Return a text in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
