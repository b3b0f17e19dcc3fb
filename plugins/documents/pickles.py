"""Results by key that lie in files, not in memory.

A file: its name; of each result its key, the size of its pickle in 8 bytes, its pickle; a checksum.
"""

from __future__ import annotations

import errno
import os
import pickle
import tempfile
import zlib
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import FileIO

    Place = tuple[FileIO, int, int]  # file, start, size

# Bytes of a key, of what stands before a result in a file, and of the checksum.
KEY, _HEAD, _SUM = 16, 24, 4


class Pickles:
    """What was read from a file, as it lies there, and what is new, in a nameless one.

    Each result is made when it is asked for, and anew each time. A fork reads what was there before without
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

    def only(self, keys: Iterable[bytes]) -> Pickles:
        """Return those of some keys, as long as these are here."""
        return Pickles(None, ((key, self._places[key]) for key in keys))

    def pickle(self, key: bytes) -> bytes:
        """Return a result as it lies in its file."""
        file, start, size = self._places[key]
        return os.pread(file.fileno(), size, start)


def read(file: FileIO, name: bytes) -> Pickles:
    """Return the results in a file; none where it is damaged or has another name."""
    return Pickles(file, _places(file, name))


def write(results: Iterable[tuple[bytes, bytes]], file: IO[bytes], name: bytes) -> None:
    """Write (key, pickle) of results into a file."""
    checksum = 0
    records = (_record(*one) for one in results)
    for piece in chain((name,), chain.from_iterable(records)):
        checksum = zlib.crc32(piece, checksum)
        file.write(piece)
    file.write(checksum.to_bytes(_SUM, "little"))


def _record(key: bytes, data: bytes) -> tuple[bytes, bytes]:
    return key + len(data).to_bytes(_HEAD - KEY, "little"), data


def _places(file: FileIO, name: bytes) -> list[tuple[bytes, Place]]:
    end, start = file.seek(0, os.SEEK_END) - _SUM, len(name)
    file.seek(0)
    if file.read(start) != name:
        return []
    checksum, places = zlib.crc32(name), []
    while start < end:
        head = file.read(_HEAD)
        start += _HEAD
        size = int.from_bytes(head[KEY:], "little")
        if start + size > end:
            return []
        checksum = zlib.crc32(file.read(size), zlib.crc32(head, checksum))
        places.append((head[:KEY], (file, start, size)))
        start += size
    return places if file.read() == checksum.to_bytes(_SUM, "little") else []
