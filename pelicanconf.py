"""Every setting of the site. Nothing else is configured anywhere."""

import os
import re

from jinja2 import StrictUndefined

# --- This site ---------------------------------------------------------------------------------

SITENAME = "Jelas"
AUTHOR = "Jelas"
TIMEZONE = "Asia/Jakarta"

# The first language is the source: texts are written in it and translated into the others.
LANGUAGES = ("id", "en")

# What the site is, in one line: on its home page, in search results and on the cards of shared pages.
SITE_LINE = {
    "id": "Penjelasan berita dalam bahasa Indonesia dan Inggris, setiap pernyataan bersumber.",
    "en": "The news explained in Indonesian and English, with a source for every statement.",
}

# The theme's words are written in this language; theme/translations/ has them in the others.
INTERFACE_LANGUAGE = "id"

# URL segment of each kind of document and each listing, per language.
SECTIONS = {
    "explainers": {"id": "penjelasan", "en": "explainers"},
    "background": {"id": "latar", "en": "background"},
    "glossary": {"id": "glosarium", "en": "glossary"},
    "about": {"id": "tentang", "en": "about"},
    "sources": {"id": "sumber", "en": "sources"},
    "search": {"id": "cari", "en": "search"},
    # Without a segment: /id/peta/, /en/map/.
    "pages": {"id": "", "en": ""},
}

# URL segment of the pages that show all languages of a page side by side.
PARALLEL = "dua"

# Where the site will live. `make serve` shows it at the default; deployment sets the real address.
SITEURL = os.environ.get("SITEURL", "http://localhost:8000").rstrip("/")
if not re.match(r"https?://[^/]", SITEURL):
    raise SystemExit(f"SITEURL is “{SITEURL}”. Give the whole address, such as https://example.org/jelas.")

# The public repository, for "edit this page" and "report an error". Left out while unset.
REPOSITORY_URL = os.environ.get("REPOSITORY_URL", "").rstrip("/")

# Preview shows drafts; a published build never does.
DRAFTS = os.environ.get("JELAS_DRAFTS") == "1"

# --- Where things are --------------------------------------------------------------------------

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["explainers"]
PAGE_PATHS = ["background", "pages", "about"]
GLOSSARY_PATHS = ["glossary"]
STATIC_PATHS = ["images", "extra"]
# These go to the top of the site.
EXTRA_PATH_METADATA = {
    f"extra/{name}": {"path": name}
    for name in (".nojekyll", "favicon.svg", "favicon.ico", "apple-touch-icon.png")
}
# The stylesheets are bundled into each page; only what pages fetch is copied.
THEME_STATIC_PATHS = ["static/fonts", "static/js"]
THEME_STATIC_DIR = "theme"

# --- How it is built ---------------------------------------------------------------------------

# Where this stands: what earlier builds worked out is not taken when anything here has changed.
SETTINGS_FILE = __file__

# In floor order: a plugin uses only plugins of lower floors (CONTRIBUTING.md).
PLUGINS = [
    "plugins.documents",
    "plugins.glossary",
    "plugins.sources",
    "plugins.bilingual",
    "plugins.entities",
    "plugins.presentation",
    "plugins.checks",
]

DEFAULT_LANG = LANGUAGES[0]
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = "key"
FILENAME_METADATA = r"(?P<key>.+)\.(?P<lang>[a-z]{2,3})"
# Our reader sets url and save_as of documents; a static file such as map.en.svg keeps its path.
STATIC_LANG_URL = STATIC_LANG_SAVE_AS = "{path}"

# Markdown is the only format. Without this, DEFAULT_LANG "id" makes docutils warn at each start.
READERS = {"rst": None, "html": None}

# What earlier builds worked out. It may be deleted at any time.
CACHE_PATH = os.environ.get("JELAS_CACHE", ".build/cache")
# Pelican's own cache goes by time; ours (plugins/documents/memo.py) by what is read.
CACHE_CONTENT = LOAD_CONTENT_CACHE = False

# How many processes render, link, check and draw; with more than eight the rest is what takes the time.
_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_GIVEN = os.environ.get("JELAS_PROCESSES", "")
PROCESSES = int(_GIVEN) if _GIVEN.isdecimal() else min(_CORES, 8)

# Off in Pelican by default: without them text is not escaped and a misspelt name prints nothing.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # No template changes during a build.
    "auto_reload": False,
}
# Summaries are plain text; Pelican would leave {filename} links in translated ones unresolved.
FORMATTED_FIELDS = []
TYPOGRIFY = False
DEFAULT_PAGINATION = False
DELETE_OUTPUT_DIRECTORY = True

# Listings and feeds are ours (plugins/bilingual): Pelican's own list one language only.
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARCHIVES_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = TAG_SAVE_AS = TAGS_SAVE_AS = ""
