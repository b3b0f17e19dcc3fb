"""The map of the site as lines and labels in the units of a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plugins.documents.data_files import Outlines
    from plugins.documents.models import EntryFrontMatter, Map

# How wide the drawing is, in units of its own.
WIDTH = 720


@dataclass(frozen=True)
class Shape:
    """A country: its outline as an SVG path."""

    path: str
    main: bool


@dataclass(frozen=True)
class Label:
    """A name on the map. `key`: its entry; `sort`: country, area or place; `side`: of its dot."""

    key: str
    title: str
    summary: str
    sort: str
    side: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """Everything a template draws, countries before places."""

    width: int
    height: int
    shapes: Sequence[Shape]
    labels: Sequence[Label]


class _Projection:
    """Degrees → units: a plain cylinder that is true at the middle of the map."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        south, self._west, self._north, east = bounds
        self._narrow = cos(radians((south + self._north) / 2))
        self._scale = WIDTH / ((east - self._west) * self._narrow)
        self.height = round((self._north - south) * self._scale)

    def __call__(self, latitude: float, longitude: float) -> tuple[int, int]:
        x = (longitude - self._west) * self._narrow * self._scale
        return round(x), round((self._north - latitude) * self._scale)


def drawing(plan: Map, outlines: Outlines, entries: Mapping[str, EntryFrontMatter]) -> Drawing:
    """Return the map in one language; `entries` have the names. What has no entry there stays out."""
    place = _Projection(plan.bounds)
    shapes = [
        Shape("".join(_path([place(y, x) for x, y in ring]) for ring in outlines[one.outline]), one.main)
        for one in plan.countries
        if one.outline in outlines
    ]
    spots = [(one.entity, "country", "middle", one.at) for one in plan.countries]
    spots += [
        (one.entity, "area" if one.area else "place", "middle" if one.area else one.label, at)
        for one in plan.places
        if one.entity in entries and (at := one.at or entries[one.entity].coordinates)
    ]
    labels = [
        Label(key, entries[key].title, entries[key].summary, sort, side, *place(*at))
        for key, sort, side, at in spots
        if key in entries
    ]
    return Drawing(WIDTH, place.height, shapes, labels)


def _path(points: Sequence[tuple[int, int]]) -> str:
    """Return a closed SVG path in steps, the shortest way to write one."""
    (x, y), *rest = points
    steps = []
    for px, py in rest:
        if (px, py) != (x, y):
            steps.append(f"{px - x} {py - y}")
        x, y = px, py
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")
