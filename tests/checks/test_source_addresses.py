"""Rules on what two documents, or a document and a listing, must not share."""

from dataclasses import replace

from plugins.checks.source_addresses import (
    explainers_and_background_share_no_key,
    no_page_in_the_place_of_a_listing,
    no_two_pages_at_one_address,
)
from tests.checks.corpus import corpus, document


def test_slugs():
    """Two pages of one kind and language cannot have one slug; a twin may."""
    first, second = document("", key="a", extra=""), document("", key="b")
    object.__setattr__(second, "front", first.front)
    twin = document("", key="a", lang="en")

    told = [str(one) for one in no_two_pages_at_one_address(second, corpus(first, second, twin))]

    assert told == [
        "content/background/b.id.md:3: the slug “a” is already that of content/background/a.id.md [collision]\n"
        "  fix: Give one of them another slug."
    ]
    assert list(no_two_pages_at_one_address(twin, corpus(first, second, twin))) == []
    assert list(no_two_pages_at_one_address(first, corpus(first, second, twin))) == []


def test_listings():
    """A page of the top level cannot have the address of a listing; one that stands in a section may."""
    sections = {
        "glossary": {"id": "glosarium", "en": "glossary"},
        "about": {"id": "", "en": ""},
        **{kind: {"id": kind, "en": kind} for kind in ("explainers", "background", "sources", "search")},
    }
    pages = [
        document("", kind="about", key="glossary", lang="en"),
        document("", kind="about", key="glossary"),
        document("", key="glossary", lang="en"),
    ]
    whole = replace(corpus(*pages), sections=sections)

    assert [[str(one) for one in no_page_in_the_place_of_a_listing(page, whole)] for page in pages] == [
        [
            "content/about/glossary.en.md:3: /en/glossary/ is the address of the listing “glossary” [collision]\n"
            "  fix: Give the page another slug."
        ],
        [],
        [],
    ]


def test_keys():
    """A key names one dated page; an entry may have it too."""
    background, entry = document("", key="csto"), document("", kind="glossary", key="csto")
    explainer = replace(background, kind="explainers", path="content/explainers/csto.id.md")
    other = replace(explainer, key="lain")
    whole = corpus(background, entry, explainer, other)

    assert [str(one) for one in explainers_and_background_share_no_key(explainer, whole)] == [
        "content/explainers/csto.id.md: content/background has a page of the key “csto” too [shared-key]\n"
        "  fix: Rename one of them, in every language."
    ]
    for fine in (background, entry, other):
        assert list(explainers_and_background_share_no_key(fine, whole)) == []
