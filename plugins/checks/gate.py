"""All findings, of the source and of the built site: what a build must pass."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

# Importing a module of rules enters its rules.
from plugins.checks import (  # noqa: F401
    built_pages,
    named_entities,
    source_addresses,
    source_anchors,
    source_citations,
    source_data,
    source_dates,
    source_drafts,
    source_links,
    source_marks,
    source_parity,
    source_text,
)
from plugins.checks.rules import DATA_RULES, DOCUMENT_RULES, NAMED_RULES, PAGE_RULES, SITE_RULES
from plugins.documents.ahead import work_ahead
from plugins.documents.memo import Job, Memo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.checks.built import BuiltSite
    from plugins.checks.rules import Rule
    from plugins.documents.corpus import Corpus, Document, Id
    from plugins.documents.findings import Finding


def check_corpus(corpus: Corpus, memo: Memo | None = None) -> list[Finding]:
    """Return every finding of the source, sorted."""
    memo = memo or Memo()
    jobs = [_alone(document, corpus) for document in corpus.documents]
    work_ahead(memo, jobs)
    found = [*map(memo.of, jobs), *(_beside_others(document, corpus) for document in corpus.documents)]
    data = (rule.check(corpus) for rule in DATA_RULES)
    return sorted({*corpus.findings, *chain.from_iterable(found), *chain.from_iterable(data)})


def _alone(document: Document, corpus: Corpus) -> Job[list[Finding]]:
    """Return the job whose result is what the rules find that look at a document alone."""

    def find() -> list[Finding]:
        return [one for rule in _held(document) if rule.is_alone for one in rule.check(document, corpus)]

    return Job("findings", (document.given, *sorted(corpus.languages)), find)


def _beside_others(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Yield what the rules find that look at other documents and at data too."""
    for rule in _held(document):
        if not rule.is_alone:
            yield from rule.check(document, corpus)


def _held(document: Document) -> list[Rule]:
    return [rule for rule in DOCUMENT_RULES if rule.holds_for_drafts or not document.is_draft]


def check_named(corpus: Corpus, named: Mapping[Id, Mapping[str, str]]) -> list[Finding]:
    """Return every finding about what documents name, sorted; `named`: document → entry → its words there."""
    found = (rule.check(document, corpus, named) for document in corpus.documents for rule in NAMED_RULES)
    return sorted(set(chain.from_iterable(found)))


def rules_as_text() -> str:
    """Return every rule's name with what it asks, and its Bad and Good examples."""
    rules = [*DOCUMENT_RULES, *NAMED_RULES, *DATA_RULES, *PAGE_RULES, *SITE_RULES]
    return "\n\n".join(f"{rule.name}\n    {rule.text.strip()}" for rule in rules)


def check_site(site: BuiltSite) -> list[Finding]:
    """Return every finding of the built pages, sorted."""
    found = (rule.check(page, site) for page in site.pages.values() for rule in PAGE_RULES)
    whole = (rule.check(site) for rule in SITE_RULES)
    return sorted({*chain.from_iterable(found), *chain.from_iterable(whole)})
