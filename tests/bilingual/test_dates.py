"""Dates in words, in each language."""

from datetime import date, datetime

import pytest

from plugins.bilingual.dates import machine, spoken


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (date(2024, 6, 13), "13 Juni 2024", "June 13, 2024"),
        (datetime(2024, 6, 13, 5, 0), "13 Juni 2024", "June 13, 2024"),
        ("2024-06-13", "13 Juni 2024", "June 13, 2024"),
        ("2024-06", "Juni 2024", "June 2024"),
        ("1992", "1992", "1992"),
        (
            "2020-09-27/2020-11-10",
            "27 September 2020–10 November 2020",
            "September 27, 2020–November 10, 2020",
        ),
        ("1991-12-26/..", "26 Desember 1991–", "December 26, 1991–"),
    ],
)
def test_spoken(value, indonesian, english):
    """Days, months, years and intervals read as a newspaper writes them."""
    assert spoken("id", value) == indonesian
    assert spoken("en", value) == english


def test_machine():
    """`<time datetime>` takes the day alone, or the first of an interval."""
    assert machine(datetime(2024, 6, 13, 5, 0)) == machine(date(2024, 6, 13)) == "2024-06-13"
    assert machine("2020-09-27/2020-11-10") == "2020-09-27"
