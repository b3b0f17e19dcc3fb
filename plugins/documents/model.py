"""What all models of documents and data have in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Strict base: unknown fields are findings, values never change."""

    # Its validator is built when something is validated: what earlier builds read is not.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        """Return what a pickle keeps: not which fields were given, a set whose order differs by process."""
        return super().__getstate__() | {"__pydantic_fields_set__": set()}
