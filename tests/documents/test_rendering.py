"""Markdown to HTML with our marks."""

import pytest

from plugins.documents.rendering import Renderer

CITED = '<sup class="citation" data-cite="a|"></sup>'


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
        ("Satu. [@a]\nDua.\n[@a]", f"<p>Satu.{CITED}\nDua.{CITED}</p>"),
        (
            "A & B. [@a, “Q&A” <4>]",
            '<p>A &amp; B.<sup class="citation" data-cite="a|“Q&amp;A” &lt;4&gt;"></sup></p>',
        ),
        # In code, after a backslash, and in the words of an image they are none.
        (
            "Use `[@a]` and ``[@a, `b` & c]``. [@a]",
            f"<p>Use <code>[@a]</code> and <code>[@a, `b` &amp; c]</code>.{CITED}</p>",
        ),
        ("Kode:\n\n    [@a] <b>", "<p>Kode:</p>\n<pre><code>[@a] &lt;b&gt;\n</code></pre>"),
        (r"Satu \[@a]", "<p>Satu [@a]</p>"),
        ("see ![map [@a]](#a)", '<p>see <img alt="map " src="#a"></p>'),
        # Emphasis, lists and tables around them are what they are without.
        (
            "*Satu [@a] dua* **[@a]**_tiga_[@a]",
            f"<p><em>Satu{CITED} dua</em> <strong>{CITED}</strong><em>tiga</em>{CITED}</p>",
        ),
        ("- satu [@a]\n- dua\n\n[@a]", f"<ul>\n<li>satu{CITED}</li>\n<li>dua</li>\n</ul>\n<p>{CITED}</p>"),
        # A private character of the text's own stays.
        ("\U000f0007 [@a]", f"<p>\U000f0007{CITED}</p>"),
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
        ("[TOC]\n\n# A", '<p>[TOC]</p>\n<h1 id="a">A<a class="permalink" href="#a">#</a></h1>'),
        ("## Apa itu?", '<h2 id="apa-itu">Apa itu?<a class="permalink" href="#apa-itu">#</a></h2>'),
    ],
)
def test_body(renderer, markdown, html):
    """Each mark becomes the marker that later floors know."""
    assert renderer.body(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("`kode`", "<code>kode</code>"),
        (r"\*satu\*", "*satu*"),
        ("*satu* __two__", "<em>satu</em> <strong>two</strong>"),
        ("[kata](#a)", '<a href="#a">kata</a>'),
        ("see ![map](#a)", 'see <img alt="map" src="#a">'),
        ("[kata][a]\n\n[a]: #b", '<a href="#b">kata</a>'),
        ("[kata]\n\n[kata]: #b", '<a href="#b">kata</a>'),
        ("see ![map][a]\n\n[a]: #b", 'see <img alt="map" src="#b">'),
        ("see ![map]\n\n[map]: #b", 'see <img alt="map" src="#b">'),
        ("<https://example.org>", '<a href="https://example.org">https://example.org</a>'),
        ("satu  \ndua", "satu<br>\ndua"),
        ("R&#38;D, caf&eacute;", "R&#38;D, caf&eacute;"),
        # One within another.
        ("[`a` *b*](#c)", '<a href="#c"><code>a</code> <em>b</em></a>'),
        ("*[kata](#a)* [@b]", '<em><a href="#a">kata</a></em><sup class="citation" data-cite="b|"></sup>'),
        # None of them is begun by what another has left.
        ("[satu]`x`(#a) !*x*[b]", "[satu]<code>x</code>(#a) !<em>x</em>[b]"),
    ],
)
def test_each_mark_alone(renderer, markdown, html):
    """Each of Markdown's marks within a paragraph is read where it is the only one of its document."""
    assert renderer.body(markdown) == f"<p>{html}</p>"


def test_line_has_no_paragraph(renderer):
    """A sentence of `in_short` is rendered without a paragraph around it."""
    assert renderer.line("Satu *kalimat*. [@a]") == (
        'Satu <em>kalimat</em>.<sup class="citation" data-cite="a|"></sup>'
    )


def test_headings_of_the_last_body(renderer):
    """Second-level headings are known by id and text, which is no HTML and cites nothing."""
    renderer.body("## Apa?\n\n### Rinci\n\n## Who & *why* in `a < b`?\n\n## Tahun 2020 [@a]\n")

    assert renderer.headings() == [
        ("apa", "Apa?"),
        ("who-why-in-a-b", "Who & why in a < b?"),
        ("tahun-2020", "Tahun 2020"),
    ]
