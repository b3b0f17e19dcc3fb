"""The reading path: which page comes before and after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")


def neighbours(path: Sequence[T]) -> Iterator[tuple[T, T | None, T | None]]:
    """Yield (page, the one before, the one after) along a path; None at its ends."""
    ends = (None, *path, None)
    for position, page in enumerate(path, 1):
        yield page, ends[position - 1], ends[position + 1]
