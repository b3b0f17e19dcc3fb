"""All findings together."""

from plugins.checks.gate import check_corpus, rules_as_text
from plugins.checks.rules import DATA_RULES, DOCUMENT_RULES, PAGE_RULES
from tests.checks.corpus import corpus, document


def test_findings_are_sorted_and_told_once():
    """Findings of all documents come sorted by file and line."""
    first, second = document("Satu.\n\nDua. [@b]\n", key="b"), document("Tiga.\n", key="a")

    found = check_corpus(corpus(first, second))

    assert [(one.path, one.rule) for one in found] == [
        ("content/background/a.id.md", "uncited"),
        ("content/background/b.id.md", "uncited"),
        ("content/background/b.id.md", "unknown-citation"),
    ]


def test_drafts_may_lack_sources():
    """A draft need not cite yet, but what it cites must exist."""
    draft = document("Satu.\n\nDua. [@b]\n", extra="status: draft\n")

    assert [one.rule for one in check_corpus(corpus(draft))] == ["unknown-citation"]


def test_every_rule_explains_itself():
    """Each rule says what it asks, with an example that breaks it and one that keeps it."""
    for rule in DOCUMENT_RULES + PAGE_RULES:
        assert "Bad:" in rule.text, rule.name
        assert "Good:" in rule.text, rule.name


def test_rules_are_listed_with_examples():
    """Each rule on source files says what it asks, and shows a bad and a good case."""
    text = rules_as_text()

    for rule in [*DOCUMENT_RULES, *DATA_RULES]:
        assert f"{rule.name}\n" in text
        assert "Bad:" in rule.text
        assert "Good:" in rule.text
