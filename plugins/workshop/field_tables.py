"""The table of fields in WRITING.md, made from the models; running this module renews it."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.documents.models import FRONT_MATTER, shared_fields

WRITING = Path("WRITING.md")
_TABLE = re.compile(r"(<!-- fields -->\n).*?(<!-- /fields -->)", re.DOTALL)


def field_table() -> str:
    """Return a table of all fields: which pages have each, whether it is shared, what it holds."""
    rows: dict[str, tuple[list[str], bool, bool, str]] = {}
    for kind, model in FRONT_MATTER.items():
        for name, field in model.model_fields.items():
            kinds, shared, _, _ = rows.get(name, ([], True, True, ""))
            shared = shared and name in shared_fields(model)
            rows[name] = ([*kinds, kind], shared, field.is_required(), field.description or "")
    lines = ["| field | pages | | what |", "| --- | --- | --- | --- |"]
    for name, (kinds, shared, required, what) in rows.items():
        pages = "all" if len(kinds) == len(FRONT_MATTER) else ", ".join(kinds)
        notes = ", ".join(word for word, holds in (("required", required), ("shared", shared)) if holds)
        lines.append(f"| `{name}` | {pages} | {notes} | {what} |")
    return "\n".join(lines) + "\n"


def renewed(text: str) -> str:
    """Return a document with the table between its marks renewed."""
    return _TABLE.sub(lambda match: match[1] + field_table() + match[2], text)


if __name__ == "__main__":
    WRITING.write_text(renewed(WRITING.read_text("utf-8")), "utf-8")
