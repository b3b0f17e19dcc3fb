"""What is worked out ahead is what a memo would be given when it is asked."""

import os

import pytest

from plugins.documents.ahead import work_ahead
from plugins.documents.memo import Job, Memo, digest, load, save
from plugins.documents.pickles import Pickles

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

    found = [memo.of(job) for job in jobs(lambda number: pytest.fail(f"{number} is known"))]
    assert [number for number, _ in found] == list(range(COUNT))
    assert len({process for _, process in found}) == 2


def test_what_is_dear_is_shared_too():
    """Where every second job is dear, as a page is beside its summary, each process has some of them."""
    memo = memo_for_two({})

    work_ahead(memo, jobs(lambda _: os.getpid()))

    done = [memo.of(job) for job in jobs(str)]
    assert len(set(done[::2])) == len(set(done[1::2])) == 2


def test_what_is_known_is_not_worked_out():
    """Only what the memo lacks is worth a fork."""
    memo = memo_for_two({})
    for job in jobs(str):
        memo.of(job)

    work_ahead(memo, jobs(lambda number: f"{number} again"))

    assert [memo.of(job) for job in jobs(str)] == list(map(str, range(COUNT)))


def test_alone_nothing_is_ahead():
    """One process works when it is asked."""
    memo = Memo()

    work_ahead(memo, jobs(lambda number: pytest.fail(f"{number} was not asked for")))

    assert memo.of(Job("work", ("1",), lambda: "asked")) == "asked"


def test_a_failure_is_met_where_it_is_asked_for():
    """A job that fails fails as it would have alone; all others are known."""

    def make(number):
        return 1 // (number % 8)

    memo = memo_for_two({})
    work_ahead(memo, jobs(make))

    known = [job.key in memo for job in jobs(make)]
    assert known == [bool(number % 8) for number in range(COUNT)]
    with pytest.raises(ZeroDivisionError):
        memo.of(jobs(make)[0])


@pytest.mark.parametrize("refuse", ["tempfile.TemporaryFile", "os.fork"])
def test_without_room_the_build_works_alone(monkeypatch, refuse):
    """Where no file can be written, or no process started, results are what they are."""

    def no_room(*_, **__):
        raise OSError(28, "No space left on device")

    memo = memo_for_two({})
    monkeypatch.setattr(refuse, no_room)

    work_ahead(memo, jobs(str))

    assert [memo.of(job) for job in jobs(str)] == list(map(str, range(COUNT)))


def test_what_nobody_asked_for_is_forgotten(tmp_path):
    """What was worked out ahead in vain is not saved, whoever worked it out."""
    memo = memo_for_two(Pickles())
    work_ahead(memo, jobs(str))
    memo.of(jobs(str)[5])

    save(memo, tmp_path / "memo", NAME)

    saved = load(tmp_path / "memo", NAME)
    assert [number for number in range(COUNT) if digest("work", str(number)) in saved] == [5]
