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
    lines = field_table().splitlines()[2:]
    rows = {line.split("|")[1].strip(" `"): line for line in lines}

    assert set(rows) == {name for model in FRONT_MATTER.values() for name in model.model_fields}
    assert [line for line in lines if not line.split("|")[4].strip()] == []
    assert "| all | required |" in rows["title"]
    assert "| glossary | required, shared |" in rows["type"]


def test_a_field_that_differs_by_kind():
    """Where one kind of page requires what another leaves open, each has its row."""
    rows = [line for line in field_table().splitlines() if line.startswith("| `order`")]

    assert rows == [
        "| `order` | explainers, background | required, shared | place in the reading path |",
        "| `order` | pages, about | shared | place among the pages of its kind |",
    ]
