"""The workflow that publishes: pinned actions, least rights, steps that anyone can run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PATH = Path(".github/workflows/pages.yml")
WORKFLOW = yaml.safe_load(PATH.read_text("utf-8"))
JOBS = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
MAKEFILE = Path("Makefile").read_text("utf-8")


@pytest.mark.parametrize("step", [step for step in STEPS if "uses" in step], ids=lambda step: step["uses"])
def test_actions_are_pinned(step):
    """An action is named by its commit, and the release stands beside it."""
    assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])
    assert re.search(re.escape(step["uses"]) + r" # v\d+\.\d+\.\d+$", PATH.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("step", [step for step in STEPS if "run" in step], ids=lambda step: step["run"])
def test_commands_are_ours(step):
    """A command is a make target, and no expression is pasted into it."""
    target = re.fullmatch(r"make (\w+)(?: ARGS=\"[\w -]+\")?", step["run"])

    assert target
    assert re.search(rf"^(?:[\w ]* )?{target[1]}(?: [\w ]*)?:", MAKEFILE, re.MULTILINE)


def test_rights():
    """Nothing is granted but what a job needs, and a pull request never publishes."""
    assert WORKFLOW["permissions"] == {}
    assert JOBS["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert JOBS["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request' && github.ref == 'refs/heads/main'" in JOBS["deploy"]["if"]
    assert "pull_request_target" not in PATH.read_text("utf-8")


def test_nothing_weak_in_the_workflows():
    """zizmor finds nothing to report."""
    done = subprocess.run(
        [Path(sys.executable).with_name("zizmor"), "--offline", "--quiet", ".github"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_commands_run_in_a_clean_clone(tmp_path):
    """Its commands, one after another, work as they stand in a fresh clone, with what GitHub gives them.

    Of `make test` the set-up is run: the tests themselves are what runs here.
    """
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ".", str(clone)], check=True)
    given = {
        "CI": "true",
        "HOME": os.environ["HOME"],
        "PATH": os.environ["PATH"],
        "GITHUB_ACTIONS": "true",
        "SITEURL": "https://owner.github.io/repository",
        "REPOSITORY_URL": "https://github.com/owner/repository",
    } | {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_"))}

    def run(command):
        return subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=clone,
            env=given,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    check, test, build = (step["run"] for step in STEPS if "run" in step)

    done = run(check)
    assert done.stdout.endswith("No findings.\n"), done.stdout + done.stderr
    done = run(f"{test} ARGS='-k test_wants_nothing'")
    assert "deselected" in done.stdout, done.stdout + done.stderr
    done = run(build)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (clone / "output" / "id" / "index.html").read_text("utf-8")
    assert 'href="https://owner.github.io/repository/en/"' in page
