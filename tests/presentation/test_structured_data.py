"""JSON-LD: what machines read of a page."""

import json
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from plugins.presentation.structured_data import StructuredData, as_json


def test_nothing_ends_the_script():
    """Text that would end the element, or begin another, is written as escapes."""
    text = as_json({"name": "</script><script>alert(1)</script>&amp;<!--"})

    assert not set("<>&") & set(text)
    assert json.loads(text) == {"name": "</script><script>alert(1)</script>&amp;<!--"}


def relations(languages):
    """Return language → what its version says of the others, for a page of a site in id, en and fr."""
    fields = {"kind": "about", "key": "a", "title": "A", "summary": "", "noindex": False}
    fields["alternates"] = [(lang, f"https://x.org/{lang}/") for lang in languages]
    contents = [SimpleNamespace(lang=lang, url=f"{lang}/", **fields) for lang in languages]
    settings = {"SITEURL": "https://x.org", "SITENAME": "X", "LANGUAGES": ("id", "en", "fr")}
    settings |= {"SECTIONS": {}, "CATALOGS": SimpleNamespace(gettext=None)}
    described = StructuredData(settings)
    found = {}
    for one in contents:
        data = json.loads(BeautifulSoup(described.page(one), "lxml").script.string)["@graph"][0]
        ways = ("workTranslation", "translationOfWork")
        found[one.lang] = {
            way: [other["@id"].split("/")[3] for other in data[way]] for way in ways if way in data
        }
    return found


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (
            ("id", "en", "fr"),
            {
                "id": {"workTranslation": ["en", "fr"]},
                "en": {"translationOfWork": ["id"]},
                "fr": {"translationOfWork": ["id"]},
            },
        ),
        # Neither of two translations is the original of the other.
        (("en", "fr"), {"en": {}, "fr": {}}),
        (("id",), {"id": {}}),
    ],
)
def test_translations_are_of_the_original(languages, found):
    """The original names its translations, and each of them the original."""
    assert relations(languages) == found
