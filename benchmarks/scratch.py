"""A scratch site: the repository's code around other content, and commands that are timed in it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.made_site import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.harness import Sample

SHARED = ("plugins", "benchmarks", "pelicanconf.py", "tasks.py")
# Creating files on a disk is most of the noise.
IN_MEMORY = Path("/dev/shm")
COLUMNS = ("s", "CPU s", "peak MB")


@dataclass(frozen=True)
class Scratch:
    """A folder in which the site's own commands work; what happens in it touches nothing else."""

    root: Path

    @property
    def content(self) -> Path:
        """Return the folder of the content."""
        return self.root / "content"

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Sample:
        """Run a command in the folder; return its seconds and the memory of its largest process."""
        return timed(command, self.root, {"PYTHONPATH": ".", **(environment or {})})


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make an empty folder, in memory where there is such a place, and remove it afterwards."""
    where = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="jelas-bench-", dir=where, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def scratch_site(pages: int, entries: int) -> Iterator[Scratch]:
    """Make a scratch site with made-up content; with 0 pages its content is a copy of the real one."""
    with scratch_folder() as root:
        for name in SHARED:
            (root / name).symlink_to(REPOSITORY / name)
        # A copy, since templates are edited.
        shutil.copytree(REPOSITORY / "theme", root / "theme")
        if pages:
            # In another process: this one stays small, for reasons told in `timed`.
            made = ["benchmarks.made_site", str(root / "content"), str(pages), str(entries)]
            subprocess.run([sys.executable, "-m", *made], cwd=REPOSITORY, check=True)
        else:
            shutil.copytree(REPOSITORY / "content", root / "content")
        yield Scratch(root)


def timed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Sample:
    """Run a command; return its seconds and the memory of its largest process. Raises where it fails.

    CPU seconds are of all its processes, and steadier than wall seconds on a shared machine.
    The system counts a new process as large as the one that started it.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip()[-2000:]
            raise RuntimeError(f"Cannot measure {' '.join(command)}: it failed.\n{words}")
    return dict(
        zip(COLUMNS, (seconds, usage.ru_utime + usage.ru_stime, megabytes(usage.ru_maxrss)), strict=True)
    )


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def megabytes(maximum_resident: int) -> float:
    """Return MB (10⁶ bytes) of what the system counts in kB, or on macOS in bytes."""
    return maximum_resident / 1e6 if sys.platform == "darwin" else maximum_resident * 1024 / 1e6
