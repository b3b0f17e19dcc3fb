"""A translation says the same as its original."""

import pytest

from plugins.checks.gate import check_corpus
from tests.checks.corpus import corpus, document

ORIGINAL = "Pada 12 Juni 2024 ada 1.960 orang, 53,9 persen. [@a]\n\n## Mengapa?\n\n- Satu. [@a]\n"


def found(translation, extra=""):
    """Return the problems of a pair whose translation has this body."""
    pair = corpus(document(ORIGINAL), document(translation, lang="en", extra=extra))
    return [one.problem for one in check_corpus(pair) if one.rule == "parity"]


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("On June 12, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n## Why?\n\n- One. [@a]\n", []),
        (
            "On June 13, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n## Why?\n\n- One. [@a]\n",
            ["the numbers differ from the original's: 12, 13"],
        ),
        (
            "On June 12, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n## Why?\n\n- One. [@b]\n",
            ["the original cites other sources here: a, b"],
        ),
        (
            "On June 12, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n- One. [@a]\n",
            ["the kind of this block is item, in the original it is heading"],
        ),
        (
            "On June 12, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n## Why?\n",
            ["the original's item on line 16 is missing here"],
        ),
        (
            "On June 12, 2024, there were 1,960 people, 53.9 percent. [@a]\n\n## Why?\n\n- One. [@a]\n\nMore. [@a]\n",
            ["this block has no counterpart in the original"],
        ),
    ],
)
def test_parity(translation, expected):
    """Each difference is told once, at the block where it stands."""
    assert found(translation) == expected


def test_explained_differences():
    """What is explained under `differs` is not a finding."""
    extra = "differs:\n  - {what: shorter, why: the reader knows}\n"

    assert found("Shorter. [@a]\n", extra) == []
