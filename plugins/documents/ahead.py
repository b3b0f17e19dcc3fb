"""Results that a build will ask for, worked out ahead of it by as many processes as there are cores."""

from __future__ import annotations

import pickle
from contextlib import closing
from typing import TYPE_CHECKING, Any

from plugins.documents import pickles
from plugins.documents.shares import left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import FileIO

    from plugins.documents.memo import Job, Memo


def work_ahead(memo: Memo, jobs: Iterable[Job[Any]]) -> None:
    """Let `memo` know the results of `jobs`, but for those that fail: they fail where they are asked for."""
    if memo.processes < 2:
        return
    waiting = {job.key: job.make for job in jobs if job.key not in memo}

    def made(keys: Iterable[bytes]) -> Iterator[tuple[bytes, Any]]:
        for key in keys:
            try:
                result = waiting[key]()
            except Exception:  # noqa: BLE001 (it fails again where it is asked for)
                continue
            yield key, result

    def work(keys: Iterable[bytes], file: FileIO) -> None:
        results = ((key, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)) for key, result in made(keys))
        with open(file.fileno(), "wb", closefd=False) as buffered:
            pickles.write(results, buffered, b"")

    def take(file: FileIO) -> None:
        memo.learn_all(pickles.read(file, b""))

    # In the order of hashes, which is none, what is dear falls to all alike.
    with closing(left(sorted(waiting), work, memo.processes, take)) as keys:
        for key, result in made(keys):
            memo.learn(key, result)
