"""Floor 4. Rules on source files and built pages; a finding stops the build with exit status 1."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import signals

from plugins.checks.built import read_site
from plugins.checks.gate import check_corpus, check_site
from plugins.documents import stages
from plugins.documents.findings import report

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.documents.findings import Finding


def stop_at_source_findings(pelican: Pelican) -> None:
    """Check the source before anything is rendered."""
    _stop_at(check_corpus(pelican.settings["CORPUS"]))


def stop_at_page_findings(pelican: Pelican) -> None:
    """Check the built pages, whose findings name the file that a writer would mend."""
    settings = pelican.settings
    sources = {content.save_as: content.document.path for content in settings["SITE"].contents}
    _stop_at(check_site(read_site(Path(settings["OUTPUT_PATH"]), settings["SITEURL"], sources)))


def _stop_at(findings: list[Finding]) -> None:
    if findings:
        print(report(findings), file=sys.stderr)
        raise SystemExit(1)


def register() -> None:
    """Connect to the reading of the corpus and to the end of Pelican's run."""
    stages.CORPUS_READ.connect(stop_at_source_findings)
    signals.finalized.connect(stop_at_page_findings)
