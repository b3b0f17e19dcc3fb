"""One build of the site: Pelican in a fresh process, and its site put in place when nothing is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.workshop.staging import Place, hold, mend, swap
from plugins.workshop.summary import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    Run = Callable[["Job", int], tuple[int, str]]

# Pelican says this, with a traceback of its own, after each error that it has already told.
_STOPPED = "RuntimeError: Warning or error encountered\n"
_CHAINED = "\n\nDuring handling of the above exception, another exception occurred:\n"
_CHATTER = "Done: Processed "


class BuildFailed(Exception):
    """The site could not be built; its text is all that a writer or an engineer needs to know."""


@dataclass(frozen=True)
class Job:
    """What to build where: the command that fills `place.staging`, and what its environment adds."""

    place: Place
    command: Sequence[str]
    environment: Mapping[str, str]


def pelican_job(output: Path, work: Path, environment: Mapping[str, str]) -> Job:
    """Return the job that builds the site into `output` by way of `work`.

    Without `--fatal` Pelican leaves out what is broken and reports success; `-q` would undo `--fatal`.
    """
    place = Place(output, work)
    options = ["-s", "pelicanconf.py", "-o", str(place.staging), "--fatal", "errors"]
    command = [sys.executable, "-m", "pelican", "content", *options, "--log-handler", "plain"]
    # Wide enough that no message is wrapped. What builds work out stays in the folder of the place.
    return Job(place, command, {"COLUMNS": "1000", "JELAS_CACHE": str(work / "cache"), **environment})


def in_a_process(job: Job, lock: int) -> tuple[int, str]:
    """Run the job's command; return its exit status and what it said.

    The process inherits the lock: should this one be killed, no build starts beside it.
    """
    done = subprocess.run(
        job.command,
        env={**os.environ, **job.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=(lock,),
        check=False,
    )
    return done.returncode, done.stdout


def build(job: Job, run: Run = in_a_process) -> str:
    """Run the job, put the site in place and return what was said.

    Raises BuildFailed, and Busy where another build of the place runs; then, and on any interruption,
    the site's folder is as it was.
    """
    place = job.place
    with hold(place) as lock:
        mend(place)
        try:
            status, output = run(job, lock)
            said = without_chatter(output)
            if status:
                raise BuildFailed(said or f"The build stopped with exit status {status}.")
            if not (place.staging / "index.html").is_file():  # Pelican ends well when interrupted
                raise BuildFailed("The build made no site.")
            swap(place)
        finally:
            mend(place)
    return said


def build_and_tell(job: Job, languages: Iterable[str], run: Run = in_a_process) -> str:
    """Build the site, print what was said, what was built and in how long; return what was said."""
    started = time.monotonic()
    said = build(job, run)
    seconds = time.monotonic() - started
    if said:
        print(said)
    print(f"Built {measure(job.place.output, languages)}, in {seconds:.1f} s.", flush=True)
    return said


def without_chatter(output: str) -> str:
    """Return what Pelican said without its progress, and without the traceback of its own stop."""
    told, stopped, trace = output.partition(_STOPPED)
    if stopped:
        causes, _, _ = trace.rpartition(_CHAINED)
        told += causes
    lines = [line for line in told.splitlines() if not line.startswith(_CHATTER)]
    return "\n".join(lines).strip()
