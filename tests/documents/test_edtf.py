"""Dates known to the day, month or year."""

import pytest

from plugins.documents.edtf import Edtf, parse, parse_interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2024-06-13", Edtf(2024, 6, 13)), ("2024-06", Edtf(2024, 6)), ("1992", Edtf(1992))],
)
def test_points(text, expected):
    """A point keeps what is known, and writes itself as it was written."""
    assert parse(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize("text", ["13-06-2024", "2024-13", "2023-02-29", "2024-06-31", "June 2024", ""])
def test_what_is_no_date(text):
    """Other forms and days that no calendar has are refused."""
    with pytest.raises(ValueError, match="is not"):
        parse(text)


def test_intervals():
    """An interval has two ends, of which the last may be open."""
    assert parse_interval("2020-09-27/2020-11-10") == (Edtf(2020, 9, 27), Edtf(2020, 11, 10))
    assert parse_interval("1991-12-26/..") == (Edtf(1991, 12, 26), None)
    assert parse_interval("2002") == (Edtf(2002), Edtf(2002))
    assert parse_interval("2020-09/2020") == (Edtf(2020, 9), Edtf(2020))
    assert parse_interval("2020/2020-03") == (Edtf(2020), Edtf(2020, 3))


@pytest.mark.parametrize("text", ["2024/2020", "2020-11-10/2020-09-27", "2020-09/2019", "2020/2019-12"])
def test_what_ends_before_it_begins(text):
    """An interval whose ends stand the wrong way round is none."""
    with pytest.raises(ValueError, match=f"“{text}” ends before it begins"):
        parse_interval(text)
