"""Reading all content: what a document becomes, and what each fault says, word for word."""

from pathlib import Path

import pytest

from plugins.documents.corpus_reader import read_again, read_corpus
from plugins.documents.memo import Memo

SUMMARY = "Ringkasan yang cukup panjang untuk diterima, yaitu enam puluh huruf atau lebih."
ENTRY = f"---\ntitle: CSTO\nslug: csto\nsummary: {SUMMARY}\ntype: organisation\n---\nIsi. [@a]\n"
TWIN = f"---\ntitle: CSTO\nslug: csto\nsummary: {SUMMARY}\n---\nBody. [@a]\n"
PAGE = (
    f"---\ntitle: CSTO\nslug: csto\nsummary: {SUMMARY}\ndate: 2026-11-25\nas_of: 2026-06-25\norder: 1\n"
    "in_short: [Satu., Dua.]\n---\nIsi. [@a]\n"
)
SOURCES = "a: {publisher: P, title: T, accessed: 2026-11-23, lang: en, sort: press}\n"


def corpus_of(tmp_path, monkeypatch, **files):
    """Write `files` (name with / as __ and - kept) below content/ and read them."""
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    for name, text in {"data/sources.yaml": SOURCES, **files.pop("files", {})}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_corpus(content, ("id", "en"))


