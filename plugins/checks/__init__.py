"""Floor 4. Rules on source files and built pages; a finding stops the build with exit status 1."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.checks.built import read_site
from plugins.checks.gate import check_corpus, check_named, check_site
from plugins.documents import stages
from plugins.documents.findings import report

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.documents.findings import Finding


def stop_at_source_findings(pelican: Pelican) -> None:
    """Check the source before anything is rendered."""
    corpus = pelican.settings["CORPUS"]
    findings = check_corpus(corpus, pelican.settings["MEMO"])
    pelican.settings["SOURCE_IS_SOUND"] = not findings
    _tell(findings, stop=not pelican.settings["DRAFTS"] or bool(corpus.findings))


def stop_at_page_findings(pelican: Pelican) -> None:
    """Check the built pages, whose findings name the file that a writer would mend.

    Not where the source had findings, in a preview: most of them would be told twice.
    """
    settings = pelican.settings
    if not settings["SOURCE_IS_SOUND"]:
        return
    sources = {content.save_as: content.document.path for content in settings["SITE"].contents}
    site = read_site(Path(settings["OUTPUT_PATH"]), settings["SITEURL"], sources, settings["MEMO"])
    named = {identity: one.named for identity, one in settings["SITE"].context["mentions"].items()}
    _tell(check_named(settings["CORPUS"], named) + check_site(site), stop=not settings["DRAFTS"])


def _tell(findings: list[Finding], *, stop: bool) -> None:
    """Tell findings, and end the run with them; a preview goes on while what it renders can be read."""
    if findings:
        print(report(findings), file=sys.stderr)
        if stop:
            raise SystemExit(1)


def register() -> None:
    """Connect to the reading of the corpus and to the end of the writing."""
    stages.CORPUS_READ.connect(stop_at_source_findings)
    stages.ALL_WRITTEN.connect(stop_at_page_findings)
