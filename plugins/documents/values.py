"""What a value of a field may be: text, keys, dates, places and addresses."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from plugins.documents import edtf


def plain_text(text: str) -> str:
    """Return text that is plain, on one line, and says something; raise ValueError for any other."""
    if "<" in text or "\n" in text.strip():
        raise ValueError("must be plain text on one line")
    if not text.strip():
        raise ValueError("must say something")
    return text


def _edtf_text(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:04}"
    return value


def _edtf(text: str) -> str:
    edtf.parse_interval(text)
    return text


def _bounds(bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    south, west, north, east = bounds
    if south >= north or west >= east:
        raise ValueError("must be south, west, north, east, with south below north and west below east")
    return bounds


Text = Annotated[str, Field(min_length=1), AfterValidator(plain_text)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
EdtfDate = Annotated[str, BeforeValidator(_edtf_text), AfterValidator(_edtf)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Coordinates = tuple[Latitude, Longitude]
# South, west, north, east.
Bounds = Annotated[tuple[Latitude, Longitude, Latitude, Longitude], AfterValidator(_bounds)]
WebAddress = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