def test_a_pair(tmp_path, monkeypatch):
    """A pair is known by its file names; the translation inherits what is shared."""
    corpus = corpus_of(
        tmp_path,
        monkeypatch,
        files={"glossary/csto.id.md": ENTRY, "glossary/csto.en.md": TWIN},
    )

    assert corpus.findings == ()
    english = corpus.by_id["glossary", "csto", "en"]
    assert (english.front.type, english.body, english.body_line) == ("organisation", "Body. [@a]\n", 6)
    assert corpus.sources["a"].publisher == "P"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "glossary/csto.id.md",
            "# CSTO\n",
            "content/glossary/csto.id.md:1: the page has no front matter [front-matter]\n"
            "  fix: Begin the file with a line “---”, then the fields, then another line “---”.",
        ),
        (
            "glossary/csto.id.md",
            "---\ntitle: CSTO\n",
            "content/glossary/csto.id.md:1: the front matter is never closed [front-matter]\n"
            "  fix: End the fields with a line “---” of its own.",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("type: organisation", "type: organization"),
            "content/glossary/csto.id.md:5: “type” is “organization” [front-matter]\n"
            "  fix: Use one of: person, organisation, country, place, event, agreement, concept or office."
            " Did you mean “organisation”?",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("slug: csto", "slug: CSTO Aliansi"),
            "content/glossary/csto.id.md:3: “slug” is “CSTO Aliansi”, which is not allowed here [front-matter]\n"
            "  fix: Write it like armenia-russia (lower-case letters, digits and hyphens).",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("type: organisation", "type: organisation\nalias: [OTSK]"),
            "content/glossary/csto.id.md:6: there is no field “alias” [front-matter]\n"
            "  fix: Did you mean “aliases”?",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("summary:", "sumary:"),
            "content/glossary/csto.id.md:4: there is no field “sumary” [front-matter]\n"
            "  fix: Did you mean “summary”?",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("type:", "aliases: [{nama: OTSK}]\ntype:"),
            "content/glossary/csto.id.md:5: there is no field “aliases.1.nama” [front-matter]\n"
            "  fix: Did you mean “name”?",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace(f"summary: {SUMMARY}", "summary: Pendek."),
            "content/glossary/csto.id.md:4: “summary” is 7 characters long, at least 60 are needed [front-matter]\n"
            "  fix: Say more.",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("slug: csto\n", ""),
            "content/glossary/csto.id.md:2: the field “slug” is missing [front-matter]\n"
            "  fix: Add `slug:` (last part of the address; never changed once published).",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("title: CSTO", "title: CSTO: aliansi"),
            "content/glossary/csto.id.md:2:12: this is not valid YAML: mapping values are not allowed in this"
            " context [front-matter]\n  fix: Check the indentation, and put values that hold “: ” or begin"
            " with a sign between quotation marks.",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("title: CSTO", 'title: "a\\x07b"'),
            "content/glossary/csto.id.md:2:8: there is a control character U+0007 [front-matter]\n"
            "  fix: Delete it.",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("title: CSTO", 'title: " "'),
            "content/glossary/csto.id.md:2: “title” is “ ”: must say something [front-matter]\n"
            "  fix: Correct `title` (sentence case, at most 80 characters).",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("type: organisation", "type: organisation\nvalid: 2024/2020"),
            "content/glossary/csto.id.md:6: “valid” is “2024/2020”: “2024/2020” ends before it begins"
            " [front-matter]\n  fix: Correct `valid` (interval in which the sense held).",
        ),
        (
            "background/csto.id.md",
            PAGE.replace("order: 1", "order: 1\nupdated: 2020-01-01"),
            "content/background/csto.id.md:8: “updated” is “2020-01-01”: must not be before `date`, 2026-11-25"
            " [front-matter]\n  fix: Correct `updated` (last change of meaning).",
        ),
        (
            "glossary/CSTO.id.md",
            ENTRY,
            "content/glossary/CSTO.id.md: the file name “CSTO.id.md” does not give a key and a language"
            " [file-name]\n  fix: Name it KEY.LANG.md, for example my-page.id.md, with a–z, 0–9 and hyphens.",
        ),
        (
            "glossary/csto.fr.md",
            ENTRY,
            "content/glossary/csto.fr.md: “fr” is not a language of this site [file-name]\n"
            "  fix: Use one of: id, en.",
        ),
        (
            "glossary/csto.id.md",
            b"---\ntitle: \xff\n",
            "content/glossary/csto.id.md:2: the file is not UTF-8 text [encoding]\n  fix: Save it as UTF-8.",
        ),
        (
            "glossary/csto.id.md",
            ENTRY.replace("Isi", "Is\x00i"),
            "content/glossary/csto.id.md:7: there is a control character U+0000 [encoding]\n  fix: Delete it.",
        ),
        (
            "data/sources.yaml",
            "a: {publisher: P, title: T, accessed: 2026-11-23, lang: en, sort: pers}\n",
            "content/data/sources.yaml:1: “sort” is “pers” [front-matter]\n  fix: Use one of: agency, press,"
            " official, state-media, partisan, reference or research. Did you mean “press”?",
        ),
        (
            "data/sources.yaml",
            SOURCES.replace("sort: press", "sort: press, archive: https://example.org/a"),
            "content/data/sources.yaml:1: “archive” is “https://example.org/a”: must stand beside the `url` that"
            " it is a copy of [front-matter]\n  fix: Correct `archive`.",
        ),
        (
            "data/sources.yaml",
            SOURCES.replace("title: T", "description: {id: D}"),
            "content/data/sources.yaml:1: “description” has no text in “en” [data]\n"
            "  fix: Add `en:` to `description`.",
        ),
        (
            "data/sources.yaml",
            SOURCES.replace("title: T", "title: T, note: {id: N, en: N, fr: N}"),
            "content/data/sources.yaml:1: “fr” is not a language of this site [data]\n  fix: Use: id, en.",
        ),
        (
            "data/map.yaml",
            "bounds: [38, 50, 43, 50]\ncountries: []\n",
            "content/data/map.yaml:1: “bounds” is this value: must be south, west, north, east, with south below"
            " north and west below east [front-matter]\n  fix: Correct `bounds`.",
        ),
        (
            "data/sources.yaml",
            "- a\n",
            "content/data/sources.yaml:1: this is not a mapping of keys to sources [data]\n"
            "  fix: Write each source as `key:` with its fields below it.",
        ),
    ],
)
def test_a_fault(tmp_path, monkeypatch, name, text, expected):
    """Each fault is told by file, line and fix."""
    corpus = corpus_of(tmp_path, monkeypatch, files={name: text})

    assert [str(one) for one in corpus.findings] == [expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("latar/csto.id.md", "no pages stand in the folder content/latar"),
        ("csto.id.md", "no pages stand in the folder content"),
        ("data/csto.id.md", "no pages stand in the folder content/data"),
        ("images/csto.id.md", "no pages stand in the folder content/images"),
    ],
)
def test_a_page_in_a_wrong_place(tmp_path, monkeypatch, name, expected):
    """A page that no folder of pages holds would be published nowhere."""
    corpus = corpus_of(tmp_path, monkeypatch, files={name: ENTRY})

    assert [str(one) for one in corpus.findings] == [
        f"content/{name}: {expected} [file-place]\n"
        "  fix: Move the file to one of: about, background, explainers, glossary, pages."
    ]


def test_unknown_data(tmp_path, monkeypatch):
    """A file of data of another name is told; hidden files and other folders are nobody's."""
    files = {
        "data/timelines.yaml": "",
        "data/.timeline.yaml.swp": "",
        "images/map.png": "",
        "extra/a.txt": "",
    }

    corpus = corpus_of(tmp_path, monkeypatch, files=files)

    assert [str(one) for one in corpus.findings] == [
        "content/data/timelines.yaml: nothing reads this file of data [file-place]\n"
        "  fix: Use one of: claims.yaml, map.yaml, outlines.json, sources.yaml, timeline.yaml."
        " Did you mean “timeline.yaml”?"
    ]


