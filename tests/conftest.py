"""What many tests need: the real site, built once, and a browser that reads it without a network."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from plugins.workshop.addresses import answer, content_type
from plugins.workshop.browser import ensure_browser
from plugins.workshop.build import build, pelican_job

# A sub-path, because a link that forgets it must fail here.
SITEURL = "https://example.org/jelas"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory):
    """The folder of the real site, built once as it is published, to live at SITEURL."""
    folder = tmp_path_factory.mktemp("site")
    job = pelican_job(folder / "output", folder / "work", {"SITEURL": SITEURL, "JELAS_DRAFTS": ""})
    build(job)
    return job.place.output


@pytest.fixture(scope="session")
def browser():
    """Chromium, started once."""
    path = ensure_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, built_site):
    """Return a page of a new browser (Playwright's context options), for which the site lives at SITEURL.

    Nothing else exists for it.
    """
    contexts = []

    def respond(route):
        address = urlsplit(route.request.url)
        found = answer(built_site, urlsplit(SITEURL).path, address.path)
        # A redirect is no answer: the site's own links need none.
        if not route.request.url.startswith(f"{SITEURL}/") or found.file is None:
            return route.abort()
        body, kind = found.file.read_bytes(), content_type(found.file)
        return route.fulfill(status=found.status, content_type=kind, body=body)

    def open_page(**options):
        contexts.append(browser.new_context(base_url=f"{SITEURL}/", **options))
        contexts[-1].route("**/*", respond)
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    """An empty page of a new browser."""
    return new_page()
