"""A look at single pages: they are made anew from the site that the last build has in memory.

The floors work on the documents that changed, and on those that somebody looks at, as they do in a build; all
others stay as they were. So a page is what a build makes of it, but for what it quotes of other pages that
changed, or that name it differently now; that comes with the build that follows.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.readers import Readers
from pelican.writers import Writer

from plugins.documents.corpus_reader import read_again
from plugins.documents.views import Rendered, page_job

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Set

    from jinja2 import Template

    from plugins.documents.corpus import Corpus
    from plugins.documents.site import Site
    from plugins.documents.writer import Call

# More changed files than these are no edit: the build shows them all.
MOST = 10


def look(
    site: Site, calls: Mapping[str, Call], changed: Collection[str], looked_at: Iterable[str], shown: Path
) -> bool:
    """Put the pages of the files `changed`, and those named in `looked_at`, into the folder `shown`.

    Return whether any could be. `calls`: the site's pages by name. The site is not what it was before.
    """
    theme, content = Path(os.path.relpath(site.settings["THEME"])), Path(site.corpus.data_folder).parent
    of_theme = [one for one in map(Path, changed) if one.is_relative_to(theme)]
    if len(changed) > MOST or not all(one.is_relative_to(theme / "templates") for one in of_theme):
        return False
    keys = {(one.kind, one.key) for one in site.contents if one.document.path in changed}
    corpus = read_again(site.corpus, content, keys, site.settings["LANGUAGES"], site.settings["MEMO"])
    if corpus is None:
        return False
    names, old = _chosen(site, calls, keys, looked_at)
    new = _made_anew(old, site, corpus)
    if any(one.save_as != new[id(one)].save_as for one in old):
        return False
    contents = tuple(new.get(id(one), one) for one in site.contents)
    replace(site, corpus=corpus, contents=contents, fresh=tuple(new.values())).send_up()
    if of_theme:
        site.settings["JINJA_GLOBALS"]["once"].forget()
    names |= dict.fromkeys(one.save_as for one in old if one.document.path in changed)
    with tempfile.TemporaryDirectory(dir=shown.parent) as folder:
        writer = Writer(folder, site.settings)
        for name in names:
            call = calls[name]
            template = _reloaded(call.template) if of_theme else call.template
            options = {key: new.get(id(value), value) for key, value in call.options.items()}
            job = page_job(template, call.context, options)
            writer.write_file(name, Rendered(job.make()) if job else template, call.context, **options)
        for name in names:
            put(Path(folder) / name, shown / name)
    return bool(names)


def _chosen(
    site: Site, calls: Mapping[str, Call], keys: Set[tuple[str, str]], looked_at: Iterable[str]
) -> tuple[dict[str, None], list[Any]]:
    """Return those of the pages looked at that can be shown, and the contents to read again for all.

    A page that is made of a document that changed, but is not its own, may be there no longer.
    """
    changing = {id(one): one.save_as for one in site.contents if (one.kind, one.key) in keys}
    made_of = {name: {id(one) for one in calls[name].options.values()} for name in looked_at if name in calls}
    changed = {name: {changing[one] for one in ids & changing.keys()} for name, ids in made_of.items()}
    names = [name for name in made_of if changed[name] <= {name}]
    seen = {one for name in names for one in made_of[name]} | changing.keys()
    return dict.fromkeys(names), [one for one in site.contents if id(one) in seen]


def put(new: Path, shown: Path) -> None:
    """Put a page where the server finds it, whole."""
    if shown.parent.is_dir():
        half = shown.with_name(f"{shown.name}.new")
        shutil.copyfile(new, half)
        half.replace(shown)


def _made_anew(old: Iterable[Any], site: Site, corpus: Corpus) -> dict[int, Any]:
    """Read the documents of contents again, and return by the id of each what takes its place."""
    site.settings["CORPUS"] = corpus
    readers, new = Readers(site.settings), {}
    for one in old:
        name = one.get_relative_source_path()
        content = readers.read_file(site.settings["PATH"], name, type(one), context=site.context)
        site.context["generated_content"][name] = new[id(one)] = content
        content.translations = one.translations
    return new


def _reloaded(template: Template) -> Template:
    """Return a template as its file is now, and all that it includes."""
    # What lies over an environment begins with an empty cache.
    return template.environment.overlay().get_template(template.name or "")
