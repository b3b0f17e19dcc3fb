"""Rules on links, images and HTML in Markdown."""

from dataclasses import replace

import pytest

from plugins.checks.source_citations import every_block_cites
from plugins.checks.source_links import (
    every_entry_named_exists,
    every_image_has_words,
    every_link_leads_somewhere,
    no_html_in_markdown,
    only_our_attributes,
)
from plugins.documents.models import Claim, Event
from tests.checks.corpus import corpus, document, told

ENTRY = document("Isi. [@a]\n", kind="glossary", key="russia")
OTHER = document("## Apa?\n\nIsi. [@a]\n", key="war-2020")
ENGLISH = document("Text. [@a]\n", key="peace-process", lang="en")
HIDDEN = document("Isi. [@a]\n", key="energy-123", extra="status: draft\n")
UNKNOWN = (
    "\n  fix: Use {filename}/KIND/KEY.LANG.md for a page, {static}/images/… for a file, or an https address."
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a]({filename}/background/war-2020.id.md#apa) [b](https://example.org/x_(y))", []),
        ("## Apa itu?\n\n## Isi {#lain}\n\n[c](#apa-itu) [d](#lain) [e](#sources) [f](#note-1)", []),
        ('[a](https://example.org "keterangan (satu)") [b](<https://example.org>)', []),
        (
            "## Apa itu?\n\n[c](#apa-ini) [d]({filename}/background/war-2020.id.md#lain)",
            [
                "body:3: content/background/csto.id.md has no anchor “apa-ini” [link]\n"
                "  fix: Correct the part after #, or leave it out. Did you mean “apa-itu”?",
                "body:3: content/background/war-2020.id.md has no anchor “lain” [link]\n"
                "  fix: Correct the part after #, or leave it out.",
            ],
        ),
        (
            "[t](https://example.org/a b)",
            [
                "body:1: the address “https://example.org/a b” holds a space [link]\n  fix: Write %20 for each"
                " space, put a caption between quotation marks, or close the bracket before it."
            ],
        ),
        ("[a](entity:russia) [b](entity:none) [@a] <https://example.org>", []),
        ("Relatif: [a]({filename}war-2020.id.md)", []),
        # A footnote is told under `citation`.
        ("Satu.[^1] [@a]\n\n[^1]: Traktatnya.", []),
        (
            "[a]({filename}/background/war-2002.id.md)",
            [
                "body:1: there is no page content/background/war-2002.id.md [link]\n"
                "  fix: Correct the link. Did you mean “background/war-2020.id.md”?"
            ],
        ),
        (
            "[a]({filename}/pages/war-2020.id.md)",
            [
                "body:1: there is no page content/pages/war-2020.id.md [link]\n"
                "  fix: Correct the link. Did you mean “background/war-2020.id.md”?"
            ],
        ),
        (
            "[a]({filename}/background/uji-coba.id.md)",
            ["body:1: there is no page content/background/uji-coba.id.md [link]\n  fix: Correct the link."],
        ),
        (
            "[a]({filename}/background/peace-process.id.md)",
            [
                "body:1: content/background/peace-process.id.md is missing, there is only peace-process.en.md"
                " [link]\n  fix: Write it (`invoke new background peace-process` begins it), or remove the link."
            ],
        ),
        (
            "Satu.\n[a]({filename}/background/peace-process.en.md)",
            [
                "body:2: the link leads to a page in another language, content/background/peace-process.en.md"
                " [link]\n  fix: Translate that page first."
            ],
        ),
        (
            "[a]({filename}/background/energy-123.id.md)",
            [
                "body:1: content/background/energy-123.id.md is a draft [link]\n"
                "  fix: Publish it first, or remove the link."
            ],
        ),
        (
            "[a](entity:rusia)",
            [
                "body:1: there is no glossary entry “rusia” [link]\n"
                "  fix: Correct the key, or write plain words. Did you mean “russia”?"
            ],
        ),
        ("[a](../csto/)", ["body:1: the link target “../csto/” is not one we can follow [link]" + UNKNOWN]),
        (
            "[a](javascript:alert(1))",
            ["body:1: the link target “javascript:alert(1” is not one we can follow [link]" + UNKNOWN],
        ),
        (
            "[a](data:text/html,x)",
            ["body:1: the link target “data:text/html,x” is not one we can follow [link]" + UNKNOWN],
        ),
        (
            "[a][1]\n\n[1]: /id/latar/",
            ["body:3: the link target “/id/latar/” is not one we can follow [link]" + UNKNOWN],
        ),
        (
            "![p]({static}/images/no.png)",
            [
                "body:1: there is no file content/images/no.png [link]\n"
                "  fix: Put the file there, or correct the address."
            ],
        ),
        (
            "[p]({static}/../pelicanconf.py)",
            [
                "body:1: there is no file content/../pelicanconf.py [link]\n"
                "  fix: Put the file there, or correct the address."
            ],
        ),
    ],
)
def test_links(body, expected):
    """Links lead to pages of the same language, files, entries or the web."""
    assert told(every_link_leads_somewhere, document(body), ENTRY, OTHER, ENGLISH, HIDDEN) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("[Rusia](entity:russia), [situs](https://example.org) dan `[x](y)`.", []),
        (
            "[x]({filename}/background/war-2020.id.md)",
            [
                "a point of `in_short` cannot hold “{filename}/background/war-2020.id.md” [link]\n"
                "  fix: Move it into the text below, or link an entry: [words](entity:KEY)."
            ],
        ),
        (
            "![x]({static}/p.png)",
            [
                "a point of `in_short` cannot hold “{static}/p.png” [link]\n"
                "  fix: Move it into the text below, or link an entry: [words](entity:KEY)."
            ],
        ),
        (
            "[x](entity:rusia)",
            [
                "there is no glossary entry “rusia” [link]\n  fix: Correct the key, or write plain words. Did you mean “russia”?"
            ],
        ),
    ],
)
def test_links_in_points(point, expected):
    """Points link entries and the web; what only a text can hold is refused, at the point."""
    one = document("Isi. [@a]", points=("Satu. [@a]", point))

    found = [str(one) for one in every_link_leads_somewhere(one, corpus(one, ENTRY, OTHER))]

    assert found == [
        f"content/background/csto.id.md:{one.line_of('in_short', 1)}: {text}" for text in expected
    ]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("timeline?tag=csto&entity=russia&from=1991&to=2024-06-13", []),
        ("claims?verdict=wrong", []),
        ("claims?verdict=wrongg", ["nothing has the verdict “wrongg”. Did you mean “wrong”?"]),
        ("timeline?tag=cstoo", ["nothing has the tag “cstoo”. Did you mean “csto”?"]),
        ("timeline?tag=", ["nothing has the tag “”."]),
        ("timeline?entity=rusia", ["nothing has the entity “rusia”. Did you mean “russia”?"]),
        ("timeline?from=lama", ["“lama” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"]),
        ("timeline?to=2024-13", ["“2024-13” is not in the calendar"]),
    ],
)
def test_figures(figure, expected):
    """A figure chooses by what the data has, and by dates; where the data has faults, they are told first."""
    event = Event(id="e", date="2020", text={}, entities=("russia",), tags=("csto",))
    claim = Claim(id="c", claim={}, verdict="wrong", record={})
    one = document(f"![Gambar](figure:{figure})")
    whole = corpus(one)
    whole = replace(whole, data=replace(whole.data, claims=(claim,), timeline=(event,)))
    faulty = replace(whole, data=replace(whole.data, findings=("a fault",)))

    assert [found.problem for found in every_link_leads_somewhere(one, whole)] == expected
    assert list(every_link_leads_somewhere(one, faulty)) == []


