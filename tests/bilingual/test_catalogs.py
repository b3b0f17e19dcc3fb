"""Interface strings."""

from plugins.bilingual.catalogs import read_catalogs

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Sumber"
msgstr "Sources"

msgid "Belum"
msgstr ""

msgid "{n} entri"
msgid_plural "{n} entri"
msgstr[0] "{n} entry"
msgstr[1] "{n} entries"
"""


def test_strings(tmp_path):
    """A string has its translation; one without keeps the source language's words."""
    (tmp_path / "en.po").write_text(PO, "utf-8")

    catalogs = read_catalogs(tmp_path, ("id", "en"))

    assert catalogs.gettext("en", "Sumber") == "Sources"
    assert catalogs.gettext("id", "Sumber") == "Sumber"
    assert catalogs.gettext("en", "Belum") == "Belum"
    assert catalogs.gettext("en", "Unbekannt") == "Unbekannt"


def test_plurals(tmp_path):
    """Forms follow the plural rule of each language."""
    (tmp_path / "en.po").write_text(PO, "utf-8")

    catalogs = read_catalogs(tmp_path, ("id", "en"))

    assert [catalogs.ngettext("en", "{n} entri", "{n} entri", n) for n in (1, 2)] == ["1 entry", "2 entries"]
    assert catalogs.ngettext("id", "{n} entri", "{n} entri", 2) == "2 entri"
