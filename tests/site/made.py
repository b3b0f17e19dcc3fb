"""A small made-up site of its own, for tests that change it."""

import shutil

from benchmarks.made_site import make_site
from tests.site.test_changed_content import ROOT


def enter_made_site(folder, monkeypatch, *, pages, entries):
    """Make a site with the real theme and plugins in a folder, which becomes the one we are in."""
    for part in ("theme", "plugins"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", folder)
    make_site(folder / "content", pages=pages, entries=entries)
    monkeypatch.chdir(folder)
