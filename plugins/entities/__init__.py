"""Floor 2. Links every named entity to its glossary page, and tells what each page names."""

from __future__ import annotations

from collections import deque
from functools import partial
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from plugins.documents import stages
from plugins.documents.ahead import work_ahead
from plugins.documents.memo import Job, digest
from plugins.entities.appearances import Mentions, appearances, groups, named_together, told_of
from plugins.entities.glossary import indexes, versions_of
from plugins.entities.linker import READ_ONLY, Target, Targets, fragments_of, link_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.documents.corpus import Id
    from plugins.documents.site import Site
    from plugins.entities.index import Index
    from plugins.entities.linker import Linked


class _Kept(NamedTuple):
    """What is kept of a linked page; each mention is for reports only, and heavy."""

    fragments: tuple[str, ...]
    mentions: Mentions


def link_entities(site: Site) -> None:
    """Link the entities of each page, and let pages and entries know of each other."""
    versions = {key: found for (kind, key), found in site.versions().items() if kind == "glossary"}
    languages = site.settings["LANGUAGES"]
    by_language = _indexes(site, versions)
    mentions: dict[Id, Mentions] = site.context.setdefault("mentions", {})
    memo = site.settings["MEMO"]
    for lang in languages:
        entries = {key: found[lang] for key, found in versions.items() if lang in found}
        contents = [content for content in site.contents if content.lang == lang]
        fresh = [content for content in site.fresh if content.lang == lang]
        targets = _targets(site, versions, lang)
        given = digest(by_language[lang].name, repr(sorted(targets.items()))).hex()
        link = partial(link_page, index=by_language[lang], targets=targets)
        jobs = deque(_linking(content, link, given) for content in fresh)
        work_ahead(memo, jobs)
        for content in fresh:
            # What a job was given goes as soon as it is done.
            *sentences, body = (kept := memo.of(jobs.popleft())).fragments
            content.in_short = [Markup(sentence) for sentence in sentences]
            content._content = body
            named = (entries[key] for key in kept.mentions.told if key in entries)
            content.terms = sorted(named, key=lambda one: one.title)
            mentions[content.document.id] = _asked_for(kept.mentions, content)
        own = {content.key: content for content in fresh if content.kind == "glossary"}
        appearing, together = [find(contents, mentions, own.keys()) for find in (appearances, named_together)]
        for key, entry in own.items():
            entry.appears_in = appearing.get(key, [])
            nearby = [entries[one] for one in together.get(key, ()) if one in entries]
            entry.nearby = [other for other in nearby if other not in entry.related]


def _asked_for(mentions: Mentions, content: Any) -> Mentions:
    """Return what other pages and rules ask of a page's mentions, its words held once for all pages."""
    named = {intern(key): intern(words) for key, words in mentions.named.items()}
    told = {intern(key): one for key, one in mentions.told.items()} if content.as_of else {}
    together = [tuple(map(intern, keys)) for keys in mentions.groups] if content.kind != "glossary" else []
    return Mentions(named, told, together)


def _indexes(site: Site, versions: dict[str, dict[str, Any]]) -> dict[str, Index]:
    """Return lang → the index of all names, made anew where an entry's front matter is another."""
    rows = [(key, lang, one.document.front) for key, found in versions.items() for lang, one in found.items()]
    if site.context.get("indexed_names", ([],))[0] != rows:
        site.context["indexed_names"] = rows, indexes(versions_of(rows), site.settings["LANGUAGES"])
    found: dict[str, Index] = site.context["indexed_names"][1]
    return found


def _targets(site: Site, versions: dict[str, dict[str, Any]], lang: str) -> Targets:
    """Return key → where its links lead: the page in `lang`, else the first language's that has one."""
    targets = Targets()
    for key, found in versions.items():
        own = lang if lang in found else next(one for one in site.settings["LANGUAGES"] if one in found)
        targets[key] = Target(f"{site.settings['SITEURL']}/{found[own].url}", "" if own == lang else own)
    return targets


def _linking(content: Any, link: Callable[..., Linked], given: str) -> Job[_Kept]:
    """Return the job that links a page; `given` names all that `link` knows beside what the page says."""
    front = content.document.front
    fragments = fragments_of(content.title, content.summary, content.in_short, content._content)
    own = {
        "page_key": content.key if content.kind == "glossary" else None,
        "settled": front.entities,
        "automatic": front.link_entities,
        "as_of": content.as_of,
    }

    def work() -> _Kept:
        linked = link(fragments, **own)
        mentions = linked.mentions
        known = Mentions(linked.named, told_of(mentions), groups(mentions))
        return _Kept(linked.fragments[READ_ONLY:], known)

    return Job("links", (given, repr(own), *(one.html for one in fragments)), work)


def register() -> None:
    """Connect to floor 2."""
    stages.FLOORS[2].connect(link_entities)
