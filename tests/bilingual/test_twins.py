"""The versions of a page."""

from plugins.bilingual.twins import Switch, alternates, default_version, missing, switches

LANGUAGES = ("id", "en")
HOMES = {"id": "/id/", "en": "/en/"}
PAIR = {"en": "/en/b/", "id": "/id/a/"}


def test_pair():
    """A pair names both versions, itself included, the source language first."""
    assert alternates(PAIR, LANGUAGES) == [("id", "/id/a/"), ("en", "/en/b/")]
    assert default_version(PAIR, LANGUAGES) == "/id/a/"
    assert missing(PAIR, LANGUAGES) == []
    assert switches("id", PAIR, HOMES, LANGUAGES) == [Switch("en", "/en/b/", True)]
    assert switches("en", PAIR, HOMES, LANGUAGES) == [Switch("id", "/id/a/", True)]


def test_single():
    """A page without twin leads to the other language's home, and says that it does."""
    only = {"en": "/en/b/"}

    assert alternates(only, LANGUAGES) == [("en", "/en/b/")]
    assert default_version(only, LANGUAGES) == "/en/b/"
    assert missing(only, LANGUAGES) == ["id"]
    assert switches("en", only, HOMES, LANGUAGES) == [Switch("id", "/id/", False)]
