"""Reading a text file strictly: UTF-8, no control characters, one sort of line end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.documents.findings import finding
from plugins.documents.front_matter import Unreadable
from plugins.documents.yaml_source import CONTROL

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path) -> str:
    """Return the text of a content file; raise Unreadable with the reason where it is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem, fix = "the file is not UTF-8 text", "Save it as UTF-8."
        raise Unreadable(finding(str(path), line, problem, "encoding", fix)) from None
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror}"
        raise Unreadable(
            finding(str(path), 0, problem, "file", "Check that it is a readable file.")
        ) from None
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        problem = f"there is a control character U+{ord(control.group()):04X}"
        raise Unreadable(finding(str(path), line, problem, "encoding", "Delete it."))
    return text.replace("\r\n", "\n").replace("\r", "\n")
