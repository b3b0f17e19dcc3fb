"""Definition cards in Chromium: by mouse, keyboard, touch; without script, and on paper."""

import pytest

from tests.site.test_browser import violations

PAGE = "en/explainers/armenia-moves-away-from-csto/"
WITHOUT_INTEREST = "delete HTMLAnchorElement.prototype.interestForElement"
OPEN = ".card:popover-open"


@pytest.fixture(params=["native", "scripted"])
def reader(page, request):
    """A wide page whose browser knows interest invokers, or does not."""
    if request.param == "scripted":
        page.add_init_script(WITHOUT_INTEREST)
    page.set_viewport_size({"width": 1180, "height": 800})
    page.goto(PAGE)
    return page


def link(page):
    """Return a link in the text that has a card."""
    return page.locator("a.entity", has_text="Pashinyan").first


def geometry(page):
    """Return where each block of the page stands, and how far it is scrolled."""
    return page.evaluate(
        "[scrollY, ...[...document.querySelectorAll('h2, p, li, .terms__slot')]"
        ".filter((e) => !e.closest('.card')).map((e) => e.getBoundingClientRect().y + scrollY)]"
    )


def test_hover_opens_beside_the_link_and_moves_nothing(reader):
    """The card comes near its link, stays while the mouse is on it, and Esc closes it."""
    link(reader).scroll_into_view_if_needed()
    before = geometry(reader)

    link(reader).hover()
    card = reader.locator(OPEN)
    card.wait_for()

    assert card.get_attribute("id") == "g-nikol-pashinyan"
    assert geometry(reader) == before
    own, shown = link(reader).bounding_box(), card.bounding_box()
    gap = max(shown["y"] - own["y"] - own["height"], own["y"] - shown["y"] - shown["height"])
    assert 0 <= gap <= 12
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 1180

    card.hover()
    reader.wait_for_timeout(600)
    assert card.is_visible()
    reader.keyboard.press("Escape")
    assert reader.locator(OPEN).count() == 0


def test_the_card_goes_when_the_mouse_does(reader):
    """A card that is left closes."""
    link(reader).hover()
    reader.locator(OPEN).wait_for()

    reader.mouse.move(2, 2)

    reader.locator(OPEN).wait_for(state="detached")


def test_near_the_end_of_the_page(reader):
    """Also where the definition itself is on the screen, nothing moves."""
    reader.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = reader.locator(".prose a.entity").last
    last.scroll_into_view_if_needed()
    before = geometry(reader)

    last.hover()
    reader.locator(OPEN).wait_for()

    assert geometry(reader) == before


def test_mouse_click_and_enter_follow_the_link(reader):
    """A card is no detour: the link is a link."""
    link(reader).click()
    assert reader.url.endswith("/en/glossary/nikol-pashinyan/")

    reader.go_back()
    link(reader).focus()
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/en/glossary/nikol-pashinyan/")


def test_keyboard_focus(page):
    """Focus shows the card; Tab goes into it and on; it closes when both are left."""
    page.add_init_script(WITHOUT_INTEREST)
    page.set_viewport_size({"width": 1180, "height": 800})
    page.goto(PAGE)
    # The stop before the link.
    link(page).evaluate(
        "(e) => { const a = document.createElement('a'); a.href = '#'; e.before(a); a.focus(); }"
    )
    page.keyboard.press("Tab")
    page.locator(OPEN).wait_for()

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "card__name"
    page.keyboard.press("Escape")

    assert page.locator(OPEN).count() == 0
    assert page.evaluate("document.activeElement.className") == "entity"


def test_tap(new_page):
    """A tap opens the card at the foot of a phone; its first link leads to the entry."""
    page = new_page(has_touch=True, viewport={"width": 390, "height": 700})
    page.goto(PAGE)
    link(page).tap()
    card = page.locator(OPEN)
    card.wait_for()

    assert page.url.endswith(PAGE)
    shown = card.bounding_box()
    assert (shown["x"], shown["width"], shown["y"] + shown["height"]) == (0, 390, 700)
    assert violations(page) == []

    card.locator("a").first.tap()
    page.wait_for_url("**/en/glossary/nikol-pashinyan/")


def test_without_script_and_on_paper(new_page):
    """Definitions stand on the page: closed cards are text like any other."""
    page = new_page(java_script_enabled=False)
    page.goto(PAGE)
    assert page.locator("#g-nikol-pashinyan").is_visible()

    page.emulate_media(media="print")
    assert page.locator("#g-nikol-pashinyan").is_visible()
