"""The data files: sources, claims, timeline and map, each read strictly with every fault found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from plugins.documents.findings import finding
from plugins.documents.front_matter import Unreadable, validate, yaml_finding
from plugins.documents.memo import Job, Memo
from plugins.documents.models import Claim, Event, Map, Source
from plugins.documents.text_files import read_text
from plugins.documents.yaml_source import YamlError, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.documents.findings import Finding
    from plugins.documents.model import Model
    from plugins.documents.yaml_source import Source as Yaml

    M = TypeVar("M", bound=Model)

# (file, key or id) → the line on which a record begins.
Lines = dict[tuple[str, str], int]
# What a file holds, or why it cannot be read.
Texts = Mapping[Path, "str | Finding"]
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Rings of [longitude, latitude] in degrees, by country.
Outlines = dict[str, list[list[tuple[float, float]]]]
FILES = {"sources": "sources.yaml", "claims": "claims.yaml", "timeline": "timeline.yaml", "map": "map.yaml"}
OUTLINES = "outlines.json"


@dataclass(frozen=True)
class Data:
    """What the data files hold."""

    sources: dict[str, Source] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    timeline: tuple[Event, ...] = ()
    map: Map | None = None
    outlines: Outlines = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_data(folder: Path, languages: Sequence[str], memo: Memo | None = None) -> Data:
    """Read the data files of `folder`; only the list of sources must exist."""
    files = sorted(path for path in folder.glob("*") if path.name in {*FILES.values(), OUTLINES})
    texts = {path: _text(path) for path in files}
    work = partial(_read_data, folder, texts, languages)
    given = [part for path, text in texts.items() if isinstance(text, str) for part in (str(path), text)]
    # What cannot be read has no text to be known by.
    if len(given) < 2 * len(texts):
        return work()
    return (memo or Memo()).of(Job("data", (*given, *languages), work))


def _text(path: Path) -> str | Finding:
    try:
        return read_text(path)
    except Unreadable as error:
        return error.finding


def _read_data(folder: Path, texts: Texts, languages: Sequence[str]) -> Data:
    lines: Lines = {}
    findings: list[Finding] = []
    sources = _read_sources(folder / FILES["sources"], texts, languages, lines, findings)
    claims = _read_list(folder / FILES["claims"], texts, Claim, languages, lines, findings)
    timeline = _read_list(folder / FILES["timeline"], texts, Event, languages, lines, findings)
    drawn = _read_map(folder / FILES["map"], texts, lines, findings)
    outlines = _read_outlines(folder / OUTLINES, texts, findings) if drawn else {}
    return Data(sources, tuple(claims), tuple(timeline), drawn, outlines, lines, tuple(findings))


def _read_map(path: Path, texts: Texts, lines: Lines, findings: list[Finding]) -> Map | None:
    yaml = _yaml(path, texts, dict, "a mapping", "Write `bounds:`, `countries:` and `places:`.", findings)
    if yaml is None:
        return None
    drawn, faults = validate(path=str(path), model=Map, data=yaml.data or {}, source=yaml)
    findings += faults
    for name in ("countries", "places") if drawn else ():
        for number, one in enumerate(getattr(drawn, name)):
            lines["map", one.entity] = yaml.line_of((name, number))
    return drawn


def _read_outlines(path: Path, texts: Texts, findings: list[Finding]) -> Outlines:
    """Return the outlines; the file is made by a program, so it is whole or one finding."""
    fix = "Make the file anew, as WRITING.md says under “The map”."
    text = texts.get(path, finding(str(path), 0, "the outlines of countries are missing", "file", fix))
    if not isinstance(text, str):
        findings.append(text)
        return {}
    try:
        return TypeAdapter(Outlines).validate_json(text)
    except ValidationError:
        findings.append(finding(str(path), 0, "these are no outlines of countries", "data", fix))
        return {}


def _read_sources(
    path: Path,
    texts: Texts,
    languages: Sequence[str],
    lines: Lines,
    findings: list[Finding],
) -> dict[str, Source]:
    if path not in texts:
        problem = "the list of sources is missing"
        fix = "Create it; an empty file will do until a page cites something."
        findings.append(finding(str(path), 0, problem, "data", fix))
    yaml = _yaml(
        path,
        texts,
        dict,
        "a mapping of keys to sources",
        "Write each source as `key:` with its fields below it.",
        findings,
    )
    sources = {}
    for key, record in (yaml.data or {}).items() if yaml else ():
        line = lines["sources", key] = yaml.line_of((key,)) if yaml else 0
        if not _KEY.fullmatch(key):
            problem, fix = f"the key “{key}” is not allowed", "Use lower-case letters, digits and hyphens."
            findings.append(finding(str(path), line, problem, "data", fix))
        source, faults = validate(path=str(path), model=Source, data=record, source=yaml, at=(key,))
        findings += faults
        if source and yaml:
            findings += _untranslated(str(path), source, yaml, key, languages)
            sources[key] = source
    return sources


def _read_list(
    path: Path,
    texts: Texts,
    model: type[M],
    languages: Sequence[str],
    lines: Lines,
    findings: list[Finding],
) -> list[M]:
    yaml = _yaml(path, texts, list, "a list of records", "Begin each record with `- id:`.", findings)
    records = []
    for number, data in enumerate(yaml.data or () if yaml else ()):
        record, faults = validate(path=str(path), model=model, data=data, source=yaml, at=(number,))
        findings += faults
        if record is None or yaml is None:
            continue
        name, line = record.id, yaml.line_of((number,))  # type: ignore[attr-defined]
        if (path.stem, name) in lines:
            problem, fix = f"the id “{name}” stands twice", "Give each record an id of its own."
            findings.append(finding(str(path), line, problem, "data", fix))
        lines[path.stem, name] = line
        findings += _untranslated(str(path), record, yaml, number, languages)
        records.append(record)
    return records


def _untranslated(
    path: str, record: Model, yaml: Yaml, at: str | int, languages: Sequence[str]
) -> list[Finding]:
    """Return a finding for each text of a record that lacks a language, or has one too many."""
    found = []
    for name, value in record:
        if not isinstance(value, dict):
            continue
        for lang in sorted(set(languages) ^ value.keys()):
            line = yaml.line_of((at, name, lang))
            if lang in languages:
                problem, fix = f"“{name}” has no text in “{lang}”", f"Add `{lang}:` to `{name}`."
            else:
                problem, fix = f"“{lang}” is not a language of this site", f"Use: {', '.join(languages)}."
            found.append(finding(path, line, problem, "data", fix))
    return found


def _yaml(path: Path, texts: Texts, kind: type, what: str, fix: str, findings: list[Finding]) -> Any:
    """Return the YAML of a file, or None where it is missing or cannot be read."""
    text = texts.get(path)
    if text is None:
        return None
    if not isinstance(text, str):
        findings.append(text)
        return None
    try:
        yaml = read_yaml(text)
    except YamlError as error:
        findings.append(yaml_finding(str(path), error))
        return None
    if yaml.data is not None and not isinstance(yaml.data, kind):
        findings.append(finding(str(path), 1, f"this is not {what}", "data", fix))
        return None
    return yaml
