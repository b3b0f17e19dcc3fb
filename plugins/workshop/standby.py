"""A builder that stands by: a process in which all code is loaded, asked to build again and again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from plugins.workshop.build import Job

COMMAND = (sys.executable, "-m", "plugins.workshop.writer")


class Standby:
    """Starts the process when it is first needed, and anew after `stop`."""

    def __init__(self, environment: Mapping[str, str], command: tuple[str, ...] = COMMAND) -> None:
        self._environment, self._command = environment, command
        self._process: subprocess.Popen[str] | None = None

    def build(
        self,
        job: Job,
        _lock: int = -1,
        *,
        looked_at: Collection[str] = (),
        changed: Collection[str] = (),
        tell: Callable[[], None] = lambda: None,
    ) -> tuple[int, str]:
        """Build `job.place.staging`; return exit status and what was said.

        `looked_at`: files of the site whose pages come first; so do those of the content files `changed`.
        `tell` is called each time that some are in `job.place.output`.
        """
        order = {
            "staging": str(job.place.staging),
            "site": str(job.place.output),
            "looked_at": list(looked_at),
            "changed": list(changed),
        }
        try:
            for answer in self._ask(order):
                if "status" in answer:
                    return answer["status"], answer["said"]
                tell()
        except BaseException:
            self.stop()
            raise
        return self._dead()

    def stop(self) -> None:
        """End the process and whatever it does."""
        if self._process:
            self._end(self._process)
            self._process = None

    def _ask(self, order: dict[str, Any]) -> Any:
        if self._process and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                env={**os.environ, **self._environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                # Ctrl+C is for us: we stop it.
                start_new_session=True,
            )
        process = self._process
        with suppress(BrokenPipeError):
            process.stdin.write(f"{json.dumps(order)}\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
        return map(json.loads, iter(process.stdout.readline, ""))  # type: ignore[union-attr]

    def _dead(self) -> tuple[int, str]:
        """Return how the process ended, which should go on; the next build starts another."""
        process, self._process = self._process, None
        said = self._end(process) if process else ""
        return (process.returncode if process else 1) or 1, said

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> str:
        """End a process with all that it began; return what it said last."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        return process.communicate()[1]
