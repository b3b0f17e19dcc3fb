"""Forks do shares of the work; what they do not do is done by the caller."""

import multiprocessing
import os
import signal

import pytest

from plugins.documents.shares import FEWEST, left

PROCESSES = 3
ITEMS = list(range(PROCESSES * FEWEST))


def test_each_item_is_done_once(tmp_path):
    """The caller has a share of its own; the others are done when it is through."""

    def work(share):
        for item in share:
            (tmp_path / str(item)).write_text(str(os.getpid()))

    own = list(left(ITEMS, work, PROCESSES))

    done = {int(path.name): path.read_text() for path in tmp_path.iterdir()}
    assert sorted([*own, *done]) == ITEMS
    assert len(own) == FEWEST
    assert len({*done.values(), str(os.getpid())}) == PROCESSES


@pytest.mark.parametrize(("items", "processes"), [(ITEMS, 1), (ITEMS[: FEWEST * 2 - 1], PROCESSES), ([], 2)])
def test_little_is_left_to_the_caller(items, processes, tmp_path):
    """With one process, or with fewer items than a fork is worth, all are the caller's, in their order."""

    def work(_):
        (tmp_path / "forked").touch()

    assert list(left(items, work, processes)) == items
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "fail", [lambda: 1 // 0, lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)]
)
def test_what_a_fork_could_not_do_is_left(fail, capfd):
    """The share of a fork that failed or was killed comes last, and nobody hears of it."""
    done = list(left(ITEMS, lambda _: fail(), PROCESSES))

    assert sorted(done) == ITEMS
    assert done[:FEWEST] == ITEMS[::PROCESSES]
    assert capfd.readouterr() == ("", "")


def test_what_a_fork_says_is_said_once(capfd):
    """A message of a fork that did its share is passed on, whole."""

    def work(_):
        os.write(2, "Peringatan: “café”\n".encode())

    list(left(ITEMS, work, PROCESSES))

    assert capfd.readouterr() == ("", "Peringatan: “café”\n" * (PROCESSES - 1))


def test_who_stops_early_leaves_no_fork():
    """A caller that fails in its own share ends the forks."""

    def work(_):
        signal.pause()

    items = left(ITEMS, work, PROCESSES)
    next(items)
    assert len(multiprocessing.active_children()) == PROCESSES - 1
    items.close()

    assert multiprocessing.active_children() == []
