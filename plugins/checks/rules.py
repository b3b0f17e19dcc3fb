"""What a rule is, and the list of all rules. Importing a module of rules fills the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from plugins.checks.built import BuiltPage, BuiltSite
    from plugins.documents.corpus import Corpus, Document, Id
    from plugins.documents.findings import Finding

    DocumentRule = Callable[[Document, Corpus], Iterator[Finding]]
    NamedRule = Callable[[Document, Corpus, Mapping[Id, Mapping[str, str]]], Iterator[Finding]]
    DataRule = Callable[[Corpus], Iterator[Finding]]
    SiteRule = Callable[[BuiltSite], Iterator[Finding]]
    PageRule = Callable[[BuiltPage, BuiltSite], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule: its name as findings show it, and the generator of its findings.

    Drafts are held only to rules without which they could not be shown. A rule that looks at nothing but
    a document, its original and which languages there are (`is_alone`) is not asked again while these are the
    same.
    """

    name: str
    check: Callable[..., Iterator[Finding]]
    holds_for_drafts: bool = True
    is_alone: bool = False

    @property
    def text(self) -> str:
        """Return what the rule asks, with its Bad and Good examples."""
        return self.check.__doc__ or ""


# Rules on one document of the corpus; on what is named in it; on its data files; on one built page of the
# site; on the whole site.
DOCUMENT_RULES: list[Rule] = []
NAMED_RULES: list[Rule] = []
DATA_RULES: list[Rule] = []
PAGE_RULES: list[Rule] = []
SITE_RULES: list[Rule] = []


def document_rule(
    name: str, *, holds_for_drafts: bool = True, alone: bool = False
) -> Callable[[DocumentRule], DocumentRule]:
    """Enter a function as the rule `name` on documents."""

    def enter(check: DocumentRule) -> DocumentRule:
        DOCUMENT_RULES.append(Rule(name, check, holds_for_drafts, alone))
        return check

    return enter


def named_rule(name: str) -> Callable[[NamedRule], NamedRule]:
    """Enter a function as the rule `name` on the entities that a document names."""

    def enter(check: NamedRule) -> NamedRule:
        NAMED_RULES.append(Rule(name, check, holds_for_drafts=False))
        return check

    return enter


def data_rule(name: str) -> Callable[[DataRule], DataRule]:
    """Enter a function as the rule `name` on data files."""

    def enter(check: DataRule) -> DataRule:
        DATA_RULES.append(Rule(name, check))
        return check

    return enter


def page_rule(name: str) -> Callable[[PageRule], PageRule]:
    """Enter a function as the rule `name` on built pages."""

    def enter(check: PageRule) -> PageRule:
        PAGE_RULES.append(Rule(name, check))
        return check

    return enter


def site_rule(name: str) -> Callable[[SiteRule], SiteRule]:
    """Enter a function as the rule `name` on the whole built site."""

    def enter(check: SiteRule) -> SiteRule:
        SITE_RULES.append(Rule(name, check))
        return check

    return enter
