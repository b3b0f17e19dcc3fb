"""What machines read of a page: schema.org data as JSON-LD, and the glossary as one linked data set.

An entry has one identity in all languages: `glossary.json#KEY`. Types and properties: https://schema.org.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from plugins.documents.addresses import home_url, section_url
from plugins.presentation.share_cards import card_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTEXT = "https://schema.org"
GLOSSARY_FILE = "glossary.json"
TYPES = {
    "explainers": "Article",
    "background": "Article",
    "glossary": "DefinedTerm",
    "pages": "WebPage",
    "about": "AboutPage",
}
# The interface string that names a section.
SECTION_NAMES = {"explainers": "Penjelasan", "background": "Latar", "glossary": "Glosarium"}
Data = dict[str, Any]


class StructuredData:
    """Describes the pages of a site."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._root: str = settings["SITEURL"]
        self._name: str = settings["SITENAME"]
        self._source_lang: str = settings["LANGUAGES"][0]
        self._sections = settings["SECTIONS"]
        self._settings = settings

    def page(self, subject: Any) -> Markup:
        """Return the `<script>` that describes a page, or nothing for one that search engines do not see."""
        if subject.noindex:
            return Markup("")
        graph = [self._document(subject) if hasattr(subject, "key") else self._listing(subject)]
        if trail := self._trail(subject):
            graph.append(trail)
        text = as_json({"@context": CONTEXT, "@graph": graph})
        return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))

    def _document(self, content: Any) -> Data:
        url, type_ = f"{self._root}/{content.url}", TYPES[content.kind]
        data: Data = {
            "@type": type_,
            "@id": url,
            "url": url,
            "description": content.summary,
            "inLanguage": content.lang,
        }
        if type_ == "DefinedTerm":
            return data | self._term(content)
        data["name" if type_ != "Article" else "headline"] = content.title
        data |= self._translations(content)
        if type_ == "Article":
            data |= self._article(content)
        return data

    def _translations(self, content: Any) -> Data:
        """Return the translations of an original, or the original of a translation."""
        is_original = content.lang == self._source_lang
        relation = "workTranslation" if is_original else "translationOfWork"
        others = [url for lang, url in content.alternates if (lang == self._source_lang) != is_original]
        return {relation: [{"@id": url} for url in others]} if others else {}

    def _article(self, content: Any) -> Data:
        who = {"@type": "Organization", "name": self._name, "url": f"{self._root}/"}
        works = dict.fromkeys(note.source.url or note.source.title for note in content.notes)
        return {
            "datePublished": content.date.date().isoformat(),
            "dateModified": content.modified.date().isoformat(),
            "author": who,
            "publisher": who,
            "image": f"{self._root}/{card_path(content)}",
            "citation": [work for work in works if work],
            "mentions": [{"@id": self._identity(one.key), "name": one.title} for one in content.terms],
        }

    def _term(self, entry: Any) -> Data:
        names = [*entry.aliases, *([entry.native.name] if entry.native else [])]
        data: Data = {
            "@id": self._identity(entry.key),
            "name": entry.title,
            "termCode": entry.key,
            "inDefinedTermSet": f"{self._root}/{GLOSSARY_FILE}",
        }
        if names:
            data["alternateName"] = names
        if entry.wikidata:
            data["sameAs"] = f"https://www.wikidata.org/entity/{entry.wikidata}"
        return data

    def _listing(self, listing: Any) -> Data:
        url = f"{self._root}/{listing.url}"
        if listing.kind == "glossary":
            title = self._said_in(listing.lang, "Glosarium")
            return {
                "@type": "DefinedTermSet",
                "@id": f"{self._root}/{GLOSSARY_FILE}",
                "name": title,
                "url": url,
            }
        if listing.kind in {"home", "chooser"}:
            found = f"{self._root}/{section_url(self._sections, 'search', listing.lang)}?q={{q}}"
            action = {"@type": "SearchAction", "target": found, "query-input": "required name=q"}
            return {"@type": "WebSite", "name": self._name, "url": url, "potentialAction": action}
        return {"@type": "CollectionPage", "url": url, "inLanguage": listing.lang}

    def _trail(self, subject: Any) -> Data | None:
        """Return the way from the home page to a document."""
        if subject.kind not in SECTION_NAMES:
            return None
        section = section_url(self._sections, subject.kind, subject.lang)
        label = SECTION_NAMES[subject.kind]
        steps = [(self._name, home_url(subject.lang)), (self._said_in(subject.lang, label), section)]
        if subject.url != section:
            steps.append((subject.title, subject.url))
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{self._root}/{url}"}
            for number, (name, url) in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _said_in(self, lang: str, message: str) -> str:
        # Another receiver of Pelican's first signal reads the catalogs, in no order.
        said: str = self._settings["CATALOGS"].gettext(lang, message)
        return said

    def _identity(self, key: str) -> str:
        return f"{self._root}/{GLOSSARY_FILE}#{key}"


def glossary_set(entries: Iterable[dict[str, Any]], root: str, name: str) -> Data:
    """Return the glossary as a DefinedTermSet. `entries`: lang → content, one mapping an entry."""
    return {
        "@context": CONTEXT,
        "@type": "DefinedTermSet",
        "@id": f"{root}/{GLOSSARY_FILE}",
        "name": name,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "hasDefinedTerm": [_entry(versions, root) for versions in entries],
    }


def _entry(versions: dict[str, Any], root: str) -> Data:
    first = next(iter(versions.values()))
    data: Data = {
        "@type": "DefinedTerm",
        "@id": f"{root}/{GLOSSARY_FILE}#{first.key}",
        "termCode": first.key,
        "additionalType": first.type,
        "name": [_said(lang, one.title) for lang, one in versions.items()],
        "alternateName": [_said(lang, name) for lang, one in versions.items() for name in one.aliases],
        "description": [_said(lang, one.summary) for lang, one in versions.items()],
        "url": [f"{root}/{one.url}" for one in versions.values()],
    }
    if first.native:
        data["alternateName"].append(_said(first.native.lang, first.native.name))
    if first.wikidata:
        data["sameAs"] = f"https://www.wikidata.org/entity/{first.wikidata}"
    return data


def _said(lang: str, text: str) -> Data:
    return {"@value": text, "@language": lang}


def as_json(data: Data) -> str:
    """Return compact JSON that cannot end the `<script>` it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
