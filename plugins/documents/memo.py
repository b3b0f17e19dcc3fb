"""What earlier builds worked out, by what went into it: text, settings, packages and code, never time.

Only pure functions are remembered. A memo is one file, which may be deleted at any time; one that was
cut short, or was written by other code, packages or settings, counts as empty.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plugins.documents import pickles
from plugins.documents.pickles import Pickles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator

T = TypeVar("T")
_CODE = Path(__file__).parent.parent
# Settings that change no result.
_INDIFFERENT = {"PROCESSES"}


class Job(Generic[T]):
    """Something to be worked out: what `make()` gives is what `work` makes of `given` and of nothing else."""

    def __init__(self, work: str, given: Iterable[str | bytes], make: Callable[[], T]) -> None:
        self.key, self.make = digest(work, *given), make


class Memo:
    """Results by key. What a whole build did not ask for is forgotten when it is saved.

    `processes`: how many may work for it at once (ahead.py).
    """

    def __init__(self, results: dict[bytes, Any] | Pickles | None = None) -> None:
        self._results = {} if results is None else results
        self._used: dict[bytes, None] = {}
        self.processes = 1

    def of(self, job: Job[T]) -> T:
        """Return the result of a job, which is worked out where it is not known."""
        if job.key in self:
            known: T = self[job.key]
            return known
        self[job.key] = made = job.make()
        return made

    def __contains__(self, key: bytes) -> bool:
        return key in self._results

    def __getitem__(self, key: bytes) -> Any:
        self._used[key] = None
        return self._results[key]

    def __setitem__(self, key: bytes, value: Any) -> None:
        self._used[key] = None
        self.learn(key, value)

    def learn(self, key: bytes, value: Any) -> None:
        """Know a result that nobody has asked for yet. A full disk costs the memo, not the build."""
        with suppress(OSError):
            self._results[key] = value

    def learn_all(self, others: Pickles) -> None:
        """Know results that lie in a file."""
        for key in others:
            if isinstance(self._results, Pickles):
                with suppress(OSError):
                    self._results.put(key, others.pickle(key))
            else:
                self._results[key] = others[key]

    def asked(self, known: Container[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, pickle) of what was asked for; nothing for a pickle of what others know already."""
        for key in self.used:
            yield key, b"" if key in known else self.pickle(key)

    def take_over(self, others: Pickles) -> None:
        """Know what another memo was `asked`, as if this one had been."""
        self._used |= dict.fromkeys(others)
        self.learn_all(others.only(key for key in others if key not in self))

    @property
    def used(self) -> Collection[bytes]:
        """Return the keys of what was asked for so far, and is known."""
        return [key for key in self._used if key in self._results]

    @property
    def known(self) -> Collection[bytes]:
        """Return the keys of all that is known."""
        return list(self._results)

    def pickle(self, key: bytes) -> bytes:
        """Return a result as it lies in a file."""
        if isinstance(self._results, Pickles):
            return self._results.pickle(key)
        return pickle.dumps(self._results[key], pickle.HIGHEST_PROTOCOL)


def digest(*texts: str | bytes) -> bytes:
    """Return a short name of texts: other texts have another."""
    state = hashlib.sha256()
    for text in texts:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.digest()[: pickles.KEY]


def fingerprint(settings: Mapping[str, Any]) -> bytes:
    """Return a name of all that decides about results beside what is given: code, packages and settings."""
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    files = [path for path in sorted(_CODE.rglob("*.*")) if _is_code(path)]
    if "SETTINGS_FILE" in settings:  # not all that it says has a text of its own
        files.append(Path(settings["SETTINGS_FILE"]))
    code = [one for path in files for one in (str(path), _text(path))]
    deciding = {name: value for name, value in settings.items() if name not in _INDIFFERENT}
    return digest(sys.version, *packages, *code, _described(deciding))


def load(path: Path, name: bytes) -> Memo:
    """Return the memo in a file, empty where there is none of this fingerprint."""
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return Memo(Pickles())
    return Memo(pickles.read(file, name))


def save(memo: Memo, path: Path, name: bytes, *, is_whole: bool = True) -> None:
    """Write what a whole build asked for, else all that is known. A full disk costs the memo only."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(path)
        keys = memo.used if is_whole else memo.known
        try:
            with new.open("wb") as file:
                pickles.write(((key, memo.pickle(key)) for key in keys), file, name)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _remove_leftovers(path: Path) -> None:
    """Remove what builds that were killed began to write."""
    for left in path.parent.glob(f"{path.name}.*"):
        with suppress(ValueError, PermissionError):
            try:
                os.kill(int(left.suffix[1:]), 0)
            except ProcessLookupError:
                left.unlink(missing_ok=True)


def _is_code(path: Path) -> bool:
    return path.suffix in {".py", ".yaml", ".po"} and path.is_file()


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace")


def _described(value: Any) -> str:
    """Return a text that is another where a setting is another."""
    if isinstance(value, Mapping):
        items = sorted((str(name), _described(one)) for name, one in value.items())
        return f"{{{', '.join(f'{name}: {one}' for name, one in items)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_described, value))}]"
    if isinstance(value, (str, int, float, bool, type(None))):
        return repr(value)
    # A function or class has its name; of anything else its kind must do.
    return f"{value.__module__}.{value.__qualname__}" if hasattr(value, "__qualname__") else str(type(value))
