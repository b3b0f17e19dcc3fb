"""A small corpus for tests of rules: documents made from text, without files."""

import json

from plugins.documents.corpus import Corpus, Document
from plugins.documents.data_files import Data
from plugins.documents.front_matter import split, validate
from plugins.documents.models import FRONT_MATTER, Source

SUMMARY = "Ringkasan yang cukup panjang untuk diterima, yaitu enam puluh huruf atau lebih."
SOURCE = Source.model_validate(
    {"publisher": "P", "title": "T", "accessed": "2026-11-23", "lang": "en", "sort": "press"}
)
FIELDS = {
    "background": "date: 2026-11-25\nas_of: 2026-06-25\norder: 30\n",
    "glossary": "type: organisation\n",
    "about": "",
}


def document(body, kind="background", key="csto", lang="id", extra="", points=("Satu. [@a]", "Dua. [@a]")):
    """Make a document whose front matter is sound and whose body is `body`."""
    if kind == "background":
        extra = "".join(["in_short:\n", *(f"  - {json.dumps(point)}\n" for point in points), extra])
    path = f"content/{kind}/{key}.{lang}.md"
    head = f"---\ntitle: CSTO\nslug: {key}\nsummary: {SUMMARY}\n{FIELDS[kind]}{extra}---\n"
    parts = split(path, head + body)
    front, faults = validate(path, FRONT_MATTER[kind], parts.yaml.data, parts.yaml)
    assert not faults
    return Document(path, kind, key, lang, front, parts.body, parts.body_line, parts, path + head + body)


def corpus(*documents):
    """Make a corpus that knows the source `a`."""
    data = Data({"a": SOURCE}, lines={("sources", "a"): 1})
    return Corpus(tuple(documents), data, "content/data", "id", (), frozenset(one.id for one in documents))


def told(rule, *documents):
    """Return what `rule` says of the first of `documents`, as text, with lines from the body's first."""
    first = documents[0]
    return [
        str(one).replace(f"{first.path}:{one.line}", f"body:{one.line - first.body_line + 1}", 1)
        for one in rule(first, corpus(*documents))
    ]
