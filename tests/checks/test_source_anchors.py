"""Rules on anchors, and on the places of figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks.source_anchors import (
    PARTS,
    each_figure_stands_alone,
    has_anchor,
    no_anchor_is_taken,
    no_anchor_of_a_figure_is_taken,
)
from plugins.documents.models import Claim, Event
from tests.checks.corpus import corpus, document, told

TEMPLATES = Path(__file__).parents[2] / "theme/templates"
TEXTS = {"id": "Ya. [@a]", "en": "Yes. [@a]"}


@pytest.mark.parametrize(
    ("lang", "body", "expected"),
    [
        ("id", "## Apa itu?\n\n## Sumber gas {#gas}\n\nIsi. [@a]\n{: #isi}\n", []),
        (
            "id",
            "Isi.\n\n## Apa? {#sources}\n",
            [
                "body:3: the anchor “sources” is taken: another part of the page has it [anchor]\n"
                "  fix: Reword the heading, or give it another anchor: {#sources-2}."
            ],
        ),
        (
            "en",
            "## Terms\n",
            [
                "body:1: the anchor “terms” is taken: another part of the page has it [anchor]\n"
                "  fix: Reword the heading, or give it another anchor: {#terms-2}."
            ],
        ),
        (
            "en",
            "Text. [@a]\n{: #note-1 }\n",
            [
                "body:2: the anchor “note-1” is taken: notes and definitions have such anchors [anchor]\n"
                "  fix: Reword the heading, or give it another anchor: {#note-1-2}."
            ],
        ),
        (
            "en",
            "![Claims](figure:claims)\n\n## Wrong\n",
            [
                "body:3: the anchor “wrong” is taken: a figure on this page has it [anchor]\n"
                "  fix: Reword the heading, or give it another anchor: {#wrong-2}."
            ],
        ),
        ("id", "## Satu {#a}\n\n## Dua {#a}\n", None),
    ],
)
def test_anchors(lang, body, expected):
    """An anchor is given once on a page, and none that a part of the page has."""
    first = document("").body_line
    if expected is None:
        expected = [
            f"body:3: the anchor “a” is taken: line {first} has it [anchor]\n"
            "  fix: Reword the heading, or give it another anchor: {#a-2}."
        ]

    page = document(body, lang=lang)

    assert [*told(no_anchor_is_taken, page), *told(no_anchor_of_a_figure_is_taken, page)] == expected


def test_parts_are_those_of_the_templates():
    """The anchors that parts of pages have are known."""
    whole_pages = {"home.html", "search.html", "sources.html", "glossary.html"}
    paths = [
        path
        for path in TEMPLATES.rglob("*.html")
        if path.relative_to(TEMPLATES).as_posix() not in whole_pages
    ]
    used = [path.read_text("utf-8") for path in paths]
    texts = "".join(used)
    given = re.findall(r' id="([a-z-]+)"', texts) + re.findall(r'links\(_\("[^"]*"\), "([a-z-]+)"', texts)

    assert set(given) == PARTS


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![Semua](figure:claims)\n\n![K](figure:timeline?tag=a)\n\n![L](figure:timeline?tag=b)\n", []),
        ("![K](figure:claims?verdict=wrong)\n\n![B](figure:claims?verdict=correct)\n", []),
        ("Tulis `![x](figure:map) di sini`.\n", []),
        (
            "![x](figure:timeline?tag=uji) teks. [@a]\n",
            [
                "body:1: the figure “timeline?tag=uji” is not a paragraph of its own [figure]\n"
                "  fix: Write ![caption](figure:timeline?tag=uji) on a line of its own, between blank lines."
            ],
        ),
        (
            "Satu. [@a]\n\n[x](figure:map)\n",
            [
                "body:3: the figure “map” is not a paragraph of its own [figure]\n"
                "  fix: Write ![caption](figure:map) on a line of its own, between blank lines."
            ],
        ),
        (
            "![All](figure:claims)\n\n![Wrong](figure:claims?verdict=wrong)\n",
            [
                "body:3: the figure “claims?verdict=wrong” shows again what stands on this page [figure]\n"
                "  fix: Remove one of the two; a claim or event has one address on a page."
            ],
        ),
    ],
)
def test_figures(body, expected):
    """A figure stands alone, and no claim is shown twice."""
    assert told(each_figure_stands_alone, document(body)) == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("s01", True), ("wrong", True), ("event-war", True), ("cite-1-2", True), ("s02", False), ("war", False)],
)
def test_anchors_of_figures(anchor, expected):
    """A claim and an event have addresses on the pages that show them."""
    page = document("![Semua](figure:claims)\n\n![Urutan](figure:timeline)\n")
    one = corpus(page)
    claims = (Claim(id="s01", claim=TEXTS, verdict="wrong", record=TEXTS),)
    data = replace(one.data, claims=claims, timeline=(Event(id="war", date="2020", text=TEXTS),))

    assert has_anchor(page, replace(one, data=data), anchor) == expected


def test_a_page_without_sources():
    """A page that cites nothing may have a section of that name."""
    assert told(no_anchor_is_taken, document("## Sources\n", kind="about", lang="en")) == []
