"""The site's folder holds the old site or the new one, whatever interrupts."""

import errno
import shutil

import pytest

from plugins.workshop.staging import Busy, Place, hold, mend, swap


def make(folder, text):
    """Make a site of one page."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)


def contents(place):
    """Return file → text of the site, and the names left in the work folder."""
    texts = (
        {path.name: path.read_text() for path in place.output.iterdir()} if place.output.exists() else None
    )
    return texts, sorted(path.name for path in place.work.iterdir())


@pytest.fixture
def place(tmp_path):
    """A site's folder that does not exist yet, with its work folder."""
    (tmp_path / "work").mkdir()
    return Place(tmp_path / "output", tmp_path / "work")


@pytest.mark.parametrize(
    ("left_behind", "served"),
    [
        # Killed while building.
        ({"output": "old", "staging": "half"}, "old"),
        ({"staging": "half"}, None),
        # Killed between the two renames.
        ({"previous": "old", "staging": "new"}, "old"),
        # Killed after the second.
        ({"output": "new", "previous": "old"}, "new"),
        # Nothing happened.
        ({"output": "old"}, "old"),
        ({}, None),
    ],
)
def test_mends_each_interruption(place, left_behind, served):
    """The last site that was whole is in its folder again, and nothing lies about."""
    for name, text in left_behind.items():
        make(getattr(place, name), text)

    mend(place)

    assert contents(place) == (served and {"index.html": served}, [])


def test_mends_a_half_removed_old_site(place):
    """An old site that was being removed is removed."""
    make(place.output, "new")
    place.previous.mkdir()

    mend(place)

    assert contents(place) == ({"index.html": "new"}, [])


def test_swaps_in_the_first_site(place):
    """Where there was no site, there is one."""
    make(place.staging, "new")

    swap(place)

    assert contents(place) == ({"index.html": "new"}, [])


def test_swaps_out_the_old_site(place):
    """Nothing of the old site stays."""
    make(place.output, "old")
    (place.output / "gone.html").write_text("old")
    make(place.staging, "new")

    swap(place)

    assert contents(place) == ({"index.html": "new"}, [])


def test_failing_swap_keeps_the_old_site(place):
    """Where the new site cannot be put in place, the old one is put back."""
    make(place.output, "old")

    with pytest.raises(FileNotFoundError):
        swap(place)

    assert contents(place) == ({"index.html": "old"}, [])


def test_only_one_holds_a_place(place):
    """A second build is refused with a reason while the first holds the place, not afterwards."""
    with hold(place), pytest.raises(Busy) as refusal, hold(place):
        pass
    with hold(place):
        pass

    assert str(refusal.value) == (
        f"Cannot build {place.output}/: another build of it is running. Wait until it has ended, or stop it."
    )


def test_what_still_writes_is_waited_for(place, monkeypatch):
    """Forks of a build that was killed notice it a moment later; until then the folder is not empty."""
    make(place.staging, "half")
    remove, refusals = shutil.rmtree, [OSError(errno.ENOTEMPTY, "Directory not empty")] * 2

    def removed(folder):
        if refusals:
            raise refusals.pop()
        remove(folder)

    monkeypatch.setattr(shutil, "rmtree", removed)

    mend(place)

    assert contents(place) == (None, [])
