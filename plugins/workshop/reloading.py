"""The script that reloads a previewed page: put into pages as they are served, never into files."""

from __future__ import annotations

import re
from html import escape, unescape

SCRIPT_ADDRESS = "/-preview/reload.js"
EVENTS_ADDRESS = "/-preview/events"

_POLICY = re.compile(
    r"""(<meta\b[^>]*Content-Security-Policy[^>]*\bcontent=)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL
)
_END = re.compile(r"</body\s*>", re.IGNORECASE)


def with_reload(html: str, build: str, tag: str = "") -> str:
    """Return a page with the script, which knows the build that the page shows, and the page's tag."""
    html = _POLICY.sub(_with_own_script, html, count=1)
    script = f'<script src="{SCRIPT_ADDRESS}" data-build="{build}" data-tag="{tag}"></script>'
    ends = list(_END.finditer(html))
    end = ends[-1].start() if ends else len(html)
    return html[:end] + script + html[end:]


def allow_self(policy: str, *directives: str) -> str:
    """Return a content security policy under which `directives` allow the site's own address.

    A directive that is not there is made from `default-src`, which it would fall back to.
    """
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";") if rule.strip())
    for name in directives:
        sources = rules.get(name, rules.get("default-src"))
        if sources is not None and "'self'" not in sources.split():
            rules[name] = " ".join([*(word for word in sources.split() if word != "'none'"), "'self'"])
    return "; ".join(f"{name} {sources}".strip() for name, sources in rules.items())


def _with_own_script(match: re.Match[str]) -> str:
    policy = allow_self(unescape(match[3]), "script-src", "connect-src")
    return f"{match[1]}{match[2]}{escape(policy)}{match[2]}"
