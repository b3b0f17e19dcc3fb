"""What templates, styles and strings must agree on."""

import re
from pathlib import Path

import pytest

from plugins.bilingual.catalogs import catalog_findings, read_catalogs

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


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_string_is_translated(path):
    """A catalog has each string of the templates, with a translation, and no other."""
    languages = (path.stem,)

    assert catalog_findings(THEME, read_catalogs(path.parent, languages), languages, "") == []


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
