"""Every rule and every list of the linker is needed: without it, some decision of these tests is another.

What is taken away in turn: each rule of `senses.RULES`, and each list of languages/*.yaml.
"""

from dataclasses import fields, replace

import pytest

from plugins.entities import senses
from plugins.entities.index import Index
from plugins.entities.language import Language, read_language
from plugins.entities.linker import Fragment, link_page
from plugins.workshop.gold import found_by_linker
from tests.entities import test_gold, test_senses, test_vectors
from tests.entities.site import ENTRIES as SMALL

LANGUAGES = ("id", "en")
TEXTS = {
    "id": [f"<p>{text}</p>" for text, _ in test_vectors.ID],
    "en": [f"<p>{text}</p>" for text, _ in test_vectors.EN],
}
for lang_, text_, *_ in test_senses.SENSES:
    TEXTS[lang_].append(text_)


def decisions(lang, language):
    """Return what the linker says of every text of the vectors and senses, with two small glossaries."""
    found = []
    for entries in (SMALL[lang], test_senses.ENTRIES[lang]):
        index = Index(entries, language)
        for text in TEXTS[lang]:
            linked = link_page([Fragment(text)], index, {})
            found.append([(one.surface, one.key, one.linkable) for one in linked.mentions])
    return found


def decisions_on_gold(lang, language):
    """Return what the linker says of every page of the gold set."""
    index = Index(test_gold.INDEXES[lang].entries.values(), language)
    return [found_by_linker(page, index) for page in test_gold.PAGES[lang]]


@pytest.fixture(scope="module")
def whole():
    """What the linker says with all its rules and lists."""
    languages = {lang: read_language(lang) for lang in LANGUAGES}
    return {lang: (decisions(lang, one), decisions_on_gold(lang, one)) for lang, one in languages.items()}


# Two rules need fields of a page: test_links.py and test_senses.py hold them.
OF_THE_PAGE = (senses.settled, senses.shared_names.in_force)


@pytest.mark.parametrize(
    "rule", [one for one in senses.RULES if one not in OF_THE_PAGE], ids=lambda rule: rule.__name__
)
def test_every_rule_is_needed(rule, whole, monkeypatch):
    """Without a rule, something is decided otherwise."""
    monkeypatch.setattr(senses, "RULES", tuple(one for one in senses.RULES if one is not rule))

    try:
        same = all(decisions(lang, read_language(lang)) == whole[lang][0] for lang in LANGUAGES)
    except (IndexError, KeyError):
        same = False  # what later rules rely on
    assert not same


LISTS = [
    (lang, field.name)
    for lang in LANGUAGES
    for field in fields(Language)
    if getattr(read_language(lang), field.name)
]


@pytest.mark.parametrize(("lang", "name"), LISTS)
def test_every_list_is_needed(lang, name, whole):
    """Without a list, something is decided otherwise, here or on the gold pages."""
    language = read_language(lang)
    empty = type(getattr(language, name))()
    without = replace(language, **{name: empty})

    assert decisions(lang, without) != whole[lang][0] or decisions_on_gold(lang, without) != whole[lang][1]
