"""A build for the preview: Pelican in this process, the pages that somebody looks at written first."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican
from pelican.log import init
from pelican.settings import read_settings

from plugins.documents import stages
from plugins.workshop import forks
from plugins.workshop.look import look, put

if TYPE_CHECKING:
    from plugins.documents.writer import WaitingWriter


def run(order: forks.Order, tell: forks.Tell) -> forks.Look:
    """Build the site into `order["staging"]`; return how to look at single pages.

    The pages of the files `order["changed"]`, and those of `order["looked_at"]`, are put into the shown site
    `order["site"]` before all others are written; then `tell()` is called.
    """
    shown, changed = Path(order["site"]), frozenset(order["changed"])

    def write_in_turn(pelican: Pelican) -> None:
        writer: WaitingWriter = pelican.settings["WRITER"]
        own = [one.save_as for one in pelican.settings["SITE"].contents if one.document.path in changed]
        names = [name for name in dict.fromkeys([*order["looked_at"], *own]) if name in writer.calls]
        writer.write(names)
        for name in names:
            put(Path(writer.output_path) / name, shown / name)
        tell()

    stages.PAGES_WAIT.connect(write_in_turn)
    override: dict[str, Any] = {"OUTPUT_PATH": str(Path(order["staging"]).absolute())}
    settings = read_settings("pelicanconf.py", override)
    Pelican(settings).run()
    return partial(_look, settings)


def _look(settings: dict[str, Any], order: forks.Order, tell: forks.Tell) -> None:
    """Show the pages that an order asks for as they are now, before the whole site is built."""
    calls = settings["WRITER"].calls
    if look(settings["SITE"], calls, order["changed"], order["looked_at"], Path(order["site"])):
        tell()


if __name__ == "__main__":
    # As `pelican --fatal errors --log-handler plain` does.
    init(level=logging.WARNING, fatal="errors", handler=None, name="pelican")
    import plugins.checks
    import plugins.presentation  # noqa: F401 (with checks, every plugin: loaded once for all forks)

    forks.main(run)
