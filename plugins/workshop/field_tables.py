"""The table of fields in WRITING.md, made from the models; running this module renews it."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.documents.models import FRONT_MATTER, shared_fields

WRITING = Path("WRITING.md")
_TABLE = re.compile(r"(<!-- fields -->\n).*?(<!-- /fields -->)", re.DOTALL)


def field_table() -> str:
    """Return a table of all fields: which pages have each, whether it is shared, what it holds.

    A field that is another on other pages has a row for each.
    """
    rows: dict[str, dict[tuple[str, str], list[str]]] = {}
    for kind, model in FRONT_MATTER.items():
        for name, field in model.model_fields.items():
            holds = {"required": field.is_required(), "shared": name in shared_fields(model)}
            notes = ", ".join(word for word, it_does in holds.items() if it_does)
            rows.setdefault(name, {}).setdefault((notes, field.description or ""), []).append(kind)
    lines = ["| field | pages | | what |", "| --- | --- | --- | --- |"]
    for name, senses in rows.items():
        for (notes, what), kinds in senses.items():
            pages = "all" if len(kinds) == len(FRONT_MATTER) else ", ".join(kinds)
            lines.append(f"| `{name}` | {pages} | {notes} | {what} |")
    return "\n".join(lines) + "\n"


def renewed(text: str) -> str:
    """Return a document with the table between its marks renewed."""
    return _TABLE.sub(lambda match: match[1] + field_table() + match[2], text)


if __name__ == "__main__":
    WRITING.write_text(renewed(WRITING.read_text("utf-8")), "utf-8")
