"""Rules on built pages: no dead link, no double anchor, headings in order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.checks.rules import page_rule, site_rule
from plugins.documents.findings import did_you_mean, finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from plugins.checks.built import BuiltPage, BuiltSite
    from plugins.documents.findings import Finding

# Schemes that lead out of the site; `data:` is the theme's own small images.
_OUTSIDE = ("https://", "http://", "mailto:", "data:image/")


# What GitHub Pages takes, in bytes.
SITE_LIMIT, FILE_LIMIT = 1_000_000_000, 100_000_000


@page_rule("dead-link")
def every_address_exists(page: BuiltPage, site: BuiltSite) -> Iterator[Finding]:
    """Each link within the site leads to a file, and to an anchor that its page has.

    Bad:  <a href="…/en/glossary/cst/">
    Good: <a href="…/en/glossary/csto/">
    """
    ids = frozenset(page.ids)
    for link in page.links:
        if link.startswith("#"):
            fault = _anchor_fault(page.path, link[1:], ids)
        else:
            if link not in site.faults:  # most pages link the same
                site.faults[link] = _fault(link, site)
            fault = site.faults[link]
        if fault:
            problem, fix = fault
            yield finding(page.source, 0, problem, "dead-link", fix)


def _fault(link: str, site: BuiltSite) -> tuple[str, str] | None:
    """Return (problem, fix) of a link that leads nowhere from any page."""
    address, _, fragment = link.partition("#")
    name = site.file_of(address)
    if name is None and address.startswith(_OUTSIDE):
        return None
    if name is None:
        fix = "Link pages by {filename}, files by {static}, entries by entity:."
        return f"the built page links “{link}”, which is no address", fix
    if name not in site.files:
        fix = f"Correct the link, or publish what it names.{did_you_mean(name, site.files)}"
        return f"the built page links {link}, which does not exist", fix
    return _anchor_fault(name, fragment, site.pages[name].ids) if name in site.pages else None


def _anchor_fault(name: str, fragment: str, ids: Collection[str]) -> tuple[str, str] | None:
    anchor = unquote(fragment)
    if not anchor or anchor in ids:
        return None
    fix = f"Correct the part after #.{did_you_mean(anchor, ids)}"
    return f"there is no anchor “{fragment}” on {name}", fix


@page_rule("duplicate-id")
def every_anchor_is_unique(page: BuiltPage, _site: BuiltSite) -> Iterator[Finding]:
    """No two elements of a page have the same id.

    Bad:  ## What happened? {#sources}   (the page has a section of that id)
    Good: ## What happened?
    """
    for anchor, count in sorted(Counter(page.ids).items()):
        if count > 1:
            problem = f"the anchor “{anchor}” stands {count} times on {page.path}"
            fix = "Reword a heading, or show each claim and event in one figure only."
            yield finding(page.source, 0, problem, "duplicate-id", fix)


@page_rule("headings")
def headings_step_by_one(page: BuiltPage, _site: BuiltSite) -> Iterator[Finding]:
    """A page has one first-level heading, and no level is left out below it.

    Bad:  # Title again / #### Detail
    Good: ## Question? / ### Detail
    """
    if page.headings.count(1) != 1:
        problem = f"{page.path} has {page.headings.count(1)} first-level headings"
        yield finding(page.source, 0, problem, "headings", "The title is the one; begin sections with ##.")
    for above, below in pairwise(page.headings):
        if below > above + 1:
            problem = f"a heading of level {below} follows one of level {above} on {page.path}"
            yield finding(page.source, 0, problem, "headings", f"Make it level {above + 1}.")


@page_rule("text-alternative")
def every_built_image_has_words(page: BuiltPage, _site: BuiltSite) -> Iterator[Finding]:
    """Each image of a built page has a text alternative, empty where it only decorates.

    Bad:  <img src="map.png">
    Good: <img src="map.png" alt="Map of the South Caucasus">
    """
    for image in page.images_without_words:
        problem = f"the image {image} has no text alternative on {page.path}"
        yield finding(page.source, 0, problem, "text-alternative", "Say in words what it shows.")


@page_rule("markup")
def nothing_strange(page: BuiltPage, _site: BuiltSite) -> Iterator[Finding]:
    """A page holds only what our templates make of Markdown: no script, handler, style or frame of its own.

    Bad:  [words](https://example.org){: onclick="…"}
    Good: [words](https://example.org)
    """
    for strange in sorted(set(page.strange)):
        problem = f"{strange} stands on {page.path}, and is not allowed"
        yield finding(page.source, 0, problem, "markup", "Remove what makes it; pages are Markdown only.")


@site_rule("size")
def not_too_large(site: BuiltSite) -> Iterator[Finding]:
    """The site and each of its files are small enough for GitHub Pages: 1 GB, and 100 MB a file.

    Bad:  content/images/speech.mov of 130 MB
    Good: a link to the recording
    """
    fix = "Make it smaller, or link it where it is published."
    for name, size in sorted(site.sizes.items()):
        if size > FILE_LIMIT:
            yield finding(name, 0, f"the file has {size / 1e6:.0f} MB, at most 100 are taken", "size", fix)
    if (total := sum(site.sizes.values())) > SITE_LIMIT:
        yield finding("content", 0, f"the site has {total / 1e9:.1f} GB, at most 1 is taken", "size", fix)
