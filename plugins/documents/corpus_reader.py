"""Reads the corpus: all documents and data files, strictly and at once, with every fault found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from plugins.documents.ahead import work_ahead
from plugins.documents.corpus import Corpus, Document
from plugins.documents.data_files import FILES, OUTLINES, read_data
from plugins.documents.findings import Finding, did_you_mean, finding
from plugins.documents.front_matter import Parts, Unreadable, split, validate
from plugins.documents.memo import Job, Memo, digest
from plugins.documents.models import FRONT_MATTER, FrontMatter, shared_fields
from plugins.documents.text_files import read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from plugins.documents.addresses import Sections
    from plugins.documents.corpus import Id

_NAME = re.compile(r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<lang>[a-z]{2,3})\.md")


@dataclass(frozen=True)
class Raw:
    """A content file as it was read."""

    path: str
    text: str

    @cached_property
    def parts(self) -> Parts:
        """Return its front matter and body; raise Unreadable where they cannot be told apart."""
        return split(self.path, self.text)


def read_corpus(
    content: Path, languages: Sequence[str], memo: Memo | None = None, sections: Sections | None = None
) -> Corpus:
    """Read every document and data file under `content`; `languages[0]` is the source language."""
    memo = memo or Memo()
    documents, ids, findings = _read(_content_files(content), languages, memo)
    data = read_data(content / "data", languages, memo)
    found = (*_strays(content), *findings, *data.findings)
    folder = str(content / "data")
    return Corpus(tuple(documents), data, folder, languages[0], found, frozenset(ids), sections or {})


def read_again(
    corpus: Corpus, content: Path, keys: Collection[tuple[str, str]], languages: Sequence[str], memo: Memo
) -> Corpus | None:
    """Return `corpus` with the documents of these (kind, key) and the data files as they are now.

    None where they have findings, or where a document is there that was not there before, or the reverse.
    """
    names = (content / kind / f"{key}.{lang}.md" for kind, key in keys for lang in languages)
    documents, _, findings = _read((path for path in names if path.is_file()), languages, memo)
    data = read_data(content / "data", languages, memo)
    new = {one.id: one for one in documents}
    before = [one.id for one in corpus.documents if one.id[:2] in keys]
    if findings or data.findings or sorted(before) != sorted(new):
        return None
    return replace(corpus, documents=tuple(new.get(one.id, one) for one in corpus.documents), data=data)


def _read(
    paths: Iterable[Path], languages: Sequence[str], memo: Memo
) -> tuple[list[Document], set[Id], list[Finding]]:
    """Return the documents in some files, the names of all that were meant, and the findings."""
    findings: list[Finding] = []
    raw: dict[Id, Raw] = {}
    ids: set[Id] = set()
    for path in paths:
        try:
            identity = _identity(path, languages)
            ids.add(identity)
            raw[identity] = Raw(str(path), read_text(path))
        except Unreadable as error:
            findings.append(error.finding)
    jobs = []
    for identity, own in sorted(raw.items()):
        first = (*identity[:2], languages[0])
        original = raw.get(first)
        if original is None and first in ids:
            continue  # what it inherits cannot be read, which is told there
        given = (own.path, own.text, *((original.path, original.text) if original else ()), languages[0])
        work = partial(_document, identity, own, original, languages[0], given)
        jobs.append(Job("document", given, work))
    work_ahead(memo, jobs)
    documents = []
    for job in jobs:
        try:
            document, faults = memo.of(job)
        except Unreadable as error:
            findings.append(error.finding)
            continue
        findings += faults
        if document:
            documents.append(document)
    # What is wrong with an original is met again at its translations.
    return documents, ids, list(dict.fromkeys(findings))


def _content_files(content: Path) -> Iterator[Path]:
    for kind in sorted(FRONT_MATTER):
        folder = content / kind
        if folder.is_dir():
            yield from sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _strays(content: Path) -> Iterator[Finding]:
    """Yield a finding for each page outside of the folders of pages, and each unknown file of data."""
    kinds, data = sorted(FRONT_MATTER), sorted((*FILES.values(), OUTLINES))
    for path in sorted(content.rglob("*")):
        *folders, name = path.relative_to(content).parts
        if name.startswith(".") or not path.is_file():
            continue
        if path.suffix == ".md" and not set(folders[:1]) & set(kinds):
            problem = f"no pages stand in the folder {path.parent}"
            fix = f"Move the file to one of: {', '.join(kinds)}."
        elif folders[:1] == ["data"] and (len(folders) > 1 or name not in data):
            problem = "nothing reads this file of data"
            fix = f"Use one of: {', '.join(data)}.{did_you_mean(name, data)}"
        else:
            continue
        yield finding(str(path), 0, problem, "file-place", fix)


def _identity(path: Path, languages: Sequence[str]) -> Id:
    match = _NAME.fullmatch(path.name)
    if not match:
        problem = f"the file name “{path.name}” does not give a key and a language"
        fix = f"Name it KEY.LANG.md, for example my-page.{languages[0]}.md, with a–z, 0–9 and hyphens."
        raise Unreadable(finding(str(path), 0, problem, "file-name", fix))
    key, lang = match["key"], match["lang"]
    if lang not in languages:
        problem = f"“{lang}” is not a language of this site"
        fix = f"Use one of: {', '.join(languages)}.{did_you_mean(lang, languages)}"
        raise Unreadable(finding(str(path), 0, problem, "file-name", fix))
    return path.parent.name, key, lang


def _document(
    identity: Id, own: Raw, original: Raw | None, source_lang: str, given: tuple[str, ...]
) -> tuple[Document | None, list[Finding]]:
    front, faults = _front(identity, own, original, source_lang)
    if front is None:
        return None, faults
    parts = own.parts
    name = digest(*given).hex()
    document = Document(own.path, *identity, front, parts.body, parts.body_line, parts, name)
    if original is None:
        _ = document.stamp  # known from here on: translations are compared with it in every build
    return document, faults


def _front(
    identity: Id, raw: Raw, original: Raw | None, source_lang: str
) -> tuple[FrontMatter | None, list[Finding]]:
    """Return the front matter of a document with what it inherits from its original."""
    kind, _, lang = identity
    path, parts = raw.path, raw.parts
    model = FRONT_MATTER[kind]
    if lang == source_lang:
        return validate(path, model, parts.yaml.data, parts.yaml)
    if original is None:
        return _front_without_original(identity, raw, source_lang)
    source_path, source = original.path, original.parts
    own = parts.yaml.data
    shared = shared_fields(model)
    faults = [
        finding(
            path,
            parts.yaml.line_of((name,)),
            f"“{name}” differs from the one in {source_path}",
            "shared-field",
            f"Remove `{name}` here: it is written once, in {source_path}.",
        )
        for name in sorted(shared & own.keys())
        if own[name] != source.yaml.data.get(name, own[name])
    ]
    inherited = {name: source.yaml.data[name] for name in shared if name in source.yaml.data}
    # What the original lacks is told there, unless it is written here.
    told_there = frozenset(inherited) | (shared - own.keys())
    front, invalid = validate(path, model, own | inherited, parts.yaml, inherited=told_there)
    return front, faults + invalid


def _front_without_original(
    identity: Id, raw: Raw, source_lang: str
) -> tuple[FrontMatter | None, list[Finding]]:
    """Return the front matter of a document without original; what it would inherit is one fault."""
    kind, key, _ = identity
    path, parts, model = raw.path, raw.parts, FRONT_MATTER[kind]
    required = {name for name in shared_fields(model) if model.model_fields[name].is_required()}
    if not (lacking := sorted(required - parts.yaml.data.keys())):
        return validate(path, model, parts.yaml.data, parts.yaml)
    name = f"{key}.{source_lang}.md"
    fields = ", ".join(f"`{one}`" for one in lacking)
    fix = f"Write {name}, whose {fields} it inherits, or give them here; or remove this file."
    missing = finding(path, 0, f"the original is missing: there is no {name}", "original", fix)
    front, invalid = validate(path, model, parts.yaml.data, parts.yaml, inherited=frozenset(lacking))
    return front, [missing, *invalid]
