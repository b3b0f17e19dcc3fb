"""Languages side by side."""

from dataclasses import replace
from functools import partial

from plugins.bilingual.parallel import blocks, side_by_side, splitting
from plugins.documents.memo import Memo


def test_blocks():
    """Blocks stand alone: no note numbers, anchors of their own language."""
    html = '<h2 id="why">Why?<a class="permalink" href="#why">#</a></h2>\n<p>So.<sup class="cite"><a id="cite-1-1" href="#note-1">1</a></sup> <a href="#why">up</a></p>'

    assert blocks(html, "en") == ['<h2 id="why-en">Why?</h2>', '<p>So. <a href="#why-en">up</a></p>']


def set_beside(**versions):
    """Set versions side by side; in a view, a column is the way to its blocks."""
    memo = Memo()
    found = side_by_side(
        "dua/a/", {lang: splitting(lang, lambda html=html: html) for lang, html in versions.items()}, memo
    )
    return found and replace(
        found, columns={lang: partial(memo.of, job) for lang, job in found.columns.items()}
    )


def test_side_by_side():
    """Each row holds the same block in each language."""
    found = set_beside(id="<p>Satu</p><p>Dua</p>", en="<p>One</p><p>Two</p>")

    assert list(found.rows) == [
        [("id", "<p>Satu</p>"), ("en", "<p>One</p>")],
        [("id", "<p>Dua</p>"), ("en", "<p>Two</p>")],
    ]


def test_what_cannot_be_set_side_by_side():
    """One version, or versions of different length, have no such page."""
    assert set_beside(id="<p>Satu</p>") is None
    assert set_beside(id="<p>Satu</p><p>Dua</p>", en="<p>One</p>") is None
