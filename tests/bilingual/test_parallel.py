"""Languages side by side."""

from plugins.bilingual.parallel import blocks, side_by_side


def test_blocks():
    """Blocks stand alone: no note numbers, anchors of their own language."""
    html = '<h2 id="why">Why?<a class="permalink" href="#why">#</a></h2>\n<p>So.<sup class="cite"><a id="cite-1-1" href="#note-1">1</a></sup> <a href="#why">up</a></p>'

    assert blocks(html, "en") == ['<h2 id="why-en">Why?</h2>', '<p>So. <a href="#why-en">up</a></p>']


def test_side_by_side():
    """Each row holds the same block in each language."""
    found = side_by_side("dua/a/", {"id": "<p>Satu</p><p>Dua</p>", "en": "<p>One</p><p>Two</p>"})

    assert found.rows == [
        [("id", "<p>Satu</p>"), ("en", "<p>One</p>")],
        [("id", "<p>Dua</p>"), ("en", "<p>Two</p>")],
    ]


def test_what_cannot_be_set_side_by_side():
    """One version, or versions of different length, have no such page."""
    assert side_by_side("", {"id": "<p>Satu</p>"}) is None
    assert side_by_side("", {"id": "<p>Satu</p><p>Dua</p>", "en": "<p>One</p>"}) is None
