"""The real site as it is published: what every page must have, in both languages."""

import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup

from plugins.checks.budget import costs, over_budget
from tests.conftest import SITEURL


@pytest.fixture(scope="session")
def soups(built_site):
    """Every page, parsed: path within the site → tree."""
    return {
        path.relative_to(built_site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "lxml")
        for path in sorted(built_site.rglob("*.html"))
    }


def without_twin(path):
    """Tell whether a page has no version per language, and search engines are kept out of it."""
    return path == "404.html" or path.startswith("dua/")


def test_pages_in_pairs(soups):
    """Every document is there in both languages: 52 pages of languages, the chooser and the 404 page."""
    by_lang = {lang: [path for path in soups if path.startswith(f"{lang}/")] for lang in ("id", "en")}

    assert len(by_lang["id"]) == len(by_lang["en"]) >= 26
    others = set(soups) - {*by_lang["id"], *by_lang["en"]}
    assert {path for path in others if not path.startswith("dua/")} == {"index.html", "404.html"}
    # Every explainer and background page has its languages side by side.
    keys = {
        path.name.split(".")[0]
        for kind in ("explainers", "background")
        for path in Path("content", kind).iterdir()
    }
    assert {path.split("/")[1] for path in others if path.startswith("dua/")} == keys


def test_versions_name_each_other(soups):
    """hreflang sets are the same on all versions of a page, and hold the page itself."""
    sets = {}
    for path, soup in soups.items():
        links = soup.select('link[rel="alternate"][hreflang]')
        sets[path] = {link["hreflang"]: link["href"] for link in links}
    for path, alternates in sets.items():
        if without_twin(path):
            continue
        own = f"{SITEURL}/{path.removesuffix('index.html')}"
        assert set(alternates) == {"id", "en", "x-default"}
        assert own in alternates.values()
        for lang in ("id", "en"):
            other = alternates[lang].removeprefix(f"{SITEURL}/") + "index.html"
            assert sets[other] == alternates or path == "index.html"


def test_language_of_each_page(soups):
    """A page says which language it is in, and its switch leads to the same page in the other."""
    for path, soup in soups.items():
        lang = path.split("/")[0]
        if lang not in ("id", "en"):
            continue
        other = "en" if lang == "id" else "id"
        switch = soup.select_one(f'header a[hreflang="{other}"]')
        alternate = soup.select_one(f'link[rel="alternate"][hreflang="{other}"]')
        assert soup.html["lang"] == lang
        assert switch["href"] == alternate["href"]


def test_entities_are_linked_in_both_languages(soups):
    """The explainer names the same entries in both languages, and links them."""
    paths = [
        next(path for path in soups if path.startswith(start))
        for start in ("id/penjelasan/a", "en/explainers/a")
    ]
    named = [{link["href"].rsplit("/", 2)[1] for link in soups[path].select(".terms a")} for path in paths]
    linked = [{link["data-entity"] for link in soups[path].select("a.entity")} for path in paths]

    assert len(named[0]) == len(named[1]) >= 10
    assert linked[0] == linked[1]


def test_sitemap_lists_every_page_with_its_versions(built_site, soups):
    """The sitemap has each page but the 404 page, with alternates as in its head."""
    root = ElementTree.parse(built_site / "sitemap.xml").getroot()
    locations = {node.text for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    alternates = list(root.iter("{http://www.w3.org/1999/xhtml}link"))

    expected = {f"{SITEURL}/{path.removesuffix('index.html')}" for path in soups if not without_twin(path)}
    assert locations == expected
    assert len(alternates) == 3 * len(expected)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_feed(built_site, lang):
    """Each language has a feed of its own identity, whose links are absolute."""
    text = (built_site / lang / "feed.atom.xml").read_text("utf-8")
    feed = feedparser.parse(text)

    assert not feed.bozo
    assert (feed.feed.id, feed.feed.link) == (f"{SITEURL}/{lang}/", f"{SITEURL}/{lang}/")
    assert f'xml:lang="{lang}"' in text
    pages = [
        *Path("content/explainers").glob(f"*.{lang}.md"),
        *Path("content/background").glob(f"*.{lang}.md"),
    ]
    assert len(feed.entries) == len(pages)
    assert all(entry.link.startswith(f"{SITEURL}/{lang}/") for entry in feed.entries)
    assert 'href="#' not in text


def test_budget(built_site):
    """No page of either language is dearer than its limits."""
    found = costs(built_site, SITEURL)

    assert {cost.kind for cost in found} >= {
        "home",
        "explainers",
        "background",
        "glossary",
        "parallel",
        "search",
    }
    assert list(over_budget(found)) == []


def test_nothing_from_elsewhere(soups):
    """Scripts wait for the page, stand in files of the theme, and nothing is framed or styled in place."""
    for path, soup in soups.items():
        assert not soup.select("iframe, [style], script:not([src]):not([type='application/ld+json'])"), path
        assert all(tag.has_attr("defer") or tag.get("type") == "module" for tag in soup.select("script[src]"))
        assert all(tag["src"].startswith(SITEURL) for tag in soup.select("[src]"))
        assert all(
            link["href"].startswith(SITEURL)
            for link in soup.select('link:not([rel="alternate"]):not([rel="canonical"])')
        )


def test_nothing_is_left_unmade(built_site):
    """No marker of ours and no template mark reaches a reader."""
    for path in built_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'data-cite|\{filename\}|\{static\}|"entity:|\{\{|\{%|\[@', text), path
