"""Which file of the built site an address means, as GitHub Pages answers it."""

from __future__ import annotations

from dataclasses import dataclass
from mimetypes import MimeTypes
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from pathlib import Path

NOT_FOUND_PAGE = "404.html"

# Not the machine's own table: the preview answers alike everywhere.
_TYPES = MimeTypes(filenames=())
for _type, _suffix in (
    ("text/javascript", ".js"),
    ("application/json", ".json"),
    ("application/ld+json", ".jsonld"),
    ("application/xml", ".xml"),
    ("application/wasm", ".wasm"),
    ("application/manifest+json", ".webmanifest"),
    ("text/markdown", ".md"),
    ("text/yaml", ".yaml"),
    ("image/svg+xml", ".svg"),
    ("image/webp", ".webp"),
    ("font/woff2", ".woff2"),
):
    _TYPES.add_type(_type, _suffix)
_UTF_8 = ("text/", "application/json", "application/xml", "application/ld+json", "image/svg+xml")


@dataclass(frozen=True)
class Answer:
    """A status, and the file to send or the address to go to."""

    status: int
    file: Path | None = None
    location: str = ""


def answer(site: Path, base: str, target: str) -> Answer:
    """Return the answer to a request for `target`, the path and query that a browser sends.

    `base` is the sub-path at which the site lives: "" or "/repository".
    """
    path, _, query = target.partition("?")
    path = "/" + unquote(path).lstrip("/")
    if base and path in {"/", base}:
        return Answer(301, location=f"{base}/")
    within = path.removeprefix(f"{base}/")
    parts = within.split("/")
    if not path.startswith(f"{base}/") or "\0" in path or ".." in parts:
        return _not_found(site)
    file = site / within
    if file.is_dir() and not path.endswith("/"):
        return Answer(301, location=quote(f"{path}/") + (f"?{query}" if query else ""))
    if path.endswith("/"):
        file /= "index.html"
    return Answer(200, file) if file.is_file() else _not_found(site)


def content_type(file: Path) -> str:
    """Return the Content-Type of a file by its name; text is UTF-8."""
    found, _ = _TYPES.guess_type(file.name)
    if found is None:
        return "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_UTF_8) else found


def _not_found(site: Path) -> Answer:
    page = site / NOT_FOUND_PAGE
    return Answer(404, page if page.is_file() else None)
