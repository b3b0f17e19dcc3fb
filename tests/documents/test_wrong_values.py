"""A value of another sort than asked for is told in words, with one of the right sort."""

import pytest

from plugins.documents.front_matter import validate
from plugins.documents.models import Claim, DatedFrontMatter, EntryFrontMatter, Event, Source
from plugins.documents.yaml_source import read_yaml

TEXT = {"title": "T", "slug": "s", "summary": "x" * 70}
PAGE = {**TEXT, "date": "2026-11-25", "as_of": "2026-11-25", "in_short": ["A.", "B."], "order": 1}
ENTRY = {**TEXT, "type": "concept"}
SOURCE = {"publisher": "P", "accessed": "2026-11-25", "lang": "en", "sort": "press"}
EVENT = {"id": "x", "date": "2020", "text": {"id": "X."}}


def told(model, data):
    """Return problem and fix of each fault of `data`."""
    _, faults = validate("x", model, data, read_yaml("{}"), ("key",))
    return [(one.problem, one.fix) for one in faults]


@pytest.mark.parametrize(
    ("model", "sound", "field", "value", "problem", "fix"),
    [
        # dates
        (
            DatedFrontMatter,
            PAGE,
            "date",
            "27-11-2026",
            "“date” is “27-11-2026”, where a date is asked for",
            "Write the day as YYYY-MM-DD, such as 2026-11-27.",
        ),
        (
            EntryFrontMatter,
            ENTRY,
            "valid",
            "1990-1999",
            "“valid” is “1990-1999”: “1990-1999” is not a date; "
            "write YYYY, YYYY-MM or YYYY-MM-DD, or two with “/” between",
            "Correct `valid` (interval in which the sense held).",
        ),
        # text, numbers
        (
            DatedFrontMatter,
            PAGE,
            "in_short",
            [{"Sebab": "traktat."}, "Dua."],
            "“in_short.1” is a field “Sebab:”, where text is asked for",
            "Put it between quotation marks.",
        ),
        (
            DatedFrontMatter,
            PAGE,
            "order",
            "pertama",
            "“order” is “pertama”, where a whole number is asked for",
            "Write digits only, such as 10.",
        ),
        (
            EntryFrontMatter,
            ENTRY,
            "coordinates",
            [190, 40],
            "“coordinates.1” is “190”: it should be less than or equal to 90",
            "Correct `coordinates.1` ([latitude, longitude] in degrees, for places).",
        ),
        # lists
        (
            EntryFrontMatter,
            ENTRY,
            "guards",
            "Kue Zorgania",
            "“guards” is “Kue Zorgania”, where a list is asked for",
            "Write `guards: [Kue Zorgania]` (phrases that hold a name but mean something else).",
        ),
        (
            DatedFrontMatter,
            PAGE,
            "in_short",
            "Satu. [@a]",
            "“in_short” is “Satu. [@a]”, where a list is asked for",
            'Write `in_short: ["Satu. [@a]"]` (2–5 plain sentences, each with citations).',
        ),
        (
            DatedFrontMatter,
            PAGE,
            "changes",
            {"date": "2026-11-27", "note": "x"},
            "“changes” is a field “date:”, where a list is asked for",
            "Write `changes: [{date: …, note: …}]` (dated changes, newest first).",
        ),
        (
            Event,
            EVENT,
            "tags",
            "uji",
            "“tags” is “uji”, where a list is asked for",
            "Write `tags: [uji]`.",
        ),
        # groups of fields
        (
            EntryFrontMatter,
            ENTRY,
            "native",
            "Зорг",
            "“native” is “Зорг”, where a group of fields is asked for",
            "Write `native: {lang: …, name: …}` (name in its own script).",
        ),
        (
            Source,
            SOURCE,
            "note",
            "Milik negara",
            "“note” is “Milik negara”, where a group of fields is asked for",
            "Write `note: {LANG: …}`.",
        ),
        # nothing
        (
            DatedFrontMatter,
            PAGE,
            "title",
            None,
            "“title” is empty",
            "Fill it in (sentence case, at most 80 characters), or remove it where it may stay out.",
        ),
        (
            EntryFrontMatter,
            ENTRY,
            "related",
            None,
            "“related” is empty",
            "Fill it in (keys of other entries), or remove it where it may stay out.",
        ),
        # words of a language
        (
            Source,
            SOURCE,
            "lang",
            "english",
            "“lang” is “english”, which is not allowed here",
            "Write it like en (two or three small letters, the code of a language).",
        ),
    ],
)
def test_a_value(model, sound, field, value, problem, fix):
    """What was written, what is asked for, and how that is written: once."""
    assert told(model, {**sound, field: value}) == [(problem, fix)]


def test_a_record():
    """Where a whole record is of another sort, it goes by its key."""
    assert told(Claim, "text") == [
        (
            "“key” is “text”, where a group of fields is asked for",
            "Write `{id: …, claim: …, verdict: …, record: …}`.",
        )
    ]
