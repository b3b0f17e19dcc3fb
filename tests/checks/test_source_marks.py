"""Rules on marks of Markdown: a failing and a passing case each."""

from dataclasses import replace

import pytest

from plugins.checks.source_marks import (
    every_emphasis_is_closed,
    every_link_has_words,
    every_row_has_the_same_cells,
    plain_fields_hold_no_marks,
)
from tests.checks.corpus import corpus, document, told

TABLE = "| Tahun | Isi |\n| --- | --- |\n"


@pytest.mark.parametrize(
    "body",
    [
        "*Satu*, **dua**, ***tiga***, *a **b** c*, **a *b***, __d__, _e_, *dua\nbaris*.\n",
        "**[Satu](https://example.org/a_b*c)** dan **lihat `*kode`**, [@a_b]; 5 \\* 3, 2 * 3, snake_case.\n",
        "* One\n* Two: *three*.\n",
        TABLE + "| *1992* | **Treaty** |\n",
    ],
)
def test_closed_emphasis(body):
    """Paired marks, marks in code and addresses, and signs that stand for themselves are no finding."""
    assert told(every_emphasis_is_closed, document(body)) == []


@pytest.mark.parametrize(
    ("body", "line", "mark", "words"),
    [
        ("Satu.\nKata **pengamat itu.\n", 2, "**", "**pengamat itu."),
        ("The *observer wrote.\n", 1, "*", "*observer wrote."),
        ("Kata pengamat** itu.\n", 1, "**", "** itu."),
        ("An _observer wrote.\n", 1, "_", "_observer wrote."),
        (TABLE + "| **a | b** |\n", 3, "**", "**a "),
        ("Satu *a.\n\nDua* b.\n", 1, "*", "*a."),
    ],
)
def test_half_emphasis(body, line, mark, words):
    """A mark without its other half is told where it stands."""
    fix = "Close it in the same paragraph, item or cell, or write \\* for the sign itself."

    assert told(every_emphasis_is_closed, document(body))[0] == (
        f"body:{line}: “{mark}” has no other half: “{words}” [emphasis]\n  fix: {fix}"
    )


def test_links_without_words():
    """A link has words; an image is held to words of its own."""
    assert told(every_link_has_words, document("[a](https://example.org/) ![](x.png) `[](b)`")) == []
    assert told(every_link_has_words, document("Satu.\n[](https://example.org/)")) == [
        "body:2: the link [](https://example.org/) has no words [link-words]\n"
        "  fix: Put them between the square brackets."
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TABLE + "| 1992 | `a|b` dan \\| |\n| 1993 | |\n", []),
        (TABLE + "| 1992 |\n", ["body:3: this row has 1 cell, the table’s first row 2 [table]"]),
        (TABLE + "| 1 | 2 | 3 |\n", ["body:3: this row has 3 cells, the table’s first row 2 [table]"]),
        (
            "| Year | What |\n| --- |\n| 1992 | b |\n",
            ["body:2: this row has 1 cell, the table’s first row 2 [table]"],
        ),
        ("| 1992 | b |\n", ["body:1: no table begins above “| 1992 | b |” [table]"]),
    ],
)
def test_tables(body, expected):
    """A row with another number of cells would lose text, and one of no table its lines."""
    problems = [one.split("\n")[0] for one in told(every_row_has_the_same_cells, document(body))]

    assert problems == expected


@pytest.mark.parametrize(
    ("field", "text", "mark"),
    [
        ("title", "Apa itu **CSTO**?", "**CSTO**?"),
        ("title", "What is *that", "*that"),
        ("title", "Apa [@a]", "[@a]"),
        ("title", "Apa?[^1]", "[^1]"),
        (
            "summary",
            "Ringkasan [panjang](https://example.org/) ini cukup panjang untuk diterima, enam puluh.",
            "](",
        ),
    ],
)
def test_plain_fields(field, text, mark):
    """Marks in title and summary would be shown."""
    sound = document("Satu. [@a]")
    marked = replace(sound, front=sound.front.model_copy(update={field: text}))

    assert told(plain_fields_hold_no_marks, sound) == []
    assert [one.split("\n")[0] for one in map(str, plain_fields_hold_no_marks(marked, corpus(marked)))] == [
        f"{sound.path}:{sound.line_of(field)}: “{mark}” would be shown as it is typed [plain-text]"
    ]
