"""Figures made from data, and the files they are made from."""

from pathlib import Path

import pytest

from plugins.bilingual.figure_words import say_words
from plugins.documents.corpus import Corpus
from plugins.documents.data_files import read_data
from plugins.documents.figures import Figures, parse_figure
from plugins.documents.memo import Memo
from plugins.documents.rendering import Renderer

TEMPLATES = Path("theme/templates")
CLAIMS = """
- id: s01
  claim: {id: Ia pergi., en: It left.}
  verdict: wrong
  record: {id: "Ia tinggal. [@a]", en: "It stayed. [@a]"}
- id: s02
  claim: {id: Ia kecil., en: It is small.}
  verdict: correct
  record: {id: "Benar. [@a]", en: "True. [@a]"}
"""
TIMELINE = """
- id: war
  date: 2020-09-27/2020-11-10
  text: {id: "Perang. [@a]", en: "War. [@a]"}
  entities: [armenia]
  tags: [karabakh]
- id: peace
  date: 2025-08
  text: {id: "Damai. [@a]", en: "Peace. [@a]"}
"""


@pytest.fixture
def data(tmp_path):
    """Return the data of two small files, and no findings but the missing list of sources."""
    (tmp_path / "sources.yaml").write_text("", "utf-8")
    (tmp_path / "claims.yaml").write_text(CLAIMS, "utf-8")
    (tmp_path / "timeline.yaml").write_text(TIMELINE, "utf-8")
    read = read_data(tmp_path, ("id", "en"))
    assert read.findings == ()
    return read


def made(data, figure, lang="id"):
    """Return the HTML of one figure, in words."""
    renderer = Renderer()
    html = renderer.body(f"![Judul](figure:{figure})")
    html = Figures(Corpus(data=data), TEMPLATES, Renderer().line).expand(html, lang)
    return say_words(html, lang, lambda _lang, words: words)


def test_claims(data):
    """Claims stand under their verdicts, the gravest first, each with its own address."""
    html = made(data, "claims")

    assert html.replace("\n", "").startswith('<figure class="figure"><figcaption>Judul<')
    assert html.index('id="s01"') < html.index('id="s02"')
    assert "Keliru (1)" in html
    assert "Ia pergi." in html
    assert '<sup class="citation" data-cite="a|"></sup>' in html


def test_claims_of_one_verdict(data):
    """A figure may show one verdict only, and speaks the page's language."""
    html = made(data, "claims?verdict=correct", "en")

    assert "It is small." in html
    assert "s01" not in html


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("", ["war", "peace"]),
        ("?tag=karabakh", ["war"]),
        ("?entity=armenia", ["war"]),
        ("?from=2021", ["peace"]),
        ("?to=2020", ["war"]),
        ("?from=2025-08&to=2025-08", ["peace"]),
    ],
)
def test_timeline(data, choice, shown):
    """Events are chosen by tag, entity and time."""
    html = made(data, f"timeline{choice}")

    assert [name for name in ("war", "peace") if f'id="event-{name}"' in html] == shown


def test_dates_are_said(data):
    """An interval is said in words, and its beginning stands for machines."""
    html = made(data, "timeline?tag=karabakh", "en")

    assert '<time datetime="2020-09-27">September 27, 2020–November 10, 2020</time>' in html


@pytest.mark.parametrize(
    ("text", "problem"),
    [("claim", "there is no figure “claim”"), ("claims?verdikt=wrong", "does not choose by “verdikt”")],
)
def test_unknown_figures(text, problem):
    """What a figure does not know is said."""
    with pytest.raises(ValueError, match=problem):
        parse_figure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, verdict: wrong}\n", "the field “claim” is missing"),
        (CLAIMS + CLAIMS, "the id “s01” stands twice"),
        (CLAIMS.replace(", en: It left.", ""), "“claim” has no text in “en”"),
        (CLAIMS.replace("en: It left.", "en: It left., fr: Non"), "“fr” is not a language of this site"),
        ("a: b\n", "this is not a list of records"),
        ("- [\n", "the bracket is not closed"),
        ("- 5\n", "is “5”"),
    ],
)
def test_bad_records(tmp_path, text, expected):
    """Each fault of a record is told with the line on which it stands."""
    (tmp_path / "sources.yaml").write_text("", "utf-8")
    (tmp_path / "claims.yaml").write_text(text, "utf-8")

    problems = [one.problem for one in read_data(tmp_path, ("id", "en")).findings]

    assert any(expected in problem for problem in problems), problems


class _SavesBeforeWork(Memo):
    """A memo before whose work somebody saves another list of sources."""

    def __init__(self, file):
        super().__init__()
        self._file = file

    def of(self, job):
        """Save, then go on as ever."""
        write_source(self._file, "New")
        return super().of(job)


def write_source(file, publisher):
    """Write a list of one source."""
    file.write_text(
        f"a: {{publisher: {publisher}, title: T, accessed: 2026-11-23, lang: en, sort: press}}\n", "utf-8"
    )


def test_what_is_remembered_is_what_was_read(tmp_path):
    """A file that is saved while it is read is taken as it was, and is not taken for what it became."""
    file, languages = tmp_path / "sources.yaml", ("id", "en")
    memo = _SavesBeforeWork(file)
    write_source(file, "Old")

    first = read_data(tmp_path, languages, memo)
    second = read_data(tmp_path, languages, memo)

    assert [one.sources["a"].publisher for one in (first, second)] == ["Old", "New"]
