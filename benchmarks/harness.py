"""Contenders measured in turns after a warm-up, and what is told of them: medians, spreads and ratios."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # One measurement: column → value. The name of a column says its unit; the first one is compared.
    Sample = Mapping[str, float]
    Contender = Callable[[], Sample]


class CannotRun(Exception):
    """A contender is not to be had here; the text says what is missing."""


@dataclass(frozen=True)
class Value:
    """The middle of some measurements, and how far they lie from it: half of largest minus smallest."""

    median: float
    spread: float


@dataclass(frozen=True)
class Result:
    """What a contender did, by column; or why it did not run."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    # Its first column ÷ that of the first contender; None where that did not run.
    ratio: float | None = None
    skipped: str = ""


def measure(contenders: Mapping[str, Contender], rounds: int, warm_ups: int = 1) -> list[Result]:
    """Run each contender once a round, in turns, so that what slows the machine slows them alike.

    One that cannot run is skipped from then on.
    """
    samples: dict[str, list[Sample]] = {name: [] for name in contenders}
    skipped: dict[str, str] = {}
    for number in range(warm_ups + rounds):
        for name, contender in contenders.items():
            if name in skipped:
                continue
            try:
                sample = contender()
            except CannotRun as reason:
                skipped[name] = str(reason)
            else:
                if number >= warm_ups:
                    samples[name].append(sample)
    return compare(samples, skipped)


def compare(samples: Mapping[str, list[Sample]], skipped: Mapping[str, str]) -> list[Result]:
    """Return a result for each contender, in their order; ratios are to the first."""
    values = {name: {} if name in skipped else _values(some) for name, some in samples.items()}
    base = _first(next(iter(values.values()), {}))
    return [
        Result(name, some, _ratio(_first(some), base), skipped.get(name, "")) for name, some in values.items()
    ]


def value_of(numbers: list[float]) -> Value:
    """Return median and spread of numbers."""
    return Value(median(numbers), (max(numbers) - min(numbers)) / 2)


def _values(samples: list[Sample]) -> dict[str, Value]:
    columns = samples[0] if samples else {}
    return {column: value_of([sample[column] for sample in samples]) for column in columns}


def _first(values: Mapping[str, Value]) -> float | None:
    return next((value.median for value in values.values()), None)


def _ratio(value: float | None, base: float | None) -> float | None:
    return value / base if value is not None and base else None
