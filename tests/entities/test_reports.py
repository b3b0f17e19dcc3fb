"""Explanations and reports, on a small corpus."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.documents.models import Event
from plugins.entities.explain import explain
from plugins.entities.places import Places
from plugins.entities.reports import TOPICS, as_data, as_text, link_changes, reports
from plugins.entities.survey import survey
from tests.checks.corpus import corpus, document

TEMPLATES = Path("theme/templates")
BODY = """Armenia pergi ke Rusia-Pasifik. [@a]

Kata Baku, Zanzibar Timur menunggu. [@a]
Lalu Zanzibar Timur menang, dan Armenia pulang. [@a]
"""


@pytest.fixture
def found():
    """Survey a page in Indonesian and the entries that it names."""
    entries = [
        entry("armenia", "Armenia"),
        entry("russia", "Rusia"),
        entry("baku", "Baku", homographs=("Baku",)),
    ]
    return survey(corpus(document(BODY), *entries), ("id", "en"), TEMPLATES)


def entry(key, title, **fields):
    """Make an entry with this title."""
    made = document("Isi. [@a]", "glossary", key)
    return replace(made, front=made.front.model_copy(update={"title": title, **fields}))


def page(found):
    """Return the surveyed background page."""
    return next(one for one in found.pages if one.document.kind == "background")


def test_explain(found):
    """Each mention of a line is told with its sense, the rule and the outcome."""
    one = page(found)
    first = one.document.body_line

    assert list(explain(one, found.indexes["id"], first)) == [
        f"content/background/csto.id.md:{first}: “Armenia” → armenia [name], linked",
        f"content/background/csto.id.md:{first}: “Rusia” → nothing [abstain: compound “…-Pasifik”], "
        "not linked; to settle it, write [Rusia](entity:russia) or [Rusia](entity:none)",
    ]
    (last,) = explain(one, found.indexes["id"], first + 3)
    assert last.endswith(f"→ armenia [name], not linked: its link is on line {first}")


def test_explain_what_is_forbidden():
    """A link that a writer forbids is none, and there is nothing to settle."""
    body = "[Armenia](entity:none) dan [Eriwan](entity:armenia). [@a]\n"
    found = survey(corpus(document(body), entry("armenia", "Armenia")), ("id", "en"), TEMPLATES)

    told = [line.partition(": ")[2] for line in explain(page(found), found.indexes["id"])]

    assert told == [
        "“Armenia” → nothing [manual: entity:none], not linked: so it is written here",
        "“Eriwan” → armenia [manual: entity:armenia], linked",
    ]


def test_names_in_figures_stand_on_its_line():
    """What a figure takes from data is told on the figure's line; what follows it, on its own."""
    event = {"date": "2020", "text": {"id": "Armenia keluar. [@a]", "en": "Armenia left. [@a]"}}
    events = tuple(Event.model_validate({"id": f"e{number}", **event}) for number in range(2))
    body = "Satu. [@a]\n\n![Armenia](figure:timeline)\n\nDua.\nArmenia keluar. [@a]\n"
    small = corpus(document(body), entry("armenia", "Armenia"))
    small = replace(small, data=replace(small.data, timeline=events))

    one = page(found := survey(small, ("id", "en"), TEMPLATES))

    places = Places(one)
    lines = [places.line_of(mention) - one.document.body_line + 1 for mention in one.linked.mentions]
    assert lines == [3, 3, 3, 6]
    assert len(list(explain(one, found.indexes["id"], one.document.body_line + 2))) == 3


def test_reports(found):
    """Each topic finds its case, on the line where it stands."""
    first = page(found).document.body_line
    lines = [str(one) for one in reports(found)]

    assert any(
        line.startswith(f"content/background/csto.id.md:{first}: “Rusia” in the compound") for line in lines
    )
    assert any("“Zanzibar Timur” 2 times" in line for line in lines)
    assert any("no page names “Rusia”" in line for line in lines)


def test_forms(found):
    """Reports are text for people, every topic with its count, and data for programs."""
    all_reports = reports(found)

    assert all(topic in as_text(all_reports) for topic in TOPICS)
    assert {"topic", "text", "path", "line"} == set(as_data(all_reports)[0])


def test_link_changes(found):
    """Links are compared with those of a built site."""
    changes = link_changes(found, {"csto": {"russia"}}, lambda one: one.document.key)

    assert {(one.path, one.text) for one in changes if "background" in one.path} == {
        ("content/background/csto.id.md", "+ armenia"),
        ("content/background/csto.id.md", "+ baku"),
        ("content/background/csto.id.md", "- russia"),
    }
