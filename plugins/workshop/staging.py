"""Where a site is built, so that readers of its folder see the old site or the new one, never a half.

A build fills a folder of its own on the same file system; two renames then put it in place. What an
interruption leaves behind is mended when the next build starts.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# How often a folder that is not empty yet is removed again.
PATIENCE = 40


class Busy(Exception):
    """Another build is at work on the same place."""


@dataclass(frozen=True)
class Place:
    """A site's folder, and the folder beside it in which the next one is built."""

    output: Path
    work: Path

    @property
    def staging(self) -> Path:
        """Return the folder that a build fills."""
        return self.work / "next"

    @property
    def previous(self) -> Path:
        """Return the folder that holds the old site during the swap."""
        return self.work / "previous"


@contextmanager
def hold(place: Place) -> Iterator[int]:
    """Keep other builds away from `place`; raise Busy where one is at work.

    Yields the lock's file descriptor. A process that inherits it holds the lock too.
    """
    place.work.mkdir(parents=True, exist_ok=True)
    lock = os.open(place.work / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(lock, place)
        yield lock
    finally:
        os.close(lock)


def mend(place: Place) -> None:
    """Undo what an interrupted build or swap left behind: the last good site is back in its folder."""
    if place.previous.exists() and not place.output.exists():
        place.previous.rename(place.output)
    for leftover in (place.staging, place.previous):
        if leftover.exists():
            _remove(leftover)


def swap(place: Place) -> None:
    """Put the finished site in its folder. Whatever interrupts, that holds the old site or the new."""
    try:
        if place.output.exists():
            place.output.rename(place.previous)
        place.staging.rename(place.output)
    finally:
        mend(place)


def _remove(folder: Path) -> None:
    """Remove a folder, into which the forks of a build that was killed may write until they notice."""
    for _ in range(PATIENCE):
        with suppress(OSError):
            return shutil.rmtree(folder)
        time.sleep(0.05)
    return shutil.rmtree(folder)


def _take(lock: int, place: Place) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        problem = f"Cannot build {place.output}/: another build of it is running."
        raise Busy(f"{problem} Wait until it has ended, or stop it.") from None
