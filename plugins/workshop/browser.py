"""The browser that the tests drive: the machine's own, else one that we install.

`python -m plugins.workshop.browser` makes sure that there is one and says where it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OS_RELEASE = Path("/etc/os-release")
_APT = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0")


class NoBrowser(Exception):
    """There is no browser and none could be installed; the text says what to type."""


def find_browser() -> Path | None:
    """Return the browser on PATH, else the one that Playwright keeps, else None."""
    return _on_path() or _playwrights()


def ensure_browser() -> Path:
    """Return a browser, installing one where there is none; raise NoBrowser where that fails."""
    if found := find_browser():
        return found
    for install in _ways_to_install():
        print(f"Installing a browser for the tests: {' '.join(install[-1])} …", flush=True)
        if all(_installs(command) for command in install) and (found := find_browser()):
            return found
    raise NoBrowser(
        "Cannot run the tests: there is no Chromium or Chrome, and none could be installed. "
        f"Type: sudo {sys.executable} -m playwright install --with-deps chromium"
    )


def _on_path() -> Path | None:
    for name in COMMANDS:
        path = shutil.which(name)
        # Ubuntu's packages hold a stub that only asks for the snap: it has no version.
        if path and _answers([path, "--version"]):
            return Path(path)
    return None


def _playwrights() -> Path | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _ways_to_install() -> list[list[list[str]]]:
    """Return the ways that are open on this machine; each is a list of commands."""
    as_root = os.geteuid() == 0
    playwright = [sys.executable, "-m", "playwright", "install"]
    ways = []
    if as_root and _is_debian() and shutil.which("apt-get"):
        ways.append([[*_APT, "update"], [*_APT, "install", "-y", "--no-install-recommends", "chromium"]])
    ways.append([[*playwright, *(["--with-deps"] if as_root else []), "chromium"]])
    return ways


def _is_debian() -> bool:
    """Tell Debian, whose chromium is a browser, from Ubuntu, whose chromium is a stub."""
    return _OS_RELEASE.exists() and "ID=debian" in _OS_RELEASE.read_text("utf-8").splitlines()


def _answers(command: list[str]) -> bool:
    return _run(command, subprocess.DEVNULL) == 0


def _installs(command: list[str]) -> bool:
    """Run a command of a package manager, showing only its complaints."""
    return _run(command, None) == 0


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
