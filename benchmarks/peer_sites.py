"""The made-up texts as users of other builders would keep them: a folder and a configuration for each."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.made_site import LANGUAGES
from plugins.documents.corpus_reader import read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from plugins.documents.corpus import Document

_PAGE = (
    "<!doctype html>\n<html><head><title>{title}</title></head><body><main>{content}</main></body></html>\n"
)
_ELEVENTY = """module.exports = (config) => {
  const fs = require("fs");
  const names = JSON.parse(fs.readFileSync("names.json", "utf-8"));
  const texts = Object.keys(names).sort((a, b) => b.length - a.length);
  const pattern = new RegExp("\\\\b(" + texts.join("|") + ")\\\\b", "g");
  if (texts.length) config.addTransform("links", function (html) {
    const lang = this.page.url.split("/")[1];
    const seen = new Set();
    return html.replace(pattern, (name) => {
      if (seen.has(names[name])) return name;
      seen.add(names[name]);
      return `<a href="/${lang}/glossary/${names[name]}/">${name}</a>`;
    });
  });
  return { dir: { input: "src", output: "out" } };
};
"""
# Without fonts from elsewhere: they would only slow it down.
_MKDOCS = """site_name: Made up
theme: {name: material, font: false}
site_dir: out
"""
_HUGO = """baseURL = "https://example.org/"
title = "Made up"
disableKinds = ["taxonomy", "term"]
publishDir = "out"
"""


def read_texts(content: Path) -> tuple[Document, ...]:
    """Return the documents of a made-up site."""
    return read_corpus(content, LANGUAGES).documents


def eleventy(root: Path, texts: Sequence[Document]) -> None:
    """Write a site for Eleventy: Markdown files and one layout."""
    _eleventy(root, texts, {})


def eleventy_linked(root: Path, texts: Sequence[Document]) -> None:
    """Write the same, with a transform that links the first of each name by one regular expression."""
    _eleventy(root, texts, _keys_by_name(texts))


def mkdocs(root: Path, texts: Sequence[Document]) -> None:
    """Write a site for MkDocs with the theme Material and its search."""
    _write_pages(root / "docs", texts, partial(_titled, layout=""))
    _write(root / "docs" / "index.md", "# Made up\n")
    _write(root / "mkdocs.yml", _MKDOCS + "plugins: [search]\n")


def mkdocs_linked(root: Path, texts: Sequence[Document]) -> None:
    """Write the same for ezglossary: definitions on a page, and every name marked as its plugin asks."""
    mkdocs(root, texts)
    keys = _keys_by_name(texts)
    names = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(keys, key=len, reverse=True))) + r")\b")

    def marked(text: Document) -> str:
        return _titled(text, names.sub(lambda found: f"<{text.lang}:{keys[found[0]]}|{found[0]}>", text.body))

    _write_pages(root / "docs", texts, marked)
    for lang in LANGUAGES:
        entries = [one for one in texts if one.kind == "glossary" and one.lang == lang]
        terms = [f"{lang}:{one.key}\n:   {one.front.summary}\n" for one in entries]
        _write(root / "docs" / lang / "terms.md", "\n".join(["# Terms\n", *terms]))
    extensions = "markdown_extensions: [def_list]\n"
    _write(root / "mkdocs.yml", f"{_MKDOCS}{extensions}plugins: [search, ezglossary]\n")


def hugo(root: Path, texts: Sequence[Document]) -> None:
    """Write a site for Hugo: Markdown files and one layout."""
    _write_pages(root / "content", texts, _titled)
    page = _PAGE.format(title="{{ .Title }}", content="{{ .Content }}")
    for name in ("single", "list"):
        _write(root / "layouts" / "_default" / f"{name}.html", page)
    _write(root / "hugo.toml", _HUGO)


def _eleventy(root: Path, texts: Sequence[Document], names: dict[str, str]) -> None:
    _write_pages(root / "src", texts, partial(_titled, layout="layout: page.njk\n"))
    page = _PAGE.format(title="{{ title }}", content="{{ content | safe }}")
    _write(root / "src" / "_includes" / "page.njk", page)
    _write(root / "names.json", json.dumps(names))
    _write(root / "eleventy.config.cjs", _ELEVENTY)


def _keys_by_name(texts: Sequence[Document]) -> dict[str, str]:
    entries = [one for one in texts if one.kind == "glossary"]
    return {
        name: one.key for one in entries for name in (one.front.title, *(a.name for a in one.front.aliases))
    }


def _titled(text: Document, body: str = "", layout: str = "") -> str:
    return f"---\ntitle: {json.dumps(text.front.title)}\n{layout}---\n{body or text.body}"


def _write_pages(folder: Path, texts: Sequence[Document], page: Callable[[Document], str]) -> None:
    for text in texts:
        _write(folder / text.lang / text.kind / f"{text.key}.md", page(text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
