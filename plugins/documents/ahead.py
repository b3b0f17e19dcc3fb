"""Results that a build will ask for, worked out ahead of it by as many processes as there are cores."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.documents.memo import Memo, Pickles, digest, load, save
from plugins.documents.shares import left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Job(NamedTuple):
    """What `Memo.of` is asked for."""

    work: str
    given: tuple[str, ...]
    make: Callable[[], Any]


def work_ahead(memo: Memo, jobs: Iterable[Job]) -> None:
    """Let `memo` know the results of `jobs`, but for those that fail: they fail where they are asked for."""
    if memo.processes < 2:
        return
    found = ((digest(job.work, *job.given), job.make) for job in jobs)
    waiting = {key: make for key, make in found if key not in memo}

    # A full disk costs what is worked out ahead, not the build.
    with suppress(OSError), tempfile.TemporaryDirectory() as folder:

        def work(keys: Sequence[bytes]) -> None:
            own = Memo(Pickles())
            for key in keys:
                with suppress(Exception):
                    own[key] = waiting[key]()
            save(own, Path(folder) / keys[0].hex(), b"")

        # In the order of hashes, which is none, what is dear falls to all alike.
        for key in left(sorted(waiting), work, memo.processes):
            with suppress(Exception):
                memo[key] = waiting[key]()
        for path in Path(folder).iterdir():
            memo.take_from(load(path, b""))
