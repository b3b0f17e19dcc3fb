"""Which entries the pages of a built site link: what the next build is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ENTITY = re.compile(r'<a class="entity" data-entity="([^"]+)"')


def built_links(output: Path) -> dict[str, set[str]]:
    """Return the address of each page under `output`, relative to it, with the entries that it links."""
    return {
        f"{page.parent.relative_to(output).as_posix()}/": set(_ENTITY.findall(page.read_text("utf-8")))
        for page in sorted(output.rglob("index.html"))
    }
