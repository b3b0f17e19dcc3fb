"""Changes of pages that are told in more than one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.documents.models import Change


def corrections(contents: Iterable[Any], lang: str) -> list[tuple[Change, Any]]:
    """Return (change, page) of every correction in a language, the newest first."""
    found = [
        (change, content)
        for content in contents
        if content.lang == lang
        for change in content.changes
        if change.correction
    ]
    return sorted(found, key=lambda one: one[0].date, reverse=True)
