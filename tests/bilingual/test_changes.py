"""Corrections of the whole site."""

from datetime import date
from types import SimpleNamespace

from plugins.bilingual.changes import corrections
from plugins.documents.models import Change


def page(lang, *changes):
    """Return a page with changes."""
    return SimpleNamespace(lang=lang, changes=changes)


def test_corrections():
    """Only corrections, only of the language, newest first."""
    old = Change(date=date(2026, 1, 1), note="Lama.", correction=True)
    new = Change(date=date(2026, 2, 1), note="Baru.", correction=True)
    other = Change(date=date(2026, 3, 1), note="Tambahan.")
    one, two = page("id", other, old), page("id", new)

    assert corrections([one, two, page("en", new)], "id") == [(new, two), (old, one)]
