"""Every task can be typed both ways, and the lock files hold what they should."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from invoke import Collection, Context

import tasks

ROOT = Path(__file__).parents[2]


def pins(name):
    """Return package → version of a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def test_every_task_is_a_make_target():
    """`make` knows each task of invoke, and no other."""
    names = Collection.from_module(tasks).task_names
    phony = re.search(r"^\.PHONY: help (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert set(phony[1].split()) == set(names)


def test_every_task_has_a_line_of_help():
    """`make` alone explains each task."""
    assert [task.name for task in Collection.from_module(tasks).tasks.values() if not task.__doc__] == []


def test_tests_run_what_builds():
    """Both lock files hold the same versions of what builds the site."""
    assert pins("requirements.txt").items() <= pins("requirements-test.txt").items()


def test_lock_files_name_no_registry():
    """Where packages come from is the machine's business."""
    for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
        assert not re.search(r"://|--index-url|--find-links", (ROOT / name).read_text("utf-8")), name


def test_nothing_to_compare_with(tmp_path, monkeypatch):
    """Without a built site, no link is told as new: there is nothing to compare with."""
    monkeypatch.setattr(tasks, "OUTPUT", tmp_path)

    with pytest.raises(SystemExit, match="is empty: make build first"):
        tasks.check(Context(), diff=True)


def test_a_comparison_needs_no_other_option(tmp_path, monkeypatch, capsys):
    """`--diff` alone compares."""
    (tmp_path / "index.html").touch()
    monkeypatch.setattr(tasks, "OUTPUT", tmp_path)

    tasks.check(Context(), diff=True)

    assert "Links that change: " in capsys.readouterr().out


def test_a_reader_may_stop():
    """A report of which nobody reads the rest ends without a word."""
    command = [sys.executable, "-m", "invoke", "check", "--rules"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as report:
        report.stdout.close()
        said = report.stderr.read()

    assert (report.returncode, said) == (0, "")


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (["--json"], 0, "[]\n"),
        (["--format", "githb"], 1, "There is no format “githb”. Use github.\n"),
        (["--stamp", "cstoo"], 1, "There is no page “cstoo”. Did you mean “csto”?\n"),
    ],
)
def test_what_check_answers(typed, status, said):
    """Nothing found is an empty list where JSON was asked for; what means nothing is refused."""
    command = [sys.executable, "-m", "invoke", "check", *typed]
    answer = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, check=False
    )

    assert (answer.returncode, answer.stdout) == (status, said)


@pytest.mark.parametrize("address", ["", "example.org/jelas", "https://"])
def test_an_address_that_is_none(address):
    """A site's address without scheme or host is refused before anything is done, in one line."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "build"],
        env={**os.environ, "SITEURL": address},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    told = f"SITEURL is “{address.rstrip('/')}”. Give the whole address, such as https://example.org/jelas.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)
