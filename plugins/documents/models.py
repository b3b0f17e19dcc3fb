"""The fields of each kind of document and data file, and what they may hold.

`shared` fields are written once, in the source language's file; the others inherit them.
The tables of fields in WRITING.md are made from these models.
"""

from __future__ import annotations

from datetime import date as Day  # a field is called date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator

from plugins.documents.model import Model
from plugins.documents.values import Bounds, Coordinates, EdtfDate, Key, Slug, Text, WebAddress, plain_text

EntityType = Literal["person", "organisation", "country", "place", "event", "agreement", "concept", "office"]


def shared(default: Any = None, *, description: str, **limits: Any) -> Any:
    """A field that stands in the source language's file only."""
    return Field(default, description=description, json_schema_extra={"shared": True}, **limits)


class Change(Model):
    """One dated change of a page, told to readers."""

    date: Day
    note: Text
    correction: bool = False


class Difference(Model):
    """One explained difference of two versions. `what`: words of the one block, or `entity:KEY`."""

    what: Text
    why: Text


class NativeName(Model):
    """A name in the script of its own language."""

    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
    name: Text


class Alias(Model):
    """Another name of an entry, and what sort of name it is."""

    name: Text
    as_: Literal["name", "acronym", "demonym", "metonym", "former", "term", "surname"] | None = Field(
        None, alias="as"
    )
    plural: Text | None = None
    standalone: bool = False
    lang: Literal["mul"] | None = None


class Guard(Model):
    """A phrase that holds a name but means something else: nothing, or the entry `key`."""

    phrase: Text
    key: Key | None = None


def _alias(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _guard(value: Any) -> Any:
    return {"phrase": value} if isinstance(value, str) else value


class FrontMatter(Model):
    """What every document has."""

    title: Annotated[str, Field(min_length=1, max_length=80), AfterValidator(plain_text)] = Field(
        description="sentence case, at most 80 characters"
    )
    slug: Slug = Field(description="last part of the address; never changed once published")
    summary: Annotated[str, Field(min_length=60, max_length=240), AfterValidator(plain_text)] = Field(
        description="plain text, 60–240 characters"
    )
    changes: tuple[Change, ...] = Field((), description="dated changes, newest first")
    status: Literal["published", "draft"] = Field(
        "published", description="published, or draft: shown in the preview only"
    )
    translated_from: str | None = Field(
        None, description="stamp of the original; written by a command, never by hand"
    )
    differs: tuple[Difference, ...] = Field(
        (), description="explained differences from the original, each of one block or name"
    )
    entities: dict[str, str] = Field(
        default_factory=dict, description="settles names on this page: {Georgia: georgia-us}"
    )
    link_entities: bool = Field(True, description="false turns automatic links off on this page")


class DatedFrontMatter(FrontMatter):
    """Explainers and background pages: true up to a day."""

    date: Day = shared(..., description="first published")
    updated: Day | None = Field(None, description="last change of meaning")
    as_of: Day = shared(..., description="the day up to which the page is true")
    in_short: Annotated[tuple[str, ...], Field(min_length=2, max_length=5)] = Field(
        description="2–5 plain sentences, each with citations"
    )
    order: int = shared(..., description="place in the reading path")

    @field_validator("updated")
    @classmethod
    def _follows_the_first_day(cls, updated: Day | None, others: ValidationInfo) -> Day | None:
        first = others.data.get("date")
        if updated and first and updated < first:
            raise ValueError(f"must not be before `date`, {first}")
        return updated


class AboutFrontMatter(FrontMatter):
    """Pages about the site itself, and those of a language's top level, such as its timeline."""

    order: int = shared(0, description="place among the pages of its kind")


class EntryFrontMatter(FrontMatter):
    """Glossary entries."""

    type: EntityType = shared(
        ..., description="person, organisation, country, place, event, agreement, concept or office"
    )
    aliases: tuple[Annotated[Alias, BeforeValidator(_alias)], ...] = Field(
        (), description="other names, spellings and acronyms in this language"
    )
    guards: tuple[Annotated[Guard, BeforeValidator(_guard)], ...] = Field(
        (), description="phrases that hold a name but mean something else"
    )
    homographs: tuple[Text, ...] = Field(
        (), description="which of its names are also ordinary words or first names"
    )
    cues: tuple[Text, ...] = Field((), description="words that speak for this entry where two share a name")
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = shared(None, description="Wikidata item")
    link: Literal["never", "low", "auto", "always"] = shared(
        "auto", description="never, low, auto or always: how readily it is linked"
    )
    related: tuple[Key, ...] = shared((), description="keys of other entries")
    valid: EdtfDate | None = shared(None, description="interval in which the sense held")
    coordinates: Coordinates | None = shared(None, description="[latitude, longitude] in degrees, for places")
    surname: Text | None = shared(None, description="where it is not the last word; none removes it")
    native: NativeName | None = shared(None, description="name in its own script")


FRONT_MATTER: dict[str, type[FrontMatter]] = {
    "explainers": DatedFrontMatter,
    "background": DatedFrontMatter,
    "glossary": EntryFrontMatter,
    "pages": AboutFrontMatter,
    "about": AboutFrontMatter,
}


class Source(Model):
    """A work that pages cite."""

    publisher: Text
    title: Text | None = None
    description: dict[str, Text] | None = None
    date: EdtfDate | None = None
    url: WebAddress | None = None
    archive: WebAddress | None = None
    accessed: Day
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    sort: Literal["agency", "press", "official", "state-media", "partisan", "reference", "research"]
    note: dict[str, Text] | None = None

    @field_validator("archive")
    @classmethod
    def _is_of_an_address(cls, archive: str | None, others: ValidationInfo) -> str | None:
        if archive and others.data.get("url", archive) is None:
            raise ValueError("must stand beside the `url` that it is a copy of")
        return archive


class Claim(Model):
    """A claim of the article, and what the record shows. Texts: lang → Markdown with citations."""

    id: Key
    claim: dict[str, Text]
    verdict: Literal["correct", "imprecise", "wrong", "unverifiable"]
    record: dict[str, Text]


class Event(Model):
    """A dated event of the story. `entities`: keys of glossary entries; `tags`: what figures choose by."""

    id: Key
    date: EdtfDate
    text: dict[str, Text]
    entities: tuple[Key, ...] = ()
    tags: tuple[Key, ...] = ()


class MapCountry(Model):
    """A country on the map: its outline, its entry, and where the middle of its label stands."""

    outline: Key
    entity: Key
    at: Coordinates
    main: bool = False


class MapPlace(Model):
    """A place on the map, at its entry's coordinates or `at`; an area is a name without a dot."""

    entity: Key
    label: Literal["start", "end"] = "end"
    area: bool = False
    at: Coordinates | None = None


class Map(Model):
    """The map of the site. `bounds`: south, west, north, east in degrees."""

    bounds: Bounds
    countries: tuple[MapCountry, ...]
    places: tuple[MapPlace, ...] = ()


def shared_fields(model: type[FrontMatter]) -> frozenset[str]:
    """Return the names of the fields that only the source language's file gives."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get("shared")
    )
