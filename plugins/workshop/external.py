"""Whether the addresses of the sources still answer: asked politely, on demand, and only reported.

One request at a time to each host, a second apart; a page is asked for by HEAD, by GET where that is refused.
"""

from __future__ import annotations

import string
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plugins.documents.models import Source

AGENT = "Jelas link check (one request a second; asks whether cited pages still exist)"
TIMEOUT, PAUSE = 20.0, 1.0  # seconds
HOSTS_AT_ONCE = 8
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
REFUSED = (HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.FORBIDDEN)


@dataclass(frozen=True)
class Answer:
    """What an address answered: a status or none, where it led in the end, and what went wrong."""

    status: int | None
    url: str
    problem: str = ""


def ask(url: str) -> Answer:
    """Ask for one address."""
    answer = _ask(url, "HEAD")
    return _ask(url, "GET") if answer.status in REFUSED else answer


def _ask(url: str, method: str) -> Answer:
    try:
        request = Request(_as_sent(url), method=method, headers={"User-Agent": AGENT})
        with urlopen(request, timeout=TIMEOUT) as response:
            return Answer(response.status, response.url)
    except HTTPError as error:
        return Answer(error.code, url, error.reason)
    except (URLError, OSError, ValueError, HTTPException) as error:
        # On one line, whatever the server wrote.
        return Answer(None, url, " ".join(str(getattr(error, "reason", error)).split()))


def _as_sent(url: str) -> str:
    """Return an address in ASCII, as browsers send what is written in another script (RFC 3987, 3.1)."""
    parts = urlsplit(url)
    if not parts.netloc.isascii():
        host, colon, port = parts.netloc.partition(":")
        parts = parts._replace(netloc=f"{host.encode('idna').decode()}{colon}{port}")
    return quote(parts.geturl(), safe=string.punctuation)


def ask_all(urls: Iterable[str], pause: float = PAUSE) -> dict[str, Answer]:
    """Ask for every address: hosts side by side, the addresses of a host one after another."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[urlsplit(url).netloc].append(url)

    def one_host(own: Sequence[str]) -> dict[str, Answer]:
        found = {}
        for number, url in enumerate(own):
            time.sleep(pause if number else 0)
            found[url] = ask(url)
        return found

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return {
            url: answer for found in pool.map(one_host, by_host.values()) for url, answer in found.items()
        }


def report(
    sources: Mapping[str, Source], answers: Mapping[str, Answer], path: str, lines: Mapping[str, int]
) -> str:
    """Return what a writer should look at: dead and moved addresses, with their archived copies."""
    told, counts = [], {"answers": 0, "moved": 0, "dead": 0, "no answer": 0}
    for key, source in sources.items():
        if not source.url or source.url not in answers:
            continue
        answer = answers[source.url]
        sort = _sort(source.url, answer)
        counts[sort] += 1
        if sort != "answers":
            what = (
                f"moved to {answer.url}" if sort == "moved" else f"{sort} ({answer.status or answer.problem})"
            )
            copy = f"; archived at {source.archive}" if source.archive else ""
            told.append(f"{path}:{lines.get(key, 0)}: {source.url} {what}{copy}")
    return "\n".join([*told, ", ".join(f"{name}: {count}" for name, count in counts.items())])


def _sort(url: str, answer: Answer) -> str:
    if answer.status in GONE:
        return "dead"
    if answer.status is None or answer.status >= HTTPStatus.BAD_REQUEST:
        return "no answer"
    return "answers" if _same(url, answer.url) else "moved"


def _same(one: str, other: str) -> bool:
    """Tell whether two addresses differ in their scheme, last slash or escapes only."""
    first, second = (unquote(_as_sent(url)).split("://", 1)[-1].rstrip("/") for url in (one, other))
    return first == second
