"""The outlines of countries for maps, cut from a TopoJSON file such as npm's world-atlas.

    python -m plugins.workshop.outlines countries-50m.json SOUTH WEST NORTH EAST > content/data/outlines.json

The result is a JSON mapping: the country's English name as a key → its rings → [longitude, latitude].
"""

from __future__ import annotations

import json
import re
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Point = tuple[float, float]  # longitude, latitude, in degrees
Bounds = tuple[float, float, float, float]  # south, west, north, east

# A line may leave its true place by so many degrees.
TOLERANCE = 0.015


def outlines(topology: dict[str, Any], bounds: Bounds) -> dict[str, list[list[Point]]]:
    """Return the countries within `bounds`. Arcs are simplified whole, so that neighbours still meet."""
    arcs = [simplified(arc, TOLERANCE) for arc in _arcs(topology)]
    found: dict[str, list[list[Point]]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [clipped(_ring(ring, arcs), bounds) for polygon in polygons for ring in polygon]
        if kept := [[(round(x, 3), round(y, 3)) for x, y in ring] for ring in rings if len(ring) > 2]:
            key = re.sub(r"[^a-z0-9]+", "-", country["properties"]["name"].lower()).strip("-")
            found[key] = kept
    return dict(sorted(found.items()))


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees; in the file each point is the step from the one before."""
    (scale_x, scale_y), (x, y) = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = (accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]]) for arc in topology["arcs"])
    return [[(px * scale_x + x, py * scale_y + y) for px, py in arc] for arc in steps]


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """Return a closed ring; ~n stands for arc n backwards, and arcs share their ends."""
    lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return [point for line in lines for point in line[:-1]]


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that lie within `tolerance` of it (Douglas and Peucker)."""
    if len(line) < 3:
        return list(line)
    far, distance = max(
        ((n, _distance(line[n], line[0], line[-1])) for n in range(1, len(line) - 1)), key=lambda it: it[1]
    )
    if distance <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
    return float(((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5)


def clipped(ring: Sequence[Point], bounds: Bounds) -> list[Point]:
    """Return the part of a ring within `bounds` (Sutherland and Hodgman)."""
    south, west, north, east = bounds
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = _cut(ring, axis, limit, sign)
    return list(ring)


def _cut(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    inside: Callable[[Point], bool] = lambda point: sign * (point[axis] - limit) >= 0  # noqa: E731
    kept: list[Point] = []
    for a, b in pairwise([*ring[-1:], *ring]):
        if inside(a) != inside(b):
            share = (limit - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        if inside(b):
            kept.append(b)
    return kept


if __name__ == "__main__":
    file, *degrees = sys.argv[1:]
    south, west, north, east = map(float, degrees)
    found = outlines(json.loads(Path(file).read_text("utf-8")), (south, west, north, east))
    rows = [f"{json.dumps(key)}: {json.dumps(rings, separators=(',', ':'))}" for key, rings in found.items()]
    print("{\n" + ",\n".join(rows) + "\n}")
