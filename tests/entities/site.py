"""A small glossary for tests of the linker, and a short way to link a text."""

import re

from plugins.entities.entries import Entry, Guard, Name
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, link_page


def entry(key, title, *aliases, guards=(), link="auto", homograph=False, title_sort="name"):
    """Make an entry; an alias is a name or a (name, sort) pair."""
    names = [Name(key, title, title_sort, True, homograph)]
    names += [
        Name(key, *alias) if isinstance(alias, tuple) else Name(key, alias, "name") for alias in aliases
    ]
    return Entry(key, tuple(names), tuple(Guard(*guard) for guard in guards), link)


ENTRIES = {
    "id": (
        entry("armenia", "Armenia", ("Yerevan", "metonym")),
        entry("yerevan", "Yerevan"),
        entry("csto", "CSTO", "Organisasi Perjanjian Keamanan Kolektif", title_sort="acronym"),
        entry("russia", "Rusia", ("Moskow", "metonym"), guards=(("Rusia Putih", "belarus"),)),
        entry("belarus", "Belarus"),
        entry("united-states", "Amerika Serikat", ("AS", "acronym"), "Amerika"),
        entry("nagorno-karabakh", "Nagorno-Karabakh", "Karabakh"),
        entry("nikol-pashinyan", "Nikol Pashinyan", ("Pashinyan", "surname")),
        entry("james-obrien", "James O'Brien", ("O'Brien", "surname")),
        entry("nato", "NATO", title_sort="acronym"),
        entry("baku", "Baku", homograph=True),
        entry("azerbaijan", "Azerbaijan", ("Baku", "metonym")),
        entry("soviet-union", "Uni Soviet", "Soviet"),
        entry("strategic-partnership", "kemitraan strategis", title_sort="term"),
        entry("ke", "Ke"),
        entry("erdogan", "Erdoğan", "Əliyev"),
    ),
    "en": (
        entry(
            "armenia", "Armenia", ("Armenian", "demonym"), ("Armenians", "demonym"), ("Yerevan", "metonym")
        ),
        entry("yerevan", "Yerevan"),
        entry("russia", "Russia", ("Russian", "demonym"), ("Moscow", "metonym")),
        entry("united-states", "United States", ("US", "acronym"), "U.S.", ("Washington", "metonym")),
        entry("washington", "Washington"),
        entry("nato", "NATO", title_sort="acronym"),
        entry("who", "World Health Organization", ("WHO", "acronym")),
        entry("georgia", "Georgia", ("Georgian", "demonym")),
        entry("nikol-pashinyan", "Nikol Pashinyan", ("Pashinyan", "surname")),
        entry("strategic-partnership", "strategic partnership", title_sort="term"),
    ),
}
INDEXES = {lang: Index(entries, read_language(lang)) for lang, entries in ENTRIES.items()}
TARGETS = {one.key: Target(f"/{one.key}/") for entries in ENTRIES.values() for one in entries}


def link(lang, *html, **page):
    """Link fragments of HTML with the small glossary of a language."""
    return link_page([Fragment(one) for one in html], INDEXES[lang], TARGETS, **page)


def shown(linked):
    """Return the linked HTML with each link as [text→key], and without paragraph tags."""
    text = "".join(linked.fragments)
    text = re.sub(r'<a class="entity" data-entity="([^"]+)" href="[^"]+">(.*?)</a>', r"[\2→\1]", text)
    return re.sub(r"</?p>", "", text)


def named(linked):
    """Return (surface, key) of every mention."""
    return [(one.surface, one.key) for one in linked.mentions]


def stripped(html):
    """Return `html` without the tags that the linker adds."""
    return re.sub(r'<a class="entity"[^>]*>(.*?)</a>', r"\1", html, flags=re.DOTALL)
