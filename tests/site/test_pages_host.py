"""The real site on a host that behaves as GitHub Pages: at a sub-path, and at a domain of its own."""

import gzip
import re
import socket
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from plugins.workshop.build import build, pelican_job
from plugins.workshop.pages_host import hosted


def free_port():
    """Return a port that nothing listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module", params=["/jelas", ""], ids=["project page", "own domain"])
def host(request, tmp_path_factory):
    """The site, built for the address at which it is served."""
    folder, port = tmp_path_factory.mktemp("pages"), free_port()
    address = f"http://localhost:{port}{request.param}"
    job = pelican_job(folder / "output", folder / "work", {"SITEURL": address, "JELAS_DRAFTS": ""})
    build(job)
    with hosted(job.place.output, request.param, port) as served:
        assert served.address == address
        yield served


def get(url, **headers):
    """Return (status, headers, body, address in the end)."""
    try:
        with urlopen(Request(url, headers=headers)) as response:
            return response.status, response.headers, response.read(), response.url
    except HTTPError as error:
        return error.code, error.headers, error.read(), url


def test_every_address_of_the_sitemap_answers(host):
    """Each page answers at its own address, packed, for ten minutes, without a detour."""
    _, _, body, _ = get(f"{host.address}/sitemap.xml")
    addresses = re.findall(r"<loc>([^<]+)</loc>", body.decode())

    assert len(addresses) > 200
    for address in addresses:
        status, headers, body, url = get(address, **{"Accept-Encoding": "gzip"})
        assert (status, url) == (200, address)
        assert (headers["Cache-Control"], headers["Content-Encoding"]) == ("max-age=600", "gzip")
        assert b"</html>" in gzip.decompress(body)


def test_folders_and_lost_pages(host):
    """A folder without slash is sent on; what is not there shows our page, at any depth; capitals count."""
    assert get(f"{host.address}/id/glosarium")[3] == f"{host.address}/id/glosarium/"
    for path in ("x", "id/latar/x/y/z/", "ID/", "id/Glosarium/"):
        status, _, body, _ = get(f"{host.address}/{path}")
        assert status == 404
        assert f'href="{host.address}/id/"'.encode() in body


def test_reading_and_searching(browser, host):
    """A reader comes by the root, chooses a language, searches, and opens a card; nothing is refused."""
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{host.address}/")
    page.get_by_role("link", name="English").first.click()
    page.get_by_role("link", name="Search").first.click()
    page.get_by_role("searchbox").fill("peacekeepers")
    page.locator(".search-box__results a").first.click()
    page.wait_for_url(f"{host.address}/en/**")
    page.locator("a.entity").first.hover()
    page.locator(".card:popover-open").wait_for()
    page.close()

    assert said == []
