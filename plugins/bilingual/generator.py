"""Writes the listings and a feed per language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pelican.generators import Generator

from plugins.bilingual.listings import by_letter, listings, parallel_listing
from plugins.bilingual.strings import feed_path

if TYPE_CHECKING:
    from pelican.writers import Writer

    from plugins.documents.site import Site

# Written as they are: no page, but made from the same contents.
TEXT_FILES = {"sitemap.xml": "sitemap.xml", "robots.txt": "robots.txt"}


class ListingsGenerator(Generator):
    """Writes homes, section listings, chooser, 404 page, feeds, sitemap and robots.txt."""

    def generate_output(self, writer: Writer) -> None:
        """Write them all; by now every floor has done its work on the contents."""
        site: Site = self.context["site"]
        pages = listings(self.settings)
        values = {lang: _values(site, lang) for lang in {page.lang for page in pages}}
        for page in pages:
            self._write(writer, page.save_as, page.template, page.url, subject=page, **values[page.lang])
        for content in site.contents:
            if content.parallel and content.lang == self.settings["DEFAULT_LANG"]:
                page = parallel_listing(
                    content.parallel.url, content.title, content.alternates, self.settings
                )
                self._write(writer, page.save_as, page.template, page.url, subject=page, content=content)
        for name, template in TEXT_FILES.items():
            self._write(writer, name, template, name, pages=[*pages, *site.contents])
        for lang in self.settings["LANGUAGES"]:
            path = feed_path(lang)
            newest = newest_first(site, lang)
            writer.write_feed(newest, self.context | {"FEED_LANG": lang}, path, path, feed_type="atom")

    def _write(self, writer: Writer, save_as: str, template: str, url: str, **values: Any) -> None:
        name = self.env.get_template(template)
        writer.write_file(save_as, name, self.context, relative_urls=False, url=url, **values)


def _values(site: Site, lang: str) -> dict[str, Any]:
    entries = site.of_kind("glossary", lang)
    return {
        "explainers": site.of_kind("explainers", lang),
        "backgrounds": site.of_kind("background", lang),
        "letters": by_letter(entries),
        "entry_count": len(entries),
        "types": sorted({entry.type for entry in entries}),
        "newest": newest_first(site, lang),
    }


def newest_first(site: Site, lang: str) -> list[Any]:
    """Return explainers and background pages of a language, changed last first."""
    dated = [*site.of_kind("explainers", lang), *site.of_kind("background", lang)]
    return sorted(dated, key=lambda content: content.modified, reverse=True)
