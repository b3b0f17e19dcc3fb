"""The real site in Chromium, as its readers use it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = [
    "",
    "id/",
    "en/",
    "id/penjelasan/",
    "id/penjelasan/armenia-menjauh-dari-csto/",
    "en/explainers/armenia-moves-away-from-csto/",
    "id/latar/apa-itu-csto/",
    "en/background/what-is-the-csto/",
    "id/glosarium/",
    "en/glossary/",
    "id/glosarium/nikol-pashinyan/",
    "en/glossary/baku/",
    "id/tentang/standar/",
    "en/about/standards/",
    "id/lini-masa/",
    "en/map/",
    "id/sumber/",
    "id/cari/",
    "dua/csto/",
    "404.html",
]


# Cumulative layout shift, as the browser measured it.
SHIFT = """new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 150); })"""


def violations(page):
    """Return what axe finds wrong with the page, one line each."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_each_page(page, path, scheme):
    """A page opens without a word on the console, fits a narrow screen, and axe finds nothing."""
    words, asked = [], []
    page.on("console", lambda message: words.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(path)

    assert words == []
    assert [url for url in asked if not url.startswith("https://example.org/jelas/")] == []
    assert len(asked) <= 4  # the page, its heading font, its icon, its script
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(SHIFT) == 0
    assert violations(page) == []


def test_switch_language_on_the_same_page(page):
    """The language link leads to the same page, and back."""
    page.goto("id/latar/apa-itu-csto/")

    page.get_by_role("navigation", name="Situs").get_by_role("link", name="English").click()
    assert page.url.endswith("/en/background/what-is-the-csto/")

    page.get_by_role("link", name="Bahasa Indonesia").first.click()
    assert page.url.endswith("/id/latar/apa-itu-csto/")


def test_follow_an_entity_and_a_source(page):
    """An entity leads to its entry, whose page leads back; a number leads to its source and back."""
    page.goto("en/explainers/armenia-moves-away-from-csto/")

    page.locator("a.entity", has_text="Nikol Pashinyan").first.click()
    assert page.url.endswith("/en/glossary/nikol-pashinyan/")
    page.locator("section[aria-labelledby=appears-in] a").first.click()
    assert page.url.endswith("/en/explainers/armenia-moves-away-from-csto/")

    page.locator("sup.cite a").first.click()
    assert page.url.endswith("#note-1")
    page.locator("#note-1 .sources__back").first.click()
    assert page.url.endswith("#cite-1-1")


def test_keyboard(page):
    """The first stop of the keyboard skips to the content."""
    page.goto("id/")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/#main")


@pytest.mark.parametrize("path", ["id/penjelasan/armenia-menjauh-dari-csto/", "en/glossary/"])
def test_text_spacing_and_print(page, path):
    """With the spacing of WCAG 1.4.12 nothing overflows; on paper the furniture is gone."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(path)

    page.evaluate(
        "for (const e of document.querySelectorAll('*')) {"
        " e.style.lineHeight = '1.5'; e.style.letterSpacing = '.12em'; e.style.wordSpacing = '.16em'; }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.emulate_media(media="print")
    assert page.locator(".masthead__nav").is_hidden()
