"""The table of fields in WRITING.md is that of the models."""

from pathlib import Path

from plugins.documents.models import FRONT_MATTER
from plugins.workshop.field_tables import field_table, renewed


def test_the_document_is_up_to_date():
    """`python -m plugins.workshop.field_tables` would change nothing."""
    text = Path("WRITING.md").read_text("utf-8")

    assert "<!-- fields -->" in text
    assert renewed(text) == text


def test_every_field_is_there_and_explained():
    """Each field of each kind has a row, and each row says what it holds."""
    rows = {line.split("|")[1].strip(" `"): line for line in field_table().splitlines()[2:]}

    assert set(rows) == {name for model in FRONT_MATTER.values() for name in model.model_fields}
    assert [row for row in rows.values() if not row.split("|")[4].strip()] == []
    assert "| all | required |" in rows["title"]
    assert "| glossary | required, shared |" in rows["type"]
