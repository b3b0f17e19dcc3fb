"""Pelican’s writer, but pages wait until every generator has asked for its own: forks write a share each."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from pelican.writers import Writer

from plugins.documents.shares import left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Template


class Call(NamedTuple):
    """How a generator asked for a page."""

    template: Template
    context: dict[str, Any]
    options: dict[str, Any]


class WaitingWriter(Writer):
    """Writes no page and no feed until it is told which. `calls`: the site's pages by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._waiting: dict[str, Callable[[], None]] = {}
        self.calls: dict[str, Call] = {}
        self.settings["WRITER"] = self

    def write_file(self, name: str, template: Any, context: Any, **options: Any) -> None:
        """Remember what to write; of two pages at one address the first, as the rules tell of the other."""
        if name and name not in self.calls:
            self.calls[name] = Call(template, context, options)
            self._waiting[name] = partial(super().write_file, name, template, context, **options)

    def write_feed(self, elements: Any, context: Any, path: str, *args: Any, **kwargs: Any) -> None:
        """Remember what to write."""
        self._waiting[path] = partial(super().write_feed, elements, context, path, *args, **kwargs)

    def write(self, names: Iterable[str]) -> None:
        """Write those of the waiting pages that have these names."""
        for name in names:
            if name in self._waiting:
                self._waiting.pop(name)()

    def write_all(self) -> None:
        """Write all that still waits."""
        # The first page of each template is written before: what it compiles is there for all forks.
        first = {call.template.name: name for name, call in reversed(self.calls.items())}
        self.write(first.values())

        def write_share(names: Iterable[str], _: object) -> None:
            self.write(names)

        with closing(left(list(self._waiting), write_share, self.settings["PROCESSES"])) as names:
            self.write(names)
        self._waiting.clear()
