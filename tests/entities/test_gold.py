"""How well the linker does on marked pages of other topics than the site's own."""

from pathlib import Path

import pytest

from plugins.workshop.gold import (
    DISPUTED,
    found_as_links,
    found_by_dictionary,
    found_by_linker,
    read_glossary,
    read_gold,
    score,
    table,
)

GOLD = Path(__file__).parent / "gold"
LANGUAGES = ("id", "en")
INDEXES = read_glossary(GOLD / "glossary.yaml", LANGUAGES)
PAGES = {lang: read_gold(GOLD / lang) for lang in LANGUAGES}
# (precision, recall) that no change may fall below; the figures of the day stand in the gold set's README.
LEAST = {"id": (0.992, 0.965), "en": (0.994, 0.97)}
# The share of links that go to the right entry: what readers meet.
LEAST_LINKS = 0.995


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_set_is_whole(lang):
    """All the pages, whose marks name entries of the set's glossary and stand on the words they marked."""
    pages = PAGES[lang]

    assert len(pages) == 120
    assert {span[3] for page in pages for span in page.spans} - {DISPUTED} <= INDEXES[lang].entries.keys()
    assert all(start < end for page in pages for _, start, end, _ in page.spans)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_accuracy(lang):
    """Precision and recall hold, and both are far above those of a plain dictionary."""
    linker = score(PAGES[lang], INDEXES[lang], found_by_linker)
    dictionary = score(PAGES[lang], INDEXES[lang], found_by_dictionary)

    assert (linker.precision, linker.recall) >= LEAST[lang], table({lang: {"linker": linker}})
    assert linker.recall >= LEAST[lang][1], table({lang: {"linker": linker}})
    assert linker.f1 > dictionary.f1 + 0.1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_can_be_trusted(lang):
    """Nearly all links go where the writers of the set say, and none to another entry."""
    links = score(PAGES[lang], INDEXES[lang], found_as_links)

    assert links.found > 1400
    assert links.precision >= LEAST_LINKS, table({lang: {"linker": links}})
    assert links.sorts()["wrong entry"] == 0, table({lang: {"linker": links}})


def test_a_mark_is_a_span_of_visible_text(tmp_path):
    """Marks around emphasis, in titles and beside references count characters as a reader sees them."""
    (tmp_path / "p.md").write_text("# ⟦A|a⟧ & ⟦B|b⟧\n\nSaid ⟦the *Big* One|c⟧ – and `x` ⟦D|?⟧.\n", "utf-8")

    (page,) = read_gold(tmp_path)

    assert page.spans == ((0, 0, 1, "a"), (0, 4, 5, "b"), (1, 5, 16, "c"), (1, 25, 26, "?"))


def test_disputed_places_count_neither_way(tmp_path):
    """What two readers marked differently is neither right nor wrong."""
    (tmp_path / "p.md").write_text("# X\n\nIn ⟦Peru|?⟧ and ⟦Bolivia|bolivia⟧.\n", "utf-8")

    found = score(read_gold(tmp_path), INDEXES["en"], found_by_linker)

    assert (found.right, found.found, found.marked, found.errors) == (1, 1, 1, [])


def test_errors_are_named(tmp_path):
    """A wrong entry, a naming that is none, a wrong span and a missed name are told apart."""
    (tmp_path / "p.md").write_text(
        "# X\n\nIn ⟦Peru|chile⟧, Chile and Bolivia ⟦Bolivia's|bolivia⟧ and ⟦Nowhere|peru⟧.\n", "utf-8"
    )

    found = score(read_gold(tmp_path), INDEXES["en"], found_by_linker)

    assert found.sorts() == {"wrong entry": 1, "no naming": 2, "span": 1, "missed: form of a name": 1}
