"""A build for the preview: Pelican in this process, the pages that somebody looks at written first."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.log import init
from pelican.settings import read_settings
from pelican.writers import Writer

from plugins.documents import stages
from plugins.workshop import forks
from plugins.workshop.look import Call, look, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plugins.documents.memo import Memo


class WaitingWriter(Writer):
    """Writes no page and no feed until it is told which come first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[str, Callable[[], None]] = {}
        self.calls: dict[str, Call] = {}
        self.settings["WAITING_WRITER"] = self

    def write_file(self, name: str, template: Any, context: Any, **options: Any) -> None:
        """Remember what to write."""
        if name and name not in self.calls:
            self.calls[name] = Call(template, context, options)
            self._waiting[name] = partial(super().write_file, name, template, context, **options)

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


def run(order: forks.Order, memo: Memo | None, tell: forks.Tell) -> tuple[Memo, forks.Look]:
    """Build the site into `order["staging"]`; return what was worked out, and how to look at single pages.

    The pages of the files `order["changed"]`, and those of `order["looked_at"]`, are put into the shown site
    `order["site"]` before all others are written; then `tell()` is called.
    """
    shown, changed = Path(order["site"]), frozenset(order["changed"])

    def write_in_turn(pelican: Pelican) -> None:
        writer: WaitingWriter = pelican.settings["WAITING_WRITER"]
        own = [one.save_as for one in pelican.settings["SITE"].contents if one.document.path in changed]
        for name in writer.write(dict.fromkeys([*order["looked_at"], *own])):
            put(Path(writer.output_path) / name, shown / name)
        tell()
        writer.write_all()

    signals.get_writer.connect(_our_writer)
    stages.PAGES_WAIT.connect(write_in_turn)
    override: dict[str, Any] = {"OUTPUT_PATH": str(Path(order["staging"]).absolute())}
    settings = read_settings("pelicanconf.py", override | ({"MEMO": memo} if memo else {}))
    Pelican(settings).run()
    return settings["MEMO"], partial(_look, settings)


def _look(settings: dict[str, Any], order: forks.Order, tell: forks.Tell) -> None:
    """Show the pages that an order asks for as they are now, before the whole site is built."""
    calls = settings["WAITING_WRITER"].calls
    if look(settings["SITE"], calls, order["changed"], order["looked_at"], Path(order["site"])):
        tell()


def _our_writer(_: Pelican) -> type[WaitingWriter]:
    return WaitingWriter


if __name__ == "__main__":
    # As `pelican --fatal errors --log-handler plain` does.
    init(level=logging.WARNING, fatal="errors", handler=None, name="pelican")
    import plugins.checks
    import plugins.presentation  # noqa: F401 (with checks, every plugin: loaded once for all forks)

    forks.main(run)
