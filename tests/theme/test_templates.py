"""What templates, styles and strings must agree on."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

THEME = Path("theme")
TEMPLATES = sorted(path for path in (THEME / "templates").rglob("*") if path.is_file())
STYLES = sorted((THEME / "static" / "css").rglob("*.css"))
CATALOGS = sorted((THEME / "translations").glob("*.po"))

# Classes that Markdown and plugins make, not templates.
MADE_BY_PLUGINS = {"entity", "cite", "permalink", "figure", "uncited", "no-entity"}


def test_classes():
    """Each class of a template has a style, and each style a template that uses it."""
    used = {
        name
        for path in TEMPLATES
        for attribute in re.findall(r'class="([^"{]*)"', path.read_text("utf-8"))
        for name in attribute.split()
    }
    styled = {
        name
        for path in STYLES
        for name in re.findall(
            r"\.([a-z][\w-]*)(?=[^{}]*\{)", re.sub(r'"[^"]*"|/\*.*?\*/', "", path.read_text("utf-8"))
        )
    }

    assert styled - used - MADE_BY_PLUGINS == set()
    # A block may have an element that its parent's style covers.
    assert {name for name in used - styled if "__" not in name} == {"page-actions"} - styled


def test_html_is_trusted_in_few_places():
    """Only bodies that plugins rendered are printed as HTML."""
    places = [path.name for path in TEMPLATES for _ in re.findall(r"\|\s*safe", path.read_text("utf-8"))]

    assert sorted(places) == ["about.html", "entry.html", "reading.html"]


def strings():
    """Return every interface string that templates use."""
    pattern = r'(?:\b_|\bngettext|\bin_language)\(\s*(?:[\w.]+,\s*)?"((?:[^"\\]|\\.)*)"'
    return {text for path in TEMPLATES for text in re.findall(pattern, path.read_text("utf-8"))}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_string_is_translated(path):
    """A catalog has each string of the templates, with a translation, and no other."""
    with path.open("rb") as file:
        catalog = {m.id[0] if isinstance(m.id, tuple) else m.id: m.string for m in read_po(file) if m.id}

    assert strings() - set(catalog) == set()
    # The autonym is asked for by the plugin.
    assert set(catalog) - strings() == {"Bahasa Indonesia"}
    assert [
        text for text, string in catalog.items() if not (all(string) if isinstance(string, tuple) else string)
    ] == []


@pytest.mark.parametrize(
    "path", [p for p in TEMPLATES if p.parent.name == "components"], ids=lambda p: p.stem
)
def test_a_component_is_one_macro_that_explains_itself(path):
    """A component's file holds the macro of its name, and begins with purpose, parameters and example."""
    text = path.read_text("utf-8")

    assert re.findall(r"{%-? macro (\w+)", text) == [path.stem]
    assert text.startswith("{#")
    assert f"Example: {{{{ {path.stem}(" in text


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_styles(path):
    """Styles use no ids, no !important outside print, no physical sides, and stay short."""
    text = path.read_text("utf-8")

    assert "!important" not in text
    assert not re.search(r"^\s*#", text, re.MULTILINE)
    assert not re.search(
        r"\b(margin|padding|border)-(left|right|top|bottom)\b|text-align: (left|right)", text
    )
    assert len(text.splitlines()) <= 120
