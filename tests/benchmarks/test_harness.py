"""The arithmetic of the measurements. Nothing here measures."""

import json

import pytest

from benchmarks.growth import exponent
from benchmarks.harness import CannotRun, Result, Value, measure
from benchmarks.reports import Figure, Table, quotient, report


def told(*numbers):
    """Return a contender that measures these numbers, one after another."""
    left = iter(numbers)
    return lambda: {"s": next(left), "MB": 2.0}


def missing():
    """Be a contender that is not here."""
    raise CannotRun("hugo is not installed")


def test_medians_spreads_and_ratios():
    """The median of the rounds, half of largest minus smallest, and the ratio to the first."""
    results = measure({"plain": told(9, 2, 4, 3), "ours": told(9, 6, 6, 7)}, rounds=3)

    assert results == [
        Result("plain", {"s": Value(3, 1), "MB": Value(2, 0)}, 1),
        Result("ours", {"s": Value(6, 0.5), "MB": Value(2, 0)}, 2),
    ]


def test_in_turns_after_a_warm_up():
    """Each contender runs once a round, and once before."""
    ran = []

    def contender(name):
        return lambda: ran.append(name) or {"s": 1}

    measure({"a": contender("a"), "b": contender("b")}, rounds=2)

    assert "".join(ran) == "ababab"


def test_skips_by_name():
    """One that cannot run says why, and the others have no ratio to it."""
    results = measure({"hugo": missing, "ours": told(1, 1)}, rounds=1)

    assert results == [
        Result("hugo", skipped="hugo is not installed"),
        Result("ours", {"s": Value(1, 0), "MB": Value(2, 0)}),
    ]


@pytest.mark.parametrize(("power", "points"), [(1, [10, 20, 40]), (2, [100, 400, 1600]), (0, [5, 5, 5])])
def test_exponent(power, points):
    """The slope of time over size where both are logarithms."""
    assert exponent(list(zip([1, 2, 4], points, strict=True))) == pytest.approx(power)


def test_a_table_for_reading():
    """Columns with units, spreads, ratios, and what was left out; then figures beside their goals."""
    results = measure({"plain": told(1, 0.5), "ours": told(1, 123.4), "hugo": missing}, rounds=1)
    figures = [Figure("linking ÷ plain", 0.123, 0.15), *quotient("none", None, 1.0)]

    assert report([Table("Build", results)], figures, as_json=False) == (
        "Build\n"
        "                s          MB  ÷ first\n"
        "plain  0.50 ±0.00  2.00 ±0.00     1.00\n"
        "ours    123 ±0.00  2.00 ±0.00   246.80\n"
        "hugo: skipped, hugo is not installed\n"
        "\n"
        "linking ÷ plain: 0.12 (goal: at most 0.15)"
    )


def test_a_table_of_nobody():
    """Where nothing ran, only that is told."""
    assert str(Table("Lighthouse", [Result("Lighthouse", skipped="no Node")])) == (
        "Lighthouse\nLighthouse: skipped, no Node"
    )


def test_json_for_programs():
    """The same with all digits."""
    found = json.loads(report([Table("Build", [Result("hugo", skipped="no")])], [Figure("n", 1.5)], True))

    assert found == {
        "tables": [
            {"title": "Build", "results": [{"name": "hugo", "values": {}, "ratio": None, "skipped": "no"}]}
        ],
        "figures": [{"name": "n", "value": 1.5, "goal": None}],
    }
