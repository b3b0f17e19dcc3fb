"""A writer's mistake, told by file and line with an order that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake. Lines and columns count from 1; line 0 means the file as a whole."""

    path: str
    line: int
    column: int
    problem: str
    rule: str
    fix: str

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
        if self.column:
            place += f":{self.column}"
        return f"{place}: {self.problem} [{self.rule}]\n  fix: {self.fix}"


def finding(path: str, line: int, problem: str, rule: str, fix: str, column: int = 0) -> Finding:
    """Make a finding, with the column last because few findings know theirs."""
    return Finding(path, line, column, problem, rule, fix)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean “…”?' for the known word nearest to `word`, or an empty string."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else ""


def report(findings: Iterable[Finding]) -> str:
    """Return all findings, sorted and without repeats, and their count, as a writer reads them."""
    ordered = sorted(set(findings))
    count = f"{len(ordered)} finding{'' if len(ordered) == 1 else 's'}."
    return "\n".join([*map(str, ordered), count])
