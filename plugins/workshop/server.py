"""The preview's web server: the built site as GitHub Pages would serve it, and the news of builds."""

from __future__ import annotations

from collections import deque
from hashlib import sha256
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.workshop.addresses import Answer, answer, content_type
from plugins.workshop.reloading import EVENTS_ADDRESS, SCRIPT_ADDRESS, with_reload

if TYPE_CHECKING:
    from plugins.workshop.news import News

_SCRIPT = Path(__file__).with_name("reload.js")
_HTML = "text/html; charset=utf-8"
_BARE_PAGE = '<!doctype html><meta charset="utf-8"><title>{0}</title><body><h1>{0}</h1></body>'
# Seconds after which a silent connection is spoken into, to learn whether its page is still open.
_PULSE = 15.0
# So many pages, sent last, are built first.
LOOKED_AT = 3


class PreviewServer(ThreadingHTTPServer):
    """Serves the folder `site` at the sub-path `base`, on this machine only."""

    daemon_threads = True

    def __init__(self, port: int, site: Path, base: str, news: News) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site, self.base, self.news = site, base, news
        self._looked_at: deque[str] = deque(maxlen=LOOKED_AT)

    def looks_at(self, file: Path) -> None:
        """Remember that somebody was sent a page."""
        name = file.relative_to(self.site).as_posix()
        if name in self._looked_at:
            self._looked_at.remove(name)
        self._looked_at.append(name)

    def looked_at(self) -> list[str]:
        """Return the pages that were sent last, the newest first."""
        return list(self._looked_at)[::-1]

    @property
    def port(self) -> int:
        """Return the port that the server listens on."""
        return int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a request."""
        path = self.path.partition("?")[0]
        try:
            if path == EVENTS_ADDRESS:
                self._send_events()
            elif path == SCRIPT_ADDRESS:
                self._send(HTTPStatus.OK, content_type(_SCRIPT), _SCRIPT.read_bytes())
            else:
                self._send_page()
        except ConnectionError:
            # The page was closed meanwhile.
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815 (the name that http.server looks for)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for findings."""

    def _send_page(self) -> None:
        build = self.server.news.state.build
        found, body = self._look_up()
        if found.location:
            self._send(HTTPStatus(found.status), _HTML, b"", Location=found.location)
        elif found.file is None:
            title = f"{found.status} Not Found" if self.server.site.is_dir() else "There is no site yet"
            self._send(found.status, _HTML, with_reload(_BARE_PAGE.format(escape(title)), build).encode())
        else:
            kind = content_type(found.file)
            tag = sha256(body).hexdigest()[:16]
            if kind == _HTML:
                body = with_reload(body.decode("utf-8", "replace"), build, tag).encode()
                if self.command == "GET":
                    self.server.looks_at(found.file)
            self._send(found.status, kind, body, ETag=f'"{tag}"')

    def _look_up(self) -> tuple[Answer, bytes]:
        """Return the answer, and what its file holds; a site put in place meanwhile is asked once more."""
        for _ in range(2):
            found = answer(self.server.site, self.server.base, self.path)
            try:
                return found, found.file.read_bytes() if found.file else b""
            except FileNotFoundError:
                continue
        return Answer(HTTPStatus.NOT_FOUND), b""

    def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_events(self) -> None:
        """Send each state as a server-sent event, the present one at once, until the page is closed."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        state = self.server.news.state
        self.wfile.write(f"data: {state.as_json()}\n\n".encode())
        while self.command != "HEAD":
            newest = self.server.news.wait(state, _PULSE)
            self.wfile.write(f"data: {newest.as_json()}\n\n".encode() if newest != state else b":\n\n")
            state = newest


def open_server(port: int, folder: Path, base: str, news: News) -> PreviewServer:
    """Return a server on `port` or the next that is free; the site is `folder`/PORT/site.

    So two previews at once have a folder each.
    """
    for candidate in range(port, min(port + 100, 65536)):
        try:
            return PreviewServer(candidate, folder / str(candidate) / "site", base, news)
        except OSError:
            continue
    raise OSError(f"Cannot open a port for the preview: {port} and the next ones are taken.")
