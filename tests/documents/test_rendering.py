"""Markdown to HTML with our marks."""

import pytest

from plugins.documents.rendering import Renderer


@pytest.fixture(scope="module")
def renderer():
    """One instance for all, as in a build."""
    return Renderer()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        # Citations join the text before them; several share a mark.
        ("Armenia keluar. [@a]", '<p>Armenia keluar.<sup class="citation" data-cite="a|"></sup></p>'),
        ("Left. [@a, p. 4; @b]", '<p>Left.<sup class="citation" data-cite="a|p. 4;b|"></sup></p>'),
        ("Use `[@a]`.", "<p>Use <code>[@a]</code>.</p>"),
        # Links to entries keep their address for the linker.
        ("[kata](entity:csto)", '<p><a href="entity:csto">kata</a></p>'),
        # Raw HTML is never passed through.
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        # Classes by attribute lists.
        ("Hanya peralihan.\n{: .uncited}", '<p class="uncited">Hanya peralihan.</p>'),
        # An image on its own is a figure, its title the caption.
        (
            '![Peta]({static}/p.png "Wilayah")',
            '<figure><img alt="Peta" src="{static}/p.png"><figcaption>Wilayah</figcaption>\n</figure>',
        ),
        ("![Map]({static}/p.png)", '<figure><img alt="Map" src="{static}/p.png"></figure>'),
        # A column stands as its writer says, without a style, which no page may have.
        (
            "| A |\n| --: |\n| 1 |",
            '<table>\n<thead>\n<tr>\n<th align="right">A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td align="right">1</td>\n</tr>\n</tbody>\n</table>',
        ),
        # Headings have anchors.
        ("## Apa itu?", '<h2 id="apa-itu">Apa itu?<a class="permalink" href="#apa-itu">#</a></h2>'),
    ],
)
def test_body(renderer, markdown, html):
    """Each mark becomes the marker that later floors know."""
    assert renderer.body(markdown) == html


def test_line_has_no_paragraph(renderer):
    """A sentence of `in_short` is rendered without a paragraph around it."""
    assert renderer.line("Satu *kalimat*. [@a]") == (
        'Satu <em>kalimat</em>.<sup class="citation" data-cite="a|"></sup>'
    )


def test_headings_of_the_last_body(renderer):
    """Second-level headings are known by id and text, which is no HTML."""
    renderer.body("## Apa?\n\n### Rinci\n\n## Who & *why* in `a < b`?\n")

    assert renderer.headings() == [("apa", "Apa?"), ("who-why-in-a-b", "Who & why in a < b?")]
