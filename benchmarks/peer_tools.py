"""Other builders: where they are, and how they are fetched. None is in a lock file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import CannotRun
from benchmarks.scratch import scratch_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PYTHON_PACKAGES = ("mkdocs-material", "mkdocs-ezglossary-plugin", "hugo")
NODE_PACKAGES = ("@11ty/eleventy",)


@contextmanager
def peer_tools(install: str | None) -> Iterator[Callable[[str], str]]:
    """Yield what finds a program, or raises CannotRun.

    `install`: None looks on PATH only, "" fetches into a folder that is removed, else it names the folder.
    """
    with scratch_folder() as temporary:
        folder = temporary if install == "" else Path(install).absolute() if install else None
        if folder:
            fetch(folder)

        def find(program: str) -> str:
            places = [str(folder / "bin"), str(folder / "node_modules" / ".bin")] if folder else []
            if path := shutil.which(program, path=os.pathsep.join([*places, os.environ.get("PATH", "")])):
                return path
            raise CannotRun(f"{program} is not installed; --install fetches it")

        yield find


def fetch(folder: Path) -> None:
    """Fetch all peers that can be fetched here into a folder, by the machine's own clients."""
    if not (folder / "bin").exists():
        _try(sys.executable, "-m", "venv", str(folder))
        _try(str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *PYTHON_PACKAGES)
    if not (folder / "node_modules").exists() and (npm := shutil.which("npm")):
        _try(npm, "install", "--silent", "--prefix", str(folder), *NODE_PACKAGES)


def _try(*command: str) -> None:
    """Run a command. Where it fails its program is missing, and the contender says so."""
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
