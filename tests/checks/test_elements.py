"""What is read of a built page's markup."""

import pytest

from plugins.checks.elements import element, tags


@pytest.mark.parametrize(
    ("html", "elements"),
    [
        (
            '<!doctype html><p class="a b">Satu</p ><br/><hr />',
            [("p", {"class": "a b"}), ("br", {}), ("hr", {})],
        ),
        (
            "<A HREF='x' hidden rel=me\n title=\"a > b\">x</A>",
            [("a", {"href": "x", "hidden": "", "rel": "me", "title": "a > b"})],
        ),
        # Entities are read once.
        ('<a href="?a=1&amp;b=&quot;&amp;lt;">', [("a", {"href": '?a=1&b="&lt;'})]),
        # The first of two counts.
        ('<p id="a" id="b">', [("p", {"id": "a"})]),
        # No markup begins here.
        ('<style>p::after { content: " <" attr(href) ">" }</style> 1 < 2 <3', [("style", {})]),
    ],
)
def test_elements(html, elements):
    """Names and attributes are read as browsers read them."""
    assert [element(tag) for tag in tags(html)] == elements


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<!-- words -->", "!-- words --"),
        ("<![CDATA[x]]>", "![CDATA[x]]"),
        ("<?xml version='1.0'?>", "?xml version='1.0'?"),
        ("</ p>", "/ p"),
        ('</p onclick="x">', '/p onclick="x"'),
        ('<a href="x"onclick="y">', 'a href="x"onclick="y"'),
        ("<img/onerror=x>", "img/onerror=x"),
        ('<p title="open>\nwords', 'p title="open'),
        ("<p <b>", "p"),
    ],
)
def test_what_is_no_tag(html, name):
    """What a browser may read otherwise than we do is an element of a name that no list allows."""
    assert element(tags(html)[0]) == (name, {})


@pytest.mark.parametrize("text", ["<a ", '<a b="', "<a b='<a b=\"", "<a " + "b " * 500, "</", "<!"])
def test_no_text_is_slow(text):
    """Tags that are never closed cost as much as their length: by its square, this would take minutes."""
    page = text * (1_000_000 // len(text))

    assert len(tags(page)) <= page.count("<")
