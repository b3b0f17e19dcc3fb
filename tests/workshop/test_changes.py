"""The preview notices what a writer saves."""

from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from plugins.workshop.changes import changes


def write(path, text):
    """Save a file in place."""
    path.write_text(text)


def replace(path, text):
    """Save a file as most editors do: write another one, then put it in its place."""
    beside = path.with_name("beside.tmp")
    beside.write_text(text)
    beside.replace(path)


@pytest.mark.parametrize("save", [write, replace])
@pytest.mark.parametrize("path", ["content/glossary/csto.id.md", "settings.py"])
def test_notices(tmp_path, monkeypatch, save, path):
    """Files in watched folders and single files are noticed, however often they were replaced before."""
    monkeypatch.chdir(tmp_path)
    Path("content/glossary").mkdir(parents=True)
    replace(Path(path), "first")
    stop = Event()

    def save_until_noticed():
        for number in range(200):
            if stop.wait(0.05):
                return
            save(Path(path), str(number))
        stop.set()

    saving = Thread(target=save_until_noticed)
    saving.start()
    noticed = changes([Path("content"), Path("theme")], [Path("settings.py")], stop)
    found = [next(noticed), next(noticed)]
    stop.set()
    saving.join()

    assert all(path in names for names in found)


def test_notices_what_came_before_the_first_question(tmp_path, monkeypatch):
    """What is saved during the first build is told; what Python keeps for itself is not."""
    monkeypatch.chdir(tmp_path)
    Path("content/__pycache__").mkdir(parents=True)
    stop = Event()
    noticed = changes([Path("content")], [], stop)
    Path("content/a.md").write_text("new")
    Path("content/__pycache__/a.pyc").write_text("new")
    giving_up = Timer(10, stop.set)
    giving_up.start()

    first = next(noticed, None)
    giving_up.cancel()

    assert first == {"content/a.md"}
