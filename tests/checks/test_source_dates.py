"""Rules on the dates in texts, and on the day up to which a page is true."""

from dataclasses import replace

import pytest

from plugins.checks.source_dates import (
    dates_of_records_exist,
    days_exist,
    months_are_of_the_language,
    no_page_is_ahead,
)
from plugins.documents.models import Claim, Event
from tests.checks.corpus import corpus, document, told

ENGLISH = document("Text. [@a]\n", key="other", lang="en")
INDONESIAN = document("Isi. [@a]\n", key="other")
LOOK = "\n  fix: Look it up again in the source."


@pytest.mark.parametrize(
    ("lang", "body", "expected"),
    [
        ("id", "Pada 30 Juni 2024, 29 Februari 2024, 11–13 Mei, April 2024, 1.931 Juni.", []),
        ("en", "On June 30, 2024, February 29, May 2024, in June 40 people; Juni Juice, June.", []),
        ("id", "“13 June 2024”, `31 Juni`, [x](https://example.org/31 Juni)", []),
        ("id", "Satu.\nPada 31 Juni ia pergi.", ["body:2: there is no day “31 Juni” [date]" + LOOK]),
        ("id", "Pada 29 Februari 2023.", ["body:1: there is no day “29 Februari 2023” [date]" + LOOK]),
        ("en", "On June 31 it left.", ["body:1: there is no day “June 31” [date]" + LOOK]),
        ("en", "On June 40, 2024, it left.", ["body:1: there is no day “June 40, 2024” [date]" + LOOK]),
        (
            "id",
            "Pada 13 June 2024.",
            [
                "body:1: “13 June 2024” names a month in another language (en) [month]\n"
                "  fix: Write Juni, or put a quotation between “ and ”."
            ],
        ),
        (
            "en",
            "In Maret 2024.",
            [
                "body:1: “Maret 2024” names a month in another language (id) [month]\n"
                "  fix: Write March, or put a quotation between “ and ”."
            ],
        ),
    ],
)
def test_dates_in_texts(lang, body, expected):
    """Days and months are those of the calendar, in the language of the page."""
    one = document(body, lang=lang)

    found = told(days_exist, one) + told(months_are_of_the_language, one, ENGLISH, INDONESIAN)

    assert found == expected


def test_dates_above_the_text():
    """Points are read too."""
    one = document("Isi. [@a]", points=("Satu. [@a]", "Pada 31 April. [@a]"))

    assert [(found.line, found.problem) for found in days_exist(one, corpus(one))] == [
        (one.line_of("in_short", 1), "there is no day “31 April”")
    ]


def test_dates_in_records():
    """The texts of claims and events are held to the same."""
    event = Event(id="war", date="2020", text={"id": "31 Juni. [@a]", "en": "June 30. [@a]"})
    claim = Claim(
        id="s01", claim={"id": "Ya.", "en": "13 Juni."}, verdict="wrong", record={"id": "Y", "en": "Y"}
    )
    one = corpus()
    lines = one.data.lines | {("timeline", "war"): 3, ("claims", "s01"): 5}
    whole = replace(one, data=replace(one.data, claims=(claim,), timeline=(event,), lines=lines))

    assert [(found.path, found.line, found.problem) for found in dates_of_records_exist(whole)] == [
        ("content/data/claims.yaml", 5, "“13 Juni” names a month in another language (id)"),
        ("content/data/timeline.yaml", 3, "there is no day “31 Juni”"),
    ]


@pytest.mark.parametrize(
    ("as_of", "extra", "expected"),
    [
        ("2026-11-25", "", []),
        ("2036-06-25", "updated: 2036-06-25\n", []),
        (
            "2036-06-25",
            "updated: 2026-11-25\n",
            [
                "“as_of” is 2036-06-25, but nothing was read or published after 2026-11-25 [as-of]\n"
                "  fix: Correct it, or write when its sources were read again (`accessed`)."
            ],
        ),
    ],
)
def test_as_of(as_of, extra, expected):
    """No page is true up to a day that nobody has seen."""
    one = document("Isi. [@a]\n", extra=extra)
    one = replace(
        one, front=one.front.model_copy(update={"as_of": type(one.front.as_of).fromisoformat(as_of)})
    )

    found = [str(found) for found in no_page_is_ahead(one, corpus(one))]

    assert found == [f"{one.path}:{one.line_of('as_of')}: {text}" for text in expected]
