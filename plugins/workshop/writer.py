"""A build for the preview: Pelican in this process, the pages that somebody looks at written first."""

from __future__ import annotations

import logging
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.log import init
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.documents import stages
from plugins.workshop import forks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plugins.documents.memo import Memo


class WaitingWriter(Writer):
    """Writes no page and no feed until it is told which come first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[str, Callable[[], None]] = {}
        self.settings["WAITING_WRITER"] = self

    def write_file(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Remember what to write."""
        if name:
            self._waiting.setdefault(name, partial(super().write_file, name, *args, **kwargs))

    def write_feed(self, elements: Any, context: Any, path: str, *args: Any, **kwargs: Any) -> None:
        """Remember what to write."""
        self._waiting[path] = partial(super().write_feed, elements, context, path, *args, **kwargs)

    def write(self, names: Iterable[str]) -> list[str]:
        """Write those of the waiting pages that have these names, and return their names."""
        chosen = [name for name in names if name in self._waiting]
        for name in chosen:
            self._waiting.pop(name)()
        return chosen

    def write_all(self) -> None:
        """Write all that still waits."""
        self.write(list(self._waiting))


def run(order: dict[str, Any], memo: Memo | None, tell: Callable[[], None]) -> Memo:
    """Build the site into `order["staging"]`; return what was worked out.

    The pages of the files `order["changed"]`, and those of `order["looked_at"]`, are put into the shown site
    `order["site"]` before all others are written; then `tell()` is called.
    """
    shown, changed = Path(order["site"]), frozenset(order["changed"])

    def write_in_turn(pelican: Pelican) -> None:
        writer: WaitingWriter = pelican.settings["WAITING_WRITER"]
        own = [one.save_as for one in pelican.settings["SITE"].contents if one.document.path in changed]
        for name in writer.write(dict.fromkeys([*order["looked_at"], *own])):
            _put(Path(writer.output_path) / name, shown / name)
        tell()
        writer.write_all()

    signals.get_writer.connect(_our_writer)
    stages.PAGES_WAIT.connect(write_in_turn)
    override: dict[str, Any] = {"OUTPUT_PATH": str(Path(order["staging"]).absolute())}
    settings = read_settings("pelicanconf.py", override | ({"MEMO": memo} if memo else {}))
    Pelican(settings).run()
    worked_out: Memo = settings["MEMO"]
    return worked_out


def _our_writer(_: Pelican) -> type[WaitingWriter]:
    return WaitingWriter


def _put(new: Path, shown: Path) -> None:
    """Put a page where the server finds it, whole."""
    if shown.parent.is_dir():
        half = shown.with_name(f"{shown.name}.new")
        shutil.copyfile(new, half)
        half.replace(shown)


if __name__ == "__main__":
    # As `pelican --fatal errors --log-handler plain` does.
    init(level=logging.WARNING, fatal="errors", handler=None, name="pelican")
    import plugins.checks
    import plugins.presentation  # noqa: F401 (with checks, every plugin: loaded once for all forks)

    forks.main(run)
