"""The process behind the preview: all code is loaded once, and each build is a fork of it.

A fork starts at once, knows what the builds before it worked out, and leaves nothing behind: whatever
goes wrong in it ends with it. Orders come in and answers go out as lines of JSON.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import sys
import tempfile
import traceback
from functools import partial
from typing import TYPE_CHECKING, Any

from plugins.documents.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    # A build: given its order, what is known, and how to tell that first pages are shown, its memo.
    Run = Callable[[dict[str, Any], Memo | None, Callable[[], None]], Memo]

Known = dict[bytes, Any]


def main(run: Run) -> None:
    """Build at each order until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    known: Known = {}
    for line in sys.stdin:
        order = json.loads(line)
        status, said, worked_out = _fork(partial(_build, run, order, known, answers))
        if status == 0:
            new, asked_for = worked_out
            known = {key: new[key] if key in new else known[key] for key in asked_for}
        _answer(answers, {"status": status, "said": said})


def _build(run: Run, order: dict[str, Any], known: Known, answers: TextIO) -> tuple[Known, list[bytes]]:
    """Run a build; return what it knows more, and the keys of all that it asked for."""
    memo = run(order, Memo(known) if known else None, lambda: _answer(answers, {"shown": True}))
    return {key: value for key, value in memo.used.items() if key not in known}, list(memo.used)


def _fork(work: Callable[[], Any]) -> tuple[int, str, Any]:
    """Return (exit status, what was said, result) of work in a process of its own."""
    with tempfile.TemporaryFile() as said:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            # It ends soon: to look through all that was worked out for garbage would take most of its time.
            gc.disable()
            os.close(reading)
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            os._exit(_finish(work, writing))
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    return status, text, pickle.loads(data) if status == 0 else None


def _finish(work: Callable[[], Any], writing: int) -> int:
    """Do the work, send its result, and return the exit status, whatever happens."""
    try:
        result = work()
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(result, pipe, pickle.HIGHEST_PROTOCOL)
        return 0
    except SystemExit as end:
        sys.stdout.flush()
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 (the fork must end here)
        sys.stdout.flush()
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _answer(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(f"{json.dumps(answer)}\n")
    answers.flush()
