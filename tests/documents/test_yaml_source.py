"""Strict YAML with lines."""

import pytest

from plugins.documents.yaml_source import YamlError, read_yaml


def test_lines_of_keys_and_items():
    """Every key and item knows its line, counted from 1."""
    source = read_yaml("title: A\nin_short:\n  - one\n  - two\nnested:\n  key: x\n")

    assert source.line_of(("title",)) == 1
    assert source.line_of(("in_short", 1)) == 4
    assert source.line_of(("nested", "key")) == 6
    assert source.line_of(("nested", "unknown")) == 5


def test_values_are_plain_data():
    """Dates stay text, numbers and truth values become what they are."""
    source = read_yaml("date: 2024-06-13\norder: 10\nlink: true\nnone:\n")

    assert source.data == {"date": "2024-06-13", "order": 10, "link": True, "none": None}


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "“a” stands twice", 3),
        ("a:\n  b: 1\n  b: 2\n", "“b” stands twice", 3),
        (
            "title: Armenia: keluar\n",
            "this is not valid YAML: mapping values are not allowed in this context",
            1,
        ),
        ("a: 1\ntitle: 'open\nb: 2\n", "the quotation mark is never closed", 2),
        ("a: [x\nb: 1\n", "the bracket is not closed", 1),
        ("a:\n\t- x\n", "a tab stands where only spaces may", 2),
        ("a:\n  - x\n\t- y\n", "a tab stands where only spaces may", 3),
        ("a: 1\nb: [Satu. [@a], Dua.]\n", "a value cannot begin with “@”", 2),
        ("x: !!python/object:os.system {}\n", "the tag “python/object:os.system” is not allowed", 1),
        ("x: !include secret\n", "the tag “!include” is not allowed", 1),
        ("? [a]\n: 1\n", "a field name must be a word", 1),
        ('a: 1\ntitle: "a\\x07b"\n', "there is a control character U+0007", 2),
        ('x: ["\\uFFFF"]\n', "there is a control character U+FFFF", 1),
        ('"\\e": 1\n', "there is a control character U+001B", 1),
    ],
)
def test_what_is_refused(text, problem, line):
    """Repeated keys, bad syntax, tags, odd keys and control characters are refused with their line."""
    with pytest.raises(YamlError) as caught:
        read_yaml(text)

    assert (caught.value.problem, caught.value.line) == (problem, line)


def test_nesting_without_end_is_refused():
    """A file that nests a thousand levels deep is a mistake, not a crash."""
    with pytest.raises(YamlError):
        read_yaml("[" * 5000)
