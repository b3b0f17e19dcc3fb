"""The house rules that no reviewer should have to remember."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    "documents": 0,
    "glossary": 1,
    "sources": 1,
    "bilingual": 1,
    "entities": 2,
    "presentation": 3,
    "checks": 4,
    "workshop": 5,
}
# Only a plugin's edge knows Pelican.
EDGES = {"__init__.py", "reader.py", "generator.py", "writer.py", "look.py"}
MODULES = sorted((ROOT / "plugins").rglob("*.py"))
TEMPLATES = sorted(path for path in (ROOT / "theme" / "templates").rglob("*") if path.is_file())


def imported(path):
    """Return the dotted names that a module imports."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names.append(node.module or "")
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_down(path):
    """A plugin imports itself and lower floors, never a neighbour or what stands above."""
    if path.parent.name == "plugins":
        return
    own = path.relative_to(ROOT / "plugins").parts[0]
    for name in imported(path):
        if name.startswith("plugins."):
            other = name.split(".")[1]
            assert other == own or FLOORS[other] < FLOORS[own], f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pelican_only_at_the_edges(path):
    """Pelican is imported in __init__.py, reader.py, generator.py, writer.py and look.py only."""
    if path.name not in EDGES:
        assert not [name for name in imported(path) if name.split(".")[0] == "pelican"]


def languages():
    """Return the languages of the settings."""
    spec = importlib.util.spec_from_file_location("pelicanconf", ROOT / "pelicanconf.py")
    settings = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(settings)
    return settings.LANGUAGES


def strings(path):
    """Return the string constants of a module that are no documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs]
    return [node.value for node in constants if isinstance(node.value, str)]


# "id" is also the HTML attribute and the name of an identity: plugins use it so, never as a language.
ALSO_A_WORD = {"id"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_language_code_in_plugins(path):
    """Which languages there are stands in pelicanconf.py and nowhere else."""
    codes = set(languages())

    assert not [text for text in strings(path) if text in codes - ALSO_A_WORD]
    assert not re.search(r"lang\w*\s*(==|!=|in)\s*[\[({]*[\"'](id|en)[\"']", path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_language_code_in_templates(path):
    """Templates take languages from the page: no code is written in them."""
    text = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)

    assert not re.search(r"[\"'](id|en)[\"']|lang=\"(id|en)\"|/(id|en)/", text)


def test_every_plugin_has_a_floor():
    """A new plugin is given a floor here."""
    assert {path.parent.name for path in MODULES if path.name == "__init__.py"} - {"plugins"} <= set(FLOORS)


def test_modules_stay_small():
    """A module is one thing: at 250 lines it is split."""
    assert {path.name: n for path in MODULES if (n := len(path.read_text("utf-8").splitlines())) > 250} == {}
