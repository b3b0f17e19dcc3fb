"""Feeds have an identity per language."""

from types import SimpleNamespace

from plugins.bilingual.feeds import name_feed


def test_identity_and_links():
    """Each feed has its language's home for id and link, and links that work outside the page."""
    item = {"content": '<a href="#note-1">1</a>', "link": "https://x.org/en/a/", "categories": ("c",)}
    feed = SimpleNamespace(feed={}, items=[item])

    name_feed({"FEED_LANG": "en", "SITEURL": "https://x.org", "SITENAME": "Jelas"}, feed)

    assert feed.feed == {
        "id": "https://x.org/en/",
        "link": "https://x.org/en/",
        "language": "en",
        "title": "Jelas",
    }
    assert item["content"] == '<a href="https://x.org/en/a/#note-1">1</a>'
