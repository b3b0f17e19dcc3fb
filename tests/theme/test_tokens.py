"""Colours: the contrast that stands beside each is the one it has."""

import re
from pathlib import Path

import pytest

TEXT = Path("theme/static/css/tokens.css").read_text("utf-8")
# The least contrast of text on each ground (CONTRIBUTING.md); WCAG asks for 4.5.
LEAST = {"paper": 6.2, "wash": 6.2, "home": 5.6, "sea": 5.6}
COLOURS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--color-([\w-]+): light-dark\((#\w+), (#\w+)\)", TEXT)
}
# (role, what it stands on, the contrast that the comment gives)
CLAIMS = [
    (role, ground, float(value))
    for role, comment in re.findall(r"--color-([\w-]+): light-dark\([^)]*\);\s*/\* (.*?) \*/", TEXT)
    for ground, value in re.findall(r"(\w+), ([\d.]+)", comment)
]


def luminance(colour):
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lower(role, ground):
    """Return the lower of the contrasts in light and in dark."""
    return min(contrast(*pair) for pair in zip(COLOURS[role], COLOURS[ground], strict=True))


@pytest.mark.parametrize(("role", "ground", "said"), CLAIMS)
def test_contrast(role, ground, said):
    """The lower contrast of a role on its ground is what its comment says, and no less than we promise."""
    assert lower(role, ground) == pytest.approx(said, abs=0.1)
    assert lower(role, ground) >= LEAST[ground]


def test_every_text_colour_says_its_contrast():
    """Roles for text have a claim; what only decorates, or is a ground, has none."""
    assert {role for role, _, _ in CLAIMS} == {"ink", "soft", "accent", "link"}


def test_the_map_says_its_contrasts():
    """Names on the map stand on land, which is paper, on the country of the story, or over the sea."""
    claims = {(role, ground) for role, ground, _ in CLAIMS}

    assert claims >= {(role, ground) for role in ("ink", "soft") for ground in ("paper", "home", "sea")}
