"""What a build made, in a line: pages, languages, size and time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Summary:
    """The measures of a built site; `pages_by_lang` leaves out pages of no language."""

    pages: int
    pages_by_lang: dict[str, int]
    size: int  # bytes

    def __str__(self) -> str:
        by_lang = ", ".join(f"{count} {lang}" for lang, count in self.pages_by_lang.items() if count)
        pages = f"{self.pages} page{'' if self.pages == 1 else 's'}"
        return f"{pages}{f' ({by_lang})' if by_lang else ''}, {readable_size(self.size)}"


def measure(output: Path, languages: Iterable[str]) -> Summary:
    """Count the pages and bytes of a built site. A language's pages are those below its folder."""
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = [path.relative_to(output).parts for path in files if path.suffix == ".html"]
    by_lang = {lang: sum(parts[0] == lang for parts in pages) for lang in languages}
    return Summary(len(pages), by_lang, sum(path.stat().st_size for path in files))


def readable_size(size: int) -> str:
    """Return a number of bytes as a person would say it, in powers of ten."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
