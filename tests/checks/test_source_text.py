"""Rules on headings, dates and numbers."""

import pytest

from plugins.checks.source_text import (
    dates_as_the_language_writes_them,
    headings_are_in_order,
    numbers_as_the_language_writes_them,
)
from tests.checks.corpus import document, told


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Satu?\n\n### Rinci\n\n## Dua?\n", []),
        ("# Satu\n", ["body:1: “#” is the page’s title [heading]\n  fix: Begin sections with ##."]),
        (
            "## Satu?\n\n#### Rinci\n",
            ["body:3: a heading of level 4 follows one of level 2 [heading]\n  fix: Write ###."],
        ),
        (
            "## Satu?\n\nIsi.\n\n## satu?\n",
            [
                f"body:5: the heading “satu?” stands on line {document('').body_line} too [heading]\n"
                "  fix: Say in each what only it tells."
            ],
        ),
    ],
)
def test_headings(body, expected):
    """Sections begin with ##, step by one, and differ."""
    assert told(headings_are_in_order, document(body)) == expected


@pytest.mark.parametrize(
    ("lang", "body", "expected"),
    [
        ("en", "On June 13, 2024, and 11–13 June 2024; in June 2024.", []),
        ("id", "Pada 13 Juni 2024, 11–13 Juni 2024, Juni 2024.", []),
        (
            "en",
            "Satu.\nOn 13 June 2024 it ended.",
            [
                "body:2: “13 June 2024” is not how this language writes a date [date-style]\n"
                "  fix: Write June 13, 2024."
            ],
        ),
        (
            "id",
            "Pada Juni 13, 2024 ia pergi.",
            [
                "body:1: “Juni 13, 2024” is not how this language writes a date [date-style]\n"
                "  fix: Write 13 Juni 2024."
            ],
        ),
        ("en", "He wrote “13 June 2024” and `13 June 2024`.", []),
    ],
)
def test_dates(lang, body, expected):
    """The day stands where the language puts it; quotations and code stay as they are."""
    assert told(dates_as_the_language_writes_them, document(body, lang=lang)) == expected


@pytest.mark.parametrize(
    ("lang", "body", "expected"),
    [
        ("id", "Naik 3,5 persen menjadi 1.960 pada pukul 14.30 menurut CC BY 4.0; pasal 1.2.3.", []),
        ("id", "Versi 2.0 keluar. Pasal 4.2 dan 4.3 berlaku. Ada pukul 14.30–16.00.", []),
        ("id", "Pukul 8 dan 9.15 dan 10.30; 14.30 WIT, 14.30 GMT.", []),
        ("en", "It rose 3.5 per cent to 1,960; articles 1,2,3.", []),
        (
            "id",
            "Naik 3.5 persen.",
            [
                "body:1: “3.5” has the decimal sign of another language [number-style]\n"
                "  fix: Write 3,5; it may stay after one of these words: "
                "ayat, bab, bagian, butir, lampiran, pasal, pukul, versi."
            ],
        ),
        # A language without a list of words.
        (
            "de",
            "Es stieg um 3.5 Prozent; 14.30 UTC; CC BY 4.0.",
            ["body:1: “3.5” has the decimal sign of another language [number-style]\n  fix: Write 3,5."],
        ),
        (
            "en",
            "It rose 3,5 per cent.",
            [
                "body:1: “3,5” has the decimal sign of another language [number-style]\n"
                "  fix: Write 3.5; it may stay after one of these words: annex, article, chapter, section, version."
            ],
        ),
    ],
)
def test_numbers(lang, body, expected):
    """A decimal has the sign of its language; thousands, times, versions and lists are none."""
    assert told(numbers_as_the_language_writes_them, document(body, lang=lang)) == expected
