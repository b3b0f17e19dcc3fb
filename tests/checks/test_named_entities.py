"""A translation names the entities that its original names."""

from dataclasses import replace

import pytest

from plugins.checks.gate import check_named
from plugins.documents.models import Difference
from tests.checks.corpus import corpus, document

BODY = "Ia diam. [@a]\nArmenia keluar. [@a]\n"


def told(there, here, **front):
    """Return path, line and problem of each finding where the versions name these entries."""
    original, translation = document(BODY), document(BODY, lang="en")
    if front:
        translation = replace(translation, front=translation.front.model_copy(update=front))
    named = {original.id: dict.fromkeys(there, "Armenia"), translation.id: dict.fromkeys(here, "Armenia")}
    return [(one.path, one.line, one.problem) for one in check_named(corpus(original, translation), named)]


@pytest.mark.parametrize("keys", [(), ("armenia",), ("armenia", "russia")])
def test_the_same(keys):
    """Nothing is said where both name the same."""
    assert told(keys, keys) == []


def test_a_name_is_missing():
    """It is told where the name stands, and which version lacks it."""
    id_, en = "content/background/csto.id.md", "content/background/csto.en.md"
    line = document(BODY).body_line

    assert told(("armenia", "russia"), ("armenia",)) == [
        (id_, line + 1, f"“Armenia” names “russia”, which {en} does not name")
    ]
    assert told((), ("russia",)) == [(en, line + 1, f"“Armenia” names “russia”, which {id_} does not name")]


EXPLAINED = (Difference(what="entity:armenia", why="an idiom"),)


@pytest.mark.parametrize("front", [{"differs": EXPLAINED}, {"translated_from": "0000"}])
def test_explained_or_stale(front):
    """A difference that is explained, or of a translation that is older than its original, is none."""
    assert told(("armenia",), (), **front) == []


def test_another_name_is_explained():
    """What is explained of one name excuses no other."""
    problems = [problem for _, _, problem in told(("armenia", "russia"), (), differs=EXPLAINED)]

    assert problems == ["“Armenia” names “russia”, which content/background/csto.en.md does not name"]


def test_a_draft_is_not_linked():
    """Where one version is not read by the linker, nothing is compared."""
    original, translation = document(BODY), document(BODY, lang="en")

    assert check_named(corpus(original, translation), {original.id: {"armenia": "Armenia"}}) == []


def test_an_entry_without_its_twin_is_told_once():
    """Where an entry is missing in a language, that is told of the entry, and of no page that names it."""
    pages = [document(BODY, key=key, lang=lang) for key in ("csto", "war-2020") for lang in ("id", "en")]
    entry = document(BODY, kind="glossary", key="russia")
    named = {one.id: {"russia": "Rusia"} if one.lang == "id" else {"moscow": "Moscow"} for one in pages}

    assert [str(one) for one in check_named(corpus(*pages, entry), named)] == [
        "content/glossary/russia.id.md: the entry has no russia.en.md, so no page in “en” can name it"
        " [same-entities]\n  fix: Write it: `invoke new glossary russia` begins it."
    ]
