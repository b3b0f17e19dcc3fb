"""What templates see of a page, and when a page is known."""

import pickle
from datetime import date
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from plugins.documents.corpus import Corpus
from plugins.documents.data_files import Data
from plugins.documents.memo import Job, Memo
from plugins.documents.models import Change, Source
from plugins.documents.site import Site
from plugins.documents.views import page_job
from tests.documents.contents import Content


class Note(NamedTuple):
    """Something that a floor puts on a page."""

    source: Source
    locator: str


def apart(text):
    """Return a string that is equal to another, and not the same."""
    return "".join(list(text))


def views(
    folder,
    *,
    body="Isi.",
    other="Lain",
    other_body="",
    publisher="Warta",
    foot="Kaki",
    line="Baris",
    note="Ralat.",
):
    """Return the views of a site of two pages, and the first page's options; what is given makes one other."""
    (folder / "page.html").touch()
    source = Source(
        publisher=publisher,
        title="T",
        url="https://x.org",
        accessed=date(2026, 6, 1),
        lang="id",
        sort="press",
    )
    neighbour = Content(key=apart("b"), title=apart(other), content=apart(other_body))
    page = Content(
        key="a", title="A", content=apart(body), notes=[Note(source, apart("hlm. 4"))], next=neighbour
    )
    page.rows, page._working = Job("rows", (body,), lambda: [apart("satu")]), neighbour
    page.changes = (Change(date=date(2026, 6, 2), note=note),)
    page.document, page.metadata = object(), {"secret": object()}
    settings = {
        "THEME": str(folder),
        "THEME_TEMPLATES_OVERRIDES": [],
        "SITENAME": apart(line),
        "MEMO": Memo(),
        "WRITER": object(),
    }
    corpus = Corpus(data=Data(sources={"s": source}))
    site = Site(settings, {}, corpus, (page, neighbour), (page, neighbour))
    site.share("foot", {"id": [neighbour, apart(foot)]})
    return site.views, {"page": page, "url": apart("a/"), "category": object()}


def template(text):
    """Return a template as the site's are."""
    found = Environment(undefined=StrictUndefined, autoescape=True).from_string(text)
    found.name = "page.html"
    return found


def job(folder, text="", **given):
    """Return the job that renders the first page."""
    found, options = views(folder, **given)
    return found.page(template(text), options)


def test_a_template_sees(tmp_path):
    """The page whole, another by its face, its sources, results where it asks for them, settings, what is shared."""
    text = (
        "{{ page.content }} {{ page.next.title }} {{ page.notes[0].source.publisher }}, {{ page.notes[0].locator }} "
        "{{ page.rows()[0] }} {{ SITENAME }} {{ foot.id[0].title }} {{ foot.id[1] }} {{ url }}"
    )

    assert job(tmp_path, text).make() == "Isi. Lain Warta, hlm. 4 satu Baris Lain Kaki a/"


@pytest.mark.parametrize(
    "more",
    [
        "page.next.content",
        "page.next.next",
        "page.document",
        "page.metadata",
        "page._working",
        "category",
        "site",
        "WRITER",
    ],
)
def test_a_template_that_asks_for_more_fails(tmp_path, more):
    """Nothing is shown that does not decide whether a page is known."""
    with pytest.raises(UndefinedError):
        job(tmp_path, f"{{{{ {more} }}}}").make()


def test_the_same_view_is_the_same_page(tmp_path):
    """Equal values made apart, and another text of another page, give the same page."""
    assert job(tmp_path).key == job(tmp_path).key == job(tmp_path, other_body="Isi baru.").key


@pytest.mark.parametrize(
    "given",
    [
        {"body": "Isi baru."},
        {"other": "Judul baru"},
        {"publisher": "Kantor"},
        {"foot": "Kaki baru"},
        {"line": "Nama baru"},
        {"note": "Ralat lain."},
    ],
)
def test_another_view_is_another_page(tmp_path, given):
    """What is written on the page, on the face of another, in a source, for all pages or in a setting decides."""
    assert job(tmp_path).key != job(tmp_path, **given).key


def test_what_was_kept_is_as_what_is_new(tmp_path):
    """A model read from a pickle has the name of one that was validated, whatever the order of its fields."""
    (change,) = views(tmp_path)[1]["page"].changes
    found, options = views(tmp_path)
    options["page"].changes = (pickle.loads(pickle.dumps(change)),)

    assert found.page(template(""), options).key == job(tmp_path).key


def test_another_theme_makes_another_page(tmp_path):
    """A file of the theme may be on every page."""
    before = job(tmp_path).key
    (tmp_path / "part.html").write_text("x")

    with_part = job(tmp_path).key
    assert with_part != before
    (tmp_path / ".#part.html").touch()
    (tmp_path / "part.html~").touch()
    assert job(tmp_path).key == with_part, "an editor leaves such files"


def test_the_page_of_a_listing_is_not_known():
    """It shows more of the site than its options tell."""
    assert (
        page_job(template(""), SimpleNamespace(), {"subject": "listing", "pages": [Content(key="a")]}) is None
    )