def test_shared_field_that_differs(tmp_path, monkeypatch):
    """A shared field written twice with two values is a finding at the translation."""
    twin = TWIN.replace("slug: csto", "slug: csto\ntype: agreement")

    corpus = corpus_of(
        tmp_path, monkeypatch, files={"glossary/csto.id.md": ENTRY, "glossary/csto.en.md": twin}
    )

    assert [str(one) for one in corpus.findings] == [
        "content/glossary/csto.en.md:4: “type” differs from the one in content/glossary/csto.id.md"
        " [shared-field]\n  fix: Remove `type` here: it is written once, in content/glossary/csto.id.md."
    ]


def test_fault_in_a_shared_field_is_told_once(tmp_path, monkeypatch):
    """What is wrong in the original is not told again for its translation."""
    broken = ENTRY.replace("type: organisation", "type: alliance")

    corpus = corpus_of(
        tmp_path, monkeypatch, files={"glossary/csto.id.md": broken, "glossary/csto.en.md": TWIN}
    )

    assert [(one.path, one.line) for one in corpus.findings] == [("content/glossary/csto.id.md", 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TWIN,
            [
                "content/glossary/csto.en.md: the original is missing: there is no csto.id.md [original]\n"
                "  fix: Write csto.id.md, whose `type` it inherits, or give them here; or remove this file."
            ],
        ),
        (ENTRY, []),
    ],
)
def test_a_translation_without_its_original(tmp_path, monkeypatch, text, expected):
    """What a translation would inherit is told as the one thing that is missing, unless it stands there."""
    corpus = corpus_of(tmp_path, monkeypatch, files={"glossary/csto.en.md": text})

    assert [str(one) for one in corpus.findings] == expected


def test_all_faults_at_once(tmp_path, monkeypatch):
    """A file with several faults tells them all."""
    text = ENTRY.replace("slug: csto", "slug: C").replace("type: organisation", "nature: x")

    corpus = corpus_of(tmp_path, monkeypatch, files={"glossary/csto.id.md": text})

    assert sorted(one.line for one in corpus.findings) == [2, 3, 5]


def test_line_endings_and_byte_order_mark(tmp_path, monkeypatch):
    """Files from any editor read alike."""
    text = ("\ufeff" + ENTRY).replace("\n", "\r\n").encode()

    corpus = corpus_of(tmp_path, monkeypatch, files={"glossary/csto.id.md": text})

    assert corpus.findings == ()
    assert corpus.documents[0].body == "Isi. [@a]\n"


def again(corpus):
    """Read the entry `csto` again."""
    return read_again(corpus, Path("content"), {("glossary", "csto")}, ("id", "en"), Memo())


@pytest.fixture
def pair(tmp_path, monkeypatch):
    """A corpus with a pair and another entry."""
    other = ENTRY.replace("CSTO", "NATO").replace("slug: csto", "slug: nato")
    files = {"glossary/csto.id.md": ENTRY, "glossary/csto.en.md": TWIN, "glossary/nato.id.md": other}
    return corpus_of(tmp_path, monkeypatch, files=files)


def test_a_pair_read_again(pair):
    """A document that changed is read again, with its translation, which inherits; others stay what they were."""
    Path("content/glossary/csto.id.md").write_text(ENTRY.replace("organisation", "agreement"), "utf-8")

    found = again(pair)

    assert [found.by_id["glossary", "csto", lang].front.type for lang in ("id", "en")] == ["agreement"] * 2
    assert found.by_id["glossary", "nato", "id"] is pair.by_id["glossary", "nato", "id"]
    assert pair.by_id["glossary", "csto", "id"].front.type == "organisation"


@pytest.mark.parametrize(
    "edit",
    [
        lambda path: path.write_text(ENTRY.replace("type: ", "typ: "), "utf-8"),
        lambda path: path.write_text("---\n", "utf-8"),
        lambda path: path.unlink(),
        lambda path: path.with_name("csto.en.md").unlink(),
        lambda _: Path("content/data/sources.yaml").write_text("a: 1\n", "utf-8"),
    ],
)
def test_what_cannot_be_read_again(pair, edit):
    """A finding, or a document that is gone, is for a reading of everything."""
    edit(Path("content/glossary/csto.id.md"))

    assert again(pair) is None
