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

# Imports into one layer, one after another.
_IMPORTS = re.compile(r'@import "[^"]+" layer\((\w+)\);(?:\s*@import "[^"]+" layer\(\1\);)*')
_IMPORT = re.compile(r'@import "([^"]+)"')
# Stands in the stylesheet for the address of the heading font, which depends on where the site lives.
FONT = "FONT"


def bundle(main: Path, font: str) -> str:
    """Return `main` with the imported sheets inside their layers, minified; `font` is the font's address."""

    def layer(match: re.Match[str]) -> str:
        sheets = [(main.parent / name).read_text("utf-8") for name in _IMPORT.findall(match[0])]
        return f"@layer {match[1]} {{{''.join(sheets)}}}"

    css: str = cssmin(_IMPORTS.sub(layer, main.read_text("utf-8")))
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
