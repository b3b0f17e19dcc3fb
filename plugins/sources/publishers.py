"""Who published what the site cites."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.documents.models import Source


@dataclass(frozen=True)
class Publisher:
    """A publisher, and how many of its works the site cites, in which languages."""

    name: str
    count: int
    languages: tuple[str, ...]


def publishers(works: Iterable[Source]) -> list[tuple[str, int, list[Publisher]]]:
    """Return (sort, number of works, its publishers), the largest sort and the most cited publisher first."""
    sorts: dict[str, dict[str, list[Source]]] = defaultdict(lambda: defaultdict(list))
    for work in works:
        sorts[work.sort][work.publisher].append(work)
    found = []
    for sort, by_name in sorts.items():
        names = [
            Publisher(name, len(own), tuple(sorted({work.lang for work in own})))
            for name, own in by_name.items()
        ]
        names.sort(key=lambda one: (-one.count, one.name.casefold()))
        found.append((sort, sum(one.count for one in names), names))
    return sorted(found, key=lambda one: (-one[1], one[0]))
