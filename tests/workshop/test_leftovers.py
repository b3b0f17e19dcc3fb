"""What nothing uses."""

from dataclasses import replace

from plugins.workshop.leftovers import uncited_sources
from tests.checks.corpus import SOURCE, corpus, document


def test_uncited_sources():
    """A source that a body, a point or a data text cites is used; another is told with its line."""
    one = corpus(document("Isi. [@a]\n"))
    data = replace(
        one.data, sources={"a": SOURCE, "b": SOURCE}, lines={("sources", "a"): 1, ("sources", "b"): 9}
    )

    assert uncited_sources(replace(one, data=data)) == ["content/data/sources.yaml:9: b"]
