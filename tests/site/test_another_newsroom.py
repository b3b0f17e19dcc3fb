"""Another newsroom: a site on another topic, in English and French, with content, settings and a catalog of its own."""

import re
import shutil

import pytest
from bs4 import BeautifulSoup

from plugins.bilingual.catalogs import template_strings
from tests.site.test_changed_content import ROOT, run

SUMMARY = {
    "en": "What the strait is, who sails through it, and what a closure would cost the countries around it.",
    "fr": "Ce qu'est le détroit, qui y navigue et ce que coûterait sa fermeture aux pays qui l'entourent.",
}
SHARED = "date: 2026-11-25\nas_of: 2026-11-01\norder: 1\n"
PAGE = "---\ntitle: {title}\nslug: {slug}\nsummary: {summary}\n{shared}in_short:\n  - {a}\n  - {b}\n---\n{body}\n"
ENTRY = "---\ntitle: {title}\nslug: {slug}\nsummary: {summary}\n{shared}---\n{body}\n"
SETTINGS = {
    r'SITENAME = ".*"': 'SITENAME = "Clair"',
    r"LANGUAGES = \(.*\)": 'LANGUAGES = ("en", "fr")',
    r'PARALLEL = ".*"': 'PARALLEL = "both"',
}
SEGMENTS = {
    "penjelasan": "dossiers",
    "latar": "contexte",
    "glosarium": "glossaire",
    "tentang": "a-propos",
    "sumber": "sources",
    "cari": "recherche",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of the other newsroom, built; its folder."""
    folder = tmp_path_factory.mktemp("newsroom")
    for part in ("theme", "plugins"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "content/extra", folder / "content/extra")
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    for pattern, value in SETTINGS.items():
        settings, count = re.subn(pattern, value, settings, count=1)
        assert count == 1
    settings = settings.replace('{"id": "", "en": ""}', '{"en": "", "fr": ""}')
    for indonesian, french in SEGMENTS.items():
        settings = re.sub(
            rf'\{{"id": "{indonesian}", "en": ("[\w-]+")\}}', rf'{{"en": \1, "fr": "{french}"}}', settings
        )
    settings = re.sub(
        r"SITE_LINE = \{.*?\}",
        'SITE_LINE = {"en": "News, explained.", "fr": "Les nouvelles."}',
        settings,
        flags=re.S,
    )
    settings = settings.replace('AUTHOR = "Jelas"', 'AUTHOR = "Clair"')
    (folder / "pelicanconf.py").write_text(settings, "utf-8")
    words = "".join(
        f'\nmsgid "{text}"\nmsgstr "«{number}»"\n'
        for number, text in enumerate(template_strings(ROOT / "theme/templates"))
    )
    plural = '\nmsgid "{n} kali"\nmsgid_plural "{n} kali"\nmsgstr[0] "{n} fois"\nmsgstr[1] "{n} fois"\n'
    words = re.sub(r'\nmsgid "\{n\}[^"]*"\nmsgstr "[^"]*"\n', "", words)
    others = re.findall(
        r'ngettext\("(\{n\} istilah[^"]*)"', (ROOT / "theme/templates/home.html").read_text("utf-8")
    )
    plural += "".join(
        f'\nmsgid "{text}"\nmsgid_plural "{text}"\nmsgstr[0] "{{n}} mot"\nmsgstr[1] "{{n}} mots"\n'
        for text in others
    )
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
    autonym = '\nmsgid "Bahasa Indonesia"\nmsgstr "Français"\n'
    (folder / "theme/translations/fr.po").write_text(head + autonym + words + plural, "utf-8")
    write(folder / "content")
    status, told = run(folder, SITEURL="https://clair.example")
    assert (status, told) == (0, "")
    return folder / "output"


def write(content):
    """Write the small site's content."""
    texts = {
        "en": (
            "Why the strait matters",
            "why-the-strait-matters",
            "The Strait of Hormuz is narrow. [@a]\n\nOn June 13, 2024, Iran warned. [@a]",
        ),
        "fr": (
            "Pourquoi le détroit compte",
            "pourquoi-le-detroit",
            "Le détroit d'Ormuz est étroit. [@a]\n\nLe 13 juin 2024, l'Iran a averti. [@a]",
        ),
    }
    entries = {"en": ("Strait of Hormuz", "hormuz"), "fr": ("détroit d'Ormuz", "ormuz")}
    for folder in ("explainers", "background", "glossary", "about", "pages", "data"):
        (content / folder).mkdir(parents=True)
    for lang, (title, slug, body) in texts.items():
        shared = SHARED if lang == "en" else ""
        points = {
            "en": ("It is narrow. [@a]", "Iran warned. [@a]"),
            "fr": ("Il est étroit. [@a]", "Iran a averti. [@a]"),
        }[lang]
        page = PAGE.format(
            title=title, slug=slug, summary=SUMMARY[lang], shared=shared, a=points[0], b=points[1], body=body
        )
        (content / "explainers" / f"strait.{lang}.md").write_text(page, "utf-8")
        name, address = entries[lang]
        kind = "type: place\ncoordinates: [26.6, 56.3]\n" if lang == "en" else ""
        entry = ENTRY.format(
            title=name, slug=address, summary=SUMMARY[lang], shared=kind, body=body.split("\n")[0]
        )
        (content / "glossary" / f"hormuz.{lang}.md").write_text(entry, "utf-8")
    source = "a: {publisher: P, title: T, accessed: 2026-11-23, lang: en, sort: press}\n"
    (content / "data/sources.yaml").write_text(source, "utf-8")


def soup(site, path):
    """Return a page."""
    return BeautifulSoup((site / path / "index.html").read_text("utf-8"), "lxml")


def test_pages_and_addresses(site):
    """Pages stand at the newsroom's own addresses, in its languages, and lead to each other."""
    english, french = (
        soup(site, "en/explainers/why-the-strait-matters"),
        soup(site, "fr/dossiers/pourquoi-le-detroit"),
    )

    assert (english.html["lang"], french.html["lang"]) == ("en", "fr")
    assert french.select_one('header a[hreflang="en"]')["href"].endswith(
        "/en/explainers/why-the-strait-matters/"
    )
    assert "1 novembre 2026" in french.select_one(".page-head__as-of").get_text()
    assert (site / "both/strait/index.html").is_file()
    assert (site / "fr/recherche/index.html").is_file()
    assert not (site / "id").exists()


def test_names_are_linked_without_a_file_for_the_language(site):
    """French has no file of morphology: exact names are linked all the same."""
    french = soup(site, "fr/dossiers/pourquoi-le-detroit")

    assert [link.get_text() for link in french.select("a.entity")] == ["détroit d'Ormuz"]
    assert french.select_one(".card").get_text().split("\n")[1] == "détroit d'Ormuz"


def test_no_word_of_the_first_newsroom(site):
    """Nothing of Armenia or Indonesian is left in any page."""
    for path in site.rglob("*.html"):
        text = BeautifulSoup(path.read_text("utf-8"), "lxml").get_text(" ")
        assert not re.search(r"Armenia|CSTO|Glosarium|Penjelasan|Sumber|Indonesia|Jelas\b", text), path
