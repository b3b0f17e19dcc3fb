"""The blocks of a body with their lines."""

from plugins.documents.blocks import Block, blocks

BODY = """Paragraf pertama.
Baris kedua. [@a]

## Apa itu?

Peralihan.
{: .uncited}

- Satu. [@a]
- Dua
  lanjut. [@b]

1. Tiga.

| Tahun | Isi |
| --- | --- |
| 1992 | Traktat [@a] |
| 2002 | Organisasi |

> Kutipan
> panjang. [@c]

Istilah
: Arti. [@d]
"""


def test_kinds_lines_and_classes():
    """Each block has its kind, the line of the file it begins on, its text and its classes."""
    assert list(blocks(BODY, first_line=10)) == [
        Block("paragraph", 10, "Paragraf pertama.\nBaris kedua. [@a]"),
        Block("heading", 13, "Apa itu?"),
        Block("paragraph", 15, "Peralihan.", frozenset({"uncited"})),
        Block("item", 18, "Satu. [@a]"),
        Block("item", 19, "Dua\nlanjut. [@b]"),
        Block("item", 22, "Tiga."),
        Block("header", 24, "| Tahun | Isi |"),
        Block("row", 26, "| 1992 | Traktat [@a] |"),
        Block("row", 27, "| 2002 | Organisasi |"),
        Block("quote", 29, "Kutipan\npanjang. [@c]"),
        Block("paragraph", 32, "Istilah"),
        Block("definition", 33, "Arti. [@d]"),
    ]


def test_year_at_the_start_of_a_line_is_no_item():
    """A sentence that begins with a number and no point stays a paragraph."""
    assert [block.kind for block in blocks("2002 adalah tahun pendirian.")] == ["paragraph"]
