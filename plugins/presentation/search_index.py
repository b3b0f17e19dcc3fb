"""The search index: Pagefind reads the built pages, one index per language."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Pagefind's own user interfaces, and the words of languages that a site does not have.
_NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")


class SearchFailed(RuntimeError):
    """Pagefind did not do its work; the message is its own."""


def write_search_index(output: Path) -> None:
    """Write `pagefind/` into the built site; raise SearchFailed with Pagefind's words."""
    folder = output / "pagefind"
    shutil.rmtree(folder, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(output),
        "--output-path",
        str(folder),
        "--quiet",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed(done.stderr.strip() or done.stdout.strip())
    for pattern in _NOT_NEEDED:
        for path in folder.glob(pattern):
            path.unlink()
    # Pagefind writes the languages in any order; the same site gives the same bytes.
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8")
