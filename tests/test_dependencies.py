"""What the site is built with: locked, named with a reason, and free to go with AGPL-3.0-or-later."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

LOCKED = Path("requirements.txt").read_text("utf-8")
NAMES = re.findall(r"^([\w.-]+)==", LOCKED, re.MULTILINE)
# Licences whose works may go into one under AGPL-3.0-or-later.
COMPATIBLE = re.compile(
    r"\b(MIT|MIT-0|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|AGPL|Affero|HPND|Zlib|Unlicense|"
    r"Public Domain|LGPL|CC0|0BSD|v2 or later)\b",
    re.IGNORECASE,
)
# Where the package does not say it: read in its repository.
SAID_ELSEWHERE = {"pagefind-bin": "MIT"}


def licence(name):
    """Return what a distribution says of its licence."""
    metadata = distribution(name).metadata
    classifiers = [one for one in metadata.get_all("Classifier", []) if one.startswith("License")]
    return " ".join(
        [metadata.get("License-Expression") or "", (metadata.get("License") or "")[:200], *classifiers]
    )


@pytest.mark.parametrize("name", NAMES)
def test_licence(name):
    """Every package of the build has a licence that may go with ours."""
    try:
        said = licence(name)
    except ModuleNotFoundError:
        pytest.skip("of another platform")
    assert COMPATIBLE.search(said + SAID_ELSEWHERE.get(name.lower().replace("_", "-"), "")), said


def test_locked_with_hashes():
    """Each requirement has a hash, and no registry is named."""
    for path in ("requirements.txt", "requirements-test.txt"):
        text = Path(path).read_text("utf-8")
        blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in block for block in blocks)
        assert "://" not in text


def test_every_dependency_has_its_reason():
    """What pyproject.toml names, it gives a reason for."""
    lines = re.findall(r'^  "[\w.\[\]-]+.*$', Path("pyproject.toml").read_text("utf-8"), re.MULTILINE)
    named = [line for line in lines if re.match(r'  "[\w.\[\]-]+[~>=]', line)]

    assert len(named) > 20
    assert [line for line in named if not re.search(r"# \S", line)] == []
