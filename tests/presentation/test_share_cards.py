"""Share cards."""

from pathlib import Path

import pytest

from plugins.presentation.share_cards import Artist, ShareCard, title_lines

FONT = Path("theme/static/fonts/newsreader-600.woff2")


@pytest.mark.parametrize(
    ("title", "size", "count"),
    [("Pendek", 84, 1), ("Kata " * 16, 72, 3), ("Panjangsekalitanpaspasi " * 8, 48, 7)],
)
def test_a_title_fits(title, size, count):
    """The longer a title, the smaller its letters; it never has more lines than a card."""
    found = title_lines(title)

    assert found[0] <= size
    assert len(found[1]) <= max(count, 4)


def test_every_letter_is_drawn():
    """A letter that the font lacks is drawn with another; the card is not the one without it."""
    artist = Artist(FONT.read_bytes())

    with_letter = artist.draw(ShareCard("Jelas", "Ωmega", ""))

    assert with_letter != artist.draw(ShareCard("Jelas", "mega", ""))
    assert with_letter != artist.draw(ShareCard("Jelas", " mega", ""))
