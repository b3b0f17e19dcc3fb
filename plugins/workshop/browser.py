"""The browser that the tests drive: the machine's own, else one that we install.

`python -m plugins.workshop.browser` makes sure that there is one and says where it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OS_RELEASE = Path("/etc/os-release")
_PLAYWRIGHT = (sys.executable, "-m", "playwright")
_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
_WITH_LIBRARIES = ("install", "--with-deps", "chromium")


class NoBrowser(Exception):
    """There is no browser and none could be installed; the text says what to type."""


def find_browser() -> Path | None:
    """Return the browser on PATH, else the one that Playwright keeps, else None."""
    return _on_path() or _playwrights()


def ensure_browser() -> Path:
    """Return a browser, installing what there is not; raise NoBrowser where that fails."""
    _ensure_driver()
    if found := find_browser():
        return found
    for commands in _ways_to_install():
        if _install(commands) and (found := find_browser()):
            return found
    by_hand = "sudo apt-get install chromium" if _is_debian() else " ".join([*_PLAYWRIGHT, *_WITH_LIBRARIES])
    problem = "there is no Chromium or Chrome, and none could be installed"
    raise NoBrowser(f"Cannot run the tests: {problem}. Type: {by_hand}")


def _ensure_driver() -> None:
    """Make sure that Playwright itself starts: the Node.js within it needs a library that may be missing."""
    works = [*_PLAYWRIGHT, "--version"]
    if _answers(works) or (_may_use_apt() and _install(_apt("libatomic1")) and _answers(works)):
        return
    raise NoBrowser("Cannot run the tests: Playwright does not start. Type: sudo apt-get install libatomic1")


def _on_path() -> Path | None:
    for name in COMMANDS:
        path = shutil.which(name)
        # Ubuntu's packages hold a stub that only asks for the snap: it has no version.
        if path and _answers([path, "--version"]):
            return Path(path)
    return None


def _playwrights() -> Path | None:
    # In a process of its own: Playwright does not start twice in one.
    asked = [sys.executable, "-c", _ASK_PLAYWRIGHT]
    path = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    # It may be there without the libraries that it needs.
    return Path(path) if path and Path(path).exists() and _answers([path, "--version"]) else None


def _ways_to_install() -> list[list[list[str]]]:
    """Return the ways that are open on this machine; each is a list of commands."""
    ways = [_apt("chromium")] if _may_use_apt() and _is_debian() else []
    return [*ways, [[*_PLAYWRIGHT, *(_WITH_LIBRARIES if _may_use_apt() else ("install", "chromium"))]]]


def _apt(package: str) -> list[list[str]]:
    apt = ["apt-get", "-qq"]
    return [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", package]]


def _may_use_apt() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _is_debian() -> bool:
    """Tell Debian, whose chromium is a browser, from Ubuntu, whose chromium is a stub."""
    return _OS_RELEASE.exists() and "ID=debian" in _OS_RELEASE.read_text("utf-8").splitlines()


def _answers(command: list[str]) -> bool:
    return _run(command, subprocess.DEVNULL) == 0


def _install(commands: list[list[str]]) -> bool:
    """Run commands of a package manager, showing only their complaints; tell whether all succeeded."""
    print(f"Installing what the tests need: {' '.join(commands[-1])} …", flush=True)
    return all(_run(command, None) == 0 for command in commands)


def _run(command: list[str], complaints: int | None) -> int:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    nowhere = subprocess.DEVNULL
    return subprocess.run(
        command, env=environment, stdin=nowhere, stdout=nowhere, stderr=complaints, check=False
    ).returncode


if __name__ == "__main__":
    try:
        print(f"The tests use {ensure_browser()}")
    except NoBrowser as error:
        sys.exit(str(error))
