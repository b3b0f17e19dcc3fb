"""The preview survives mistakes and shows the site where it will live."""

import sys

import pytest

from plugins.workshop.build import Job
from plugins.workshop.news import News
from plugins.workshop.preview import port_and_base, rebuild
from plugins.workshop.staging import Place

LAST_GOOD = "The newest version could not be built. You see the last good one."


def job(tmp_path, steps):
    """Return a job whose builder makes the folder and takes `steps`."""
    place = Place(tmp_path / "site", tmp_path)
    code = f"import sys\nfrom pathlib import Path\nstaging = Path(sys.argv[1])\nstaging.mkdir()\n{steps}"
    return Job(place, [sys.executable, "-c", code, str(place.staging)], {})


@pytest.mark.parametrize(
    ("site_url", "port", "base"),
    [
        ("http://localhost:8000", 8000, ""),
        ("http://localhost:9000/", 9000, ""),
        ("http://127.0.0.1:9000/jelas", 9000, "/jelas"),
        # The real address: its sub-path, but not its port.
        ("https://example.github.io/jelas", 8000, "/jelas"),
        ("https://example.org:8443/", 8000, ""),
    ],
)
def test_lives_at_the_sub_path(site_url, port, base):
    """The preview is on this machine, at the sub-path that the site will have."""
    assert port_and_base(site_url) == (port, base)


def test_tells_of_a_new_site(tmp_path):
    """After a build, open pages learn of another build, and of what its builder found."""
    news = News()
    before = news.state

    rebuild(job(tmp_path, '(staging / "index.html").write_text("new"); print("Kurang")'), ["id", "en"], news)

    assert (news.state.build != before.build, news.state.words) == (True, "Kurang")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_keeps_the_last_good_site(tmp_path, capsys):
    """A finding is shown in page and terminal, and the site stays; the next good build clears it."""
    news = News()
    rebuild(job(tmp_path, '(staging / "index.html").write_text("good")'), ["id", "en"], news)
    good = news.state
    capsys.readouterr()

    rebuild(job(tmp_path, 'sys.exit("a.id.md:1: salah [x]")'), ["id", "en"], news)

    assert (news.state.build, news.state.words) == (good.build, f"{LAST_GOOD}\n\na.id.md:1: salah [x]")
    assert capsys.readouterr().out == "a.id.md:1: salah [x]\nNot built; the last good site is still shown.\n"
    assert (tmp_path / "site" / "index.html").read_text() == "good"


def test_survives_a_builder_that_cannot_start(tmp_path):
    """Even a missing program is only told."""
    news = News()

    rebuild(Job(Place(tmp_path / "site", tmp_path), ["/nowhere/pelican"], {}), ["id", "en"], news)

    assert news.state.words == f"{LAST_GOOD}\n\n[Errno 2] No such file or directory: '/nowhere/pelican'"
