"""No hostile Markdown reaches a page: it is a finding, or it is text."""

import pytest
from bs4 import BeautifulSoup

from plugins.checks.allowed_markup import strange_markup
from plugins.checks.gate import check_corpus
from plugins.documents.findings import Finding
from plugins.documents.rendering import Renderer
from plugins.entities.linker import Fragment, Target, link_page
from tests.checks.corpus import corpus, document
from tests.checks.payloads import PAYLOADS
from tests.entities.site import INDEXES

ROOT = "https://x.org/j"
RENDERER = Renderer()


def elements(html):
    """Return (name, attributes) of each element, as a lenient parser reads them."""
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    return [(tag.name, tag.attrs) for tag in soup.find_all(True)]


def test_there_are_enough():
    """More than two hundred, and no two alike."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 200


def rendered(payload):
    """Return the linked HTML of a page whose text is a payload."""
    html = RENDERER.body(payload)
    return link_page([Fragment(html)], INDEXES["id"], {"armenia": Target(f"{ROOT}/a/")}).fragments[0]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_refused_or_text(payload):
    """What would be strange in the page is refused in the source, at a line; all else is shown as text."""
    html = rendered(f"Armenia. {payload} [@a]")
    strange = list(strange_markup(elements(html), ROOT))
    # Links to pages and entries are made later; the checks know where they lead.
    strange = [one for one in strange if "{static}" not in one and "{filename}" not in one]
    found = check_corpus(corpus(document(f"Armenia. {payload} [@a]\n")))

    assert not strange or found
    assert all(isinstance(one, Finding) and one.line for one in found)


def test_nothing_runs(page):
    """A browser that shows all of them at once, without any policy, runs nothing and asks for nothing."""
    asked, said = [], []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    shown = []
    for payload in PAYLOADS:
        doc = document(f"Armenia. {payload} [@a]\n")
        if not check_corpus(corpus(doc)):
            shown.append(rendered(doc.body))
    page.set_content("<!doctype html>" + "".join(shown))
    page.mouse.move(200, 200)
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)

    assert len(shown) >= 5
    assert said == []
    assert asked == []


@pytest.mark.parametrize("field", ["title", "summary", "slug"])
def test_front_matter(field):
    """A field that begins an element is no plain text."""
    doc = document("Isi. [@a]\n")
    data = doc.text.yaml.data | {field: "<script>alert(1)</script>" + "x" * 50}

    from plugins.documents.front_matter import validate

    front, faults = validate(doc.path, type(doc.front), data, doc.text.yaml)
    assert front is None
    assert [one.rule for one in faults] == ["front-matter"]


@pytest.mark.parametrize(
    ("html", "strange"),
    [
        ('<p class="x" id="y" data-z="1" aria-label="w">x</p>', []),
        ('<a href="https://example.org/" hreflang="en">x</a><a href="#y">y</a>', []),
        ("<iframe></iframe>", ["<iframe>"]),
        ('<p onclick="x">y</p>', ["<p onclick>"]),
        ('<a href="javascript:x">y</a>', ["<a href='javascript:x'>"]),
        ('<a href="//evil.example">y</a>', ["<a href='//evil.example'>"]),
        ('<script src="https://x.org/j/theme/cards.js" defer></script>', []),
        ('<script src="https://x.org/j/images/x.js"></script>', ["<script>"]),
        ("<script>x</script>", ["<script>"]),
        ('<meta http-equiv="refresh" content="0">', ["<meta http-equiv=refresh>"]),
    ],
)
def test_allowed_markup(html, strange):
    """Only what the list names is allowed, and only safe addresses."""
    assert list(strange_markup(elements(html), ROOT)) == strange


def test_a_strange_page_is_a_finding():
    """The rule names the page and what stands on it."""
    from plugins.checks.built import BuiltSite, read_page
    from plugins.checks.gate import check_site

    page = read_page("id/a/index.html", "<html lang=id><h1>A</h1><p style='x'>", "content/a.md", ROOT)

    assert [str(one) for one in check_site(BuiltSite(ROOT, frozenset([page.path]), {page.path: page}))] == [
        "content/a.md: <p style> stands on id/a/index.html, and is not allowed [markup]\n"
        "  fix: Remove what makes it; pages are Markdown only."
    ]
