"""Which namings become links, and what the HTML looks like."""

import pytest

from plugins.entities.entries import Entry, Name
from plugins.entities.index import Index
from plugins.entities.language import Language
from plugins.entities.linker import Fragment, Target, link_page
from tests.entities.site import link, shown


def test_the_link_itself():
    """A link has its class, key and address, and nothing else."""
    assert link("id", "<p>Armenia</p>").fragments == (
        '<p><a class="entity" data-entity="armenia" href="/armenia/">Armenia</a></p>',
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # The first naming, in whichever fragment it stands.
        ("<p>Armenia dan Armenia</p>", "[Armenia→armenia] dan Armenia"),
        # A name over several elements is one link; one that would cross an element is none.
        ("<p><strong>Amerika</strong> Serikat</p>", "[<strong>Amerika</strong> Serikat→united-states]"),
        ("<p><b>pasukan Amerika</b> Serikat</p>", "<b>pasukan Amerika</b> Serikat"),
        ("<p>Amerika&nbsp;Serikat</p>", "[Amerika&nbsp;Serikat→united-states]"),
        ("<p>Ameri&shy;ka Serikat</p>", "[Ameri&shy;ka Serikat→united-states]"),
        # Barriers.
        (
            '<p><a href="/x">Armenia</a>, <code>Armenia</code>, Armenia</p>',
            '<a href="/x">Armenia</a>, <code>Armenia</code>, [Armenia→armenia]',
        ),
        ('<p class="no-entity">Armenia</p><p>Armenia</p>', '<p class="no-entity">Armenia[Armenia→armenia]'),
        ("<p>AR<sup>1</sup>MENIA</p>", "AR<sup>1</sup>MENIA"),
        # Headings are read, never linked.
        ("<h2>Armenia</h2><p>Armenia</p>", "<h2>Armenia</h2>[Armenia→armenia]"),
        # An unquoted naming before a quoted one; a quoted one where there is no other.
        ("<p>“Armenia”, kata dia. Armenia</p>", "“Armenia”, kata dia. [Armenia→armenia]"),
        ("<blockquote><p>Armenia</p></blockquote>", "<blockquote>[Armenia→armenia]</blockquote>"),
        # Within a paragraph the full name before the short one.
        ("<p>AS, yaitu Amerika Serikat</p>", "AS, yaitu [Amerika Serikat→united-states]"),
        # A guard leaves the first naming free.
        ("<p>dolar AS. AS</p>", "dolar AS. [AS→united-states]"),
        # By hand: a link, none, and no second one.
        ('<p><a href="entity:russia">Kremlin</a> dan Rusia</p>', "[Kremlin→russia] dan Rusia"),
        ('<p><a href="entity:none">Armenia</a></p>', "Armenia"),
        ('<p><a href="/armenia/">sini</a> Armenia</p>', '<a href="/armenia/">sini</a> Armenia'),
        # At most three in a sentence; what gives way is tried at its next naming.
        (
            "<p>Armenia, Rusia, NATO, CSTO, lalu. CSTO</p><p>CSTO</p>",
            "[Armenia→armenia], [Rusia→russia], [NATO→nato], CSTO, lalu. CSTO[CSTO→csto]",
        ),
        # At most one for each sentence of a paragraph, three in any case; notes stand after the stop of a sentence.
        (
            "<p>Armenia.<sup>1</sup> Rusia.<sup>2</sup> NATO.<sup>3</sup> CSTO.<sup>4</sup></p>",
            "[Armenia→armenia].<sup>1</sup> [Rusia→russia].<sup>2</sup> [NATO→nato].<sup>3</sup> [CSTO→csto].<sup>4</sup>",
        ),
        (
            "<p>Armenia dan Rusia.<sup>1</sup> NATO dan CSTO.<sup>2</sup></p>",
            "[Armenia→armenia] dan [Rusia→russia].<sup>1</sup> [NATO→nato] dan CSTO.<sup>2</sup>",
        ),
        # Links that stand already count: four names in a chain are as many links however often it is read.
        (
            '<p><a href="/armenia/">Armenia</a>-<a href="/russia/">Rusia</a>-<a href="/nato/">NATO</a>-CSTO</p>',
            '<a href="/armenia/">Armenia</a>-<a href="/russia/">Rusia</a>-<a href="/nato/">NATO</a>-CSTO',
        ),
        # Unclosed and odd HTML is left as it is.
        ("<p>Armenia <b>Rusia", "[Armenia→armenia] <b>[Rusia→russia]"),
        ("<!-- Armenia --><p>Rusia</p>", "<!-- Armenia -->[Rusia→russia]"),
    ],
)
def test_links(html, expected):
    """Each rule of what becomes a link."""
    assert shown(link("id", html)) == expected


