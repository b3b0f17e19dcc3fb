"""Links to the public repository: to edit a page, and to report an error on it."""

from __future__ import annotations

from urllib.parse import urlencode


def edit_url(repository: str, path: str) -> str:
    """Return where a file is edited in the browser."""
    return f"{repository}/edit/main/{path}"


def report_url(repository: str, title: str, page: str) -> str:
    """Return where an error on a page is reported, with its title and address filled in."""
    return f"{repository}/issues/new?{urlencode({'title': title, 'body': page})}"
