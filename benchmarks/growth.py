"""How a cost grows with a size."""

from __future__ import annotations

from math import log
from statistics import linear_regression
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return e of cost ≈ c · size^e for points (size, cost): least squares on logarithms. 1 is linear."""
    return linear_regression([log(size) for size, _ in points], [log(cost) for _, cost in points]).slope
