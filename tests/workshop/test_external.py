"""Asking whether the addresses of sources still answer, of a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.documents.models import Source
from plugins.workshop.external import Answer, ask_all, report


class Handler(BaseHTTPRequestHandler):
    """Answers by the address: /404, /moved, /no-head, /garbage, and 200 for all else."""

    def do_GET(self):
        """Answer."""
        self.server.asked.append((self.command, self.path))
        if self.path == "/garbage":
            self.wfile.write(b"no HTTP\r\n\r\n")
            return
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
        "g": source(f"{root}/garbage"),
    }

    told = report(
        sources, ask_all([one.url for one in sources.values()], pause=0), "s.yaml", {"b": 7}
    ).splitlines()

    assert told[0] == f"s.yaml:7: {root}/404 dead (404); archived at https://archive.example/b"
    assert told[1] == f"s.yaml:0: {root}/moved moved to {root}/new"
    assert told[2].startswith("s.yaml:0: http://127.0.0.1:9/closed no answer (")
    assert told[3] == f"s.yaml:0: {root}/500 no answer (500)"
    assert told[4] == f"s.yaml:0: {root}/garbage no answer (no HTTP)"
    assert told[5] == "answers: 2, moved: 1, dead: 1, no answer: 3"
    assert ("GET", "/no-head") in server.asked
    assert ("GET", "/ok") not in server.asked


def test_addresses_in_other_scripts(server):
    """An address in Armenian or Russian is asked as browsers ask it, and what is escaped stays so."""
    root = f"http://127.0.0.1:{server.server_address[1]}"
    urls = [f"{root}/Հայ?q=мир", f"{root}/a%20b"]

    answers = ask_all(urls, pause=0)

    assert server.asked == [("HEAD", "/%D5%80%D5%A1%D5%B5?q=%D0%BC%D0%B8%D1%80"), ("HEAD", "/a%20b")]
    assert [answers[url].status for url in urls] == [200, 200]


@pytest.mark.parametrize(
    ("url", "led_to"),
    [
        ("http://example.org/x", "https://example.org/x/"),
        ("https://example.org/мир", "https://example.org/%d0%bc%d0%b8%d1%80"),
        ("https://пример.рф/", "https://xn--e1afmkfd.xn--p1ai"),
    ],
)
def test_what_is_no_move(url, led_to):
    """An address that leads to itself with a slash, by https or in escapes, answers."""
    assert report({"a": source(url)}, {url: Answer(200, led_to)}, "", {}) == (
        "answers: 1, moved: 0, dead: 0, no answer: 0"
    )
