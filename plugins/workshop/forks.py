"""The process behind the preview: all code is loaded once, and each build is a fork of it.

A fork starts at once and leaves nothing behind but files; what goes wrong in it ends with it. One that built
the site stays until another has: asked to, it shows single pages as they are now, from all that it has in
memory, before a build of the whole begins. It does so in a fork of its own, so that it stays as it was.
Orders come in and answers go out as lines of JSON.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import sys
import tempfile
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from typing import TextIO

    Order = dict[str, Any]
    Tell = Callable[[], None]
    # Shows single pages.
    Look = Callable[[Order, Tell], None]
    # A build: given its order, and how to tell that first pages are shown.
    Run = Callable[[Order, Tell], Look]

_FORK = multiprocessing.get_context("fork")


def main(run: Run) -> None:
    """Build at each order until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    standing: _Build | None = None
    # What changed since the standing build, which does not know it.
    unbuilt: list[str] = []
    try:
        for line in sys.stdin:
            order = json.loads(line)
            unbuilt = sorted({*unbuilt, *order["changed"]})
            if standing:
                standing.show(order | {"changed": unbuilt})
            build = _Build(run, order, lambda: _answer(answers, {"shown": True}))
            if not build.status:
                standing, before = build, standing
                unbuilt = []
                if before:
                    before.end()
            _answer(answers, {"status": build.status, "said": build.said})
    finally:
        for one in multiprocessing.active_children():
            one.kill()


class _Build:
    """A build in a process of its own: what it said, and its exit status.

    After a build that went well the process is there until `end`.
    """

    def __init__(self, run: Run, order: Order, tell: Tell) -> None:
        self._pipe, childs_end = _FORK.Pipe()
        with tempfile.TemporaryFile() as said:
            work = partial(_build, self._pipe, childs_end, said.fileno())
            self._process = _FORK.Process(target=work, args=(run, order, tell))
            self._process.start()
            childs_end.close()
            self.status: int = 0
            if not self._heard():
                self._process.join()
                self.status = self._process.exitcode or 1
            said.seek(0)
            self.said = said.read().decode("utf-8", "replace")

    def show(self, order: Order) -> None:
        """Show the pages that an order asks for; none where that cannot be done: the build will."""
        with suppress(OSError):
            self._pipe.send(order)
            self._heard()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _heard(self) -> Any:
        try:
            return self._pipe.recv()
        except (EOFError, ConnectionError):
            return None


def _build(parents_end: Connection, pipe: Connection, said: int, run: Run, order: Order, tell: Tell) -> None:
    parents_end.close()
    # It makes one site: to look through all that was worked out for garbage would take most of its time.
    gc.disable()
    os.dup2(said, 1)
    os.dup2(said, 2)
    try:
        look = run(order, tell)
    finally:
        # What was said comes before what an exception says.
        sys.stdout.flush()
    pipe.send(True)
    # Who asks is gone when nothing can be heard any more.
    with suppress(EOFError):
        while True:
            looking = _FORK.Process(target=look, args=(pipe.recv(), tell))
            looking.start()
            looking.join()
            pipe.send(True)


def _answer(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(f"{json.dumps(answer)}\n")
    answers.flush()
