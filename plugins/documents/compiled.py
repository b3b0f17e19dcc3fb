"""Templates, compiled once for all builds and for all of Pelican's environments."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, TemplateError

from plugins.documents.memo import digest

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from jinja2.bccache import Bucket

    from plugins.documents.memo import Memo


class Compiled(BytecodeCache):
    """Keeps the code of templates in the memo, by their source: Jinja's settings are in its fingerprint."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give `bucket` the code of its template, where it is known."""
        key = digest("template", bucket.key, bucket.checksum)
        if key in self._memo:
            bucket.bytecode_from_string(self._memo[key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in `bucket`."""
        self._memo[digest("template", bucket.key, bucket.checksum)] = bucket.bytecode_to_string()


def compile_all(environment: Environment, folder: Path) -> None:
    """Compile every template in a folder: forks find them, and a build that needs few forgets none.

    What is wrong with one is told by the page that needs it.
    """
    for path in sorted(folder.rglob("*.html")):
        with suppress(TemplateError):
            environment.get_template(path.relative_to(folder).as_posix())
