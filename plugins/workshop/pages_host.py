"""GitHub Pages on this machine: the built site as its servers send it, for tests and measurements.

As there: a sub-path, 301 for folders, 404.html at any depth, gzip, `max-age=600`, names with their
capitals, and no header of one's own.
"""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from plugins.workshop.addresses import answer, content_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What its servers pack, by type.
_PACKED = ("text/", "application/json", "application/ld+json", "application/xml", "image/svg+xml")


class PagesHost(ThreadingHTTPServer):
    """Serves the folder `site` at the sub-path `base`, on this machine only."""

    daemon_threads = True

    def __init__(self, site: Path, base: str, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site, self.base = site, base

    @property
    def address(self) -> str:
        """Return the address at which the site is served."""
        return f"http://localhost:{self.server_address[1]}{self.base}"


class _Handler(BaseHTTPRequestHandler):
    server: PagesHost
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a request."""
        found = answer(self.server.site, self.server.base, self.path)
        body = found.file.read_bytes() if found.file else b""
        headers = {"Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*"}
        if found.location:
            headers["Location"] = found.location
        if found.file:
            headers["Content-Type"] = content_type(found.file)
            if "gzip" in self.headers.get("Accept-Encoding", "") and headers["Content-Type"].startswith(
                _PACKED
            ):
                headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
                body = _packed(body)
        self.send_response(found.status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 (the name that http.server looks for)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@lru_cache(maxsize=64)
def _packed(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


@contextmanager
def hosted(site: Path, base: str = "", port: int = 0) -> Iterator[PagesHost]:
    """Serve a site while the block runs."""
    host = PagesHost(site, base, port)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
        thread.join()
