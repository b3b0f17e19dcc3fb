"""Pelican’s writer, but pages wait until every generator has asked for its own; those of documents are
rendered from their views, ahead and in shares.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from pelican.writers import Writer

from plugins.documents.ahead import work_ahead
from plugins.documents.views import Rendered, page_job

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Template

    from plugins.documents.memo import Memo


# What is seen on so many pages is in memory at once.
AT_ONCE = 256


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

    def write(self, names: Sequence[str]) -> None:
        """Write those of the waiting pages that have these names."""
        waiting = {name: self._waiting.pop(name) for name in names if name in self._waiting}
        memo: Memo = self.settings["MEMO"]
        jobs = {name: job for name, call in waiting.items() if (job := page_job(*call))}
        work_ahead(memo, jobs.values())
        for name, (template, context, options) in waiting.items():
            page = Rendered(memo.of(jobs[name])) if name in jobs else template
            super().write_file(name, page, context, **options)

    def write_all(self) -> None:
        """Write all that still waits."""
        names = list(self._waiting)
        for start in range(0, len(names), AT_ONCE):
            self.write(names[start : start + AT_ONCE])
        for write in self._feeds:
            write()
