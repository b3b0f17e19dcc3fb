"""Asking whether the addresses of sources still answer, of a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.documents.models import Source
from plugins.workshop.external import Answer, ask_all, report


class Handler(BaseHTTPRequestHandler):
    """Answers by the address: /404, /moved, /no-head, and 200 for all else."""

    def do_GET(self):
        """Answer."""
        self.server.asked.append((self.command, self.path))
        status = {"/404": 404, "/410": 410, "/500": 500, "/moved": 301}.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/new")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """A server on this machine that remembers what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def source(url, archive=None):
    """Make a source."""
    fields = {"publisher": "P", "title": "T", "accessed": "2026-11-23", "lang": "en", "sort": "press"}
    return Source.model_validate(fields | {"url": url} | ({"archive": archive} if archive else {}))


def test_report(server):
    """Dead and moved addresses are told by line, with the archived copy; what answers is only counted."""
    root = f"http://127.0.0.1:{server.server_address[1]}"
    sources = {
        "a": source(f"{root}/ok"),
        "b": source(f"{root}/404", "https://archive.example/b"),
        "c": source(f"{root}/moved"),
        "d": source(f"{root}/no-head"),
        "e": source("http://127.0.0.1:9/closed"),
        "f": source(f"{root}/500"),
    }

    told = report(
        sources, ask_all([one.url for one in sources.values()], pause=0), "s.yaml", {"b": 7}
    ).splitlines()

    assert told[0] == f"s.yaml:7: {root}/404 dead (404); archived at https://archive.example/b"
    assert told[1] == f"s.yaml:0: {root}/moved moved to {root}/new"
    assert told[2].startswith("s.yaml:0: http://127.0.0.1:9/closed no answer (")
    assert told[3] == f"s.yaml:0: {root}/500 no answer (500)"
    assert told[4] == "answers: 2, moved: 1, dead: 1, no answer: 2"
    assert ("GET", "/no-head") in server.asked
    assert ("GET", "/ok") not in server.asked


def test_a_slash_or_https_is_no_move():
    """An address that leads to itself with a slash, or by https, answers."""
    sources = {"a": source("http://example.org/x")}

    assert report(sources, {"http://example.org/x": Answer(200, "https://example.org/x/")}, "", {}) == (
        "answers: 1, moved: 0, dead: 0, no answer: 0"
    )
