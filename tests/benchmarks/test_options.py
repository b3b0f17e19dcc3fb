"""What can be typed after `invoke bench`."""

import subprocess
import sys

import pytest
from invoke import Context

import tasks
from benchmarks.options import HELP, read_options


def test_defaults_and_what_is_typed():
    """A number, a word that may stand alone, and a switch; `--json` goes with all."""
    options = read_options(["--pages", "7", "--install"], pages=50, rounds=3, install=None, growth=False)

    assert vars(options) == {"json": False, "pages": 7, "rounds": 3, "install": "", "growth": False}


def test_unknown_to_it(capsys):
    """What means nothing to a measurement is refused."""
    with pytest.raises(SystemExit):
        read_options(["--edits", "7"], pages=50)

    assert "unrecognized arguments: --edits 7" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "arguments"),
    [
        ({}, []),
        ({"pages": "0", "rounds": "2", "json": True}, ["--pages", "0", "--rounds", "2", "--json"]),
        ({"install": True}, ["--install"]),
        ({"install": "peers", "growth": True}, ["--growth", "--install", "peers"]),
    ],
)
def test_the_task_hands_them_on(monkeypatch, typed, arguments):
    """`invoke bench WHAT` runs benchmarks.WHAT with the options typed."""
    ran = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: ran.append(command) or subprocess.CompletedProcess(command, 0)
    )

    tasks.bench(Context(), "build", **typed)

    assert ran == [[sys.executable, "-m", "benchmarks.build", *arguments]]


def test_no_such_measurement():
    """A name that means nothing is answered with those that do."""
    with pytest.raises(SystemExit, match=r"There is no measurement “speed”. Use one of: build, linker, edit"):
        tasks.bench(Context(), "speed")


def test_the_task_knows_every_option():
    """Each option of a measurement can be typed at the task, and is explained there."""
    assert set(HELP) | {"json", "what"} == set(tasks.bench.help)


def test_growth_takes_two_sizes():
    """One size tells nothing of growth: it is refused before anything is measured."""
    command = [sys.executable, "-m", "benchmarks.build", "--growth", "--pages", "99"]

    answer = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stderr) == (
        1,
        "Growth is told from two sizes. Write --pages 100 or more.\n",
    )
