"""Rules on built pages."""

import pytest

from plugins.checks.built import BuiltSite, read_page
from plugins.checks.gate import check_site

ROOT = "https://x.org/j"


def findings(html, others=()):
    """Return what the rules say of one page, made from content/a.md, in a site with `others`."""
    page = read_page("id/a/index.html", f"<html lang=id><h1>A</h1>{html}</html>", "content/a.md")
    other = read_page("id/b/index.html", '<h1 id="apa">B</h1>', "content/b.md")
    files = frozenset({page.path, other.path, "theme/x.css", "index.html", *others})
    return [str(one) for one in check_site(BuiltSite(ROOT, files, {page.path: page, other.path: other}))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<a href="{ROOT}/id/b/#apa">b</a> <a href="{ROOT}/id/b/">b</a> <a href="{ROOT}">home</a>', []),
        ('<a href="#x">x</a><p id="x">x</p> <a href="https://example.org/">out</a>', []),
        (
            f'<a href="{ROOT}/id/c/">c</a>',
            [
                f"content/a.md: the built page links {ROOT}/id/c/, which does not exist [dead-link]\n"
                "  fix: Correct the link, or publish what it names. Did you mean “id/b/index.html”?"
            ],
        ),
        (
            f'<a href="{ROOT}/id/b/#ap">b</a>',
            [
                "content/a.md: there is no anchor “ap” on id/b/index.html [dead-link]\n"
                "  fix: Correct the part after #. Did you mean “apa”?"
            ],
        ),
        (
            '<a href="entity:csto">x</a>',
            [
                "content/a.md: <a href='entity:csto'> stands on id/a/index.html, and is not allowed [markup]\n"
                "  fix: Remove what makes it; pages are Markdown only.",
                "content/a.md: the built page links “entity:csto”, which is no address [dead-link]\n"
                "  fix: Link pages by {filename}, files by {static}, entries by entity:.",
            ],
        ),
        (
            '<p id="x"><em id="x">y</em>',
            [
                "content/a.md: the anchor “x” stands 2 times on id/a/index.html [duplicate-id]\n"
                "  fix: Reword a heading, or show each claim and event in one figure only."
            ],
        ),
        ("<h2>b</h2><h3>c</h3><h2>d</h2>", []),
        (
            "<h3>c</h3>",
            [
                "content/a.md: a heading of level 3 follows one of level 1 on id/a/index.html [headings]\n"
                "  fix: Make it level 2."
            ],
        ),
        (
            "<h1>b</h1>",
            [
                "content/a.md: id/a/index.html has 2 first-level headings [headings]\n"
                "  fix: The title is the one; begin sections with ##."
            ],
        ),
        (f'<img src="{ROOT}/theme/x.css" alt="">', []),
        (
            f'<img src="{ROOT}/theme/x.css">',
            [
                f"content/a.md: the image {ROOT}/theme/x.css has no text alternative on id/a/index.html"
                " [text-alternative]\n  fix: Say in words what it shows."
            ],
        ),
    ],
)
def test_page(html, expected):
    """Dead links and anchors, double anchors, odd headings and silent images are found."""
    assert findings(html) == expected


def test_size():
    """A file or a site that GitHub Pages would not take is a finding."""
    small, large = {"a.png": 99_000_000}, {"a.mov": 130_000_000} | {f"{n}.png": 90_000_000 for n in range(10)}

    assert check_site(BuiltSite(ROOT, frozenset(), {}, small)) == []
    assert [str(one).splitlines()[0] for one in check_site(BuiltSite(ROOT, frozenset(), {}, large))] == [
        "a.mov: the file has 130 MB, at most 100 are taken [size]",
        "content: the site has 1.0 GB, at most 1 is taken [size]",
    ]


def test_a_page_without_anything():
    """An empty file is a page that says nothing, and no crash."""
    assert read_page("a.html", " \n", "content/extra/a.html").headings == ()
