"""A site whose texts are hostile: titles, names, sources and data are shown as text wherever they appear."""

import json
import shutil
from xml.etree import ElementTree

import feedparser
import pytest
import yaml
from bs4 import BeautifulSoup

from plugins.checks.allowed_markup import strange_markup
from tests.checks.test_payloads import elements
from tests.site.test_changed_content import PARTS, run
from tests.site.test_changed_content import ROOT as SOURCES

ROOT = "https://example.org/j"
# Everything but “<” may stand in a plain text field; in a data text Markdown is read.
HOSTILE = "\"'>&amp; ]]> --> {{ 7*7 }} {% x %} \\u003c ${7*7} </"
PLAIN = HOSTILE.replace("<", "‹")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The real site with hostile words in every kind of field, built."""
    folder = tmp_path_factory.mktemp("hostile")
    for part in PARTS:
        source, target = SOURCES / part, folder / part
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    for lang in ("id", "en"):
        path = folder / f"content/glossary/csto.{lang}.md"
        head, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        front = yaml.safe_load(head)
        old, front["title"] = front["title"], f"CSTO {PLAIN}"[:80]
        front["summary"] = f"{PLAIN} {front['summary']}"[:240]
        front.setdefault("aliases", []).extend([old, f"Alias {PLAIN}"])
        path.write_text("---\n" + yaml.safe_dump(front, allow_unicode=True) + "---\n" + body, "utf-8")
    for name, field in (("sources.yaml", "title"), ("timeline.yaml", "text")):
        path = folder / "content/data" / name
        data = yaml.safe_load(path.read_text("utf-8"))
        if name == "sources.yaml":
            for record in data.values():
                record["publisher"] = f"{record['publisher']} {PLAIN}"
                if record.get(field):
                    record[field] = f"{record[field]} {PLAIN}"
                for lang in record.get("note") or {}:
                    record["note"][lang] += f" {PLAIN}"
        else:
            for record in data:
                for lang, text in record[field].items():
                    record[field][lang] = f"“{PLAIN}” {text}"
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    status, told = run(folder)
    assert (status, told) == (0, "")
    return folder / "output"


def test_pages(site):
    """No page holds anything that is not allowed, and no template language is read in content."""
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        assert list(strange_markup(elements(str(soup)), ROOT)) == [], path
        for script in soup.select('script[type="application/ld+json"]'):
            json.loads(script.string)
    heading = BeautifulSoup((site / "id/glosarium/csto/index.html").read_text("utf-8"), "lxml").h1
    assert heading.get_text() == f"CSTO {PLAIN}"[:80].strip()


def test_data_and_feeds(site):
    """Linked data, feeds and sitemap are sound, and hold the words as they are."""
    terms = json.loads((site / "glossary.json").read_text("utf-8"))["hasDefinedTerm"]
    names = [name["@value"] for term in terms if term["termCode"] == "csto" for name in term["alternateName"]]

    assert f"Alias {PLAIN}" in names
    ElementTree.parse(site / "sitemap.xml")
    for lang in ("id", "en"):
        assert not feedparser.parse((site / lang / "feed.atom.xml").read_text("utf-8")).bozo
