"""What is worked out ahead is what a memo would be given when it is asked."""

import os

import pytest

from plugins.documents.ahead import Job, work_ahead
from plugins.documents.memo import Memo, Pickles, load, save

COUNT = 64
NAME = b"n" * 16


def jobs(make):
    """Return so many jobs, whose results are what `make` gives for their numbers."""
    return [Job("work", (str(number),), lambda number=number: make(number)) for number in range(COUNT)]


def memo_for_two(results):
    """Return a memo for which two processes may work."""
    memo = Memo(results)
    memo.processes = 2
    return memo


@pytest.mark.parametrize("results", [dict, Pickles])
def test_the_memo_knows(results):
    """Two processes work; when results are asked for, none is worked out again."""
    memo = memo_for_two(results())

    work_ahead(memo, jobs(lambda number: (number, os.getpid())))

    found = [memo.of(*job) for job in jobs(lambda number: pytest.fail(f"{number} is known"))]
    assert [number for number, _ in found] == list(range(COUNT))
    assert len({process for _, process in found}) == 2


def test_what_is_known_is_not_worked_out():
    """Only what the memo lacks is worth a fork."""
    memo = memo_for_two({})
    for job in jobs(str):
        memo.of(*job)

    work_ahead(memo, jobs(lambda number: f"{number} again"))

    assert [memo.of(*job) for job in jobs(str)] == list(map(str, range(COUNT)))


def test_alone_nothing_is_ahead():
    """One process works when it is asked."""
    memo = Memo()

    work_ahead(memo, jobs(lambda number: pytest.fail(f"{number} was not asked for")))

    assert memo.of("work", ("1",), lambda: "asked") == "asked"


def test_a_failure_is_met_where_it_is_asked_for():
    """A job that fails fails as it would have alone; all others are known."""

    def make(number):
        return 1 // (number % 8)

    memo = memo_for_two({})
    work_ahead(memo, jobs(make))

    for number, job in enumerate(jobs(make)):
        if number % 8:
            assert memo.of(*job) == 1 // (number % 8)
        else:
            with pytest.raises(ZeroDivisionError):
                memo.of(*job)


def test_what_nobody_asked_for_is_forgotten(tmp_path):
    """What was worked out ahead in vain is not saved."""
    memo = memo_for_two(Pickles())
    work_ahead(memo, jobs(str))
    memo.of("work", ("5",), lambda: "known")

    save(memo, tmp_path / "memo", NAME)

    assert list(load(tmp_path / "memo", NAME).known) == list(memo.used)
