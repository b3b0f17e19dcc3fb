"""The pages that list others."""

from types import SimpleNamespace

from plugins.bilingual.listings import by_letter, listings
from plugins.bilingual.twins import Switch

SETTINGS = {
    "LANGUAGES": ("id", "en"),
    "SITEURL": "https://x.org/j",
    "SECTIONS": {
        "explainers": {"id": "penjelasan", "en": "explainers"},
        "background": {"id": "latar", "en": "background"},
        "glossary": {"id": "glosarium", "en": "glossary"},
        "about": {"id": "tentang", "en": "about"},
        "sources": {"id": "sumber", "en": "sources"},
        "search": {"id": "cari", "en": "search"},
    },
}


def test_addresses():
    """Every listing has an address per language; chooser and 404 page have one for all."""
    assert [page.save_as for page in listings(SETTINGS)] == [
        "id/index.html",
        "en/index.html",
        "id/penjelasan/index.html",
        "en/explainers/index.html",
        "id/latar/index.html",
        "en/background/index.html",
        "id/glosarium/index.html",
        "en/glossary/index.html",
        "id/sumber/index.html",
        "en/sources/index.html",
        "id/cari/index.html",
        "en/search/index.html",
        "index.html",
        "404.html",
    ]


def test_versions_of_a_listing():
    """A listing names its versions and the way to the other; homes fall back on the chooser."""
    home, glossary = listings(SETTINGS)[1], listings(SETTINGS)[6]

    assert home.x_default == "https://x.org/j/"
    assert glossary.x_default == "https://x.org/j/id/glosarium/"
    assert glossary.switch == [Switch("en", "https://x.org/j/en/glossary/", True)]
    assert glossary.alternates == [
        ("id", "https://x.org/j/id/glosarium/"),
        ("en", "https://x.org/j/en/glossary/"),
    ]


def test_lost_page_is_not_for_search_engines():
    """The 404 page offers every language and is kept out of search."""
    lost = listings(SETTINGS)[-1]

    assert (lost.kind, lost.noindex, [switch.lang for switch in lost.switch]) == (
        "not-found",
        True,
        ["id", "en"],
    )


def test_letters():
    """Entries stand under their initial; accents and case do not matter, other signs share one."""
    titles = ["Rusia", "Élysée", "armenia", "Eurasia", "123"]
    entries = [SimpleNamespace(title=title, key=title) for title in titles]

    grouped = [(letter, [entry.title for entry in group]) for letter, group in by_letter(entries)]

    assert grouped == [("#", ["123"]), ("A", ["armenia"]), ("E", ["Élysée", "Eurasia"]), ("R", ["Rusia"])]
