"""Findings for people, for GitHub and for programs."""

import json

import pytest

from plugins.documents.findings import as_github, as_json, did_you_mean, finding, report

WORDS = ["china", "russia", "csto", "organisation"]
TWO = [
    finding("content/b.md", 0, "the file, whole: 100%", "file", "Mend it."),
    finding("content/a.md", 3, "a word", "word", "Write another.", 7),
]


def test_report():
    """Sorted, counted, each with its place and fix."""
    assert report([*TWO, TWO[0]]).splitlines() == [
        "content/a.md:3:7: a word [word]",
        "  fix: Write another.",
        "content/b.md: the file, whole: 100% [file]",
        "  fix: Mend it.",
        "2 findings.",
    ]


def test_the_same_in_several_places():
    """A key that was renamed is told once, with every place that has the old one."""
    found = [
        finding(path, 3, "there is no source “a”", "source", "Mend it.") for path in ("b.md", "a.md", "c.md")
    ]

    assert report([*found, TWO[1]]).splitlines() == [
        "a.md:3: there is no source “a” [source]",
        "  fix: Mend it.",
        "  also: b.md:3, c.md:3",
        "content/a.md:3:7: a word [word]",
        "  fix: Write another.",
        "4 findings.",
    ]


def test_for_github():
    """Workflow commands, with what would end them escaped; a file as a whole is told on its first line."""
    assert as_github(TWO).splitlines() == [
        "::error file=content/a.md,line=3,col=7,title=word::a word%0Afix: Write another.",
        "::error file=content/b.md,line=1,title=file::the file, whole: 100%25%0Afix: Mend it.",
    ]


def test_as_json():
    """Objects with the fields of a finding."""
    first = json.loads(as_json(TWO))[0]

    assert first == {
        "path": "content/a.md",
        "line": 3,
        "column": 7,
        "problem": "a word",
        "rule": "word",
        "fix": "Write another.",
    }


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rusia", " Did you mean “russia”?"),
        ("otsk", ""),
        ("csot", " Did you mean “csto”?"),
        ("ussia", " Did you mean “russia”?"),
        ("cst", " Did you mean “csto”?"),
        ("organization", " Did you mean “organisation”?"),
        # Another word, not a slip.
        ("lachin", ""),
    ],
)
def test_suggestions(word, expected):
    """A slip is told from another word."""
    assert did_you_mean(word, WORDS) == expected
