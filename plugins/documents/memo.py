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
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
_CODE = Path(__file__).parent.parent
# Bytes of a key, and of what stands before a result in a file.
_KEY, _HEAD = 16, 24


class Memo:
    """Results by key. What a build did not ask for is forgotten when it is saved."""

    def __init__(self, known: Mapping[bytes, Any] | None = None) -> None:
        self.known = known or {}
        self._used: dict[bytes, Any] = {}

    def of(self, work: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what `make()` gives, which is what `work` makes of `given` and of nothing else."""
        key = digest(work, *given)
        if key not in self:
            self[key] = make()
        found: T = self[key]
        return found

    def __contains__(self, key: bytes) -> bool:
        return key in self._used or key in self.known

    def __getitem__(self, key: bytes) -> Any:
        if key not in self._used:
            self._used[key] = self.known[key]
        return self._used[key]

    def __setitem__(self, key: bytes, value: Any) -> None:
        self._used[key] = value

    @property
    def used(self) -> Mapping[bytes, Any]:
        """Return what was asked for so far."""
        return self._used


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
    return digest(sys.version, *packages, *code, _described(settings))


class _Pickled(Mapping[bytes, Any]):
    """Results as they lie in a file: each is made when it is asked for, and written again as it is."""

    def __init__(self, data: memoryview) -> None:
        self._records: dict[bytes, memoryview] = {}
        while data:
            size = int.from_bytes(data[_KEY:_HEAD], "little")
            self._records[bytes(data[:_KEY])] = data[_HEAD : _HEAD + size]
            data = data[_HEAD + size :]

    def __getitem__(self, key: bytes) -> Any:
        return pickle.loads(self._records[key])

    def __contains__(self, key: object) -> bool:
        return key in self._records

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def record(self, key: bytes) -> memoryview:
        """Return a result as it lies in the file."""
        return self._records[key]


def load(path: Path, print_: bytes) -> Memo:
    """Return the memo in a file, empty where there is none of this fingerprint.

    A file: the fingerprint; of each result its key, the size of its pickle in 8 bytes, its pickle; a hash.
    """
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return Memo()
    body, hashed = data[:-_KEY], data[-_KEY:]
    if data[: len(print_)] != print_ or _hash(body).digest() != hashed:
        return Memo()
    return Memo(_Pickled(body[len(print_) :]))


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


def _records(memo: Memo) -> Iterator[bytes | memoryview]:
    known = memo.known if isinstance(memo.known, _Pickled) else _Pickled(memoryview(b""))
    for key, value in memo.used.items():
        record = known.record(key) if key in known else pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        yield key + len(record).to_bytes(_HEAD - _KEY, "little")
        yield record


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
