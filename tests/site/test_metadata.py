"""What other machines read of the real site: JSON-LD, share cards, linked data."""

import json
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import SITEURL


def graph(built_site, path):
    """Return the JSON-LD of a page: type → data."""
    soup = BeautifulSoup((built_site / path / "index.html").read_text("utf-8"), "lxml")
    data = json.loads(soup.select_one('script[type="application/ld+json"]').string)
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data["@graph"]}


def test_article(built_site):
    """An explainer says what it is, in which language, when it changed, what it rests on and names."""
    found = graph(built_site, "id/penjelasan/armenia-menjauh-dari-csto")
    article = found["Article"]

    assert article["inLanguage"] == "id"
    assert article["dateModified"] >= article["datePublished"]
    assert len(article["citation"]) >= 15
    assert {"@id": f"{SITEURL}/glossary.json#csto", "name": "CSTO"} in article["mentions"]
    assert article["workTranslation"] == [{"@id": f"{SITEURL}/en/explainers/armenia-moves-away-from-csto/"}]
    trail = found["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in trail] == [1, 2, 3]
    translation = graph(built_site, "en/explainers/armenia-moves-away-from-csto")["Article"]
    assert translation["translationOfWork"] == [{"@id": article["@id"]}]


def test_entry(built_site):
    """An entry is a term of the set, the same in each language."""
    terms = [graph(built_site, path)["DefinedTerm"] for path in ("id/glosarium/csto", "en/glossary/csto")]

    assert terms[0]["@id"] == terms[1]["@id"] == f"{SITEURL}/glossary.json#csto"
    assert terms[0]["description"] != terms[1]["description"]


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("id", "WebSite"),
        ("", "WebSite"),
        ("id/glosarium", "DefinedTermSet"),
        ("en/about/standards", "AboutPage"),
    ],
)
def test_other_pages(built_site, path, type_):
    """Listings and pages about the site say what they are."""
    assert type_ in graph(built_site, path)


@pytest.mark.parametrize(("path", "locale"), [("id", "id_ID"), ("en/about/standards", "en_US")])
def test_locale(built_site, path, locale):
    """Those who show a shared page are told its language as they write it."""
    soup = BeautifulSoup((built_site / path / "index.html").read_text("utf-8"), "lxml")

    assert soup.select_one('meta[property="og:locale"]')["content"] == locale


def test_linked_data(built_site):
    """The glossary as data: one identity an entry, with the names of all languages."""
    data = json.loads((built_site / "glossary.json").read_text("utf-8"))
    terms = {term["termCode"]: term for term in data["hasDefinedTerm"]}
    pashinyan = terms["nikol-pashinyan"]

    assert data["@type"] == "DefinedTermSet"
    assert len(terms) >= 70
    assert len({term["@id"] for term in terms.values()}) == len(terms)
    assert {name["@language"] for name in pashinyan["name"]} == {"id", "en"}
    assert {"@value": "Նիկոլ Փաշինյան", "@language": "hy"} in pashinyan["alternateName"]
    assert pashinyan["sameAs"].startswith("https://www.wikidata.org/entity/Q")


def test_share_cards(built_site):
    """Every page names a card that is there, of the size that others ask for and within its limit."""
    named = set()
    for path in built_site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        named.add(soup.select_one('meta[property="og:image"]')["content"].removeprefix(f"{SITEURL}/"))
        assert soup.select_one('meta[name="description"]')["content"].strip()
    assert len(named) >= 32
    for name in named:
        data = (built_site / name).read_bytes()
        image = Image.open(BytesIO(data))
        assert (image.size, image.format) == ((1200, 630), "PNG")
        assert len(data) <= 40_000
        # The bar, the paper, and letters on it.
        assert image.convert("RGB").getpixel((5, 300)) == (154, 47, 28)
        assert len(image.getcolors()) > 8
