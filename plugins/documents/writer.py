"""Pelican’s writer, but pages wait until every generator has asked for its own; then forks write
a share each. Those of documents are rendered from their views, where these are not known.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from pelican.writers import Writer

from plugins.documents import pickles
from plugins.documents.shares import left
from plugins.documents.views import Rendered, page_job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import FileIO

    from jinja2 import Template

    from plugins.documents.memo import Memo


class Call(NamedTuple):
    """How a generator asked for a page."""

    template: Template
    context: dict[str, Any]
    options: dict[str, Any]


class WaitingWriter(Writer):
    """Writes no page and no feed until it is told which. `calls`: the site's pages by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.calls: dict[str, Call] = {}
        self._waiting: dict[str, Call] = {}
        self._feeds: list[Callable[[], None]] = []
        self.settings["WRITER"] = self

    def write_file(self, name: str, template: Any, context: Any, **options: Any) -> None:
        """Remember what to write; of two pages at one address the first, as the rules tell of the other."""
        if name and name not in self.calls:
            self.calls[name] = self._waiting[name] = Call(template, context, options)

    def write_feed(self, elements: Any, context: Any, path: str, *args: Any, **kwargs: Any) -> None:
        """Remember what to write."""
        self._feeds.append(partial(super().write_feed, elements, context, path, *args, **kwargs))

    def write(self, names: Iterable[str]) -> None:
        """Write those of the waiting pages that have these names."""
        memo: Memo = self.settings["MEMO"]
        for name in names:
            if name in self._waiting:
                template, context, options = self._waiting.pop(name)
                job = page_job(template, context, options)
                super().write_file(name, Rendered(memo.of(job)) if job else template, context, **options)

    def write_all(self) -> None:
        """Write all that still waits."""
        memo: Memo = self.settings["MEMO"]
        known = frozenset(memo.known)

        def write_share(names: Iterable[str], file: FileIO) -> None:
            self.write(names)
            with open(file.fileno(), "wb", closefd=False) as buffered:
                pickles.write(memo.asked(known), buffered, b"")

        def take(file: FileIO) -> None:
            memo.take_over(pickles.read(file, b""))

        with closing(left(list(self._waiting), write_share, memo.processes, take)) as names:
            self.write(names)
        self._waiting.clear()
        for write in self._feeds:
            write()
