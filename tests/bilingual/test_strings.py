"""Names that templates use."""

import pytest

from plugins.bilingual.strings import template_filters


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("id", "id_ID"),
        ("en", "en_US"),
        ("fr", "fr_FR"),
        # A language that the tables do not know stands alone.
        ("qaa", "qaa"),
    ],
)
def test_with_territory(lang, told):
    """Open Graph wants a territory beside the language: the likeliest."""
    assert template_filters()["with_territory"](lang) == told
