"""The builder that stands by: each build is a fork of one process."""

import os
import signal
import sys

import pytest

from plugins.workshop.build import Job
from plugins.workshop.staging import Place
from plugins.workshop.standby import Standby

# A build that says what its process has loaded, and does what its order's `changed` says; it shows what is looked at.
CODE = """
import os, sys
from pathlib import Path
from plugins.workshop import forks

builds = []

def run(order, tell):
    builds.append(order)
    print("build", len(builds), "of", os.getppid())
    tell()
    for what in order["changed"]:
        exec(what)
    Path(order["staging"]).mkdir()

    state = [1]

    def look(order, tell):
        for what in order["looked_at"]:
            exec(what, globals() | {"state": state, "tell": tell, "order": order})

    return look

forks.main(run)
"""


@pytest.fixture
def standby():
    """A builder of our own, ended at last."""
    builder = Standby({}, (sys.executable, "-c", CODE))
    yield builder
    builder.stop()


def build(standby, folder, changed=(), tell=lambda: None, looked_at=()):
    """Build into a new folder; return exit status and what was said."""
    job = Job(Place(folder / "site", folder / f"work-{len(list(folder.iterdir()))}"), [], {})
    job.place.work.mkdir()
    return standby.build(job, changed=changed, tell=tell, looked_at=looked_at)


def first_of(standby):
    """Return what a build says that is a fork of the process which stands by now."""
    return f"build 1 of {standby._process.pid}\n"


def test_builds_again_and_again(standby, tmp_path):
    """Builds are forks of one process, and leave nothing behind in it."""
    build(standby, tmp_path)
    process = standby._process.pid

    assert [build(standby, tmp_path) for _ in range(2)] == 2 * [(0, f"build 1 of {process}\n")]


def test_tells_of_first_pages(standby, tmp_path):
    """It tells when the first pages are shown, before it has ended."""
    told = []

    build(standby, tmp_path, tell=lambda: told.append("shown"))

    assert told == ["shown"]


def test_looks_before_it_builds(standby, tmp_path):
    """Pages are shown from what the last good build made, each time as it was made, before the next begins."""
    told = []

    def show(**options):
        return build(standby, tmp_path, tell=lambda: told.append(len(list(tmp_path.iterdir()))), **options)

    look = [f"state[0] += 1; open('{tmp_path}/look', 'a').write(f'{{state[0]}} '); tell()"]
    show(looked_at=look)
    assert not (tmp_path / "look").exists()

    for changed in ([], ["raise SystemExit(1)"], []):
        told.clear()
        show(looked_at=look, changed=changed)
        assert len(told) == 2
    assert (tmp_path / "look").read_text() == "2 2 2 "


def test_a_look_knows_what_no_build_has_shown(standby, tmp_path):
    """What changed before builds that failed has changed for the next look too."""
    look = [f"open('{tmp_path}/look', 'a').write(repr(order['changed']))"]
    build(standby, tmp_path, ["1"])
    build(standby, tmp_path, ["raise SystemExit(1)"], looked_at=look)
    build(standby, tmp_path, ["2"], looked_at=look)
    build(standby, tmp_path, ["3"], looked_at=look)

    assert (tmp_path / "look").read_text() == "['raise SystemExit(1)']['2', 'raise SystemExit(1)']['3']"


@pytest.mark.parametrize(
    "what", ["1 / 0", "os.kill(os.getpid(), 9)", "os.kill(os.getppid(), 9)", "sys.exit('no')"]
)
def test_survives_a_look_that_fails(standby, tmp_path, what):
    """What goes wrong in a look is not told, and changes nothing: the build shows the page."""
    build(standby, tmp_path)

    assert build(standby, tmp_path, looked_at=[what]) == (0, first_of(standby))
    assert build(standby, tmp_path, looked_at=[what]) == (0, first_of(standby))


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("raise SystemExit(1)", (1, "")),
        ("sys.exit('a.id.md:1: salah [x]')", (1, "a.id.md:1: salah [x]\n")),
        ("sys.stdout.flush(); os.kill(os.getpid(), 9)", (-9, "")),
    ],
)
def test_survives_a_build_that_fails(standby, tmp_path, what, told):
    """However a build ends, its status and words are told, and the next one is a fork of the same process."""
    build(standby, tmp_path)
    first, (status, words) = first_of(standby), told

    assert build(standby, tmp_path, [what]) == (status, first + words)
    assert build(standby, tmp_path) == (0, first)


def test_an_error_is_told_with_its_place(standby, tmp_path):
    """A mistake in our own code shows its traceback, as it does in a build."""
    status, said = build(standby, tmp_path, ["1 / 0"])

    assert (status, said.splitlines()[-1]) == (1, "ZeroDivisionError: division by zero")


def test_a_builder_that_dies_is_started_anew(standby, tmp_path):
    """Where the process itself ends, the build has failed, and the next starts another."""
    build(standby, tmp_path)
    before = first_of(standby)
    status, _ = build(standby, tmp_path, ["os.kill(os.getppid(), 9)"])

    assert status != 0
    assert build(standby, tmp_path) == (0, first_of(standby))
    assert first_of(standby) != before


def test_stops(standby, tmp_path):
    """Once stopped it is another process: code that changed is loaded anew."""
    build(standby, tmp_path)
    before = first_of(standby)
    standby.stop()

    build(standby, tmp_path)
    assert first_of(standby) != before


def test_one_that_died_meanwhile_is_started_anew(standby, tmp_path):
    """Who ends the idle process does not cost the next edit."""
    build(standby, tmp_path)
    os.kill(standby._process.pid, signal.SIGKILL)
    standby._process.wait()

    assert build(standby, tmp_path) == (0, first_of(standby))


def test_ends_where_nothing_can_be_written(tmp_path):
    """Where the process cannot go on it says so and leaves no process behind, rather than wait for ever."""
    scratch, sites = tmp_path / "scratch", tmp_path / "sites"
    scratch.mkdir()
    sites.mkdir()
    builder = Standby({"TMPDIR": str(scratch)}, (sys.executable, "-c", CODE))
    try:
        build(builder, sites)
        group = builder._process.pid
        scratch.rmdir()
        status, said = build(builder, sites)
    finally:
        builder.stop()

    assert status != 0
    assert "No usable temporary directory" in said or "FileNotFoundError" in said
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_an_interruption_leaves_no_answer_behind(standby, tmp_path):
    """After Ctrl+C during a build the next order gets its own answer."""

    def interrupt():
        raise KeyboardInterrupt

    build(standby, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        build(standby, tmp_path, tell=interrupt)

    assert build(standby, tmp_path) == (0, first_of(standby))
