"""Work in shares: forks of the build do a share each, where there are cores for them.

What a fork did not do the build does itself, and so meets the same errors as if there were no forks.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import tempfile
from typing import IO, TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
# A fork costs what a few items do.
FEWEST = 16


def left(items: Sequence[T], work: Callable[[Sequence[T]], None], processes: int) -> Iterator[T]:
    """Let forks do `work` on a share each; yield the items that are left for the caller.

    They are a share of its own, to be done meanwhile, and then the shares of forks that failed.
    """
    shares = max(min(processes, len(items) // FEWEST), 1) if _can_fork() else 1
    forks = [_Fork(work, items[number::shares]) for number in range(1, shares)]
    try:
        yield from items[::shares]
        for fork in forks:
            if not fork.has_done_it():
                yield from fork.share
    finally:
        for fork in forks:
            fork.end()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


class _Fork(Generic[T]):
    """A process that does a share of the work."""

    def __init__(self, work: Callable[[Sequence[T]], None], share: Sequence[T]) -> None:
        self.share = share
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `end`)
        self._process = multiprocessing.get_context("fork").Process(
            target=_do, args=(work, share, self._said)
        )
        self._process.start()

    def has_done_it(self) -> bool:
        """Wait for it; tell whether all went well, and say what it said then."""
        self._process.join()
        if self._process.exitcode:
            return False
        self._said.seek(0)
        sys.stderr.write(self._said.read().decode("utf-8", "replace"))
        return True

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._said.close()


def _do(work: Callable[[Sequence[T]], None], share: Sequence[T], said: IO[bytes]) -> None:
    # It soon ends: to look for garbage would only copy what it shares with the build.
    gc.disable()
    os.dup2(said.fileno(), 1)
    os.dup2(said.fileno(), 2)
    try:
        work(share)
    except Exception:  # noqa: BLE001 (the build does this share, and tells what is wrong)
        raise SystemExit(1) from None
