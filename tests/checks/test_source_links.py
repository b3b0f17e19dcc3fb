"""Rules on links, images and HTML in Markdown."""

import pytest

from plugins.checks.source_links import (
    every_entry_named_exists,
    every_image_has_words,
    every_link_leads_somewhere,
    no_html_in_markdown,
)
from tests.checks.corpus import document, told

ENTRY = document("Isi. [@a]\n", kind="glossary", key="russia")
OTHER = document("Isi. [@a]\n", key="war-2020")
ENGLISH = document("Text. [@a]\n", key="peace-process", lang="en")
HIDDEN = document("Isi. [@a]\n", key="energy-123", extra="status: draft\n")
UNKNOWN = (
    "\n  fix: Use {filename}/KIND/KEY.LANG.md for a page, {static}/images/… for a file, or an https address."
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a]({filename}/background/war-2020.id.md#apa) [b](https://example.org/x_(y)) [c](#apa)", []),
        ("[a](entity:russia) [b](entity:none) [@a] <https://example.org>", []),
        ("Relatif: [a]({filename}war-2020.id.md)", []),
        (
            "[a]({filename}/background/war-2002.id.md)",
            [
                "body:1: there is no page content/background/war-2002.id.md [link]\n"
                "  fix: Correct the link. Did you mean “background/war-2020.id.md”?"
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
                "  fix: Correct the key. Did you mean “russia”?"
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
            ["body:1:5: “<b>” is HTML [raw-html]", "body:1:15: “</b>” is HTML [raw-html]"],
        ),
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
