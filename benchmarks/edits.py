"""Edits as writers make them, each leaving the content right: a word on a page, in a definition, a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from benchmarks.made_site import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A translation: an edit of the original would make its translations old.
LANG = LANGUAGES[-1]
_SLUG = re.compile(r"^slug: (\S+)$", re.MULTILINE)
# The end of the first sentence of the body that has a source.
_SENTENCE = re.compile(r"(?<=\n---\n)(.*?)(?=\.? \[@)", re.DOTALL)
_SUMMARY = re.compile(r"^(summary: .*?)(?=[.”\"]*$)", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """A kind of edit: its file, the address at which it shows, and how a marker gets into the text."""

    file: Path
    address: str
    change: Callable[[str, str], str]

    @cached_property
    def before(self) -> str:
        """Return the text without any edit."""
        return self.file.read_text("utf-8")

    def make(self, marker: str) -> None:
        """Write the text with a marker, in place of the one before."""
        changed = self.change(self.before, marker)
        if marker not in changed:
            raise ValueError(f"Cannot edit {self.file}: no place for a word. Choose another file.")
        self.file.write_text(changed, "utf-8")

    def undo(self) -> None:
        """Write the text as it was."""
        self.file.write_text(self.before, "utf-8")


def marker(number: int) -> str:
    """Return a word that no text has, another for each number."""
    return "Xq" + "".join("abcdefghij"[int(digit)] for digit in str(number))


def page_edit(page: Path) -> Edit:
    """Return the edit that puts a word into a page."""
    return Edit(page, _address(page), lambda text, word: _SENTENCE.sub(rf"\1 {word}", text, count=1))


def definition_edit(entry: Path) -> Edit:
    """Return the edit that puts a word into what an entry says in one sentence."""
    return Edit(entry, _address(entry), lambda text, word: _SUMMARY.sub(rf"\1 {word}", text, count=1))


def alias_edit(entry: Path) -> Edit:
    """Return the edit that gives an entry one more name."""
    return Edit(entry, _address(entry), lambda text, word: text.replace("aliases: [", f"aliases: [{word}, "))


def template_edit(template: Path, page: Path) -> Edit:
    """Return the edit that puts a word into the template of every page; it is looked for on `page`."""
    return Edit(
        template, _address(page), lambda text, word: text.replace("</main>", f"<p>{word}</p>\n</main>")
    )


def _address(document: Path) -> str:
    """Return the address of a background page or an entry, below the site's own."""
    found = _SLUG.search(document.read_text("utf-8"))
    if found is None:
        raise ValueError(f"Cannot edit {document}: it has no slug. Choose another file.")
    return f"/{LANG}/{document.parent.name}/{found[1]}/"
