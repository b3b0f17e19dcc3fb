"""A made-up site of any size on disk, the same for the same seed, in the languages of the real one.

A page has about 600 words in either language: headings, lists, quotes, code, citations, and a mention
every 15 words, of entries by Zipf's law. `python -m benchmarks.made_site FOLDER PAGES ENTRIES` makes one.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import MENTION_EVERY, WORDS, WORDS_A_PAGE, made_entries
from plugins.documents.corpus_reader import read_corpus
from plugins.workshop.translating import stamp_translations

if TYPE_CHECKING:
    from plugins.entities.entries import Entry

REPOSITORY = Path(__file__).resolve().parent.parent
LANGUAGES = ("id", "en")
_ENGLISH = """
the state has declared that troops will be withdrawn from this border area after talks ended last week
according to officials who were present but no written agreement exists yet between both sides so that
residents still wait for decisions on roads that were closed since winter this year
"""
# Before a name “jalan” makes it a street, so that this version would not name the entry.
FILLERS = {"id": [word for word in WORDS.split() if word != "jalan"], "en": _ENGLISH.split()}
SOURCES = 50
# Words of a sentence, and sentences of a paragraph.
SENTENCE, PARAGRAPH = 15, 4


def make_site(content: Path, pages: int, entries: int, seed: int = 1) -> None:
    """Write `pages` background pages and `entries` glossary entries in each language below `content`."""
    dice = random.Random(seed)
    made = tuple(made_entries(entries, dice))
    weights = list(accumulate(1 / (rank + 1) for rank in range(entries)))
    for kind in ("explainers", "background", "glossary", "about", "pages", "data"):
        (content / kind).mkdir(parents=True, exist_ok=True)
    # What every page of the theme fetches: the real site's icons.
    shutil.copytree(REPOSITORY / "content" / "extra", content / "extra", dirs_exist_ok=True)
    (content / "data" / "sources.yaml").write_text("".join(map(_source, range(SOURCES))), "utf-8")
    for entry in made:
        for lang in LANGUAGES:
            (content / "glossary" / f"{entry.key}.{lang}.md").write_text(_entry(entry, lang), "utf-8")
    for number in range(pages):
        # One plan for both versions: the same mentions, citations and blocks.
        plan = [
            (dice.choices(made, cum_weights=weights)[0], dice.randrange(4), dice.randrange(SOURCES))
            for _ in range(WORDS_A_PAGE // MENTION_EVERY)
        ]
        for lang in LANGUAGES:
            path = content / "background" / f"page-{number}.{lang}.md"
            path.write_text(_page(number, lang, plan, dice), "utf-8")
    stamp_translations(read_corpus(content, LANGUAGES), "all", LANGUAGES)


def _source(number: int) -> str:
    return f"""source-{number}:
  publisher: Penerbit {number}
  title: Laporan {number}
  date: 2024-06-13
  url: https://example.org/{number}
  accessed: 2026-01-01
  lang: en
  sort: press
"""


def _entry(entry: Entry, lang: str) -> str:
    title, *aliases = (name.text for name in entry.names)
    shared = "type: country\n" if lang == LANGUAGES[0] else ""
    summary = f"{title} {' '.join(FILLERS[lang][:12])}."
    listed = ", ".join(json.dumps(alias) for alias in aliases)
    guards = ", ".join(json.dumps(guard.text) for guard in entry.guards)
    head = f"title: {title}\nslug: {entry.key}\nsummary: {summary}\naliases: [{listed}]\nguards: [{guards}]\n"
    return f"---\n{head}{shared}---\n{title} {' '.join(FILLERS[lang])}. [@source-1]\n"


def _page(number: int, lang: str, plan: list[tuple[Entry, int, int]], dice: random.Random) -> str:
    title = f"{'Latar' if lang == LANGUAGES[0] else 'Background'} {number}"
    dates = f"date: 2026-01-01\nas_of: 2026-01-01\norder: {number}\n" if lang == LANGUAGES[0] else ""
    summary = f"{' '.join(FILLERS[lang][:14])}.".capitalize()
    sentences = [_sentence(lang, *mention, dice) for mention in plan]
    points = "".join(f"  - {sentence}\n" for sentence in sentences[:2])
    head = f"title: {title}\nslug: page-{number}\nsummary: {summary}\n{dates}in_short:\n{points}"
    blocks = []
    for start in range(0, len(sentences), PARAGRAPH):
        some = sentences[start : start + PARAGRAPH]
        match start // PARAGRAPH % 5:
            case 1:
                blocks.append("\n".join(f"- {sentence}" for sentence in some))
            case 3:
                blocks.append("\n".join(f"> {sentence}" for sentence in some))
            case kind:
                blocks.append(f"## {FILLERS[lang][start].capitalize()} {start}?" if kind != 2 else "")
                blocks.append("\n".join(some))
    return f"---\n{head}---\n" + "\n\n".join(block for block in blocks if block) + "\n"


def _sentence(lang: str, entry: Entry, name: int, source: int, dice: random.Random) -> str:
    words = [dice.choice(FILLERS[lang]) for _ in range(SENTENCE - 1)]
    words.insert(SENTENCE // 2, entry.names[name].text)
    words[2], words[-2] = f"*{words[2]}*", f"`{words[-2]}`" if source % 5 == 0 else words[-2]
    words[0] = words[0].capitalize()
    return f"{' '.join(words)}. [@source-{source}]"


if __name__ == "__main__":
    make_site(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
