"""Glossary entries: their content type, and the generator that reads and writes them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, ClassVar

from pelican.contents import Content, SkipStub
from pelican.generators import CachingGenerator
from pelican.utils import process_translations

if TYPE_CHECKING:
    from pelican.writers import Writer

_logger = logging.getLogger(__name__)


class GlossaryEntry(Content):
    """One language version of an entry: `content.document.front` holds its names and facts."""

    mandatory_properties: ClassVar = ("title",)
    allowed_statuses: ClassVar = ("published",)
    default_status: ClassVar = "published"
    default_template: ClassVar = "entry"

    def _expand_settings(self, key: str) -> str:
        raise NotImplementedError(f"{key}: entries have the address that the reader gave them")


class GlossaryGenerator(CachingGenerator):
    """Turns the files under GLOSSARY_PATHS into entries and their pages."""

    def generate_context(self) -> None:
        """Read every entry; `context["entries"]` holds them, sorted by key and language."""
        self.entries: list[GlossaryEntry] = []
        for path in sorted(self.get_files(self.settings["GLOSSARY_PATHS"])):
            entry = self.readers.read_file(
                base_path=self.path, path=path, content_class=GlossaryEntry, context=self.context
            )
            if isinstance(entry, SkipStub):
                continue
            if not entry.is_valid():
                _logger.error("Cannot publish %s: the entry is not valid", path)
                continue
            self.entries.append(entry)
            self.add_source_path(entry)
            # Pelican's look for {static} and {attach} is dear, and entries seldom have any.
            if "static" in entry._content or "attach" in entry._content:
                self.add_static_links(entry)
        process_translations(self.entries, translation_id="key")
        self.context["entries"] = self.entries
        self.readers.save_cache()

    def generate_output(self, writer: Writer) -> None:
        """Write a page per entry and language."""
        for entry in self.entries:
            writer.write_file(
                entry.save_as,
                self.get_template(entry.template),
                self.context,
                entry=entry,
                relative_urls=False,
                override_output=False,
                url=entry.url,
            )

    def refresh_metadata_intersite_links(self) -> None:
        """Resolve links in metadata, as Pelican asks of each generator."""
        for entry in self.entries:
            entry.refresh_metadata_intersite_links()

    def check_disabled_readers(self) -> None:
        """Report files that no reader takes, as Pelican asks of each generator."""
        self._check_disabled_readers(self.settings["GLOSSARY_PATHS"], exclude=[])


def entries_by_key(contents: tuple[Any, ...]) -> dict[str, dict[str, GlossaryEntry]]:
    """Return key → language → entry."""
    by_key: dict[str, dict[str, GlossaryEntry]] = {}
    for content in contents:
        if isinstance(content, GlossaryEntry):
            by_key.setdefault(content.key, {})[content.lang] = content
    return by_key
