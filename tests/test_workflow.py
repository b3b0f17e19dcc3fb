"""The workflow that publishes: pinned actions, least rights, steps that anyone can run."""

import re
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
    target = re.fullmatch(r"make (\w+)", step["run"])

    assert target
    assert re.search(rf"^(?:[\w ]* )?{target[1]}(?: [\w ]*)?:", MAKEFILE, re.MULTILINE)


def test_rights():
    """Nothing is granted but what a job needs, and a pull request never publishes."""
    assert WORKFLOW["permissions"] == {}
    assert JOBS["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert JOBS["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request' && github.ref == 'refs/heads/main'" in JOBS["deploy"]["if"]
    assert "pull_request_target" not in PATH.read_text("utf-8")
