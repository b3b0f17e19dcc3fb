"""Stamps: whether a translation is of its original as it stands."""

from dataclasses import replace

from plugins.documents.stamps import (
    CURRENT,
    MISSING,
    STALE,
    UNSTAMPED,
    changed_since,
    is_stale,
    stamp,
    translations,
)
from tests.checks.corpus import corpus, document

ORIGINAL = document("Satu. [@a]\n\nDua. [@a]\n")


def translated(original, stamped=None):
    """Return a corpus of an original and its translation with a stamp."""
    extra = f"translated_from: {stamped}\n" if stamped else ""
    return corpus(original, document("One. [@a]\n\nTwo. [@a]\n", lang="en", extra=extra))


def states(found):
    """Return the states of the translations of a corpus."""
    return [one.state for one in translations(found, ("id", "en"))]


def test_states():
    """A translation is missing, not stamped, of its original, or older than it."""
    changed = document("Satu. [@a]\n\nTiga. [@a]\n")

    assert states(corpus(ORIGINAL)) == [MISSING]
    assert states(corpus(document("One. [@a]\n", lang="en"))) == [MISSING]
    assert states(translated(ORIGINAL)) == [UNSTAMPED]
    assert states(translated(ORIGINAL, stamp(ORIGINAL))) == [CURRENT]
    assert states(translated(changed, stamp(ORIGINAL))) == [STALE]


def test_which_blocks_have_changed():
    """A changed and an added block are told with their lines; one that went is told too; spaces do not count."""
    old = stamp(ORIGINAL)
    added = document("Satu. [@a]\n\nBaru. [@a]\n\nDua. [@a]\n")
    gone = document("Dua. [@a]\n")
    spaced = document("Satu.   [@a]\n\n\nDua. [@a]\n")

    assert [text for _, text in changed_since(added, old)] == ["Baru. [@a]"]
    assert changed_since(added, old)[0][0] == added.body_line + 2
    assert changed_since(gone, old) == [(0, "a block was removed")]
    assert changed_since(spaced, old) == []


def test_deck_and_points_count():
    """What stands above the text is translated too."""
    other = document("Satu. [@a]\n\nDua. [@a]\n")
    front = other.front.model_copy(
        update={"summary": "Ringkasan lain yang cukup panjang, yaitu enam puluh huruf lebih."}
    )

    assert stamp(replace(other, front=front)) != stamp(ORIGINAL)


def test_stale_is_told_of_translations_only():
    """An original is never stale."""
    found = translated(document("Lain. [@a]\n"), stamp(ORIGINAL))
    first, second = found.documents

    assert (is_stale(first, found), is_stale(second, found)) == (False, True)
