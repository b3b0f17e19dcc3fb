"""Words beside numbers are data: a file for each language, which an editor may extend."""

from dataclasses import fields

import pytest

from plugins.checks.number_words import FOLDER, NumberWords, any_of, number_words
from plugins.documents.yaml_source import read_yaml

# What a list may stay empty for stands in its comment.
EMPTY = {"id": {"morning", "afternoon"}, "en": {"time_before"}}


@pytest.mark.parametrize("lang", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_list_is_in_every_file(lang):
    """Each file has each list with words in it, but where a comment says why not."""
    lists = read_yaml((FOLDER / f"{lang}.yaml").read_text("utf-8")).data

    assert lists.keys() == {field.name for field in fields(NumberWords)}
    assert {name for name, words in lists.items() if not words} == EMPTY[lang]


def test_a_language_without_a_file():
    """Without a file no word is known, and a pattern of none finds nothing."""
    assert number_words("xx") == NumberWords()
    assert any_of(number_words("xx").minus) == "(?!)"


def test_a_file_is_read(tmp_path):
    """A word in a list is known; a list that no rule asks for is an error."""
    (tmp_path / "fr.yaml").write_text("minus: [moins]\n", "utf-8")
    (tmp_path / "de.yaml").write_text("minsu: [minus]\n", "utf-8")

    assert number_words("fr", tmp_path) == NumberWords(minus=frozenset({"moins"}))
    with pytest.raises(ValueError, match="it has no list called minsu"):
        number_words("de", tmp_path)
