"""The same rules by way of a tree are the same rules."""

import re

from benchmarks.corpus import corpus
from benchmarks.linker import LANG, linked_in_a_tree
from plugins.entities.index import Index
from plugins.entities.language import read_language
from plugins.entities.linker import Fragment, Target, Targets, link_page


def links(html):
    """Return the entries that are linked, in order."""
    return re.findall(r'<a class="entity" data-entity="([^"]+)"', html)


def test_the_tree_links_as_we_do():
    """A page is read as a whole: no entry is linked again in another block."""
    made = corpus(pages=2, entries=20)
    index = Index(made.entries, read_language(LANG))
    targets = Targets({entry.key: Target(f"/{entry.key}/") for entry in made.entries})

    def link(fragments):
        return link_page([Fragment(html) for html in fragments], index, targets).fragments

    for page in made.pages:
        assert links(linked_in_a_tree(page, link)) == links(link([page])[0]) != []
