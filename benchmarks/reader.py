"""What a reader on a slow line waits for: Lighthouse's scores and times of each kind of page of output/, and
when Chromium paints a made-up page of ours and of MkDocs Material.

Needs what the build never does: Lighthouse (npm), MkDocs Material; skipped by name where they are missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from benchmarks.build import Ours
from benchmarks.harness import Result, compare, measure
from benchmarks.options import read_options
from benchmarks.paints import open_slowly
from benchmarks.peer_tools import peer_tools
from benchmarks.peers import peers
from benchmarks.reports import Table, report
from benchmarks.scratch import free_port, scratch_site
from plugins.workshop.browser import find_browser
from plugins.workshop.pages_host import hosted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from benchmarks.harness import Contender, Sample
    from benchmarks.scratch import Scratch

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT"}
# One page of each kind, the dearest where there are many; both languages.
PAGES = (
    "id/",
    "id/penjelasan/artikel-dan-catatan/",
    "en/background/war-2020/",
    "id/latar/proses-damai/",
    "en/glossary/",
    "id/glosarium/nikol-pashinyan/",
    "id/lini-masa/",
    "en/map/",
    "id/sumber/",
    "en/search/",
    "id/tentang/standar/",
)
SAME_PAGE = "en/background/page-0/"
LIGHTHOUSE = "Lighthouse"
_NO_LIGHTHOUSE = "not installed; npm install lighthouse, then: invoke bench reader --lighthouse PATH"
PORT = 8000  # the address that `make build` builds for


def main() -> None:
    """Measure both, and print them."""
    options = read_options(pages=10, entries=20, rounds=3, install=None, lighthouse="")
    with scratch_site(options.pages, options.entries) as site, peer_tools(options.install) as find:
        painted = Table("A page of 600 words, opened slowly", paints(site, find, options.rounds))
    program = options.lighthouse or shutil.which("lighthouse") or ""
    results = lighthouse(program) if program else [Result(LIGHTHOUSE, skipped=_NO_LIGHTHOUSE)]
    print(report([painted, Table("Lighthouse, pages of output/", results)], [], options.json))


def paints(site: Scratch, find: Callable[[str], str], rounds: int) -> list[Result]:
    """Build the site with both builders and open the same page of each in turns."""
    material, port = "MkDocs Material", free_port()
    # Our pages name their address.
    ours = Ours(site, {"JELAS_DRAFTS": "", "SITEURL": f"http://localhost:{port}"})
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())

        def opened(build: Contender, output: Path, port: int = 0) -> Contender:
            @cache
            def address() -> str:
                build()
                return stack.enter_context(hosted(output, port=port)).address

            return lambda: open_slowly(browser, f"{address()}/{SAME_PAGE}")

        theirs = opened(peers(site, find)[material], site.root / "peers" / material / "out")
        return measure({"Jelas": opened(ours.cold, site.root / "out", port), material: theirs}, rounds)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that the tests use; where there is none, nothing can be painted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        yield browser
        browser.close()


def lighthouse(program: str) -> list[Result]:
    """Return Lighthouse's scores and times of each page, as a telephone and as a desktop computer."""
    with hosted(Path("output"), port=PORT) as host:
        runs = {
            f"{path} {form}": [_sample(_report(program, f"{host.address}/{path}", form))]
            for path in PAGES
            for form in ("mobile", "desktop")
        }
    return compare(runs, {})


def _report(program: str, url: str, form: str) -> dict[str, Any]:
    flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    flags += ["--preset=desktop"] if form == "desktop" else []
    environment = os.environ | {"CHROME_PATH": find_browser() or ""}
    done = subprocess.run([program, url, *flags], capture_output=True, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _sample(report: dict[str, Any]) -> Sample:
    scores = {name[:13]: report["categories"][name]["score"] * 100 for name in CATEGORIES}
    times = {f"{short} ms": report["audits"][name]["numericValue"] for name, short in TIMES.items()}
    return {**scores, **times, "CLS": report["audits"]["cumulative-layout-shift"]["numericValue"]}


if __name__ == "__main__":
    main()
