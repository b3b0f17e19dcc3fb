"""A made-up corpus of any size, the same for the same seed: 600 words a page, a mention every 15 words.

Entries are named by Zipf's law. Names are made of syllables that no other word of the text has.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from plugins.entities.entries import Entry, Guard, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

SYLLABLES = "ba ve lo dra mi ksu tor an zhi pel go rin sa ul fe kam no vyr ed qua lin ost ja rem"
WORDS = """
negara itu telah menyatakan bahwa pasukan akan ditarik dari wilayah perbatasan setelah perundingan berakhir
pada pekan lalu menurut pejabat yang hadir namun belum ada kesepakatan tertulis antara kedua pihak sehingga
warga masih menunggu keputusan pemerintah tentang jalan yang ditutup sejak musim dingin tahun ini
"""
WORDS_A_PAGE, MENTION_EVERY = 600, 15


@dataclass(frozen=True)
class Corpus:
    """Entries with four names each, and pages of HTML."""

    entries: tuple[Entry, ...]
    pages: tuple[str, ...]


def corpus(pages: int, entries: int, seed: int = 1) -> Corpus:
    """Return a corpus; texts name the first entries most."""
    dice = random.Random(seed)
    made = tuple(made_entries(entries, dice))
    weights = list(accumulate(1 / (rank + 1) for rank in range(entries)))
    return Corpus(made, tuple(_page(made, weights, dice) for _ in range(pages)))


def made_entries(count: int, dice: random.Random) -> Iterator[Entry]:
    """Yield entries with four names and a guard each, the same for the same dice."""
    known: set[str] = set()
    for number in range(count):
        name = ""
        while not name or name in known:
            name = "".join(dice.choices(SYLLABLES.split(), k=4)).capitalize()
        known.add(name)
        key, acronym = f"e-{number}", f"{name[:2].upper()}{number}"
        texts = [
            (name, "name"),
            (f"Republik {name}", "name"),
            (acronym, "acronym"),
            (f"Uni {name} Raya", "name"),
        ]
        names = tuple(Name(key, text, sort, n == 0) for n, (text, sort) in enumerate(texts))
        yield Entry(key, names, (Guard(f"Universitas {name}"),), type="country")


def _page(entries: tuple[Entry, ...], weights: list[float], dice: random.Random) -> str:
    words, ordinary = [], WORDS.split()
    for number in range(WORDS_A_PAGE):
        if number % MENTION_EVERY == MENTION_EVERY - 1:
            entry = dice.choices(entries, cum_weights=weights)[0]
            words.append(dice.choice(entry.names).text)
        else:
            words.append(dice.choice(ordinary))
    blocks = []
    for start in range(0, WORDS_A_PAGE, 60):
        text = " ".join(words[start : start + 60])
        cite = f'<sup class="cite"><a id="cite-{start}" href="#note-{start}">{start}</a></sup>'
        if start % 120 == 0:
            blocks.append(f'<h2 id="s-{start}">Bagian {start}</h2>')
        blocks.append(f"<p>{text[:150]} <em>{text[150:170]}</em>{text[170:]}.{cite}</p>")
    return "\n".join(blocks)
