"""The preview's web server, over real connections on this machine."""

import json
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from plugins.workshop.news import News
from plugins.workshop.server import PreviewServer, open_server

PAGE = "<!doctype html><title>Jelas</title><body><p>Terang</p></body>"


@pytest.fixture
def server(tmp_path):
    """A server of a small site at the sub-path /jelas."""
    site = tmp_path / "site"
    (site / "id").mkdir(parents=True)
    (site / "id" / "index.html").write_text(PAGE, "utf-8")
    (site / "404.html").write_text("<body>Tidak ada</body>", "utf-8")
    (site / "main.css").write_text("body{color:red}</body>", "utf-8")
    with PreviewServer(0, site, "/jelas", News()) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server, path, method="GET"):
    """Return status, headers and text of the answer to a request."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, response.headers, text


def script(server, page=""):
    """Return the script element that pages are served with."""
    tag = sha256(page.encode()).hexdigest()[:16] if page else ""
    return (
        f'<script src="/-preview/reload.js" data-build="{server.news.state.build}" data-tag="{tag}"></script>'
    )


def test_serves_a_page_with_the_script(server):
    """A page has the script as served, and never in its file; browsers keep no copy."""
    status, headers, text = ask(server, "/jelas/id/")

    assert (status, text) == (200, PAGE.replace("</body>", f"{script(server, PAGE)}</body>"))
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("text/html; charset=utf-8", "no-store")
    assert (server.site / "id" / "index.html").read_text("utf-8") == PAGE


def test_serves_other_files_as_they_are(server):
    """Only pages get the script."""
    status, headers, text = ask(server, "/jelas/main.css")

    assert (status, headers["Content-Type"], text) == (
        200,
        "text/css; charset=utf-8",
        "body{color:red}</body>",
    )


def test_redirects_to_the_slash(server):
    """A folder's address without a slash is answered with 301."""
    status, headers, _ = ask(server, "/jelas/id")

    assert (status, headers["Location"]) == (301, "/jelas/id/")


@pytest.mark.parametrize("path", ["/jelas/en/", "/id/"])
def test_answers_404_with_the_site_s_page(server, path):
    """What is not there, or is beside the sub-path, is answered by 404.html."""
    status, _, text = ask(server, path)

    page = "<body>Tidak ada</body>"
    assert (status, text) == (404, page.replace("</body>", f"{script(server, page)}</body>"))


class Fleeting(type(Path())):
    """A path whose files are gone the first `times` that they are read."""

    times = 0

    def read_bytes(self):
        """Return what the file holds, if it is not gone."""
        if Fleeting.times:
            Fleeting.times -= 1
            raise FileNotFoundError(self)
        return super().read_bytes()


@pytest.mark.parametrize(("times", "status"), [(1, 200), (2, 404)])
def test_a_site_that_is_replaced_meanwhile(server, times, status):
    """A file that goes between look-up and reading is looked up once more, then answered as missing."""
    server.site, Fleeting.times = Fleeting(server.site), times

    assert ask(server, "/jelas/id/")[0] == status


def test_head_has_no_body(server):
    """HEAD tells the length and sends nothing."""
    status, headers, text = ask(server, "/jelas/main.css", "HEAD")

    assert (status, headers["Content-Length"], text) == (200, "22", "")


def test_says_so_before_the_first_build(server):
    """Where no build has succeeded yet, a page says so, and reloads when one has."""
    server.site = server.site / "nowhere"

    status, _, text = ask(server, "/jelas/")

    assert (status, "There is no site yet" in text, script(server) in text) == (404, True, True)


def test_sends_the_script(server):
    """The script comes from the server itself."""
    status, headers, text = ask(server, "/-preview/reload.js")

    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in text


def test_tells_open_pages_of_each_build(server):
    """A page learns the state when it asks, and each new one as it comes."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", "/-preview/events")
    events = connection.getresponse()

    def event():
        line = events.readline().decode()
        assert events.readline() == b"\n"
        return json.loads(line.removeprefix("data: "))

    first = event()
    server.news.tell_failed("a.id.md:1: salah")
    failed = event()
    server.news.tell_built("a.en.md:1: wrong")
    built = event()
    connection.close()

    last_good = "The newest version could not be built. You see the last good one."
    assert first["words"] == ""
    assert failed == {"build": first["build"], "words": f"{last_good}\n\na.id.md:1: salah"}
    assert (built["build"] != first["build"], built["words"]) == (True, "a.en.md:1: wrong")


def test_knows_what_is_looked_at(server):
    """The pages that were sent last are known, the newest first; asking for a head is no look."""
    for name in "abcd":
        (server.site / name).mkdir()
        (server.site / name / "index.html").write_text(PAGE, "utf-8")
        ask(server, f"/jelas/{name}/")
    ask(server, "/jelas/c/")
    ask(server, "/jelas/a/", "HEAD")

    assert server.looked_at() == ["c/index.html", "d/index.html", "b/index.html"]


def test_a_page_that_has_not_changed_stays(server, browser):
    """After a build only pages with other bytes load anew."""
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/jelas/id/")
    page.evaluate("window.mark = 'kept'")

    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        server.news.tell_first_pages()
    kept = page.evaluate("window.mark")
    (server.site / "id" / "index.html").write_text("<body>Baru</body>", "utf-8")
    server.news.tell_built("")
    page.get_by_text("Baru").wait_for()
    page.close()

    assert kept == "kept"


def test_takes_the_next_port(tmp_path, server):
    """Where the port is taken the next free one serves, with a folder of its own."""
    with open_server(server.port, tmp_path, "", News()) as other:
        assert other.port > server.port
        assert other.site == tmp_path / str(other.port) / "site"


def test_open_page_follows_the_builds(server, browser):
    """A page whose policy forbids everything still shows what is wrong, and reloads when it is mended."""
    file = server.site / "id" / "index.html"
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    file.write_text(f"{policy}<body><h1>Lama</h1></body>", "utf-8")
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/jelas/id/")

    server.news.tell_failed("a.id.md:1: salah")
    page.get_by_text("a.id.md:1: salah").wait_for()
    alerts = [page.get_by_role("alert").count()]
    file.write_text(f"{policy}<body><h1>Baru</h1></body>", "utf-8")
    server.news.tell_built("")
    page.get_by_text("Baru").wait_for()
    alerts.append(page.get_by_role("alert").count())
    page.close()

    assert alerts == [1, 0]


def test_tabs_that_nobody_looks_at(server, browser):
    """A page listens while it is looked at only, also one that was opened behind another."""
    page = browser.new_page()
    page.add_init_script(
        """window.away = true;
        Object.defineProperty(document, "hidden", { get: () => window.away });
        window.listeners = [];
        const Source = window.EventSource;
        window.EventSource = class extends Source {
          constructor(...all) { super(...all); window.listeners.push(this); }
        };"""
    )
    page.goto(f"http://127.0.0.1:{server.port}/jelas/id/")

    def listeners(away):
        page.evaluate("(away) => { window.away = away; }", away)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        return page.evaluate("listeners.map((one) => one.readyState === EventSource.CLOSED)")

    behind = page.evaluate("listeners.length")
    states = [listeners(away) for away in (False, True, False)]
    page.close()

    assert (behind, states) == (0, [[False], [True], [True, False]])