def test_first_over_fragments():
    """Fragments of a page share their first namings; one that is only read is never changed."""
    fragments = [Fragment("Armenia", scan_only=True), Fragment("Armenia"), Fragment("<p>Armenia</p>")]
    index = Index([Entry("armenia", (Name("armenia", "Armenia", "name", True),))], Language())

    linked = link_page(fragments, index, {"armenia": Target("/a/")})

    assert linked.fragments == (
        "Armenia",
        '<a class="entity" data-entity="armenia" href="/a/">Armenia</a>',
        "<p>Armenia</p>",
    )
    assert linked.keys == ["armenia"]


def test_page_settings():
    """A page settles names, links nothing to itself, and may turn automatic links off."""
    assert shown(link("id", "<p>Moskow</p>", settled={"Moskow": "russia"})) == "[Moskow→russia]"
    assert shown(link("id", "<p>Armenia</p>", settled={"Armenia": "none"})) == "Armenia"
    assert shown(link("id", "<p>Armenia</p>", page_key="armenia")) == "Armenia"
    assert (
        shown(link("id", '<p>Armenia <a href="entity:russia">x</a></p>', automatic=False))
        == "Armenia [x→russia]"
    )


def test_long_pages_link_once_a_section():
    """A page of more than 120 sentences links an entry once in each section."""
    words = "Kata. " * 70
    html = f'<h2 id="a">A</h2><p>Armenia {words}</p><h2 id="b">B</h2><p>Armenia {words}</p>'

    assert shown(link("id", html)).count("[Armenia→armenia]") == 2
    assert shown(link("id", html.replace("Kata. ", "", 30))).count("[Armenia→armenia]") == 1


@pytest.mark.parametrize(("level", "expected"), [("never", 0), ("low", 0), ("auto", 0), ("always", 1)])
def test_levels(level, expected):
    """`never` is not linked, `low` gives way first, `always` never does."""
    names = ["Alfa", "Beta", "Gama", "Delta"]
    entries = [Entry(name, (Name(name, name, "name", True),)) for name in names[:3]]
    entries.append(Entry("Delta", (Name("Delta", "Delta", "name", True),), (), level))
    targets = {name: Target(f"/{name}/") for name in names}

    linked = link_page([Fragment("<p>Alfa Beta Gama Delta</p>")], Index(entries, Language()), targets)

    assert linked.fragments[0].count('data-entity="Delta"') == expected


def test_low_gives_way():
    """An entry of level `low` is linked only where the others leave room."""
    entries = [
        Entry(n, (Name(n, n, "name", True),), (), "low" if n == "Alfa" else "auto")
        for n in ("Alfa", "Beta", "Gama", "Delta")
    ]
    targets = {one.key: Target(f"/{one.key}/") for one in entries}

    linked = link_page([Fragment("<p>Alfa Beta Gama Delta</p>")], Index(entries, Language()), targets)

    assert 'data-entity="Alfa"' not in linked.fragments[0]


def test_other_language():
    """An entry without a page in the reader's language leads to another's, and says so."""
    index = Index([Entry("a", (Name("a", "Alfa", "name", True),))], Language())

    linked = link_page([Fragment("<p>Alfa</p>")], index, {"a": Target("/en/a/", "en")})

    assert linked.fragments == (
        '<p><a class="entity" data-entity="a" href="/en/a/" hreflang="en">Alfa</a></p>',
    )
