"""Rules on the data files: claims and events cite known sources and say the same in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.checks.rules import data_rule
from plugins.checks.source_citations import SLIP_FIX
from plugins.checks.source_parity import other_numbers
from plugins.documents.findings import did_you_mean, finding
from plugins.documents.marks import citations, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.documents.corpus import Corpus
    from plugins.documents.findings import Finding


@data_rule("data-citation")
def every_record_cites(corpus: Corpus) -> Iterator[Finding]:
    """Each event, and what the record says of each claim, cites known sources, the same in each language.

    Bad:  text: {id: "Ia keluar. [@a]", en: It left.}
    Good: text: {id: "Ia keluar. [@a]", en: "It left. [@a]"}
    """
    for file, identity, field, texts in record_texts(corpus):
        if field == "claim":  # it is quoted; what the record shows cites
            continue
        line, path = corpus.data.lines[file, identity], f"{corpus.data_folder}/{file}.yaml"
        cited = {lang: [one.key for _, one in citations(text)] for lang, text in texts.items()}
        if not all(cited.values()):
            problem, fix = f"“{identity}” cites no source", "Put [@key] after what it supports."
            yield finding(path, line, problem, "data-citation", fix)
        elif len({tuple(sorted(keys)) for keys in cited.values()}) > 1:
            problem = f"the languages of “{identity}” cite different sources"
            yield finding(path, line, problem, "data-citation", "Cite the same sources in each language.")
        for written in sorted({written for text in texts.values() for _, written in slips(text)}):
            problem = f"“{written}” is not how a source is cited"
            yield finding(path, line, problem, "data-citation", SLIP_FIX)
        named = set() if corpus.lacks_sources else {key for keys in cited.values() for key in keys}
        for key in sorted(named - corpus.source_lines.keys()):
            fix = f"Add it to sources.yaml or correct the key.{did_you_mean(key, corpus.sources)}"
            yield finding(path, line, f"there is no source “{key}”", "data-citation", fix)


@data_rule("data-parity")
def every_record_says_the_same(corpus: Corpus) -> Iterator[Finding]:
    """The texts of a claim or event come to the same numbers in each language, as the blocks of a page do.

    Bad:  text: {id: "Ada 1.960 orang. [@a]", en: "There were 1,690 people. [@a]"}
    Good: text: {id: "Ada 1.960 orang. [@a]", en: "There were 1,960 people. [@a]"}
    """
    original = corpus.source_lang
    for file, identity, field, texts in record_texts(corpus):
        path, line = f"{corpus.data_folder}/{file}.yaml", corpus.data.lines[file, identity]
        for lang in sorted(texts.keys() - {original}) if original in texts else ():
            if difference := other_numbers(texts[original], original, texts[lang], lang):
                problem = f"`{field}` of “{identity}” in “{lang}”: {difference}"
                fix = "Look them up in the source, and write the same numbers in each language."
                yield finding(path, line, problem, "data-parity", fix)


@data_rule("data-entity")
def every_entity_is_known(corpus: Corpus) -> Iterator[Finding]:
    """Each entity of an event or on the map is a key of the glossary.

    Bad:  entities: [armenai]
    Good: entities: [armenia]
    """
    known = corpus.entry_keys
    for file, identity, key in _entities(corpus):
        if key not in known:
            fix = f"Correct the key, or remove it.{did_you_mean(key, known)}"
            path, line = f"{corpus.data_folder}/{file}.yaml", corpus.data.lines[file, identity]
            yield finding(path, line, f"there is no entry “{key}”", "data-entity", fix)


@data_rule("data-map")
def everything_on_the_map_can_be_drawn(corpus: Corpus) -> Iterator[Finding]:
    """Each country of the map has an outline, and each place the coordinates of its entry or its own.

    Bad:  places: [{entity: shusha}]   (the entry “shusha” has no coordinates)
    Good: places: [{entity: shusha, at: [39.76, 46.75]}]
    """
    plan, path = corpus.data.map, f"{corpus.data_folder}/map.yaml"
    with_coordinates = {one.key for one in corpus.documents if getattr(one.front, "coordinates", None)}
    for country in plan.countries if plan else ():
        if country.outline not in corpus.data.outlines:
            problem = f"there is no outline “{country.outline}”"
            fix = f"Take one of outlines.json.{did_you_mean(country.outline, corpus.data.outlines)}"
            yield finding(path, corpus.data.lines["map", country.entity], problem, "data-map", fix)
    for place in plan.places if plan else ():
        if place.at is None and place.entity in corpus.entry_keys - with_coordinates:
            problem = f"nothing says where “{place.entity}” is"
            fix = "Give its entry `coordinates`, or write `at: [latitude, longitude]` here."
            yield finding(path, corpus.data.lines["map", place.entity], problem, "data-map", fix)


def record_texts(corpus: Corpus) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Yield (file, record, field, lang → text) for each text of a claim or event."""
    for file, records in (("claims", corpus.data.claims), ("timeline", corpus.data.timeline)):
        for record in records:
            yield from ((file, record.id, name, value) for name, value in record if isinstance(value, dict))


def _entities(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield (file, record, key) for each entry that a data file names."""
    for event in corpus.data.timeline:
        yield from (("timeline", event.id, key) for key in event.entities)
    plan = corpus.data.map
    drawn = [one.entity for group in (plan.countries, plan.places) for one in group] if plan else []
    yield from (("map", key, key) for key in drawn)
