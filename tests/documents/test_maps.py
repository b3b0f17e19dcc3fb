"""The map: what is drawn where."""

from types import SimpleNamespace

from plugins.documents.maps import WIDTH, drawing
from plugins.documents.models import Map

PLAN = Map.model_validate(
    {
        "bounds": [0, 10, 10, 20],
        "countries": [{"outline": "a", "entity": "a", "at": [5, 15], "main": True}],
        "places": [{"entity": "p"}, {"entity": "area", "area": True, "at": [10, 20]}, {"entity": "unknown"}],
    }
)
OUTLINES = {"a": [[(10.0, 0.0), (20.0, 0.0), (20.0, 10.0)]]}


def entry(title, coordinates=None):
    """Return what the map reads of an entry."""
    return SimpleNamespace(title=title, summary="s", coordinates=coordinates)


def test_drawing():
    """North is up, west is left; countries come first; what has no entry in the language stays out."""
    found = drawing(PLAN, OUTLINES, {"a": entry("A"), "p": entry("P", (0.0, 10.0)), "area": entry("R")})

    assert (found.width, found.height) == (WIDTH, 723)
    assert [shape.path for shape in found.shapes] == [f"M0 {found.height}l720 0 0-{found.height}z"]
    assert [(label.key, label.sort, label.x, label.y) for label in found.labels] == [
        ("a", "country", 360, 361),
        ("p", "place", 0, 723),
        ("area", "area", 720, 0),
    ]
