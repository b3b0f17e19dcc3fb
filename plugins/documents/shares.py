"""Work in shares: forks of the build do a share each, where there are cores for them.

What a fork did not do the build does itself, and so meets the same errors as if there were no forks.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from io import FileIO

T = TypeVar("T")
# A fork costs what a few items do.
FEWEST = 16


def left(
    items: Sequence[T],
    work: Callable[[Iterable[T], FileIO], None],
    processes: int,
    take: Callable[[FileIO], None],
) -> Generator[T, None, None]:
    """Let forks do `work` on a share each; yield the items that are left for the caller.

    They are a share of its own, to be done meanwhile, and the shares of forks that failed. A fork leaves what
    it made in a nameless file, which the caller is to `take`. Close the iterator: that ends all forks.
    """
    count = max(min(processes, len(items) // FEWEST), 1)
    own, *others = (items[number::count] for number in range(count))
    forks = [_Fork(work, share) for share in others]
    try:
        for fork in forks:
            fork.start()
        waiting = list(forks)
        for item in own:
            yield item
            while failed := next((fork for fork in waiting if fork.has_failed()), None):
                waiting.remove(failed)
                yield from failed.share
        for fork in waiting:
            if fork.is_done():
                take(fork.made)
            else:
                yield from fork.share
    finally:
        for fork in forks:
            fork.end()


class _Fork(Generic[T]):
    """A process that does a share of the work."""

    def __init__(self, work: Callable[[Iterable[T], FileIO], None], share: Sequence[T]) -> None:
        self._work, self.share = work, share
        self._build, self._has_begun = os.getpid(), False
        self._files: list[FileIO] = []
        self._process = multiprocessing.get_context("fork").Process(target=self._do)

    def start(self) -> None:
        """Begin; where there is no room for one more process or file, it has failed."""
        with suppress(OSError):
            for _ in range(2):
                self._files.append(tempfile.TemporaryFile(buffering=0))  # noqa: SIM115 (closed by `end`)
            self._process.start()
            self._has_begun = True

    def has_failed(self) -> bool:
        """Tell whether it will not do its share any more."""
        return bool(self._process.exitcode) or not self._has_begun

    def is_done(self) -> bool:
        """Wait for it; tell whether it did its share, and say what it said then."""
        if self._has_begun:
            self._process.join()
        if self.has_failed():
            return False
        said, _ = self._files
        said.seek(0)
        sys.stderr.write(said.read().decode("utf-8", "replace"))
        return True

    @property
    def made(self) -> FileIO:
        """Return what it made."""
        return self._files[1]

    def end(self) -> None:
        """End it, whatever it does."""
        if self._has_begun:
            self._process.kill()
            self._process.join()
        for file in self._files:
            file.close()

    def _do(self) -> None:
        # What it shares with the build is no garbage; to look through it would copy it.
        gc.freeze()
        said, made = self._files
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
        try:
            self._work(self._while_the_build_lives(), made)
        except BaseException:  # noqa: BLE001 (the build does this share, and tells what is wrong)
            raise SystemExit(1) from None

    def _while_the_build_lives(self) -> Iterator[T]:
        for item in self.share:
            if os.getppid() != self._build:
                raise SystemExit(1)
            yield item