EVENTS = (
    Event(id="war", date="2020-09-27/2020-11-10", text={}, entities=("armenia",), tags=("karabakh",)),
    Event(id="exit", date="2024-06-12", text={}, entities=("armenia", "csto"), tags=("csto",)),
    Event(id="sale", date="2025", text={}, tags=("russia",)),
)


@pytest.mark.parametrize(
    ("figure", "fix"),
    [
        ("timeline?tag=csto&entity=armenia&from=2024&to=2024", None),
        ("timeline?entity=armenia&from=2020-09-27&to=2020", None),
        ("timeline?tag=karabakh&entity=csto", "Change `tag` to csto; or `entity` to armenia."),
        ("timeline?entity=armenia&tag=russia", "Change `tag` to csto or karabakh."),
        ("timeline?tag=csto&to=2023", "Change `tag` to karabakh; or `to` to 2024-06-12 or later."),
        ("timeline?from=2026", "Change `from` to 2025 or earlier."),
        (
            "timeline?from=2021&to=2023",
            "Change `from` to 2020-09-27 or earlier; or `to` to 2024-06-12 or later.",
        ),
        (
            "timeline?tag=russia&entity=csto&to=2019",
            "Leave choices out until something is shown, or remove the figure.",
        ),
        ("claims?verdict=wrong", None),
        ("claims?verdict=correct", "Change `verdict` to imprecise or wrong."),
    ],
)
def test_empty_figures(figure, fix):
    """A figure that nothing in the data belongs to is told with what it could choose."""
    claims = [Claim(id=verdict, claim={}, verdict=verdict, record={}) for verdict in ("wrong", "imprecise")]
    page = document(f"Satu. [@a]\n\n![Gambar](figure:{figure})")
    one = corpus(page)
    whole = replace(one, data=replace(one.data, claims=tuple(claims), timeline=EVENTS))

    found = [str(one) for one in every_link_leads_somewhere(page, whole)]

    problem = f"the figure “{figure}” shows nothing: no record has all that it asks for"
    told_at = f"{page.path}:{page.body_line + 2}"
    assert found == ([f"{told_at}: {problem} [link]\n  fix: {fix}"] if fix else [])


