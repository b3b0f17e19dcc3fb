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
            ["the numbers differ: 12 in the original, 13 here"],
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


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("Ada 3,5 persen.", "There were 3.5 per cent.", []),
        ("Ada 3,5 persen.", "There were 35 per cent.", ["the numbers differ: 3,5 in the original, 35 here"]),
        ("Suhu -5.", "It was 5.", ["the numbers differ: -5 in the original, 5 here"]),
        ("Ada 2 dan 2.", "There were 2.", ["the numbers differ: 2 in the original, none here"]),
        (
            "Luasnya 29.743 km².",
            "It has 29.743 km².",
            ["the numbers differ: 29.743 in the original, where the decimal sign is another, 29.743 here"],
        ),
        ("Pukul 14.30 ada 500 ribu.", "At 2:30 p.m. there were 500,000.", []),
        # A word of size may be said once for two numbers.
        ("Ada 110 dari 250 juta, 3–5 juta.", "110 million of 250 million, 3 million to 5 million.", []),
        (
            "Ada 110 orang.",
            "There were 110 million people.",
            ["the numbers differ: 110 in the original, 110 million here"],
        ),
    ],
)
def test_numbers(original, translation, expected):
    """Numbers are compared by what they come to, and told as they are written."""
    pair = corpus(document(original + " [@a]"), document(translation + " [@a]", lang="en"))

    assert [one.problem for one in check_corpus(pair) if one.rule == "parity"] == expected


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("[@a, hlm. 4–6]", "[@a, pp. 4–6]", []),
        ("[@a, Pembukaan]", "[@a, Preamble]", []),
        ("[@a, hlm. 4; @a, hlm. 5]", "[@a, p. 5; @a, p. 4]", []),
        ("[@a, hlm. 4]", "[@a, p. 5]", ["the original cites other places of its sources here: a"]),
        ("[@a, hlm. 4]", "[@a]", ["the original cites other places of its sources here: a"]),
    ],
)
def test_places_in_sources(original, translation, expected):
    """The place in a source is written in the language of the page; its numbers are the same."""
    pair = corpus(document(f"Satu. {original}"), document(f"One. {translation}", lang="en"))

    assert [one.problem for one in check_corpus(pair) if one.rule == "parity"] == expected


@pytest.mark.parametrize(
    ("original", "translation", "what", "expected"),
    [
        # One block of numbers; the others are compared.
        (
            "Ada 9. [@a]\n\nAda 2. [@a]",
            "Nine. [@a]\n\nTwo. [@a]",
            "Nine",
            ["the numbers differ: 2 in the original, none here"],
        ),
        ("Ada 9. [@a]\n\nAda 2. [@a]", "Nine. [@a]\n\nIt is 2. [@a]", "Ada 9", []),
        # A block that the other version has not.
        ("- Satu. [@a]", "More words. [@a]\n\n- One. [@a]", "More words", []),
        (
            "Lebih. [@a]\n\n- 1 dan 2. [@a]",
            "- Only 1. [@a]",
            "Lebih",
            ["the numbers differ: 2 in the original, none here"],
        ),
        # What is no block and no name, or more than one.
        ("Satu. [@a]", "One. [@a]", "entity:armenia", ["there is no glossary entry “armenia”"]),
        ("Satu. [@a]", "One. [@a]", "idiom", ["“idiom” stands in no block of this page or its original"]),
        (
            "Ini 1. [@a]\n\nIni 2. [@a]",
            "One. [@a]\n\nOne more. [@a]",
            "One",
            ["“One” stands in 2 blocks, and excuses one"],
        ),
    ],
)
def test_explained_differences(original, translation, what, expected):
    """What is explained under `differs` excuses the block that it quotes, and no other."""
    extra = f"differs:\n  - {{what: {what}, why: the reader knows}}\n"
    pair = corpus(document(original), document(translation, lang="en", extra=extra))

    assert [one.problem for one in check_corpus(pair) if one.rule in ("parity", "differs")] == expected
