"""A rule on what the linker found: a translation names the same entities as its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.checks.rules import named_rule
from plugins.documents.findings import finding
from plugins.documents.marks import ENTITY_SCHEME
from plugins.documents.stamps import is_stale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.documents.corpus import Corpus, Document, Id
    from plugins.documents.findings import Finding


@named_rule("same-entities")
def translations_name_the_same(
    document: Document, corpus: Corpus, named: Mapping[Id, Mapping[str, str]]
) -> Iterator[Finding]:
    """The text of a translation names the entities that its original names, and no other.

    How often, and which of them are links, is left to each language. A name that is not clear in one of them
    is settled by a link or by `entities`; a difference that is meant is explained under `differs`,
    with `what: entity:KEY`.

    Bad:  Moskow menolak.    The Kremlin refused.   (“Kremlin” is no name of the entry `russia`)
    Good: Moskow menolak.    Moscow refused.
    """
    original = corpus.original_of(document)
    if original is None or is_stale(document, corpus):
        return
    there, here = named.get(original.id), named.get(document.id)
    if there is None or here is None:  # a draft
        return
    excused = {one.what for one in document.front.differs}
    pair = {original.lang, document.lang}
    one_sided = [
        key
        for key in sorted(there.keys() ^ here.keys())
        if pair - corpus.versions.get(("glossary", key), pair)
    ]
    for key in one_sided:
        (lang,) = pair & corpus.versions["glossary", key]
        (other,) = pair - {lang}
        problem = f"the entry has no {key}.{other}.md, so no page in “{other}” can name it"
        fix = f"Write it: `invoke new glossary {key}` begins it."
        yield finding(f"content/glossary/{key}.{lang}.md", 0, problem, "same-entities", fix)
    if one_sided:
        return  # other names may be read otherwise once the entry is there
    for key in sorted(there.keys() ^ here.keys()):
        if ENTITY_SCHEME + key in excused:
            continue
        without, with_ = (document, original) if key in there else (original, document)
        words = there.get(key) or here[key]
        problem = f"“{words}” names “{key}”, which {without.path} does not name"
        fix = f"Name it there too, write [words](entity:{key}) there, or use `differs`."
        yield finding(with_.path, _line_of(words, with_), problem, "same-entities", fix)


def _line_of(words: str, document: Document) -> int:
    """Return the first line of the text that holds some words; the first of the body where none does."""
    body = enumerate(document.body.split("\n"), document.body_line)
    return next((line for line, text in [*document.points, *body] if words in text), document.body_line)
