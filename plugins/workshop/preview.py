"""The preview: serve the site with its drafts, rebuild it at each change, survive every mistake."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.workshop.build import BuildFailed, Job, build_and_tell, in_a_process, pelican_job
from plugins.workshop.changes import changes
from plugins.workshop.news import News
from plugins.workshop.server import open_server
from plugins.workshop.staging import Busy
from plugins.workshop.standby import Standby

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plugins.workshop.build import Run

FOLDERS = (Path("content"), Path("theme"), Path("plugins"))
FILES = (Path("pelicanconf.py"),)
# What is loaded once.
CODE = ("plugins/", "pelicanconf.py")
_DEFAULT_PORT = 8000
_LOCAL = {"localhost", "127.0.0.1"}


def preview(site_url: str, languages: Sequence[str], folder: Path) -> None:
    """Show the site until interrupted, at the sub-path that it will have; build it below `folder`."""
    wanted, base = port_and_base(site_url)
    news = News()
    server = open_server(wanted, folder, base, news)
    if server.port != wanted:
        print(f"Port {wanted} is taken; this preview uses {server.port}.", flush=True)
    address = f"http://localhost:{server.port}{base}"
    work = server.site.parent
    job = pelican_job(server.site, work, {"SITEURL": address, "JELAS_DRAFTS": "1"})
    standby, changing = Standby(job.environment), changes(FOLDERS, FILES)
    try:
        rebuild(job, languages, news, standby.build)
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"The preview is at {address}/ and follows every change. Ctrl+C ends it.", flush=True)
        for changed in changing:
            print(f"\nChanged: {', '.join(sorted(changed)[:3])}{' …' if len(changed) > 3 else ''}")
            if any(path.startswith(CODE) for path in changed):
                standby.stop()  # it has loaded the code of before
            look = partial(
                standby.build, looked_at=server.looked_at(), changed=changed, tell=news.tell_first_pages
            )
            rebuild(job, languages, news, look)
    except KeyboardInterrupt:
        print("\nThe preview has ended.")
    finally:
        standby.stop()
        server.server_close()


def port_and_base(site_url: str) -> tuple[int, str]:
    """Return the port and the sub-path at which the preview shows a site that lives at `site_url`."""
    parts = urlsplit(site_url)
    port = parts.port if parts.hostname in _LOCAL and parts.port else _DEFAULT_PORT
    return port, parts.path.rstrip("/")


def rebuild(job: Job, languages: Sequence[str], news: News, run: Run = in_a_process) -> None:
    """Build the site anew and tell open pages; on failure tell why and keep the last good site."""
    try:
        said = build_and_tell(job, languages, run)
    except (BuildFailed, Busy, OSError) as error:
        news.tell_failed(str(error))
        print(f"{error}\nNot built; the last good site is still shown.", flush=True)
    else:
        news.tell_built(said)
