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
        (
            {"id": "Ya.[^1] [@a]", "en": "Yes. [@a]"},
            [("“[^1]” is not how a source is cited", "data-citation")],
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


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("1.960 orang, 3,5 juta", "1,960 people, 3.5 million", ""),
        ("Pukul 14.30", "At 2:30 p.m.", ""),
        ("2 Mei 1992", "May 2, 1992", ""),
        ("1.960 orang", "1,690 people", "1.960 in the original, 1,690 here"),
        ("3 juta", "3 billion", "3 juta in the original, 3 billion here"),
        ("Pukul 14.30", "At 4:30 p.m.", "14.30 in the original, 4:30 here"),
    ],
)
def test_numbers(original, translation, expected):
    """The texts of an event and of a claim come to the same numbers in each language."""
    texts = {"id": f"{original} [@a]", "en": f"{translation} [@a]"}
    event = Event(id="war", date="2020", text=texts)
    record = claim(texts).model_copy(update={"claim": texts})

    names = ["`claim` of “s01”", "`record` of “s01”", "`text` of “war”"] if expected else []
    assert found(claims=[record], timeline=[event]) == [
        (f"{name} in “en”: the numbers differ: {expected}", "data-parity") for name in names
    ]


def test_where_numbers_differ():
    """It is told where the record begins, with what to do; a text that is missing is told by its reader."""
    one = corpus()
    texts = {"id": "Ada 5. [@a]", "en": "There are 6. [@a]"}
    events = (
        Event(id="war", date="2020", text=texts),
        Event(id="peace", date="2021", text={"en": "In 5. [@a]"}),
    )
    lines = {("timeline", "war"): 7, ("timeline", "peace"): 12}
    data = replace(one.data, timeline=events, lines=one.data.lines | lines)

    assert [str(finding) for finding in check_corpus(replace(one, data=data))] == [
        "content/data/timeline.yaml:7: `text` of “war” in “en”: the numbers differ: "
        "5 in the original, 6 here [data-parity]\n"
        "  fix: Look them up in the source, and write the same numbers in each language."
    ]


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
