"""The glossary's own content type."""

from __future__ import annotations

from typing import ClassVar

from pelican.contents import Content


class GlossaryEntry(Content):
    """One language version of an entry: `content.document.front` holds its names and facts."""

    mandatory_properties: ClassVar = ("title",)
    allowed_statuses: ClassVar = ("published",)
    default_status: ClassVar = "published"
    default_template: ClassVar = "entry"

    def _expand_settings(self, key: str) -> str:
        raise NotImplementedError(f"{key}: entries have the address that the reader gave them")
