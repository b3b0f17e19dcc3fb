"""What `invoke explain` and `invoke check --entities` say of the real content."""

import json
from pathlib import Path

import pytest

import pelicanconf
from plugins.documents.corpus_reader import read_corpus
from plugins.entities.reports import TOPICS
from plugins.workshop.link_reports import explanation, link_reports

PAGE = "content/explainers/armenia-leaves-csto.id.md"


@pytest.fixture(scope="module")
def real():
    """Return the corpus of this repository."""
    return read_corpus(Path("content"), pelicanconf.LANGUAGES)


def test_explain_a_page(real):
    """Every mention of a page is explained, with the line where it stands."""
    lines, problem = explanation(real, pelicanconf, PAGE)
    text = Path(PAGE).read_text("utf-8").splitlines()

    assert not problem
    assert len(lines) > 50
    for line in lines:
        number, surface = line.split(":")[1], line.split("“")[1].split("”")[0]
        assert surface.split()[0].split("'")[0] in text[int(number) - 1]


def test_explain_a_line(real):
    """A line is explained alone."""
    text = Path(PAGE).read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(text, 1) if "Ararat Mirzoyan" in line)

    lines, _ = explanation(real, pelicanconf, f"{PAGE}:{number}")

    assert lines
    assert all(line.startswith(f"{PAGE}:{number}: ") for line in lines)


def test_the_whole_path(real):
    """A page may be given by its whole path, as an editor copies it."""
    there = explanation(real, pelicanconf, str(Path(PAGE).resolve()))

    assert there == explanation(real, pelicanconf, PAGE)
    assert there[0]


def test_the_last_line(real):
    """The last line of a page is one."""
    last = len(Path(PAGE).read_text("utf-8").splitlines())

    assert not explanation(real, pelicanconf, f"{PAGE}:{last}")[1]
    assert explanation(real, pelicanconf, f"{PAGE}:{last + 1}")[1]


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("content/explainers/armenia-leaves-csto.id.m", "There is no page"),
        (f"{PAGE}:x", "“x” is no line"),
        (f"{PAGE}:0", f"There is no line 0 in {PAGE}"),
        (f"{PAGE}:99999", f"There is no line 99999 in {PAGE}"),
    ],
)
def test_places_that_are_none(real, place, problem):
    """A place that does not exist is told in words."""
    assert explanation(real, pelicanconf, place)[1].startswith(problem)


def test_reports(real, tmp_path):
    """Reports are text or JSON; against an empty site every link is new."""
    text = link_reports(real, pelicanconf, None, as_json=False)
    rows = json.loads(link_reports(real, pelicanconf, tmp_path, as_json=True))

    assert all(topic in text for topic in TOPICS)
    assert any(row["topic"] == "Links that change" and row["text"].startswith("+ ") for row in rows)
