"""What a number comes to, in the writing of its language."""

import pytest

from plugins.checks.written_numbers import numbers_in


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # Signs for decimals and thousands are the language's.
        ("id", "3,5 persen; 29.743 km²; 12.345.678,9", ["3.5", "29743", "12345678.9"]),
        ("en", "3.5 per cent; 29.743; 12,345,678.9", ["3.5", "29.743", "12345678.9"]),
        ("fr", "1 960,5 et 1\u202f960", ["1960.5", "1960"]),
        ("xx", "1,960.5", ["1960.5"]),
        # A minus is no hyphen.
        ("id", "-5, minus 5; ke-20, 2020-2021, COVID-19", ["-5", "-5", "20", "2020", "2021", "19"]),
        # Thousands and millions in words.
        ("id", "500 ribu; 1,5 miliar; 3–5 juta; 2 jutaan", ["500000", "1500000000", "3", "5000000", "2"]),
        ("en", "500,000; 1.5 billion; 3 to 5 million", ["500000", "1500000000", "3", "5000000"]),
        # Times of day.
        ("id", "pukul 14.30–16.00; pukul 8 dan 9.15; 14.30 WIB", ["14:30", "16:00", "8:00", "9:15", "14:30"]),
        ("en", "2:30–4 p.m.; 8 a.m. and 9:15; 14:30", ["14:30", "16:00", "8:00", "9:15", "14:30"]),
        ("id", "pukul 8 dan 5 orang", ["8:00", "5"]),
        # Articles and versions have parts; what is none of these stays as it is written.
        ("id", "Pasal 4.2, versi 1.2.3", ["4.2", "1.2.3"]),
        ("en", "Article 4.2, version 1.2.3; 1,2,3", ["4.2", "1.2.3", "1,2,3"]),
    ],
)
def test_values(lang, text, expected):
    """Each number has one value, however its language writes it."""
    assert [one.value for one in numbers_in(text, lang)] == expected


def test_as_written():
    """What stands in the text is kept, with its minus and its word."""
    assert [one.written for one in numbers_in("Dari -5 ke 1,5 juta", "id")] == ["-5", "1,5 juta"]
