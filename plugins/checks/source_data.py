"""Rules on the data files: claims and events cite known sources, the same in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.checks.rules import data_rule
from plugins.documents.findings import did_you_mean, finding
from plugins.documents.marks import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus
    from plugins.documents.findings import Finding


@data_rule("data-citation")
def every_record_cites(corpus: Corpus) -> Iterator[Finding]:
    """Each event, and what the record says of each claim, cites known sources, the same in each language.

    Bad:  text: {id: "Ia keluar. [@a]", en: It left.}
    Good: text: {id: "Ia keluar. [@a]", en: "It left. [@a]"}
    """
    for file, identity, texts in _texts(corpus):
        line, path = corpus.data.lines[file, identity], f"{corpus.data_folder}/{file}.yaml"
        cited = {lang: [one.key for _, one in citations(text)] for lang, text in texts.items()}
        if not all(cited.values()):
            problem, fix = f"“{identity}” cites no source", "Put [@key] after what it supports."
            yield finding(path, line, problem, "data-citation", fix)
        elif len({tuple(sorted(keys)) for keys in cited.values()}) > 1:
            problem = f"the languages of “{identity}” cite different sources"
            yield finding(path, line, problem, "data-citation", "Cite the same sources in each language.")
        for key in sorted({key for keys in cited.values() for key in keys} - corpus.source_lines.keys()):
            fix = f"Add it to sources.yaml or correct the key.{did_you_mean(key, corpus.sources)}"
            yield finding(path, line, f"there is no source “{key}”", "data-citation", fix)


@data_rule("data-entity")
def every_entity_is_known(corpus: Corpus) -> Iterator[Finding]:
    """Each entity of an event is a key of the glossary.

    Bad:  entities: [armenai]
    Good: entities: [armenia]
    """
    known = {key for kind, key, _ in corpus.ids if kind == "glossary"}
    for event in corpus.data.timeline:
        for key in event.entities:
            if key not in known:
                line = corpus.data.lines["timeline", event.id]
                fix = f"Correct the key, or remove it.{did_you_mean(key, known)}"
                path = f"{corpus.data_folder}/timeline.yaml"
                yield finding(path, line, f"there is no entry “{key}”", "data-entity", fix)


def _texts(corpus: Corpus) -> Iterator[tuple[str, str, dict[str, str]]]:
    for claim in corpus.data.claims:
        yield "claims", claim.id, claim.record
    for event in corpus.data.timeline:
        yield "timeline", event.id, event.text
