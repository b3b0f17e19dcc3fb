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
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_CODE = Path(__file__).parent.parent


class Memo:
    """Results by key. What a build did not ask for is forgotten when it is saved."""

    def __init__(self, known: Mapping[bytes, Any] | None = None) -> None:
        self._known = dict(known or {})
        self._used: dict[bytes, Any] = {}

    def of(self, work: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        """Return what `make()` gives, which is what `work` makes of `given` and of nothing else."""
        key = digest(work, *given)
        if key not in self:
            self[key] = make()
        found: T = self[key]
        return found

    def __contains__(self, key: bytes) -> bool:
        return key in self._used or key in self._known

    def __getitem__(self, key: bytes) -> Any:
        if key not in self._used:
            self._used[key] = self._known[key]
        return self._used[key]

    def __setitem__(self, key: bytes, value: Any) -> None:
        self._used[key] = value

    @property
    def used(self) -> Mapping[bytes, Any]:
        """Return what was asked for so far."""
        return self._used


def digest(*texts: str) -> bytes:
    """Return a short name of texts: other texts have another."""
    state = hashlib.blake2b(digest_size=16)
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


def load(path: Path, print_: bytes) -> Memo:
    """Return the memo in a file, empty where there is none of this fingerprint."""
    try:
        data = path.read_bytes()
    except OSError:
        return Memo()
    head, body = data[: len(print_)], data[len(print_) + 16 :]
    if head != print_ or hashlib.blake2b(body, digest_size=16).digest() != data[len(print_) :][:16]:
        return Memo()
    return Memo(pickle.loads(body))


def save(memo: Memo, path: Path, print_: bytes) -> None:
    """Write what a build asked for. A full disk costs the memo, not the build."""
    body = pickle.dumps(memo.used, pickle.HIGHEST_PROTOCOL)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_bytes(print_ + hashlib.blake2b(body, digest_size=16).digest() + body)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)


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
