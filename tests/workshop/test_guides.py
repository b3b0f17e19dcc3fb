"""What the guides for writers show is what the site takes."""

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import pelicanconf
from plugins.documents.corpus_reader import read_corpus
from plugins.documents.models import Claim, DatedFrontMatter, EntryFrontMatter, Event, Source
from plugins.documents.yaml_source import read_yaml
from plugins.workshop.link_reports import explanation

GUIDES = ("WRITING.md", "MENULIS.md")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_PLACE = re.compile(r"PLACE=(\S+)")
FIELDS = DatedFrontMatter.model_fields | EntryFrontMatter.model_fields


def samples(guide):
    """Return the data of each YAML sample in a guide."""
    return [read_yaml(text).data for text in _YAML.findall(Path(guide).read_text("utf-8"))]


@pytest.mark.parametrize("guide", GUIDES)
def test_samples_are_valid(guide):
    """Each sample of fields, sources and records can be copied."""
    for sample in samples(guide):
        for record in sample if isinstance(sample, list) else ():
            (Claim if "claim" in record else Event).model_validate(record)
        for name, value in sample.items() if isinstance(sample, dict) else ():
            if field := FIELDS.get(name):
                TypeAdapter(field.annotation).validate_python(value)
            else:
                Source.model_validate(value)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_shape_is_shown(guide):
    """Each field that holds more than a word is shown once, and each field of a record."""
    shown = {name for one in samples(guide) if isinstance(one, dict) for name in one}
    records = {name for one in samples(guide) if isinstance(one, list) for record in one for name in record}

    assert {"in_short", "changes", "differs", "entities", "aliases", "guards", "homographs", "cues"} <= shown
    assert {"valid", "coordinates", "native"} <= shown
    assert records == Claim.model_fields.keys() | Event.model_fields.keys()


@pytest.mark.parametrize("guide", [*GUIDES, "Makefile"])
def test_the_place_to_explain_answers(guide):
    """The line that is asked about as an example has names."""
    (place,) = _PLACE.findall(Path(guide).read_text("utf-8"))

    lines, problem = explanation(read_corpus(Path("content"), pelicanconf.LANGUAGES), pelicanconf, place)

    assert not problem
    assert lines
