"""A writer's mistake, told by file and line with an order that mends it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher, get_close_matches
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

    @property
    def place(self) -> str:
        """Return where it is, as far as that is known: PATH:LINE:COLUMN."""
        line = f":{self.line}" if self.line else ""
        return f"{self.path}{line}:{self.column}" if self.column else f"{self.path}{line}"

    def __str__(self) -> str:
        return f"{self.place}: {self.problem} [{self.rule}]\n  fix: {self.fix}"


def finding(path: str, line: int, problem: str, rule: str, fix: str, column: int = 0) -> Finding:
    """Make a finding, with the column last because few findings know theirs."""
    return Finding(path, line, column, problem, rule, fix)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ' Did you mean “…”?' for the known word nearest to `word`, or an empty string."""
    near = nearest(word, known)
    return f" Did you mean “{near}”?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word of which `word` may be a slip, or an empty string where none is near."""
    near = get_close_matches(word, sorted(known), n=3, cutoff=0.6)
    # A slip seldom hits the first letter: “lachin” is no slip of “china”.
    return next((one for one in near if one[:1] == word[:1] or _alike(one, word) > 0.8), "")


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def as_github(findings: Iterable[Finding]) -> str:
    """Return the findings as GitHub's workflow commands, which annotate the lines of a pull request."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    lines = []
    for one in sorted(set(findings)):
        column = f",col={one.column}" if one.column else ""
        place = f"file={value(one.path)},line={max(one.line, 1)}{column},title={value(one.rule)}"
        words = escaped(f"{one.problem}\nfix: {one.fix}")
        lines.append(f"::error {place}::{words}")
    return "\n".join(lines)


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of objects with the fields of `Finding`."""
    return json.dumps([asdict(one) for one in sorted(set(findings))], ensure_ascii=False, indent=1)


def report(findings: Iterable[Finding]) -> str:
    """Return all findings, sorted and without repeats, and their count, as a writer reads them.

    What is wrong in the same words in several places, such as a key that was renamed, is told once.
    """
    ordered = sorted(set(findings))
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for one in ordered:
        alike.setdefault((one.problem, one.rule, one.fix), []).append(one)
    told = []
    for first, *others in alike.values():
        told.append(str(first))
        if others:
            told.append(f"  also: {', '.join(one.place for one in others)}")
    return "\n".join([*told, f"{len(ordered)} finding{'' if len(ordered) == 1 else 's'}."])
