"""One Atom feed per language, each with an identity of its own."""

from __future__ import annotations

from typing import Any

from plugins.documents.addresses import home_url


def name_feed(context: dict[str, Any], feed: Any) -> None:
    """Give a feed its language, and the identity and address of that language's home.

    Pelican gives all feeds those of the site, so that a reader of two would see one.
    """
    lang = context["FEED_LANG"]
    home = f"{context['SITEURL']}/{home_url(lang)}"
    feed.feed.update(id=home, link=home, language=lang, title=context["SITENAME"])
    for item in feed.items:
        item["content"] = with_whole_addresses(item["content"], item["link"])
        item["categories"] = ()


def with_whole_addresses(html: str, page: str) -> str:
    """Return `html` with links to its own anchors made absolute: in a feed they would lead nowhere."""
    return html.replace('href="#', f'href="{page}#')
