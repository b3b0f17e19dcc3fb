"""A new page begins with drafts that are valid and explain themselves."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.checks.gate import check_corpus
from plugins.documents.corpus_reader import read_corpus
from plugins.documents.models import FRONT_MATTER, shared_fields
from plugins.workshop.drafts import new_drafts

LANGUAGES = ("id", "en")
TODAY = date(2026, 1, 31)


def drafts(content, kind, key):
    """Return the drafts of a page, written to `content`, and the findings as text."""
    texts, findings = new_drafts(content, kind, key, LANGUAGES, TODAY)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return texts, [str(one) for one in findings]


@pytest.mark.parametrize("kind", sorted(FRONT_MATTER))
@pytest.mark.parametrize("key", ["armenia-russia", "123-agreement"])
def test_drafts_are_valid(tmp_path, kind, key):
    """Every kind's drafts can be read as they are, in each language, and are drafts."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.yaml").touch()

    drafts(tmp_path, kind, key)

    corpus = read_corpus(tmp_path, LANGUAGES)
    assert corpus.findings == ()
    assert [(one.id, one.is_draft) for one in corpus.documents] == [
        ((kind, key, "en"), True),
        ((kind, key, "id"), True),
    ]


@pytest.mark.parametrize("kind", sorted(FRONT_MATTER))
def test_every_field_is_explained(tmp_path, kind):
    """The original's draft explains each field; the translation's only those that it may have."""
    texts, _ = drafts(tmp_path, kind, "csto")

    fields, shared = FRONT_MATTER[kind].model_fields, shared_fields(FRONT_MATTER[kind])
    original, translation = (texts[tmp_path / kind / f"csto.{lang}.md"] for lang in LANGUAGES)
    assert [name for name, field in fields.items() if field.description not in original] == []
    assert {name for name in fields if f"\n{name}:" in translation or f"\n# {name}: " in translation} == (
        fields.keys() - shared
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_citations_go_where_they_belong(tmp_path, lang):
    """A sentence of `in_short` takes its citation as it is, without quotation marks."""
    texts, _ = drafts(tmp_path, "explainers", "csto")

    text = texts[tmp_path / "explainers" / f"csto.{lang}.md"].replace("to know.", "to know. [@a]")

    assert yaml.safe_load(text.split("---")[1])["in_short"] == [
        "The first thing to know. [@a]",
        "The second thing to know. [@a]",
    ]


@pytest.mark.parametrize("kind", sorted(FRONT_MATTER))
def test_a_draft_is_not_published_as_it_is(tmp_path, kind):
    """Without `status: draft`, what nobody wrote is told, in each language."""
    texts, _ = drafts(tmp_path, kind, "csto")
    for path, text in texts.items():
        path.write_text(text.replace("status: draft", "status: published"), "utf-8")

    found = check_corpus(read_corpus(tmp_path, LANGUAGES))

    assert [one.path for one in found if one.rule == "placeholder"] == [
        str(tmp_path / kind / f"csto.{lang}.md") for lang in ("en", "id") for _ in range(3)
    ]


def test_writes_what_is_missing(tmp_path):
    """Where one language has its page, the other one's draft is made."""
    path = tmp_path / "background" / "csto.id.md"
    path.parent.mkdir()
    path.write_text("mine")

    texts, findings = drafts(tmp_path, "background", "csto")

    assert (list(texts), findings) == ([tmp_path / "background" / "csto.en.md"], [])
    assert path.read_text() == "mine"


def test_refuses_to_overwrite(tmp_path):
    """A page that is there in every language is left alone."""
    drafts(tmp_path, "glossary", "csto")

    texts, findings = drafts(tmp_path, "glossary", "csto")

    path = tmp_path / "glossary" / "csto.id.md"
    assert texts == {}
    assert findings == [
        f"{path}: the page is there already, in every language [new]\n  fix: Edit it, or choose another key."
    ]


@pytest.mark.parametrize(
    ("kind", "key", "found"),
    [
        (
            "glosary",
            "csto",
            "content/glosary: there is no kind “glosary” [new]\n"
            "  fix: Use one of: explainers, background, glossary, pages, about. Did you mean “glossary”?",
        ),
        (
            "glossary",
            "Sekutu_Dekat",
            "content/glossary: the key “Sekutu_Dekat” is not allowed [new]\n"
            "  fix: Use lower-case letters, digits and hyphens, for example sekutu-dekat.",
        ),
        (
            "glossary",
            "../csto",
            "content/glossary: the key “../csto” is not allowed [new]\n"
            "  fix: Use lower-case letters, digits and hyphens, for example csto.",
        ),
    ],
)
def test_refuses_what_cannot_be(kind, key, found):
    """An unknown kind or a key that is none is told with a way out."""
    texts, findings = new_drafts(Path("content"), kind, key, LANGUAGES, TODAY)

    assert (texts, [str(one) for one in findings]) == ({}, [found])


def test_a_title_is_taken_as_it_is(tmp_path):
    """A title may hold what YAML would read otherwise."""
    drafts, findings = new_drafts(
        tmp_path, "background", "tanya", ("id", "en"), date(2026, 11, 25), 'Apa: "itu"?'
    )

    assert findings == []
    assert all(yaml.safe_load(text.split("---")[1])["title"] == 'Apa: "itu"?' for text in drafts.values())


def test_a_key_is_suggested(tmp_path):
    """What a key may not hold is taken out of it."""
    _, (found,) = new_drafts(tmp_path, "background", "Àpa itu CSTO?", ("id", "en"), date(2026, 11, 25))

    assert found.fix.endswith("for example apa-itu-csto.")
