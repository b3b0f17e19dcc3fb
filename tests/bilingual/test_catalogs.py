"""Interface strings."""

from plugins.bilingual.catalogs import catalog_findings, read_catalogs

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


def test_a_string_without_translation_is_a_finding(tmp_path):
    """What a catalog lacks, and what no template says any more, is told with the order that mends it."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "translations").mkdir()
    template, catalog = tmp_path / "templates" / "a.html", tmp_path / "translations" / "en.po"
    template.write_text('{{ _("Satu") }}\n{{ _("Dua") }}', "utf-8")
    catalog.write_text('msgid "Satu"\nmsgstr "One"\n\nmsgid "Tiga"\nmsgstr "Three"\n', "utf-8")
    catalogs = read_catalogs(tmp_path / "translations", ("id", "en"))

    found = [str(one) for one in catalog_findings(tmp_path, catalogs, ("id", "en"), "id")]

    assert found == [
        f'{template}:2: “Dua” has no translation [string]\n  fix: Add msgid "Dua" with its msgstr to {catalog}.',
        f"{catalog}:4: no template says “Tiga” [string]\n  fix: Remove it.",
    ]


def test_a_language_without_words_is_one_finding(tmp_path):
    """A language of the site without a catalog is told once, with how to begin one."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text('{{ _("Satu") }} {{ _("Dua") }}', "utf-8")
    catalogs = read_catalogs(tmp_path / "translations", ("id", "fr"))

    (found,) = catalog_findings(tmp_path, catalogs, ("id", "fr"), "id")

    assert (found.problem, found.path.rsplit("/", 1)[1]) == (
        "the interface has no words in this language",
        "fr.po",
    )
