"""What a measurement says: tables of contenders and single figures beside their goals, as text or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.harness import Result


@dataclass(frozen=True)
class Table:
    """Contenders of one run, under a title that says what was done."""

    title: str
    results: Sequence[Result]

    def __str__(self) -> str:
        columns = next((list(one.values) for one in self.results if one.values), [])
        head = [["", *columns, "÷ first"]] if columns else []
        rows = [*head, *(_row(one, columns) for one in self.results if not one.skipped)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [
            "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip()
            for row in rows
        ]
        told = [f"{one.name}: skipped, {one.skipped}" for one in self.results if one.skipped]
        return "\n".join([self.title, *lines, *told])

    def median(self, name: str, column: str) -> float | None:
        """Return the median of a contender, None where it was skipped."""
        values = next((one.values for one in self.results if one.name == name), {})
        return values[column].median if column in values else None


@dataclass(frozen=True)
class Figure:
    """A number worth knowing, and the most that it may be."""

    name: str
    value: float
    goal: float | None = None

    def __str__(self) -> str:
        goal = "" if self.goal is None else f" (goal: at most {self.goal:g})"
        return f"{self.name}: {_number(self.value)}{goal}"


def quotient(name: str, value: float | None, base: float | None, goal: float | None = None) -> list[Figure]:
    """Return how often `base` goes into `value`, as a figure; none where either was skipped."""
    return [Figure(name, value / base, goal)] if value is not None and base else []


def report(tables: Sequence[Table], figures: Sequence[Figure], as_json: bool) -> str:
    """Return all that was measured."""
    if as_json:
        found = {"tables": [asdict(one) for one in tables], "figures": [asdict(one) for one in figures]}
        return json.dumps(found, ensure_ascii=False, indent=1)
    return "\n\n".join([*map(str, tables), *(["\n".join(map(str, figures))] if figures else [])])


def _row(result: Result, columns: Sequence[str]) -> list[str]:
    cells = [f"{_number(result.values[one].median)} ±{_number(result.values[one].spread)}" for one in columns]
    return [result.name, *cells, "" if result.ratio is None else f"{result.ratio:.2f}"]


def _number(value: float) -> str:
    """Return a number with three digits that count, or all that stand before the point."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
