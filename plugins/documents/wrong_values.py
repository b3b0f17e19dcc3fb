"""What a value of the wrong sort is, in a writer's words, and how one of the right sort is written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from plugins.documents import models

if TYPE_CHECKING:
    from collections.abc import Mapping

# What pydantic's kinds of fault begin with → what is asked for, and how it is written.
_SORTS = {
    "date": ("a date", "Write the day as YYYY-MM-DD, such as 2026-11-27."),
    "string": ("text", "Put it between quotation marks."),
    "int": ("a whole number", "Write digits only, such as 10."),
    "float": ("a number", "Write digits, such as 40.18."),
    "bool": ("true or false", "Write true or false."),
    "tuple": ("a list", ""),
    "model": ("a group of fields", ""),
    "dict": ("a group of fields", ""),
}
_SIMPLE = re.compile(r"\w[\w ,.-]*")


def wrong_value(fault: Mapping[str, Any], name: str, description: str) -> tuple[str, str] | None:
    """Return (problem, fix) of a value that is empty or of another sort than asked for, else None.

    `name`: the field's, with those around it; `description`: what it holds, in brackets, if it says so.
    """
    given = fault["input"]
    if given is None:
        return f"“{name}” is empty", f"Fill it in{description}, or remove it where it may stay out."
    sort = fault["type"].partition("_")[0]
    if sort not in _SORTS or fault["type"].startswith(("string_too", "string_pattern")):
        return None
    asked, fix = _SORTS[sort]
    problem = f"“{name}” is {_shown(given)}, where {asked} is asked for"
    label = next((f"{part}: " for part in fault["loc"][-1:] if isinstance(part, str)), "")
    return problem, fix or f"Write `{label}{_example(fault)}`{description}."


def _shown(given: object) -> str:
    """Return what was written, as far as a line can show it."""
    if isinstance(given, list):
        return "a list"
    if isinstance(given, dict):
        return f"a field “{next(iter(given), '')}:”"
    return f"“{given}”" if not isinstance(given, bool) else f"“{str(given).lower()}”"


def _example(fault: Mapping[str, Any]) -> str:
    """Return how a list or a group of fields is written, with what was given where that can be."""
    if fault["type"] == "model_type":
        fields = getattr(models, fault["ctx"]["class_name"]).model_fields.items()
        return f"{{{', '.join(f'{name}: …' for name, field in fields if field.is_required())}}}"
    if fault["type"] == "dict_type":
        return "{…: …}" if fault["loc"] == ("entities",) else "{LANG: …}"
    given = fault["input"]
    if isinstance(given, dict):
        return f"[{{{', '.join(f'{name}: …' for name in given)}}}]"
    text = str(given)
    return f"[{text if _SIMPLE.fullmatch(text) else json.dumps(text, ensure_ascii=False)}]"
