"""From the text of a content file to its front matter and body, with every fault at its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from plugins.documents.findings import Finding, did_you_mean, finding, nearest
from plugins.documents.wrong_values import wrong_value
from plugins.documents.yaml_source import Source, YamlError, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FENCE = "---"

M = TypeVar("M", bound=BaseModel)
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Parts:
    """A content file in two: YAML with lines of the file, and the Markdown below it."""

    yaml: Source
    body: str
    body_line: int


class Unreadable(ValueError):
    """A file in which no front matter can be read; `finding` says why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(str(found))
        self.finding = found


def split(path: str, text: str) -> Parts:
    """Return front matter and body of a content file; raise Unreadable where there is none."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != FENCE:
        raise Unreadable(
            finding(
                path,
                1,
                "the page has no front matter",
                "front-matter",
                "Begin the file with a line “---”, then the fields, then another line “---”.",
            )
        )
    end = closing_fence(lines)
    if end is None:
        raise Unreadable(
            finding(
                path,
                1,
                "the front matter is never closed",
                "front-matter",
                "End the fields with a line “---” of its own.",
            )
        )
    try:
        # The opening fence counts, so that lines are those of the file.
        yaml = read_yaml("\n" + "".join(lines[1:end]))
    except YamlError as error:
        raise Unreadable(yaml_finding(path, error)) from None
    if not isinstance(yaml.data, dict):
        raise Unreadable(
            finding(
                path, 2, "the front matter holds no fields", "front-matter", "Write fields as `name: value`."
            )
        )
    return Parts(yaml, "".join(lines[end + 1 :]), end + 2)


def closing_fence(lines: Sequence[str]) -> int | None:
    """Return the index of the line that closes the front matter, where one does."""
    return next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)


def yaml_finding(path: str, error: YamlError) -> Finding:
    """Return the finding for YAML that cannot be read."""
    fix = "Check the indentation, and put values that hold “: ” or begin with a sign between quotation marks."
    if "stands twice" in error.problem:
        fix = "Remove one of the two."
    if "control character" in error.problem:
        fix = "Delete it."
    return Finding(path, error.line, error.column, error.problem, "front-matter", error.fix or fix)


def validate(
    path: str,
    model: type[M],
    data: Any,
    source: Source,
    at: Place = (),
    inherited: frozenset[str] = frozenset(),
) -> tuple[M | None, list[Finding]]:
    """Return the model made of `data`, or None and every fault.

    `at` leads to `data` in `source`. Faults in `inherited` fields are told where those stand.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(_faults(path, model, error, source, at, inherited))


def _faults(
    path: str,
    model: type[BaseModel],
    error: ValidationError,
    source: Source,
    at: Place,
    inherited: frozenset[str],
) -> Iterator[Finding]:
    faults = error.errors(include_url=False)
    slips = _slips(faults)
    for fault in faults:
        where = tuple(part for part in fault["loc"] if _is_place(part))
        if where and where[0] in inherited:
            continue
        if fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]:
            continue  # of the right number, but an item is at fault, which is told
        if fault["type"] == "missing" and fault["loc"] in slips.values():
            continue
        # The record itself goes by its key or number.
        name = ".".join(str(part + 1) if isinstance(part, int) else part for part in where or at)
        line = source.line_of((*at, *where))
        problem, rule, fix = _words(model, fault, name)
        if meant := slips.get(fault["loc"]):
            fix = f"Did you mean “{meant[-1]}”?"
        yield finding(path, line, problem, rule, fix)


def _slips(faults: Sequence[Any]) -> dict[Place, Place]:
    """Return the place of an unknown field → that of the missing one beside it which must be meant."""
    missing = [fault["loc"] for fault in faults if fault["type"] == "missing"]
    slips: dict[Place, Place] = {}
    for place in (fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"):
        beside = [one[-1] for one in missing if one[:-1] == place[:-1]]
        if meant := nearest(str(place[-1]), beside):
            slips[place] = (*place[:-1], meant)
    return slips


def _is_place(part: str | int) -> bool:
    return isinstance(part, int) or not part.startswith("function-")


def _words(model: type[BaseModel], fault: Any, name: str) -> tuple[str, str, str]:
    """Return (problem, rule, fix) for one fault of pydantic's."""
    kind, given, rule = fault["type"], fault["input"], "front-matter"
    if kind == "missing":
        return f"the field “{name}” is missing", rule, f"Add `{name}:`{_description(model, name)}."
    if kind == "extra_forbidden":
        known = {field.alias or key for key, field in model.model_fields.items()}
        fix = did_you_mean(name.rsplit(".", 1)[-1], known).strip() or "Remove it."
        return f"there is no field “{name}”", rule, fix
    if told := wrong_value(fault, name, _description(model, name)):
        return told[0], rule, told[1]
    shown = f"“{given}”" if isinstance(given, str | int | float) else "this value"
    message = str(fault["msg"]).removeprefix("Value error, ").replace("Input should", "it should")
    if kind == "string_too_long":
        message = f"is {len(given)} characters long, at most {fault['ctx']['max_length']} are allowed"
        return f"“{name}” {message}", rule, "Shorten it."
    if kind == "string_too_short":
        message = f"is {len(given)} characters long, at least {fault['ctx']['min_length']} are needed"
        return f"“{name}” {message}", rule, "Say more."
    if kind in {"too_short", "too_long"}:
        limit = fault["ctx"].get("min_length", fault["ctx"].get("max_length"))
        problem = f"“{name}” holds {len(given)}, {'at least' if kind == 'too_short' else 'at most'} {limit}"
        return f"{problem} are asked for", rule, f"Correct `{name}`{_description(model, name)}."
    if kind == "string_pattern_mismatch":
        return f"“{name}” is {shown}, which is not allowed here", rule, f"Write it like {_example(fault)}."
    if kind == "literal_error":
        expected = fault["ctx"]["expected"].replace("'", "")
        guess = did_you_mean(str(given), expected.replace(" or ", ", ").split(", "))
        return f"“{name}” is {shown}", rule, f"Use one of: {expected}.{guess}"
    return f"“{name}” is {shown}: {message}", rule, f"Correct `{name}`{_description(model, name)}."


_EXAMPLES = {
    "Q": "Q399",
    "{2,3}": "en (two or three small letters, the code of a language)",
    "http": "https://example.org/page",
    "a-z": "armenia-russia (lower-case letters, digits and hyphens)",
}


def _example(fault: Any) -> str:
    pattern = fault["ctx"]["pattern"]
    return next(
        (example for mark, example in _EXAMPLES.items() if mark in pattern[:11]), "the others in this folder"
    )


def _description(model: type[BaseModel], name: str) -> str:
    field = model.model_fields.get(name.split(".", 1)[0])
    return f" ({field.description})" if field and field.description else ""
