"""Outlines of countries out of TopoJSON."""

import pytest

from plugins.workshop.outlines import clipped, outlines, simplified

# Two squares side by side that share arc 0: x 0–2 and 2–4, y 0–2.
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 2], [2, 0], [0, -2], [-2, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West Land"}},
                {"type": "MultiPolygon", "arcs": [[[-1, -3]]], "properties": {"name": "East"}},
            ]
        }
    },
}


def test_countries():
    """Each country's rings in degrees, cut to the bounds; neighbours share their border."""
    found = outlines(TOPOLOGY, (0, 1, 2, 3))

    assert sorted(found) == ["east", "west-land"]
    assert {x for ring in found["west-land"] for x, _ in ring} == {1, 2}
    assert {x for ring in found["east"] for x, _ in ring} == {2, 3}


def test_out_of_sight():
    """A country outside the bounds is not there."""
    assert sorted(outlines(TOPOLOGY, (0, 2.5, 2, 3))) == ["east"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ([(0, 0), (1, 0.001), (2, 0)], [(0, 0), (2, 0)]),
        ([(0, 0), (1, 1), (2, 0)], [(0, 0), (1, 1), (2, 0)]),
        ([(0, 0), (0, 0)], [(0, 0), (0, 0)]),
    ],
)
def test_simplified(line, kept):
    """Points that lie on the way are left out; corners stay."""
    assert simplified(line, 0.01) == kept


def test_clipped():
    """A ring is cut where it leaves."""
    assert sorted(clipped([(0, 0), (4, 0), (4, 4), (0, 4)], (1, 1, 2, 3))) == [(1, 1), (1, 2), (3, 1), (3, 2)]
