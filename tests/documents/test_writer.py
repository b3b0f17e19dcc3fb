"""Pages wait until all are asked for, and are written in shares; those of documents are known from then on."""

import os
from functools import partial
from types import SimpleNamespace

import pytest

from plugins.documents.memo import Job, Memo
from plugins.documents.writer import WaitingWriter
from tests.documents.contents import Content

PAGES = 40


class Template:
    """A template that tells which process renders it, and for what."""

    name = "page.html"

    def render(self, context):
        """Return the process and the page's name."""
        return f"{os.getpid()} {context['output_file']}"


class Views:
    """Views that render a page from its key."""

    def __init__(self, render):
        self._render = render

    def page(self, _template, options):
        """Return the job of a page."""
        key = options["page"].key
        return Job("rendered", (key,), partial(self._render, key))


def asked(folder, render, memo):
    """Return a writer that was asked for a listing and for the pages of documents, and the names of these."""
    memo.processes = 2
    writer = WaitingWriter(str(folder), {"MEMO": memo})
    context = {"localsiteurl": "", "site": SimpleNamespace(views=Views(render))}
    names = [f"{number}.html" for number in range(PAGES)]
    writer.write_file("list.html", Template(), context, pages=["not a document"])
    for name in names:
        writer.write_file(name, Template(), context, page=Content(key=name))
    return writer, names


def test_pages_are_written_in_shares(tmp_path):
    """Nothing is there before it is told; then each page is, whichever process wrote it."""
    memo = Memo()
    writer, names = asked(tmp_path, lambda key: f"{os.getpid()} {key}", memo)
    assert not list(tmp_path.iterdir())

    writer.write(names[30:31])
    assert [path.name for path in tmp_path.iterdir()] == names[30:31]
    writer.write_all()

    written = {path.name: path.read_text().split() for path in tmp_path.iterdir()}
    assert sorted(written) == sorted([*names, "list.html"])
    assert all(name == told for name, (_, told) in written.items())
    assert len({process for process, _ in written.values()}) == 2
    assert len(memo.used) == PAGES, "what a fork rendered is known; a listing shows too much to be"


def test_what_is_known_is_not_rendered_again(tmp_path):
    """A page is written from what an earlier build rendered."""
    memo = Memo()
    asked(tmp_path, lambda key: f"first {key}", memo)[0].write_all()

    writer, names = asked(tmp_path / "again", lambda key: f"second {key}", memo)
    writer.write_all()

    assert {(tmp_path / "again" / name).read_text() for name in names} == {f"first {name}" for name in names}
    assert len(memo.used) == PAGES


def test_a_page_that_fails_tells_why(tmp_path):
    """What goes wrong in another process is told as if there were none."""

    def render(key):
        if key == f"{PAGES - 1}.html":
            raise LookupError(key)
        return ""

    with pytest.raises(LookupError, match=f"{PAGES - 1}.html"):
        asked(tmp_path, render, Memo())[0].write_all()


def test_of_two_pages_at_one_address_the_first_is_written(tmp_path):
    """The rules tell of the other."""
    writer = WaitingWriter(str(tmp_path), {"MEMO": Memo()})
    for text in ("first", "second"):
        template = SimpleNamespace(name="page.html", render=lambda _, text=text: text)
        writer.write_file("a.html", template, {"localsiteurl": ""})

    writer.write_all()

    assert (tmp_path / "a.html").read_text() == "first"
