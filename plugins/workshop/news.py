"""What the preview tells open pages: which build is served, and what is wrong with the newest one."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from threading import Condition

_FAILED = "The newest version could not be built. You see the last good one."


@dataclass(frozen=True)
class State:
    """The build that is served, by a name that no other build has, and words for its readers."""

    build: str
    words: str = ""

    def as_json(self) -> str:
        """Return the state as one line of JSON."""
        return json.dumps(asdict(self))


class News:
    """The newest state, shared between the builder and the threads that serve pages."""

    def __init__(self) -> None:
        self._state = State(_name())
        self._changed = Condition()

    @property
    def state(self) -> State:
        """Return the newest state."""
        return self._state

    def tell_built(self, said: str) -> None:
        """Tell that a new site is served, and what its builder said: findings that did not stop it."""
        self._tell(State(_name(), said))

    def tell_first_pages(self) -> None:
        """Tell that some pages are new already; what is wrong is told when all are."""
        self._tell(State(_name(), self._state.words))

    def tell_failed(self, reason: str) -> None:
        """Tell that the last good site is still served, and why."""
        self._tell(State(self._state.build, f"{_FAILED}\n\n{reason}"))

    def wait(self, seen: State, seconds: float) -> State:
        """Return the state once it is another than `seen`, or as it is after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != seen, seconds)
            return self._state

    def _tell(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()


def _name() -> str:
    return secrets.token_hex(4)
