"""Geometry of every kind of page, at three widths, light and dark, in both languages.

With JELAS_SCREENSHOTS=FOLDER set, a picture of each is kept there.
"""

import os
from pathlib import Path

import pytest

from plugins.documents.rendering import Renderer

PAGES = {
    "home": ("id/", "en/"),
    "explainer": ("id/penjelasan/artikel-dan-catatan/", "en/explainers/armenia-moves-away-from-csto/"),
    "background": ("id/latar/proses-damai/", "en/background/war-2020/"),
    "entry": ("id/glosarium/perjanjian-kemitraan-menyeluruh-dan-lanjutan/", "en/glossary/nikol-pashinyan/"),
    "glossary": ("id/glosarium/", "en/glossary/"),
    "timeline": ("id/lini-masa/", "en/timeline/"),
    "map": ("id/peta/", "en/map/"),
    "sources": ("id/sumber/", "en/sources/"),
    "search": ("id/cari/", "en/search/"),
    "about": ("id/tentang/ralat/", "en/about/standards/"),
    "parallel": ("dua/csto/", "dua/peace-process/"),
    "lost": ("", "404.html"),
}
CASES = [(kind, path) for kind, paths in PAGES.items() for path in paths]
# What must not lie over one another: blocks of text and fields.
BOXES = """(() => {
  const seen = [...document.querySelectorAll(
    'h1, h2, h3, p, dt, dd, input, select, figcaption, .masthead__link')]
    .filter((e) => e.checkVisibility() && !e.closest('svg') && e.textContent.trim() !== '');
  const boxes = seen.map((e) => ({ e, b: e.getBoundingClientRect() }));
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < Math.min(boxes.length, i + 12); j++) {
    const [x, y] = [boxes[i], boxes[j]];
    if (x.e.contains(y.e) || y.e.contains(x.e)) continue;
    const w = Math.min(x.b.right, y.b.right) - Math.max(x.b.left, y.b.left);
    const h = Math.min(x.b.bottom, y.b.bottom) - Math.max(x.b.top, y.b.top);
    if (w > 1 && h > 1) found.push(`${x.e.tagName} ${x.e.textContent.slice(0, 30)} / ${y.e.textContent.slice(0, 30)}`);
  }
  return found;
})()"""
# Things to press that are smaller than 24 px and stand in no sentence, nor on the map (WCAG 2.5.8).
SMALL = """[...document.querySelectorAll('a, button, input, select')].filter((e) => e.checkVisibility())
  .filter((e) => !e.closest('sup, svg'))
  .filter((e) => (e.closest('p, li, dd, td, h1, h2, h3, figcaption') ?? e).textContent.trim() === e.textContent.trim())
  .map((e) => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect()])
  .filter(([, b]) => b.height < 23.5 || b.width < 23.5).map(([name, b]) => `${name} ${b.width}×${b.height}`)"""


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (768, "light"), (1280, "light"), (1280, "dark")]
)
@pytest.mark.parametrize(("kind", "path"), CASES)
def test_geometry(page, kind, path, width, scheme):
    """Nothing runs out of the page or over something else, and everything to press is large enough."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BOXES) == []
    assert page.evaluate(SMALL) == []
    if folder := os.environ.get("JELAS_SCREENSHOTS"):
        Path(folder).mkdir(exist_ok=True)
        lang = path.split("/")[0] or "any"
        page.screenshot(path=Path(folder, f"{kind}-{lang}-{width}-{scheme}.png"), full_page=True)


@pytest.mark.parametrize("path", [path for _, path in CASES])
def test_zoom_and_forced_colours(page, path):
    """At 400 % zoom (320 px wide) nothing is cut; with the reader's own colours text and links stay."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


# One language of each kind, in turns.
@pytest.mark.parametrize("path", [paths[number % 2] for number, paths in enumerate(PAGES.values())])
def test_keyboard_walk(page, path):
    """Tab reaches one thing after another down the page; each shows its focus, on the screen and uncovered.

    Sixty stops are most pages whole; the longest go on with more of the same.
    """
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1180, "height": 700})
    page.goto(path)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        page.keyboard.press("Escape") if page.locator(".card:popover-open").count() else None
        state = page.evaluate(
            """(() => { const e = document.activeElement, b = e.getBoundingClientRect();
            const top = document.elementFromPoint(b.x + Math.min(b.width, 8) / 2, b.y + b.height / 2);
            return [e.tagName, b.top >= -1 && b.bottom <= innerHeight + 1,
                    getComputedStyle(e).outlineStyle !== 'none', !top || e.contains(top) || top.contains(e),
                    e.textContent.trim().slice(0, 40)]; })()"""
        )
        if state[0] == "BODY":
            break
        assert state[1:4] == [True, True, True], state
        reached.append(state[4])
    assert len(set(reached)) >= 8


def test_columns_of_a_table(page):
    """A column stands as its writer says (`--:`), and at the start where nothing is said, its head too."""
    table = Renderer().body("| A | B | C |\n| --- | --: | :-: |\n| 1 | 2 | 3 |\n")
    page.goto("en/about/standards/")
    page.evaluate("table => { document.querySelector('.prose').innerHTML = table }", table)

    sides = page.evaluate(
        "[...document.querySelectorAll('th, td')].map((e) => getComputedStyle(e).textAlign)"
    )

    assert [side.removeprefix("-webkit-") for side in sides] == ["start", "right", "center"] * 2
