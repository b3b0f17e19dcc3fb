"""What an entry's page shows besides its text."""

from plugins.documents.models import EntryFrontMatter
from plugins.glossary.facts import names_elsewhere, visible_names


def test_visible_names():
    """Other names are shown once; metonyms and demonyms are none."""
    front = EntryFrontMatter.model_validate(
        {
            "title": "Rusia",
            "slug": "rusia",
            "summary": "Negara terbesar di dunia menurut luas wilayah, membentang dari Eropa hingga Asia.",
            "type": "country",
            "aliases": [
                "Federasi Rusia",
                {"name": "Moskow", "as": "metonym"},
                {"name": "Russian", "as": "demonym", "plural": "Russians"},
                {"name": "RF", "as": "acronym"},
                "Rusia",
                "Federasi Rusia",
            ],
        }
    )

    assert visible_names(front) == ["Federasi Rusia", "RF"]


def test_names_elsewhere():
    """Names in the other languages come in the site's order; a missing version is left out."""
    assert names_elsewhere("en", {"id": "Rusia", "en": "Russia"}, ("id", "en")) == [("id", "Rusia")]
    assert names_elsewhere("id", {"id": "Rusia"}, ("id", "en")) == []
