"""Rules on claims and events."""

from dataclasses import replace

import pytest

from plugins.checks.gate import check_corpus
from plugins.documents.models import Claim, Event, Map
from tests.checks.corpus import corpus


def found(claims=(), timeline=()):
    """Return (problem, rule) of every finding of a corpus with these records."""
    one = corpus()
    lines = {("claims", record.id): 1 for record in claims} | {
        ("timeline", record.id): 1 for record in timeline
    }
    data = replace(one.data, claims=tuple(claims), timeline=tuple(timeline), lines=one.data.lines | lines)
    return [(finding.problem, finding.rule) for finding in check_corpus(replace(one, data=data))]


def claim(record):
    """Make a claim with this record."""
    return Claim(id="s01", claim={"id": "X", "en": "X"}, verdict="wrong", record=record)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"id": "Ya. [@a]", "en": "Yes. [@a]"}, []),
        (
            {"id": "Ya. [@a] (@a)", "en": "Yes. [@a]"},
            [("“@a” is not how a source is cited", "data-citation")],
        ),
        ({"id": "Ya.", "en": "Yes. [@a]"}, [("“s01” cites no source", "data-citation")]),
        (
            {"id": "Ya. [@b]", "en": "Yes. [@b]"},
            [("there is no source “b”", "data-citation")],
        ),
        (
            {"id": "Ya. [@a]", "en": "Yes. [@a; @a]"},
            [("the languages of “s01” cite different sources", "data-citation")],
        ),
    ],
)
def test_citations(record, expected):
    """Each record cites known sources, the same in each language."""
    assert found(claims=[claim(record)]) == expected


def test_entities():
    """An event names entries that exist."""
    event = Event(id="war", date="2020", text={"id": "P. [@a]", "en": "W. [@a]"}, entities=("nowhere",))

    assert found(timeline=[event]) == [("there is no entry “nowhere”", "data-entity")]


def test_map():
    """A country on the map has an outline; a place has coordinates, its entry's or its own."""
    plan = Map.model_validate(
        {
            "bounds": [0, 10, 10, 20],
            "countries": [{"outline": "armenai", "entity": "csto", "at": [5, 15]}],
            "places": [
                {"entity": "csto"},
                {"entity": "csto", "at": [1, 11]},
                {"entity": "nowhere"},
            ],
        }
    )
    one = corpus()
    lines = {("map", "csto"): 1, ("map", "nowhere"): 2}
    data = replace(one.data, map=plan, outlines={"armenia": []}, lines=one.data.lines | lines)
    whole = replace(one, data=data, ids=one.ids | {("glossary", "csto", "id")})

    assert [(finding.problem, finding.rule) for finding in check_corpus(whole)] == [
        ("nothing says where “csto” is", "data-map"),
        ("there is no outline “armenai”", "data-map"),
        ("there is no entry “nowhere”", "data-entity"),
    ]
