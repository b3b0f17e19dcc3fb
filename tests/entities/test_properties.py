"""What must hold for any text."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.entities.entries import Entry, Guard, Name
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, link_page
from tests.entities.site import ENTRIES, TARGETS, link, named, stripped

PIECES = [
    "Armenia", "Rusia", "AS", "Amerika Serikat", "Nagorno-Karabakh", "Nikol Pashinyan", "Pashinyan", "NATO", "Baku",
    "nya", "-", "–", " ", " ", "&nbsp;", "&shy;", "'", "’", ".", "“", "”", "/", "İ", "ẞ", "ﬁ", "e\u0301", "\u0306",
    "<b>", "</b>", "<em>", "</em>", "<p>", "</p>", "<code>", "</code>", '<a href="/x">', "</a>", "<h2 id=\"s\">",
    "</h2>", "<br>", "<sup>1</sup>", "&amp;", "&lt;", "<", "kata", "di", "dolar", "bahasa", "<!--", "-->",
    "<blockquote>", "</blockquote>", '<span class="no-entity">', "</span>",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_text_is_unchanged(html):
    """Taking the added tags away gives back the input, byte for byte."""
    assert stripped(link("id", html).fragments[0]) == html


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_links_do_not_nest(html):
    """No link opens inside another of ours."""
    tags = re.findall(r'<a class="entity"[^>]*>|</a>|<a href="/x">', link("id", html).fragments[0])
    for first, second in pairwise(tags):
        assert not (first.startswith('<a class="entity"') and second.startswith("<a "))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_linking_twice_is_linking_once(html):
    """What is linked already is not linked again."""
    once = link("id", html).fragments[0]

    assert link("id", once).fragments[0] == once


@given(TEXTS, st.permutations(ENTRIES["id"]))
@settings(max_examples=100, deadline=None)
def test_order_of_the_glossary_does_not_matter(html, entries):
    """The result is the same in whatever order entries are read."""
    index = Index(entries, read_language("id"))

    assert link_page([Fragment(html)], index, TARGETS).fragments == link("id", html).fragments


@given(
    st.lists(st.sampled_from(["Erdoğan", "Əliyev", "Armenia", "kata", " ", "."]), max_size=20).map("".join)
)
@settings(max_examples=100, deadline=None)
def test_composed_or_not(text):
    """A text names the same whether its letters are composed or not."""
    decomposed = unicodedata.normalize("NFD", text)

    assert named(link("id", f"<p>{decomposed}</p>")) == named(link("id", f"<p>{text}</p>"))


@given(
    TEXTS.filter(lambda html: "Zembla" not in html),
    st.sampled_from(["name", "acronym", "metonym", "surname", "demonym", "former"]),
)
@settings(max_examples=100, deadline=None)
def test_a_name_that_is_absent_changes_nothing(html, sort):
    """One more entry in the glossary changes nothing on a page that does not name it."""
    other = Entry("zembla", (Name("zembla", "Zembla", sort, True, homograph=True),), (Guard("Zembla Post"),))
    index = Index([*ENTRIES["id"], other], read_language("id"))

    assert link_page([Fragment(html)], index, TARGETS).fragments == link("id", html).fragments


@given(
    st.lists(
        st.sampled_from(["James O'Brien", "Nagorno-Karabakh", "Amerika Serikat", "kata", " ", ". "]),
        max_size=12,
    ).map("".join),
    st.sampled_from(["'", "’", "ʼ"]),
    st.sampled_from(["-", "\u2010", "\u2011"]),
    st.sampled_from([" ", "\u00a0", "&nbsp;", "\u202f"]),
)
@settings(max_examples=150, deadline=None)
def test_apostrophes_hyphens_and_spaces_of_any_kind(text, apostrophe, hyphen, space):
    """A text names the same whatever sort of apostrophe, hyphen or space it is set with."""
    varied = text.replace("'", apostrophe).replace("-", hyphen).replace(" ", space)

    assert named(link("id", f"<p>{varied}</p>")) == named(link("id", f"<p>{text}</p>"))


@given(
    st.lists(st.sampled_from(["İ", "ẞ", "ﬁ", "e\u0301", "kata ", ". ", "&amp;"]), max_size=20).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_offsets_are_exact(before):
    """Letters that change length when folded or composed do not move a link."""
    linked = link("id", f"<p>{before} Armenia</p>").fragments[0]

    assert linked == f'<p>{before} <a class="entity" data-entity="armenia" href="/armenia/">Armenia</a></p>'


def test_a_long_text_takes_its_time_in_proportion():
    """Eight thousand unclosed tags are read once, not once each."""
    html = "<a href='/x'>" * 8000 + "<p>Armenia</p>" + "<b>" * 8000 + "Rusia"

    assert stripped(link("id", html).fragments[0]) == html


@pytest.mark.parametrize("odd", ["<a x", "<a x'", "<aaaa", "<a '' ", "<!-- ", "<a \"x' ", "&amp", "\u0301"])
def test_no_odd_text_is_slow(odd):
    """What never closes, eight thousand times, alone and in a row, is read at once and comes out as it was."""
    for html in (odd * 8000, odd + "y" * 8000):
        assert stripped(link("id", html).fragments[0]) == html
