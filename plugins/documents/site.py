"""What a build works on once everything is read: handed to each floor in turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plugins.documents import stages
from plugins.documents.views import Views

if TYPE_CHECKING:
    from plugins.documents.corpus import Corpus


@dataclass(frozen=True)
class Site:
    """Settings, the shared template context, the corpus, and Pelican's content objects.

    `contents` holds the published documents of all kinds and languages, sorted by (kind, key, lang);
    `fresh` those of them on which no floor has worked yet: all in a build, some in a look at single pages.
    """

    settings: dict[str, Any]
    context: dict[str, Any]
    corpus: Corpus
    contents: tuple[Any, ...]
    fresh: tuple[Any, ...]
    # What the pages of all documents may show; the context is for listings.
    shared: dict[str, Any] = field(default_factory=dict)

    def of_kind(self, kind: str, lang: str) -> list[Any]:
        """Return the contents of one kind and language in reading order."""
        chosen = [content for content in self.contents if (content.kind, content.lang) == (kind, lang)]
        return sorted(chosen, key=lambda content: (content.order, content.key))

    def send_up(self) -> None:
        """Let every floor work, one after another."""
        self.context["site"] = self.settings["SITE"] = self
        for floor in stages.FLOORS:
            floor.send(self)

    def share(self, name: str, value: Any) -> None:
        """Let every page show something."""
        self.context[name] = self.shared[name] = value

    @cached_property
    def views(self) -> Views:
        """Return what the templates of pages see, when all floors have worked."""
        return Views(self)

    def versions(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Return (kind, key) → lang → content: the language versions of each page."""
        versions: dict[tuple[str, str], dict[str, Any]] = {}
        for content in self.contents:
            versions.setdefault((content.kind, content.key), {})[content.lang] = content
        return versions
