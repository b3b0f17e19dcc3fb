"""What a build says it made."""

import pytest

from plugins.workshop.summary import measure, readable_size


def test_counts_pages_by_language(tmp_path):
    """Pages below a language's folder are that language's; others count as pages only."""
    for name in (
        "index.html",
        "404.html",
        "id/index.html",
        "id/latar/a/index.html",
        "en/index.html",
        "en/a.xml",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("12345")

    assert str(measure(tmp_path, ["id", "en"])) == "5 pages (2 id, 1 en), 30 B"


def test_leaves_out_languages_without_pages(tmp_path):
    """A site of one page needs no list of languages."""
    (tmp_path / "index.html").write_text("")

    assert str(measure(tmp_path, ["id", "en"])) == "1 page, 0 B"


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (356_400, "356 kB"), (2_340_000, "2.3 MB")],
)
def test_says_sizes_readably(size, said):
    """Sizes are rounded to what a person can compare."""
    assert readable_size(size) == said
