"""Which browser the tests drive."""

import pytest

from plugins.workshop.browser import find_browser

BROWSER = "#!/bin/sh\necho Chromium 1\n"
# What Ubuntu's chromium-browser package holds: a script that asks for the snap.
STUB = "#!/bin/sh\necho 'requires the chromium snap to be installed' >&2\nexit 1\n"


@pytest.mark.parametrize(
    ("commands", "found"),
    [
        ({"chromium": BROWSER, "google-chrome": BROWSER}, "chromium"),
        ({"chromium-browser": BROWSER}, "chromium-browser"),
        ({"chromium-browser": STUB, "google-chrome": BROWSER}, "google-chrome"),
        ({"google-chrome-stable": BROWSER}, "google-chrome-stable"),
    ],
)
def test_takes_the_machine_s_own(tmp_path, monkeypatch, commands, found):
    """The first browser on PATH that works is taken; a stub is passed over."""
    for name, text in commands.items():
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_browser() == tmp_path / found


def test_finds_none(tmp_path, monkeypatch):
    """Where neither PATH nor Playwright has one, there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))

    assert find_browser() is None
