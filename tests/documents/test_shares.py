"""Forks do shares of the work; what they do not do is done by the caller."""

import multiprocessing
import os
import signal
import sys
import time
from contextlib import closing

import pytest

from plugins.documents.shares import FEWEST, left

PROCESSES = 3
ITEMS = list(range(PROCESSES * FEWEST))


def ignored(_):
    """Do nothing with what a fork made."""


def test_each_item_is_done_once():
    """The caller has a share of its own; what the others made is there when it is through."""
    taken = []

    def work(share, file):
        file.write(" ".join(f"{item}" for item in [os.getpid(), *share]).encode())

    def take(file):
        file.seek(0)
        taken.append([int(number) for number in file.read().split()])

    own = list(left(ITEMS, work, PROCESSES, take))

    assert sorted([*own, *(item for _, *share in taken for item in share)]) == ITEMS
    assert len(own) == FEWEST
    assert len({os.getpid(), *(process for process, *_ in taken)}) == PROCESSES


@pytest.mark.parametrize(("items", "processes"), [(ITEMS, 1), (ITEMS[: FEWEST * 2 - 1], PROCESSES), ([], 2)])
def test_little_is_left_to_the_caller(items, processes, tmp_path):
    """With one process, or with fewer items than a fork is worth, all are the caller's, in their order."""

    def work(_, __):
        (tmp_path / "forked").touch()

    assert list(left(items, work, processes, ignored)) == items
    assert not list(tmp_path.iterdir())


def fail():
    """Fail as code does, after it has said something."""
    os.write(1, b"half a message")
    raise ZeroDivisionError


@pytest.mark.parametrize(
    "end", [fail, lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: sys.exit(0)]
)
def test_what_a_fork_could_not_do_is_left(end, capfd):
    """The share of a fork that failed or was killed is the caller's, and nobody hears of it."""
    taken = []

    done = list(left(ITEMS, lambda _, __: end(), PROCESSES, taken.append))

    assert (sorted(done), taken) == (ITEMS, [])
    assert capfd.readouterr() == ("", "")


def test_a_share_without_a_process_is_left(monkeypatch):
    """Where no more processes can be started, the caller does it all."""

    def no_more():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_more)

    assert sorted(left(ITEMS, lambda _, __: None, PROCESSES, ignored)) == ITEMS


def test_a_failure_is_met_soon():
    """The share of a fork that fails comes before the caller is through with its own."""
    done = []
    for item in left(ITEMS, lambda _, __: fail(), PROCESSES, ignored):
        if not done:
            time.sleep(1)  # time for the forks to fail
        done.append(item)

    assert done.index(1) < FEWEST


def test_what_a_fork_says_is_said_once(capfd):
    """A message of a fork that did its share is passed on, whole."""

    def work(_, __):
        os.write(2, "Peringatan: “café”\n".encode())

    list(left(ITEMS, work, PROCESSES, ignored))

    assert capfd.readouterr() == ("", "Peringatan: “café”\n" * (PROCESSES - 1))


def test_who_stops_early_leaves_no_fork():
    """A caller that fails in its own share ends the forks."""
    with closing(left(ITEMS, lambda _, __: signal.pause(), PROCESSES, ignored)) as items:
        next(items)
        assert len(multiprocessing.active_children()) == PROCESSES - 1

    assert multiprocessing.active_children() == []


def test_forks_end_with_their_build(tmp_path):
    """A fork whose build was killed does no further item."""

    def work(share, _):
        for item in share:
            (tmp_path / f"{item}").touch()
            time.sleep(0.05)

    def build():
        for _ in left(ITEMS, work, PROCESSES, ignored):
            os.kill(os.getpid(), signal.SIGKILL)

    process = multiprocessing.get_context("fork").Process(target=build)
    process.start()
    process.join()
    time.sleep(0.3)
    done = len(list(tmp_path.iterdir()))
    time.sleep(0.3)

    assert done == len(list(tmp_path.iterdir())) < FEWEST * (PROCESSES - 1)
