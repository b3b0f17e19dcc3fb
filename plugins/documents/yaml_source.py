"""Strict YAML: values as plain data, and the line where each stands, so that findings can point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PREFIX = "tag:yaml.org,2002:"
_TAGS = {f"{_PREFIX}{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")}
# Dates stay text: the models read them, and say what is wrong with them in our words.
_TEXT = {f"{_PREFIX}timestamp"}

# What no page or feed can hold. Where the file has none, an escape such as "\x07" makes one.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

Path = tuple[str | int, ...]


class YamlError(ValueError):
    """YAML that cannot be read; `line` and `column` count from 1 within the text given.

    `fix`: what mends it, where that is known.
    """

    def __init__(self, problem: str, line: int, column: int, fix: str = "") -> None:
        super().__init__(problem)
        self.problem, self.line, self.column, self.fix = problem, line, column, fix


@dataclass(frozen=True)
class Source:
    """Plain data, and path → line (from 1) for every key and item in it."""

    data: Any
    lines: dict[Path, int]

    def line_of(self, path: Path) -> int:
        """Return the line of `path`, or of the nearest thing around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> Source:
    """Return the data in `text`; raise YamlError on bad syntax, repeated keys, aliases and tags."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        data = None if node is None else _plain(loader, node, (), lines)
    except yaml.MarkedYAMLError as error:
        raise _told(text, error) from None
    except yaml.YAMLError as error:
        raise YamlError(f"this is not valid YAML: {error}", 1, 0) from None
    except RecursionError:
        raise YamlError("this is nested too deeply", 1, 0) from None
    finally:
        loader.dispose()
    return Source(data, lines)


def _told(text: str, error: yaml.MarkedYAMLError) -> YamlError:
    """Return what a writer is told of bad syntax: what is open is told where it begins."""
    context, problem, mark = error.context or "", error.problem or "", error.problem_mark
    opened = error.context_mark
    if opened and "quoted scalar" in context and "end of stream" in problem:
        fix = "End the value with the same quotation mark."
        return YamlError("the quotation mark is never closed", opened.line + 1, opened.column + 1, fix)
    if opened and "flow" in context:
        fix = "Close it; what holds a comma or a bracket stands between quotation marks, or on its own line."
        return YamlError("the bracket is not closed", opened.line + 1, opened.column + 1, fix)
    mark = mark or opened
    if mark is None:
        return YamlError(f"this is not valid YAML: {problem or context}", 1, 0)
    place = mark.line + 1, mark.column + 1
    sign = next(iter(text.split("\n")[mark.line : mark.line + 1]), "")[mark.column : mark.column + 1]
    if sign == "\t":
        return YamlError("a tab stands where only spaces may", *place, "Indent with spaces.")
    if "cannot start any token" in problem:
        fix = "Put it between quotation marks, or write a list with one item per line, each after “- ”."
        return YamlError(f"a value cannot begin with “{sign}”", *place, fix)
    return YamlError(f"this is not valid YAML: {problem or context}", *place)


def _plain(loader: Any, node: yaml.Node, path: Path, lines: dict[Path, int]) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    lines.setdefault(path, line)
    if node.tag not in _TAGS:
        raise YamlError(f"the tag “{node.tag.removeprefix(_PREFIX)}” is not allowed", line, column)
    _refuse_control_characters(node)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, key_line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise YamlError("a field name must be a word", key_line, key_node.start_mark.column + 1)
            if key in mapping:
                raise YamlError(f"“{key}” stands twice", key_line, key_node.start_mark.column + 1)
            _refuse_control_characters(key_node)
            lines[(*path, key)] = key_line
            mapping[key] = _plain(loader, value_node, (*path, key), lines)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, item, (*path, index), lines) for index, item in enumerate(node.value)]
    if node.tag in _TEXT:
        return node.value
    return loader.construct_object(node, deep=True)


def _refuse_control_characters(node: yaml.Node) -> None:
    if isinstance(node, yaml.ScalarNode) and (found := CONTROL.search(node.value)):
        problem = f"there is a control character U+{ord(found[0]):04X}"
        raise YamlError(problem, node.start_mark.line + 1, node.start_mark.column + 1)
