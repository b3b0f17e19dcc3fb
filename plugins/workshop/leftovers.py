"""What the content holds and nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.documents.marks import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus


def uncited_sources(corpus: Corpus) -> list[str]:
    """Return `path:line: key` of each source that no page and no data file cites."""
    cited = {citation.key for text in _texts(corpus) for _, citation in citations(text)}
    path = f"{corpus.data_folder}/sources.yaml"
    return [f"{path}:{corpus.source_lines[key]}: {key}" for key in corpus.sources if key not in cited]


def _texts(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        yield document.body
        yield from (sentence for _, sentence in document.points)
    for claim in corpus.data.claims:
        yield from (*claim.claim.values(), *claim.record.values())
    for event in corpus.data.timeline:
        yield from event.text.values()
