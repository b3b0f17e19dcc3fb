"""The stylesheets of the theme as one: imports resolved in layer order, minified, put into each page."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from rcssmin import cssmin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_IMPORT = re.compile(r'@import "([^"]+)" layer\((\w+)\);')
# Stands in the stylesheet for the address of the heading font, which depends on where the site lives.
FONT = "FONT"


def bundle(main: Path, font: str) -> str:
    """Return `main` with every imported sheet inside its layer, minified; `font` is the font's address."""

    def layer(match: re.Match[str]) -> str:
        return f"@layer {match[2]} {{{(main.parent / match[1]).read_text('utf-8')}}}"

    css: str = cssmin(_IMPORT.sub(layer, main.read_text("utf-8")))
    return css.replace(FONT, font)


def content_security_policy(css: str, scripts: Sequence[str], *, programs: bool = False) -> str:
    """Return the policy of a page: its styles by their hash, scripts from the addresses `scripts`, no more.

    `programs`: the scripts may run WebAssembly, in a worker, as the search does. The site may be fetched
    from: the search needs it, and audits that read robots.txt from within a page.
    """
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    allowed = " ".join([*scripts, "'wasm-unsafe-eval'"] if programs else scripts)
    workers = f"worker-src {' '.join(scripts)}; " if programs else ""
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src {allowed}; {workers}"
        "connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
    )
