"""Which of the files that make the site have changed, told as soon as they rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

# Milliseconds between two looks at single files.
_LOOK = 300


def changes(folders: Sequence[Path], files: Sequence[Path], stop: Event | None = None) -> Iterator[set[str]]:
    """Yield the paths that changed, relative to the folder we are in, until `stop` is set.

    Changes during a caller's work are told when it asks again. Single files are looked at rather than
    watched: most editors replace a file when they save it, and a watch stays with the old one.
    """
    stamps = _stamps(files)
    here = Path.cwd()
    present = [folder for folder in folders if folder.is_dir()]
    for found in watch(*present, stop_event=stop, yield_on_timeout=True, rust_timeout=_LOOK):
        changed = {str(Path(path).relative_to(here)) for _, path in found}
        before, stamps = stamps, _stamps(files)
        changed |= {str(file) for file in files if before[file] != stamps[file]}
        if changed:
            yield changed


def _stamps(files: Sequence[Path]) -> dict[Path, int | None]:
    return {file: file.stat().st_mtime_ns if file.exists() else None for file in files}
