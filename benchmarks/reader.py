"""What a reader on a slow line waits for: Lighthouse's scores and times of each kind of page.

Needs Node and Lighthouse (npm), which the build never does: skipped by name where they are missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from plugins.workshop.browser import find_browser
from plugins.workshop.pages_host import hosted

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
PORT = 8000  # the address that `make build` builds for


def main(lighthouse: str | None) -> None:
    """Measure the pages of output/ and print a table; `lighthouse`: its program, if not on PATH."""
    program = lighthouse or shutil.which("lighthouse")
    if not program:
        print("lighthouse: skipped, not installed. npm install lighthouse, then: invoke bench reader -l PATH")
        return
    print(
        f"{'page':<40}{'form':<9}"
        + "".join(f"{name[:13]:>15}" for name in (*CATEGORIES, *TIMES.values(), "CLS"))
    )
    with hosted(Path("output"), port=PORT) as host:
        for path in PAGES:
            for form in ("mobile", "desktop"):
                print(_row(path, form, _report(program, f"{host.address}/{path}", form)))


def _report(program: str, url: str, form: str) -> dict[str, Any]:
    flags = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    flags += ["--preset=desktop"] if form == "desktop" else []
    environment = os.environ | {"CHROME_PATH": find_browser() or ""}
    done = subprocess.run([program, url, *flags], capture_output=True, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _row(path: str, form: str, report: dict[str, Any]) -> str:
    scores = [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]
    times = [f"{report['audits'][name]['numericValue']:.0f} ms" for name in TIMES]
    shift = f"{report['audits']['cumulative-layout-shift']['numericValue']:.3f}"
    return f"{path:<40}{form:<9}" + "".join(f"{value:>15}" for value in (*scores, *times, shift))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
