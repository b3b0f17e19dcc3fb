"""Pages wait until all are asked for, and are written in shares."""

import os

import pytest

from plugins.documents.writer import WaitingWriter

PAGES = 40


class Template:
    """A template whose page tells which process wrote it."""

    name = "page.html"

    def render(self, context):
        """Return the process and the page's name."""
        return f"{os.getpid()} {context['output_file']}"


def test_pages_are_written_in_shares(tmp_path):
    """Nothing is there before it is told; then each page is, whichever process wrote it."""
    writer = WaitingWriter(str(tmp_path), {"PROCESSES": 2})
    names = [f"{number}.html" for number in range(PAGES)]
    for name in names:
        writer.write_file(name, Template(), {"localsiteurl": ""})
    assert not list(tmp_path.iterdir())

    writer.write(names[30:31])
    assert [path.name for path in tmp_path.iterdir()] == names[30:31]
    writer.write_all()

    written = {path.name: path.read_text().split() for path in tmp_path.iterdir()}
    assert sorted(written) == sorted(names)
    assert all(name == told for name, (_, told) in written.items())
    assert len({process for process, _ in written.values()}) == 2
    # What the first page of a template compiles is there for all.
    assert written[names[0]][0] == str(os.getpid())


def test_a_page_that_fails_tells_why(tmp_path):
    """What goes wrong in another process is told as if there were none."""

    class Failing(Template):
        def render(self, context):
            if context["output_file"] == f"{PAGES - 1}.html":
                raise LookupError(context["output_file"])
            return ""

    writer = WaitingWriter(str(tmp_path), {"PROCESSES": 2})
    for number in range(PAGES):
        writer.write_file(f"{number}.html", Failing(), {"localsiteurl": ""})

    with pytest.raises(LookupError, match=f"{PAGES - 1}.html"):
        writer.write_all()
