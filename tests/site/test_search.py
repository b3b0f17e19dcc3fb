"""Search and filter in Chromium: what readers look for is found, and nothing is fetched before."""

import pytest

from plugins.checks.budget import packed
from tests.conftest import SITEURL

FIRST_SEARCH_LIMIT = 170_000  # bytes as they travel


@pytest.mark.parametrize(
    ("path", "words", "first"),
    [
        ("id/cari/", "Pashinyan", "Nikol Pashinyan"),
        ("id/cari/", "penjaga perdamaian", "Pasukan penjaga perdamaian Rusia"),
        ("id/cari/", "pasukan", "Pasukan penjaga perdamaian Rusia"),
        ("id/cari/", "Փաշինյան", "Nikol Pashinyan"),
        ("en/search/", "peacekeeper", "Russian peacekeepers"),
        ("en/search/", "Pashinyan", "Nikol Pashinyan"),
    ],
)
def test_search(page, path, words, first):
    """The page that a reader means stands first, in the reader's language, and its link works."""
    page.goto(path)
    page.get_by_role("searchbox").fill(words)
    result = page.locator(".search-box__results a").first
    result.wait_for()

    assert result.inner_text() == first
    result.click()
    page.wait_for_url(f"{SITEURL}/{path.split('/')[0]}/*/**")
    assert page.locator("h1").inner_text() == first


def test_search_costs_nothing_until_used(page, built_site):
    """Opening the page fetches no index; the first search stays within its limit."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("id/cari/")
    assert not [url for url in asked if "pagefind" in url]

    page.get_by_role("searchbox").fill("gencatan senjata")
    page.locator(".search-box__results a").first.wait_for()
    page.wait_for_timeout(300)

    fetched = {url.removeprefix(f"{SITEURL}/").split("?")[0] for url in asked if "pagefind" in url}
    assert sum(packed((built_site / name).read_bytes()) for name in fetched) <= FIRST_SEARCH_LIMIT


def test_search_by_address(page):
    """A search has an address, and says so when nothing is found."""
    page.goto("en/search/?q=zzzzqqq")

    page.get_by_text("Nothing found").wait_for()


def held(page, name):
    """Hold back the first answer for a file of the search; return what lets it go."""
    waiting = []

    def respond(route):
        waiting.append(route) if not waiting else route.fallback()

    page.route(f"**/{name}*", respond)
    return lambda: waiting[0].fallback()


@pytest.mark.parametrize("name", ["pagefind.js", "fragment/"])
def test_what_is_overtaken_is_not_shown(page, name):
    """Results that come when the box is empty again are those of nobody."""
    page.goto("en/search/")
    release = held(page, name)
    with page.expect_request(f"**/{name}*"):
        page.get_by_role("searchbox").fill("Armenia")
    page.get_by_role("searchbox").fill("")
    release()
    page.wait_for_timeout(700)

    assert page.locator(".search-box__results a").count() == 0
    assert page.get_by_role("status").inner_text() == ""


@pytest.mark.parametrize("name", ["pagefind.js", "pagefind-entry.json"])
def test_search_that_failed_once(page, name):
    """What could not be loaded is asked for again at the next letter."""
    page.goto("en/search/")
    page.route(f"**/{name}*", lambda route: route.abort())
    page.get_by_role("searchbox").fill("pashinya")
    page.get_by_text("could not be loaded").wait_for()
    page.unroute(f"**/{name}*")

    page.get_by_role("searchbox").fill("pashinyan")
    page.locator(".search-box__results a").first.wait_for()

    assert page.get_by_role("status").inner_text().startswith("Results: ")


def test_more_results(page):
    """Results come by the dozen; who asks for more stands at the first of them, until all are shown."""
    page.goto("en/search/")
    page.get_by_role("searchbox").fill("Armenia")
    links, more = page.locator(".search-box__results a"), page.get_by_role("button", name="More results")
    links.first.wait_for()
    total = int(page.get_by_role("status").inner_text().removeprefix("Results: "))
    assert (links.count(), total > 12) == (12, True)

    more.click()
    links.nth(12).wait_for()
    assert links.nth(12).evaluate("link => link === document.activeElement")
    while more.is_visible():
        before = links.count()
        more.click()
        links.nth(before).wait_for()

    assert links.count() == total
    assert len(set(links.evaluate_all("all => all.map((link) => link.href)"))) == total


def test_without_script(new_page):
    """Without script the page lists every page and entry, and shows no box that does nothing."""
    page = new_page(java_script_enabled=False)
    page.goto("id/cari/")

    assert page.get_by_role("searchbox").count() == 0
    assert page.locator("main a").count() > 90


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("pashinian", "", ["Nikol Pashinyan"]),
        ("stepanakert", "", ["Stepanakert (Khankendi)"]),
        ("united st", "", ["Amerika Serikat"]),
        ("Լուկ", "", []),
        ("erdogn", "", []),
        ("karabah", "event", ["Eksodus dari Nagorno-Karabakh", "Perang Nagorno-Karabakh 2020"]),
    ],
)
def test_filter(page, words, kind, found):
    """The glossary narrows to what is meant, also where a letter is wrong; kinds narrow it further."""
    page.goto("id/glosarium/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("combobox").select_option(kind)

    shown = page.locator("[data-type]:visible a").all_inner_texts()
    assert set(found) <= set(shown)
    assert len(shown) <= max(6, len(found))
    assert str(len(shown)) in page.get_by_role("status").inner_text()
