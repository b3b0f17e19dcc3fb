"""What the template of a document's page sees: the document whole, of other documents their faces, of
settings those that are texts, and what all pages share.

A view is made from bytes that name all there is in it. So a page is known where these bytes and the theme are
known, and a template that asks for more fails at once, instead of showing what was so in an earlier build.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.documents.memo import Job, digest
from plugins.documents.models import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Template

    from plugins.documents.memo import Memo
    from plugins.documents.site import Site

# What Pelican and our floors work with, and no reader sees; nor what begins with an underscore.
_PLUMBING = (
    "author authors category date_format document in_default_lang locale_date locale_modified metadata "
    "override_save_as override_url reader relative_source_path settings source_path template timezone "
    "translations"
)
_UNSEEN = frozenset(_PLUMBING.split())
# What Pelican works out anew each time it is asked.
_WORKED_OUT = "url", "summary", "content"


class Face(NamedTuple):
    """What pages show of another one."""

    kind: str
    key: str
    lang: str
    title: str
    summary: str
    url: str


class Subject:
    """A document as its own page shows it: all that the floors have put on it."""

    def __init__(self, content: Any) -> None:
        names = (name for name in vars(content) if name[0] != "_" and name not in _UNSEEN)
        self.__dict__ |= {name: getattr(content, name) for name in (*names, *_WORKED_OUT)}


class Views:
    """The views of a site's pages, once every floor has done its work."""

    def __init__(self, site: Site) -> None:
        self._names = _Names(site)
        texts = {name: value for name, value in site.settings.items() if _is_text(value)}
        shared = self._names.bytes_of(texts | site.shared)
        self._shared: dict[str, Any] = self._names.seen_in(shared)
        folders = map(Path, (*site.settings["THEME_TEMPLATES_OVERRIDES"], site.settings["THEME"]))
        self._given = *map(_all_of, folders), shared

    def page(self, template: Template, options: Mapping[str, Any]) -> Job[str]:
        """Return the job whose result is a page. `options`: what a generator gives its template."""
        own = self._names.bytes_of(
            {
                name: Subject(value) if _is_document(value) else value
                for name, value in options.items()
                if name not in _UNSEEN
            }
        )

        def render() -> str:
            return template.render(self._shared | self._names.seen_in(own))

        return Job("rendered", (*self._given, template.name or "", own), render)


class Rendered:
    """Stands for a template where the page is there."""

    def __init__(self, page: str) -> None:
        self._page = page

    def render(self, _: Mapping[str, Any]) -> str:
        """Return the page, whatever the context."""
        return self._page


def page_job(template: Template, context: Mapping[str, Any], options: Mapping[str, Any]) -> Job[str] | None:
    """Return the job whose result is the page of a document; None for a listing, which shows too much."""
    if any(map(_is_document, options.values())):
        views: Views = context["site"].views
        return views.page(template, options)
    return None


class _Names:
    """What stands in bytes by a name: documents, of which faces are seen, sources and jobs."""

    def __init__(self, site: Site) -> None:
        memo: Memo = site.settings["MEMO"]
        # What is seen of things of a type, and what their names are made of.
        self._kinds: dict[type, Callable[[Any], tuple[object, str | bytes]]] = {
            **dict.fromkeys(map(type, site.contents), _face),
            Source: lambda source: (source, source.model_dump_json()),
            # A page may not need the result.
            Job: lambda job: (partial(memo.of, job), job.key),
        }
        self._reducers: dict[type, Any] = copyreg.dispatch_table | dict.fromkeys(self._kinds, self._reduced)
        # By the id of a thing, which is there as long as the site is.
        self._known: dict[int, tuple[object, tuple[bytes]]] = {}
        self._seen: dict[bytes, object] = {}

    def bytes_of(self, value: object) -> bytes:
        """Return bytes that are the same where the value is, in any process."""
        file = io.BytesIO()
        pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
        pickler.dispatch_table = self._reducers
        # Equal things are written alike, whether they are one or two.
        pickler.fast = True
        pickler.dump(value)
        return file.getvalue()

    def seen_in(self, data: bytes) -> Any:
        """Return what templates see of the value that bytes were made of."""
        return _Unpickler(io.BytesIO(data), self._seen).load()

    def _reduced(self, thing: object) -> tuple[object, tuple[bytes]]:
        if id(thing) not in self._known:
            seen, given = self._kinds[type(thing)](thing)
            name = digest(type(thing).__name__, given)
            self._known[id(thing)], self._seen[name] = (_by_name, (name,)), seen
        return self._known[id(thing)]


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, seen: Mapping[bytes, object]) -> None:
        super().__init__(file)
        self._seen = seen

    def find_class(self, module: str, name: str) -> Any:
        return self._seen.__getitem__ if name == _by_name.__name__ else super().find_class(module, name)


def _by_name(name: object) -> None:
    """Stands in bytes for the way to what has a name."""


def _face(content: Any) -> tuple[Face, str]:
    face = Face(content.kind, content.key, content.lang, content.title, content.summary, content.url)
    return face, repr(face)


def _is_document(value: object) -> bool:
    return hasattr(value, "document")


def _is_text(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_is_text, value.values()))
    return all(map(_is_text, value)) if isinstance(value, (list, tuple)) else isinstance(value, str)


def _all_of(folder: Path) -> bytes:
    """Return a name of all files in a folder, but for those that editors leave there."""
    found = (path for path in folder.rglob("*") if not path.name.startswith(".") and path.name[-1] != "~")
    files = sorted(path for path in found if path.is_file())
    return digest(*(part for path in files for part in (str(path.relative_to(folder)), path.read_bytes())))
