"""Floor 1. Citations: numbered notes on each page, and its list of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.documents import stages
from plugins.sources.notes import Notes
from plugins.sources.publishers import publishers

if TYPE_CHECKING:
    from plugins.documents.site import Site


def add_notes(site: Site) -> None:
    """Number the citations of a page: first those of its summary points, then its body's."""
    for content in site.fresh:
        notes = Notes(site.corpus.sources)
        content.in_short = [notes.number(line) for line in content.in_short]
        content._content = notes.number(content._content)
        content.notes = notes.listed()
    cited = {note.key for content in site.contents for note in content.notes}
    site.context["publishers"] = publishers(site.corpus.sources[key] for key in sorted(cited))


def register() -> None:
    """Connect to floor 1."""
    stages.FLOORS[1].connect(add_notes)
