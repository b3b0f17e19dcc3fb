"""Rules on Markdown that would be published as it was typed, or lose text: marks without their other half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.checks.rules import document_rule
from plugins.documents.findings import finding
from plugins.documents.marks import CITATION, blank, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.blocks import Block
    from plugins.documents.corpus import Corpus, Document
    from plugins.documents.findings import Finding

_NO_MARKS = re.compile(CITATION + r"|\\.|\]\([^)]*\)|https?://\S+|<[^<>\s]+>|\{[^}]*\}")
# In the order in which they are paired: bold before italics.
_PAIRS = {
    mark: re.compile(pattern, re.DOTALL)
    for mark, pattern in {
        "**": r"\*\*(?=\S)(.+?)(?<=\S)\*\*",
        "*": r"\*(?=\S)(.+?)(?<=\S)\*",
        "__": r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)",
        "_": r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)",
    }.items()
}
_HALF = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=\w)")
_WORDLESS = re.compile(r"(?<!!)\[\s*\]\([^)\n]*\)?")
_MARK = re.compile(r"(?<![\w*_])[*_]{1,3}[^\s*_]\S*|\[[@^][^\]]*\]?|\]\(|`")


@document_rule("emphasis", alone=True)
def every_emphasis_is_closed(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """What is set in italics or bold has a mark at both ends, in one paragraph, item or cell.

    Bad:  The **observer wrote.    The *observer wrote.
    Good: The **observer** wrote.
    """
    fix = "Close it in the same paragraph, item or cell, or write \\* for the sign itself."
    for line, text in _texts(document):
        rest = _unpaired(text)
        for match in _HALF.finditer(rest) if "*" in rest or "_" in rest else ():
            at = line + rest.count("\n", 0, match.start())
            words = text[match.start() :].split("\n")[0][:30]
            yield finding(document.path, at, f"“{match[0]}” has no other half: “{words}”", "emphasis", fix)


@document_rule("link-words", alone=True)
def every_link_has_words(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Each link says in words where it leads.

    Bad:  [](https://example.org/)
    Good: [the treaty](https://example.org/)
    """
    for match in _WORDLESS.finditer(document.prose):
        problem, fix = f"the link {match[0]} has no words", "Put them between the square brackets."
        yield finding(document.path, document.line_at(match.start()), problem, "link-words", fix)


@document_rule("table", alone=True)
def every_row_has_the_same_cells(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Each row of a table, and its line of dashes, has as many cells as the first row.

    Bad:  | Year | What |    | --- | --- |    | 1992 |
    Good: | Year | What |    | --- | --- |    | 1992 | The treaty |
    """
    lines = document.body.split("\n")
    asked, last = 0, 0
    for block in document.blocks:
        if block.kind == "header":
            asked, last = len(_cells(block.text)), block.line + 1
            dashes = len(_cells(lines[last - document.body_line]))
            if dashes != asked:
                yield _other_cells(document, last, dashes, asked)
        elif block.kind == "row":
            if block.line != last + 1:
                problem = f"no table begins above “{block.text[:30]}”"
                fix = "Write | --- | --- | below the first row of a table, and no blank line within it."
                yield finding(document.path, block.line, problem, "table", fix)
            elif (found := len(_cells(block.text))) != asked:
                yield _other_cells(document, block.line, found, asked)
            last = block.line


@document_rule("plain-text", alone=True)
def plain_fields_hold_no_marks(document: Document, _corpus: Corpus) -> Iterator[Finding]:
    """Title and summary are shown as they are typed: no emphasis, citations or links.

    Bad:  title: What is the **CSTO**?
    Good: title: What is the CSTO?
    """
    for field in ("title", "summary"):
        if match := _MARK.search(getattr(document.front, field)):
            problem = f"“{match[0]}” would be shown as it is typed"
            fix = f"Write `{field}` without marks of Markdown."
            yield finding(document.path, document.line_of(field), problem, "plain-text", fix)


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each piece within which a mark must be closed."""
    yield from document.points
    for block in document.blocks:
        if block.kind != "code":
            yield from ((block.line, text) for text in _pieces(block))


def _unpaired(text: str) -> str:
    """Return a text of the same length, with dots for code, addresses, citations and paired marks."""
    if "*" not in text and "_" not in text:
        return text
    rest = _NO_MARKS.sub(lambda match: blank(match, "."), without_code(text, "."))
    for mark, pair in _PAIRS.items():
        if mark in rest:
            rest = pair.sub(_dotted, rest)
    return rest


def _dotted(match: re.Match[str]) -> str:
    """Return what stands between a pair of marks, with dots for the marks."""
    marks = "." * (match.start(1) - match.start())
    return marks + match[1] + marks


def _pieces(block: Block) -> list[str]:
    return _cells(block.text) if block.kind in ("header", "row") else [block.text]


def _cells(row: str) -> list[str]:
    """Return the cells of a row of a table; a bar in code or after a backslash divides none."""
    row = row.strip().removeprefix("|").removesuffix("|")
    bars = re.sub(r"\\.", blank, without_code(row))
    ends = [*(match.start() for match in re.finditer(r"\|", bars)), len(row)]
    return [row[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]


def _other_cells(document: Document, line: int, found: int, asked: int) -> Finding:
    problem = f"this row has {found} cell{'' if found == 1 else 's'}, the table’s first row {asked}"
    fix = "Give it as many, empty ones too; write \\| for a bar within a cell."
    return finding(document.path, line, problem, "table", fix)
