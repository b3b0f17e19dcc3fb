"""Floor 0. What a content file is: strict front matter, identity, rendering, and the build's order."""

from __future__ import annotations

import atexit
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals

from plugins.documents import memo, stages
from plugins.documents.compiled import Compiled, compile_all
from plugins.documents.corpus_reader import read_corpus
from plugins.documents.reader import DocumentReader, render_ahead
from plugins.documents.site import Site
from plugins.documents.writer import WaitingWriter

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.readers import Readers


# A build keeps nearly all that it makes: to look for garbage as often as Python does took a sixth of it.
_GARBAGE_AFTER = 20_000, 50, 50


def read_documents(pelican: Pelican) -> None:
    """Read all content before any is rendered, and let the checks see it."""
    gc.set_threshold(*_GARBAGE_AFTER)
    settings = pelican.settings
    name = memo.fingerprint(settings)
    settings["MEMO"], settings["MEMO_NAME"] = memo.load(_memo_file(pelican), name), name
    settings["MEMO"].processes = settings["PROCESSES"]
    settings["JINJA_ENVIRONMENT"] |= {"bytecode_cache": Compiled(settings["MEMO"])}
    # Relative to where the command runs, so that an editor can open what a finding names.
    content = Path(os.path.relpath(settings["PATH"]))
    settings["CORPUS"] = read_corpus(content, settings["LANGUAGES"], settings["MEMO"], settings["SECTIONS"])
    stages.CORPUS_READ.send(pelican)
    render_ahead(settings)


def use_our_reader(readers: Readers) -> None:
    """Let Pelican read Markdown through `DocumentReader`."""
    readers.reader_classes["md"] = DocumentReader


def send_floors(generators: list[Any]) -> None:
    """Collect every published content object and send it up the floors, one after another."""
    first = generators[0]
    compile_all(first.env, Path(first.settings["THEME"]) / "templates")
    contents = {
        id(content): content
        for content in first.context["generated_content"].values()
        if getattr(content, "document", None) and content.status == "published"
    }
    ordered = tuple(sorted(contents.values(), key=lambda one: (one.kind, one.key, one.lang)))
    Site(first.settings, first.context, first.settings["CORPUS"], ordered, fresh=ordered).send_up()


def send_written(pelican: Pelican) -> None:
    """Write, let the floors work on what is written, and keep what was worked out, whatever they find."""
    settings, is_whole = pelican.settings, False
    try:
        stages.PAGES_WAIT.send(pelican)
        settings["WRITER"].write_all()
        stages.PAGES_WRITTEN.send(pelican)
        stages.ALL_WRITTEN.send(pelican)
        is_whole = True
    except KeyboardInterrupt:
        raise SystemExit(130) from None  # Pelican would say that all is well
    finally:
        memo.save(settings["MEMO"], _memo_file(pelican), settings["MEMO_NAME"], is_whole=is_whole)


def use_our_writer(_: Pelican) -> type[WaitingWriter]:
    """Let Pelican write through `WaitingWriter`."""
    return WaitingWriter


def _memo_file(pelican: Pelican) -> Path:
    return Path(pelican.settings["CACHE_PATH"]) / "memo"


def register() -> None:
    """Connect to Pelican."""
    # When the process ends its memory goes anyhow: looking for garbage in it took a twentieth of a build.
    atexit.register(gc.freeze)
    signals.initialized.connect(read_documents)
    signals.readers_init.connect(use_our_reader)
    signals.get_writer.connect(use_our_writer)
    signals.all_generators_finalized.connect(send_floors)
    signals.finalized.connect(send_written)
