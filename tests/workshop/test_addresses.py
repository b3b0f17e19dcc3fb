"""The preview answers as GitHub Pages does."""

from pathlib import Path

import pytest

from plugins.workshop.addresses import Answer, answer, content_type


@pytest.fixture
def site(tmp_path):
    """A small site, with a file beside it that is none of the site's."""
    for name in ("index.html", "404.html", "id/latar/csto/index.html", "en/feed.atom.xml", "theme/a b.css"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "secret.txt").touch()
    return tmp_path / "site"


@pytest.mark.parametrize("base", ["", "/jelas"])
@pytest.mark.parametrize(
    ("path", "status", "file"),
    [
        # A folder is its index, a file itself, whatever the query.
        ("/", 200, "index.html"),
        ("/id/latar/csto/", 200, "id/latar/csto/index.html"),
        ("/en/feed.atom.xml?x=1", 200, "en/feed.atom.xml"),
        ("/theme/a%20b.css", 200, "theme/a b.css"),
        # What is not there: the site's own page says so, with the right status.
        ("/id/latar/nato/", 404, "404.html"),
        ("/id/latar/", 404, "404.html"),
        ("/en/feed.atom.xml/", 404, "404.html"),
        ("/ID/latar/csto/", 404, "404.html"),
        # What is beside the site is not there either.
        ("/../secret.txt", 404, "404.html"),
        ("/id/%2e%2e/%2e%2e/secret.txt", 404, "404.html"),
        ("/%00", 404, "404.html"),
    ],
)
def test_finds_the_file(site, base, path, status, file):
    """Each address means one file, at the root and below a sub-path alike."""
    assert answer(site, base, f"{base}{path}") == Answer(status, site / file)


@pytest.mark.parametrize(
    ("base", "path", "location"),
    [
        ("", "/id/latar/csto", "/id/latar/csto/"),
        ("", "/id?x=1&y=2", "/id/?x=1&y=2"),
        ("/jelas", "/jelas/id/latar/csto", "/jelas/id/latar/csto/"),
        ("/jelas", "/jelas", "/jelas/"),
        # A convenience: the root leads to the only site there is.
        ("/jelas", "/", "/jelas/"),
        # Never to another host.
        ("", "//id", "/id/"),
    ],
)
def test_adds_the_slash(site, base, path, location):
    """A folder's address without a slash leads to the one with it."""
    assert answer(site, base, path) == Answer(301, None, location)


@pytest.mark.parametrize("path", ["/id/latar/csto/", "/jelaskan/", "/jelas2/index.html"])
def test_nothing_lives_beside_the_sub_path(site, path):
    """A link that forgets the sub-path is broken here as it will be there."""
    assert answer(site, "/jelas", path) == Answer(404, site / "404.html")


def test_does_without_a_page_for_what_is_not_found(tmp_path):
    """A site without 404.html, or not built yet, has no file to send."""
    assert answer(tmp_path / "site", "", "/") == Answer(404, None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("main.css", "text/css; charset=utf-8"),
        ("main.js", "text/javascript; charset=utf-8"),
        ("glossary.json", "application/json; charset=utf-8"),
        ("feed.atom.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("map.svg", "image/svg+xml; charset=utf-8"),
        ("card.png", "image/png"),
        ("text.woff2", "font/woff2"),
        ("search.wasm", "application/wasm"),
        (".nojekyll", "application/octet-stream"),
    ],
)
def test_names_the_type(name, kind):
    """Browsers are told what a file is, and that text is UTF-8."""
    assert content_type(Path(name)) == kind
