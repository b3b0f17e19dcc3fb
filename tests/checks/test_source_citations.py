"""Rules on citations: a failing and a passing case each, word for word."""

import pytest

from plugins.checks.source_citations import (
    every_block_cites,
    every_citation_is_known,
    every_citation_is_whole,
    every_key_in_brackets_has_its_sign,
)
from tests.checks.corpus import document, told

UNCITED_FIX = "\n  fix: Put [@key] after the sentence that the source supports, or {: .uncited} below a mere transition."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Paragraphs, in both languages.
        ("Armenia keluar. [@a]\n", []),
        ("It left.\nIt did. [@a]\n", []),
        (
            "Satu. [@a]\n\nPerjanjian itu diteken di Tashkent pada 1992.\n",
            [
                "body:3: no source is cited for “Perjanjian itu diteken di Tashkent pada…” [uncited]"
                + UNCITED_FIX
            ],
        ),
        ("It left.\n", ["body:1: no source is cited for “It left.” [uncited]" + UNCITED_FIX]),
        # Transitions say that they are.
        ("Lalu apa?\n{: .uncited}\n", []),
        # Items and rows each; headings and table heads do not.
        ("- Satu. [@a]\n- Dua.\n", ["body:2: no source is cited for “Dua.” [uncited]" + UNCITED_FIX]),
        (
            "## Kapan?\n\n| Tahun | Isi |\n| --- | --- |\n| 1992 | Traktat [@a] |\n| 2002 | Organisasi |\n",
            ["body:6: no source is cited for “| 2002 | Organisasi |” [uncited]" + UNCITED_FIX],
        ),
        # What stands in code does not count; an image is no statement.
        ("Tulis `[@a]`.\n", ["body:1: no source is cited for “Tulis `[@a]`.” [uncited]" + UNCITED_FIX]),
        ("![Peta]({static}/images/p.png)\n", []),
    ],
)
def test_blocks_of_a_background_page(body, expected):
    """Each block of an explainer or background page cites."""
    assert told(every_block_cites, document(body)) == expected


def test_entry_cites_once():
    """An entry's body as a whole cites; a page about the site need not."""
    fix = "\n  fix: Cite at least one source: [@key] after the sentence that it supports."

    assert told(every_block_cites, document("Satu.\n\nDua. [@a]\n", kind="glossary")) == []
    assert told(every_block_cites, document("Satu.\n", kind="glossary")) == [
        "body:1: the entry cites no source [uncited]" + fix
    ]
    assert told(every_block_cites, document("Satu.\n", kind="about")) == []


@pytest.mark.parametrize("body", ["Satu.[^1]\n\n[^1]: Traktatnya.\n", "One. (@a)\n", "- Satu. [@a\n"])
def test_what_is_meant_to_cite_is_told_once(body):
    """A block that tries to cite is told under `citation`, and not as uncited too."""
    assert told(every_block_cites, document(body)) == []
    assert told(every_citation_is_whole, document(body)) != []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Satu. [@a; @a, hlm. 4]\n", []),
        (
            "Satu.\nDua. [@b]\n",
            [
                "body:2: there is no source “b” [unknown-citation]\n"
                "  fix: Add it to content/data/sources.yaml or correct the key."
            ],
        ),
        (
            "One. [@a; @aa]\n",
            [
                "body:1: there is no source “aa” [unknown-citation]\n"
                "  fix: Add it to content/data/sources.yaml or correct the key. Did you mean “a”?"
            ],
        ),
    ],
)
def test_known_citations(body, expected):
    """Each citation names a source that is recorded."""
    assert told(every_citation_is_known, document(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Satu. [@a; @a, hlm. 4] Tulis ke nama@example.org atau `@a`.\n", []),
        ("One. [@a] [a video](https://example.org/@a), https://example.org/@a, [sic]\n", []),
        ("Satu. [@a\n\nDua. [@a]\n", ["[@a"]),
        ("Satu. [a] [@a]\n", ["[a]"]),
        ("One. [@] [@a]\n", ["[@]"]),
        ("One. (@a) [@a]\n", ["@a"]),
        ("Satu. [[@a]]\n", ["[[@a]]"]),
        ("One. [@a, @a] [@a, p. 4]\n", ["[@a, @a]"]),
        # Footnotes of Markdown.
        ("Tulis `[^1]`, [^ ke atas](https://example.org/). [@a]\n", []),
        ("Satu.[^1] Dua.[^peta]\n", ["[^1]", "[^peta]"]),
        ("[^1]: Traktatnya.\n", ["[^1]:"]),
        ("[^1]: https://example.org/\n", ["[^1]:"]),
    ],
)
def test_whole_citations(body, expected):
    """What was meant as a citation, and would stand on the page as typed or lose a source, is told."""
    fix = "Write [@key], and [@one; @two] for several; what is no citation stands between backticks."

    found = [
        *told(every_citation_is_whole, document(body)),
        *told(every_key_in_brackets_has_its_sign, document(body)),
    ]

    assert found == [
        f"body:1: “{written}” is not how a source is cited [citation]\n  fix: {fix}" for written in expected
    ]
