"""What earlier builds worked out, by what went into it: text, settings, packages and code, never time.

Only pure functions are remembered. A memo is one file, which may be deleted at any time; one that was
cut short, or was written by other code, packages or settings, counts as empty.
"""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from io import FileIO

    Place = tuple[FileIO, int, int]  # file, start, size

T = TypeVar("T")
_CODE = Path(__file__).parent.parent
# Settings that change no result.
_INDIFFERENT = {"PROCESSES"}
# Bytes of a key, and of what stands before a result in a file.
_KEY, _HEAD = 16, 24


class Memo:
    """Results by key. What a build did not ask for is forgotten when it is saved.

    `processes`: how many may work for it at once (ahead.py).
    """

    def __init__(self, results: dict[bytes, Any] | Pickles | None = None) -> None:
        self._results = {} if results is None else results
        self._used: dict[bytes, None] = {}
        self.processes = 1

    def of(self, work: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what `make()` gives, which is what `work` makes of `given` and of nothing else."""
        key = digest(work, *given)
        if key in self:
            known: T = self[key]
            return known
        self[key] = made = make()
        return made

    def __contains__(self, key: bytes) -> bool:
        return key in self._results

    def __getitem__(self, key: bytes) -> Any:
        self._used[key] = None
        return self._results[key]

    def __setitem__(self, key: bytes, value: Any) -> None:
        # A full disk costs the memo, not the build.
        with suppress(OSError):
            self._results[key] = value
            self._used[key] = None

    def take_from(self, other: Memo) -> None:
        """Know what another memo knows, though it was not asked for yet."""
        for key in other.known:
            with suppress(OSError):
                if isinstance(self._results, Pickles):
                    self._results.put(key, other.pickle(key))
                else:
                    self._results[key] = other._results[key]

    @property
    def known(self) -> Iterable[bytes]:
        """Return the keys of all that it knows."""
        return self._results

    @property
    def used(self) -> Collection[bytes]:
        """Return the keys of what was asked for so far."""
        return self._used.keys()

    def pickle(self, key: bytes) -> bytes:
        """Return a result as it lies in a file."""
        if isinstance(self._results, Pickles):
            return self._results.pickle(key)
        return pickle.dumps(self._results[key], pickle.HIGHEST_PROTOCOL)


class Pickles:
    """Results that lie in files, not in memory: what was read, as it is, and what is new, in a nameless one.

    Each is made when it is asked for, and anew each time. A fork reads what was there before it, without
    moving in files that others read too, and keeps what is new in a file of its own.
    """

    def __init__(self, known: FileIO | None = None, places: Iterable[tuple[bytes, Place]] = ()) -> None:
        self._places = dict(places)
        self._files = [known] if known else []
        self._owner = 0
        self._end = 0

    def __del__(self) -> None:
        for file in self._files:
            file.close()

    def __contains__(self, key: bytes) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._places)

    def __getitem__(self, key: bytes) -> Any:
        return pickle.loads(self.pickle(key))

    def __setitem__(self, key: bytes, value: Any) -> None:
        self.put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def put(self, key: bytes, data: bytes) -> None:
        """Keep a result as it lies in a file."""
        if self._owner != os.getpid():
            self._files.append(tempfile.TemporaryFile(buffering=0))  # noqa: SIM115 (closed with this object)
            self._owner, self._end = os.getpid(), 0
        file = self._files[-1]
        if os.pwrite(file.fileno(), data, self._end) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._places[key] = file, self._end, len(data)
        self._end += len(data)

    def pickle(self, key: bytes) -> bytes:
        """Return a result as it lies in its file."""
        file, start, size = self._places[key]
        return os.pread(file.fileno(), size, start)


def digest(*texts: str) -> bytes:
    """Return a short name of texts: other texts have another."""
    state = _hash()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.digest()


def fingerprint(settings: Mapping[str, Any]) -> bytes:
    """Return a name of all that decides about results beside what is given: code, packages and settings."""
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    code = [one for path in sorted(_CODE.rglob("*.*")) if _is_code(path) for one in (str(path), _text(path))]
    deciding = {name: value for name, value in settings.items() if name not in _INDIFFERENT}
    return digest(sys.version, *packages, *code, _described(deciding))


def load(path: Path, print_: bytes) -> Memo:
    """Return the memo in a file, empty where there is none of this fingerprint.

    A file: the fingerprint; of each result its key, the size of its pickle in 8 bytes, its pickle; a hash.
    """
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return Memo(Pickles())
    return Memo(Pickles(file, _places(file, print_)))


def _places(file: FileIO, print_: bytes) -> list[tuple[bytes, Place]]:
    """Return key and place of each result in a file; none where it is damaged or of another fingerprint."""
    end, start = file.seek(0, os.SEEK_END) - _KEY, len(print_)
    file.seek(0)
    if file.read(start) != print_:
        return []
    state, places = _hash(print_), []
    while start < end:
        head = file.read(_HEAD)
        start += _HEAD
        size = int.from_bytes(head[_KEY:], "little")
        if start + size > end:
            return []
        state.update(head)
        state.update(file.read(size))
        places.append((head[:_KEY], (file, start, size)))
        start += size
    return places if file.read() == state.digest() else []


def save(memo: Memo, path: Path, print_: bytes) -> None:
    """Write what a build asked for. A full disk costs the memo, not the build."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with new.open("wb") as file:
                state = _hash()
                for piece in chain((print_,), _records(memo)):
                    state.update(piece)
                    file.write(piece)
                file.write(state.digest())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _records(memo: Memo) -> Iterator[bytes]:
    for key in memo.used:
        data = memo.pickle(key)
        yield key + len(data).to_bytes(_HEAD - _KEY, "little")
        yield data


def _hash(data: bytes | memoryview = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=_KEY)


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