def test_images():
    """An image without words is a finding; one with words is none."""
    assert told(every_image_has_words, document("![Peta]({static}/p.png) [](x)")) == []
    assert told(every_image_has_words, document("Satu.\n\n![ ]({static}/p.png)")) == [
        "body:3: the image {static}/p.png has no text alternative [text-alternative]\n"
        "  fix: Say between the square brackets what the image shows."
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1 < 2 dan `<b>`; <https://example.org>; a<3", []),
        (
            "Ini <b>penting</b>.",
            ["body:1:5: “<b>” is HTML [raw-html]"],
        ),
        ("<b>a</b> c</b>", ["body:1:1: “<b>” is HTML [raw-html]", "body:1:11: “</b>” is HTML [raw-html]"]),
        ("Satu.\n<!-- nanti -->", ["body:2:1: “<!-- nanti -->” is HTML [raw-html]"]),
        ("<script", ["body:1:1: “<script” is HTML [raw-html]"]),
    ],
)
def test_raw_html(body, expected):
    """HTML is refused with its place; code and addresses are not HTML."""
    fix = "\n  fix: Write it in Markdown; put code between backticks."

    assert told(no_html_in_markdown, document(body)) == [text + fix for text in expected]


def test_entries_that_front_matter_names():
    """Settled names, related entries and guards name entries that exist."""
    good = document("Isi.", kind="glossary", extra="related: [russia]\nentities: {Moskow: none}\n")
    bad = document("Isi.", kind="glossary", extra="related: [rusia]\n")

    assert told(every_entry_named_exists, good, ENTRY) == []
    assert [text.split("\n")[0].split(": ", 1)[1] for text in told(every_entry_named_exists, bad, ENTRY)] == [
        "there is no glossary entry “rusia” [unknown-entry]"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Satu. [a]({filname}/x.md)\n{: .uncited}\n\n## Dua {#dua}\n", []),
        (
            "Satu.\n{: .uncitd}\n",
            [
                "body:2: “{: .uncitd}” gives what pages may not have [attributes]\n  fix: Use {: .uncited},"
                " {: .no-entity} or an anchor such as {: #why}; code stands in backticks."
            ],
        ),
        (
            "Satu.\n\n{: .uncited}\n",
            [
                "body:3: “{: .uncited}” belongs to no block [attributes]\n"
                "  fix: Remove the blank line above it."
            ],
        ),
    ],
)
def test_attributes(body, expected):
    """Braces hold our classes and anchors, below their block; each mistake is told once."""
    one = document(body)

    assert told(only_our_attributes, one) == expected
    assert told(every_block_cites, one) == []
