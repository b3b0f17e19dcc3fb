"""The pictures that others show where a page is shared: drawn from its title, in the site's own letters."""

from __future__ import annotations

import textwrap
import zlib
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw, ImageFont

from plugins.bilingual.dates import spoken
from plugins.documents.ahead import work_ahead
from plugins.documents.memo import Job

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.documents.site import Site

# Interface strings on the cards.
AS_OF = "Keadaan per"
LABELS = {"explainers": "Penjelasan", "background": "Latar"}

Colour = tuple[int, int, int]

# What Facebook, X and WhatsApp ask for, in pixels.
SIZE = (1200, 630)
MARGIN, BAR = 84, 20
PAPER, INK, SOFT, ACCENT = (251, 248, 242), (27, 29, 32), (90, 86, 80), (154, 47, 28)
# A card has sixteen colours, the paper and each ink in so many shades: small, and fast to draw.
INKS, SHADES = (INK, SOFT, ACCENT), 5
# The largest size of letters at which a title fits into so many lines of so many characters.
TITLE_SIZES = ((84, 24, 3), (72, 29, 4), (60, 35, 5), (48, 44, 7))


@dataclass(frozen=True)
class ShareCard:
    """The words of one card."""

    label: str
    title: str
    foot: str


def card_path(subject: Any) -> str:
    """Return where a page's card lies, relative to the site's root: dated pages have their own."""
    own = getattr(subject, "as_of", None)
    return f"share/{subject.key}.{subject.lang}.png" if own else f"share/{subject.lang}.png"


def write_cards(output: Path, site: Site, font: Path) -> None:
    """Draw a card for each dated page, and one for all others of its language."""
    letters, memo = font.read_bytes(), site.settings["MEMO"]
    artist, of_font, cards = Artist(letters), letters.hex(), dict(_cards(site))

    def job(card: ShareCard) -> Job[bytes]:
        return Job("card", (card.label, card.title, card.foot, of_font), partial(artist.draw, card))

    work_ahead(memo, map(job, cards.values()))
    (output / "share").mkdir(exist_ok=True)
    for path, card in cards.items():
        (output / path).write_bytes(memo.of(job(card)))


def _cards(site: Site) -> Iterator[tuple[str, ShareCard]]:
    """Yield path and words of each card."""
    name, say = site.settings["SITENAME"], site.settings["CATALOGS"].gettext
    for lang in site.settings["LANGUAGES"]:
        yield f"share/{lang}.png", ShareCard(name, site.settings["SITE_LINE"][lang], "")
    for content in site.contents:
        if content.as_of:
            foot = f"{say(content.lang, AS_OF)} {spoken(content.lang, content.as_of)}"
            label = f"{name} · {say(content.lang, LABELS[content.kind])}"
            yield card_path(content), ShareCard(label, content.title, foot)


class Artist:
    """Draws cards with one font, given as what stands in its file."""

    def __init__(self, font: bytes) -> None:
        self._font = font
        self._probe = self._of_size(24)
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}

    def draw(self, card: ShareCard) -> bytes:
        """Return the card as PNG."""
        image = Image.new("P", SIZE, 0)
        image.putpalette(_palette())
        image.paste(_tone(ACCENT, 255), (0, 0, BAR, SIZE[1]))
        left = MARGIN + BAR
        self._write(image, card.label, 34, ACCENT, (left, MARGIN))
        size, lines = title_lines(card.title)
        for number, line in enumerate(lines):
            self._write(image, line, size, INK, (left, MARGIN + 66 + round(number * size * 1.14)))
        self._write(image, card.foot, 32, SOFT, (left, SIZE[1] - MARGIN - 32))
        data = BytesIO()
        # Runs of one colour are all there is to find: half the time, for a twenty-fifth more bytes.
        image.save(data, "PNG", bits=4, compress_type=zlib.Z_RLE)
        return data.getvalue()

    def _write(self, image: Image.Image, text: str, size: int, ink: Colour, at: tuple[int, int]) -> None:
        mask = Image.new("L", (SIZE[0] - at[0], round(size * 1.5)), 0)
        ImageDraw.Draw(mask).text((0, 0), text, font=self._letters(size, text), fill=255)
        image.paste(
            mask.point([_tone(ink, strength) for strength in range(256)]), at, mask.point(lambda v: v and 255)
        )

    def _letters(self, size: int, text: str) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        """Return the font, or Pillow's own where the font lacks a letter of the text."""
        if not all(map(self._has, set(text) - {" "})):
            return ImageFont.load_default(size)
        if size not in self._sizes:
            self._sizes[size] = self._of_size(size)
        return self._sizes[size]

    def _of_size(self, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(BytesIO(self._font), size)

    def _has(self, letter: str) -> bool:
        if letter not in self._known:
            self._known[letter] = (
                self._probe.getmask(letter).getbbox() != self._probe.getmask("\uffff").getbbox()
            )
        return self._known[letter]


def _tone(ink: Colour, strength: int) -> int:
    """Return the number of the colour that an ink gives at a strength from 0 to 255."""
    shade = strength * SHADES // 255
    return INKS.index(ink) * SHADES + shade if shade else 0


def _palette() -> list[int]:
    """Return the colours in a row: paper, then each ink from its palest shade to full."""
    shades = [(ink, shade / SHADES) for ink in INKS for shade in range(1, SHADES + 1)]
    mixed = [round(p + (i - p) * share) for ink, share in shades for p, i in zip(PAPER, ink, strict=True)]
    return [*PAPER, *mixed]


def title_lines(title: str) -> tuple[int, list[str]]:
    """Return the size of letters, and the lines of a title."""
    for size, width, most in TITLE_SIZES:
        lines = textwrap.wrap(title, width, break_long_words=False)
        if len(lines) <= most:
            return size, lines
    return size, lines[:most]
