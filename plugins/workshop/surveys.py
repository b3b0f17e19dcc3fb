"""What `invoke check --NAME` prints: one function a question, each from the corpus and the settings to text.

A question has nothing to do with the build's gate: it reports, and never blocks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.checks.budget import costs, lives_at, over_budget, table
from plugins.checks.gate import rules_as_text
from plugins.workshop import external, gold
from plugins.workshop.leftovers import uncited_sources
from plugins.workshop.translating import translation_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.documents.corpus import Corpus

GOLD = Path("tests/entities/gold")


def rules(_corpus: Corpus, _settings: Any) -> str:
    """Return every rule with its examples."""
    return rules_as_text()


def budget(_corpus: Corpus, settings: Any) -> str:
    """Return what the built pages cost their readers, and what is over its limit."""
    output = Path(settings.OUTPUT_PATH)
    root = lives_at(output)
    if not root:
        return f"{output}/ is empty: make build first."
    found = costs(output, root)
    return "\n".join([table(found), *over_budget(found)])


def accuracy(_corpus: Corpus, settings: Any) -> str:
    """Return how well the linker does on the gold set, beside a plain dictionary."""
    indexes = gold.read_glossary(GOLD / "glossary.yaml", settings.LANGUAGES)
    methods = {
        "linker": gold.found_by_linker,
        gold.LINKS: gold.found_as_links,
        "dictionary": gold.found_by_dictionary,
    }
    pages = {lang: gold.read_gold(GOLD / lang) for lang in settings.LANGUAGES}
    return gold.table(
        {
            lang: {name: gold.score(found, indexes[lang], find) for name, find in methods.items()}
            for lang, found in pages.items()
        }
    )


def translations(corpus: Corpus, settings: Any) -> str:
    """Return which translations are missing, or older than their originals."""
    return translation_report(corpus, settings.LANGUAGES)


def sources(corpus: Corpus, _settings: Any) -> str:
    """Return the sources that nothing cites."""
    return "\n".join(uncited_sources(corpus)) or "Every source is cited."


def external_links(corpus: Corpus, _settings: Any) -> str:
    """Return which addresses of sources do not answer, or have moved."""
    answers = external.ask_all(source.url for source in corpus.sources.values() if source.url)
    return external.report(corpus.sources, answers, f"{corpus.data_folder}/sources.yaml", corpus.source_lines)


SURVEYS: dict[str, Callable[[Corpus, Any], str]] = {
    "rules": rules,
    "budget": budget,
    "accuracy": accuracy,
    "translations": translations,
    "sources": sources,
    "external": external_links,
}
