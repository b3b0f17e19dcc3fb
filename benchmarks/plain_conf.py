"""Plain Pelican on the same content with the same theme: its own Markdown reader, none of our plugins.

What the theme asks of plugins that are not there prints as nothing; its strings and dates are ours, and
its styles are bundled once, so that the pages have the same parts.
"""

import runpy
from pathlib import Path

from jinja2 import ChainableUndefined
from pelican.readers import MarkdownReader

from plugins.bilingual.catalogs import read_catalogs
from plugins.bilingual.strings import template_filters, template_globals
from plugins.presentation.styles import bundle

# Not imported: Pelican calls this file “pelicanconf” too.
_site = runpy.run_path("pelicanconf.py")
globals().update({name: value for name, value in _site.items() if name.isupper()})

PLUGINS: list[str] = []
# Our reader is known to Pelican as soon as it is imported.
READERS = {"md": MarkdownReader, "rst": None, "html": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["explainers", "background", "pages", "about", "glossary"]
PAGE_URL, PAGE_SAVE_AS = "{lang}/{kind}/{slug}/", "{lang}/{kind}/{slug}/index.html"
PAGE_LANG_URL, PAGE_LANG_SAVE_AS = PAGE_URL, PAGE_SAVE_AS
EXTRA_PATH_METADATA = _site["EXTRA_PATH_METADATA"] | {
    "background": {"kind": "background", "template": "background"},
    "glossary": {"kind": "glossary", "template": "plain-entry"},
}
MARKDOWN = {
    "extensions": ["meta", "tables", "attr_list", "def_list", "sane_lists", "toc"],
    "output_format": "html",
}
THEME_TEMPLATES_OVERRIDES = ["benchmarks/plain_templates"]
JINJA_ENVIRONMENT = _site["JINJA_ENVIRONMENT"] | {"undefined": ChainableUndefined}
_catalogs = read_catalogs(Path("theme/translations"), _site["LANGUAGES"])
JINJA_GLOBALS = template_globals(_catalogs, _site) | {
    "css": bundle(Path("theme/static/css/main.css"), ""),
    "structured_data": lambda _: "",
    "share_image": lambda _: "",
    "top_pages": dict.fromkeys(_site["LANGUAGES"], ()),
    "abouts": dict.fromkeys(_site["LANGUAGES"], ()),
}
# Fields that Pelican has not read print as nothing.
JINJA_FILTERS = template_filters() | {"domain": str, "date": str, "iso_date": str}
