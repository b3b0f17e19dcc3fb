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


def test_more_results(page):
    """The rest of many results is a button away, which leads to the first that it adds."""
    page.goto("en/search/?q=Armenia")
    results, more = page.locator(".search-box__results > li"), page.get_by_role("button", name="More results")
    more.wait_for()
    counts = [results.count()]
    found = int(page.get_by_role("status").inner_text().split()[-1])

    while more.is_visible():
        more.click()
        results.nth(counts[-1]).wait_for()
        counts.append(results.count())
        page.wait_for_function("document.activeElement.closest('li')")

    assert (counts[:2], counts[-1]) == ([12, 24], found)
    assert page.evaluate("document.activeElement.textContent") == (
        results.nth(counts[-2]).get_by_role("link").inner_text()
    )


@pytest.mark.parametrize("before", ["", "Yerevan"], ids=["the index loads", "the index is there"])
def test_an_empty_box_has_no_results(page, before):
    """What is cleared before it was found is not shown."""
    page.goto("en/search/")
    box = page.get_by_role("searchbox")
    if before:
        box.fill(before)
        page.locator(".search-box__results a").first.wait_for()
    with page.expect_response("**/*.pf_index"):
        box.fill("Russia")
        box.fill("")
    page.wait_for_timeout(500)

    assert page.locator(".search-box__results a").count() == 0
    assert page.get_by_role("status").inner_text() == ""


def test_search_that_could_not_be_loaded(page):
    """Where the index does not come, the page says so, and the next letter tries again."""
    page.goto("en/search/")
    page.route("**/pagefind.js", lambda route: route.abort(), times=1)
    page.get_by_role("searchbox").fill("Armeni")
    page.get_by_text("The search could not be loaded.").wait_for()

    page.get_by_role("searchbox").fill("Armenia")
    page.locator(".search-box__results a").first.wait_for()

    assert page.get_by_role("status").inner_text().startswith("Results: ")


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
