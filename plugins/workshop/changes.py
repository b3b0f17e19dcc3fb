"""Which of the files that make the site have changed, told as soon as they rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, DefaultFilter, watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

    Stamps = dict[Path, int | None]

# Milliseconds between two looks at single files.
_LOOK = 300


def changes(folders: Sequence[Path], files: Sequence[Path], stop: Event | None = None) -> Iterator[set[str]]:
    """Return an iterator of the paths that change from now on, relative to the folder we are in.

    It ends when `stop` is set. Changes during a caller's work are told when it asks again, also those from
    before its first question. Single files are looked at rather than watched: most editors replace a file
    when they save it, and a watch stays with the old one.
    """
    return _changes(folders, files, stop, _stamps(files), _stamps(_below(folders)))


def _changes(
    folders: Sequence[Path],
    files: Sequence[Path],
    stop: Event | None,
    stamps: Stamps,
    unwatched: Stamps | None,
) -> Iterator[set[str]]:
    """Yield what changes; `unwatched`: the stamps of all files in the folders before the watch began."""
    here = Path.cwd()
    present = [folder for folder in folders if folder.is_dir()]
    for found in watch(*present, stop_event=stop, yield_on_timeout=True, rust_timeout=_LOOK):
        changed = {str(Path(path).relative_to(here)) for _, path in found}
        before, stamps = stamps, _stamps(files)
        changed |= {str(file) for file in files if before[file] != stamps[file]}
        if unwatched is not None:
            now = _stamps(_below(folders))
            changed |= {str(path) for path in now.keys() | unwatched if now.get(path) != unwatched.get(path)}
            unwatched = None
        if changed:
            yield changed


def _below(folders: Sequence[Path]) -> list[Path]:
    """Return the files that a watch of the folders would tell of."""
    told = DefaultFilter()
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in paths if told(Change.modified, str(path))]


def _stamps(files: Sequence[Path]) -> Stamps:
    return {file: file.stat().st_mtime_ns if file.exists() else None for file in files}
