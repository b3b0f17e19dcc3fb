"""A build puts a whole site in place or changes nothing."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from plugins.workshop.build import BuildFailed, Job, build, build_and_tell, pelican_job, without_chatter
from plugins.workshop.staging import Busy, Place

ROOT = Path(__file__).parents[2]
# Waits until the file `go` stands beside the site, so that a test can act during the build.
WAITING = """
    (staging / "index.html").write_text("half")
    (staging.parents[1] / "started").touch()
    while not (staging.parents[1] / "go").exists():
        time.sleep(0.01)
"""
CALLER = """
    import signal, sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    # A shell that starts us in the background has it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from plugins.workshop.build import Job, build
    from plugins.workshop.staging import Place

    build(Job(Place(Path({output!r}), Path({work!r})), {command!r}, {{}}))
"""


@pytest.fixture
def place(tmp_path):
    """A site of two files in its folder."""
    output = tmp_path / "output"
    (output / "theme").mkdir(parents=True)
    (output / "index.html").write_text("old")
    (output / "theme" / "x.woff2").write_bytes(b"\0old")
    yield Place(output, tmp_path / "work")
    # Whatever a test did, no builder goes on waiting.
    (tmp_path / "go").touch()


def job(place, steps):
    """Return a job whose builder makes the folder and takes `steps`."""
    start = "import os, sys, time\nfrom pathlib import Path\nstaging = Path(sys.argv[1])\nstaging.mkdir()\n"
    command = [sys.executable, "-c", start + textwrap.dedent(steps), str(place.staging)]
    return Job(place, command, {"SITEURL": "https://example.org/jelas"})


def snapshot(folder):
    """Return path → bytes of every file below a folder."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wait_for(path):
    """Wait until a file is there."""
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"{path} did not appear")


def start(place, steps):
    """Start a build in a process group of its own, and wait until it is at work."""
    names = {"root": str(ROOT), "output": str(place.output), "work": str(place.work)}
    code = textwrap.dedent(CALLER).format(**names, command=job(place, steps).command)
    process = subprocess.Popen(
        [sys.executable, "-c", code], start_new_session=True, stderr=subprocess.DEVNULL
    )
    wait_for(place.output.parent / "started")
    return process


def test_puts_the_new_site_in_place(place):
    """The new site replaces the old one whole, and its builder knows the site's address."""
    said = build(
        job(place, '(staging / "index.html").write_text(os.environ["SITEURL"]); print("Terima kasih")')
    )

    assert said == "Terima kasih"
    assert snapshot(place.output) == {Path("index.html"): b"https://example.org/jelas"}
    assert not place.staging.exists()


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        # Findings come through as they were said, wherever the builder said them.
        (
            'sys.exit("a.id.md:1: salah [x]\\n  fix: Ubah.\\n1 finding.")',
            "a.id.md:1: salah [x]\n  fix: Ubah.\n1 finding.",
        ),
        ('print("a.en.md:1: wrong [x]"); sys.exit(1)', "a.en.md:1: wrong [x]"),
        # A builder that dies without a word.
        ("sys.exit(3)", "The build stopped with exit status 3."),
        ("os.kill(os.getpid(), 9)", "The build stopped with exit status -9."),
        # A builder that succeeds at nothing.
        ("staging.rmdir()", "The build made no site."),
    ],
)
def test_failing_build_changes_nothing(place, steps, problem):
    """The old site stays as it was, byte for byte, and half of a new one is nowhere."""
    before = snapshot(place.output)

    with pytest.raises(BuildFailed) as failure:
        build(job(place, steps))

    assert str(failure.value) == problem
    assert snapshot(place.output) == before
    assert not place.staging.exists()


def test_mends_what_an_earlier_build_left(place):
    """A build that follows a killed one begins in an empty folder."""
    place.staging.mkdir(parents=True)
    (place.staging / "stale.html").touch()

    build(job(place, '(staging / "index.html").write_text("new")'))

    assert snapshot(place.output) == {Path("index.html"): b"new"}


def test_interruption_changes_nothing(place):
    """Ctrl+C during a build leaves the old site as it was."""
    before = snapshot(place.output)
    process = start(place, WAITING)

    os.killpg(process.pid, signal.SIGINT)

    assert process.wait(10) != 0
    assert snapshot(place.output) == before
    assert not place.staging.exists()


def test_killed_build_holds_the_place_while_its_builder_runs(place):
    """Where only the outer process is killed, no second build meets the builder that goes on."""
    process = start(place, WAITING)

    process.kill()
    process.wait(10)
    with pytest.raises(Busy):
        build(job(place, "pass"))
    (place.output.parent / "go").touch()

    assert (place.output / "index.html").read_text() == "old"


def test_tells_what_was_built(place, capsys):
    """What the builder said comes first, then the measures of the site."""
    build_and_tell(job(place, '(staging / "index.html").write_text("new"); print("Satu kata")'), ["id", "en"])

    said = capsys.readouterr().out
    assert said.startswith("Satu kata\nBuilt 1 page, 3 B, in ")


def test_pelican_stops_at_every_error():
    """`--fatal errors` is there, and `-q`, which would undo it, is not."""
    command = pelican_job(Path("output"), Path(".build"), {}).command

    assert command[1:] == [
        *("-m", "pelican", "content", "-s", "pelicanconf.py", "-o", ".build/next"),
        *("--fatal", "errors", "--log-handler", "plain"),
    ]


STOP = "RuntimeError: Warning or error encountered\nTraceback (most recent call last):\n  File …\n"
CAUSE = "Traceback (most recent call last):\n  File “plugins/x.py”\nNameError: name"
CHAIN = "\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback …\n"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        # Progress is left out, warnings are not.
        ("Done: Processed 4 articles in 0.01 seconds.\n", ""),
        ("Unknown file\nDone: Processed 4 articles in 0.01 seconds.\n", "Unknown file"),
        # Of Pelican's own stop only what led to it is told.
        (f"Cannot load plugin\n{STOP}RuntimeError: Warning or error encountered\n", "Cannot load plugin"),
        (
            f"Cannot load plugin\nRuntimeError: Warning or error encountered\n{CAUSE}{CHAIN}",
            f"Cannot load plugin\n{CAUSE}",
        ),
        # Any other exception is told whole.
        (f"NameError: name\n{CAUSE}\n", f"NameError: name\n{CAUSE}"),
    ],
)
def test_leaves_out_chatter(output, told):
    """A writer reads what is wrong, not how Pelican goes about it."""
    assert without_chatter(output) == told
