"""What a macro gives for the same things is made once for each language."""

from jinja2 import DictLoader, Environment

from plugins.bilingual.strings import Once


class Thing:
    """Something a page prints; it counts how often."""

    printed = 0

    def __str__(self):
        self.printed += 1
        return f"{self.printed}<"


class Subject:
    """A page in a language."""

    def __init__(self, lang):
        self.lang = lang


def page(once):
    """Return a function that renders a page which prints things twice."""
    macro = "{% macro line(thing, part) %}{{ thing }}{{ part }} {% endmacro %}"
    body = '{% for one in things %}{{ once("line", one, part) * 2 }}{% endfor %}'
    templates = {"components/line.html": macro, "page": body}
    jinja = Environment(loader=DictLoader(templates), autoescape=True)

    def render(lang, things, part=""):
        return jinja.get_template("page").render(subject=Subject(lang), things=things, part=part, once=once)

    return render


def test_once_for_each_language():
    """The same thing is printed once for a language and a part, whatever page asks, and escaped."""
    render, thing = page(Once()), Thing()

    assert render("id", [thing, thing]) == "1&lt; " * 4
    assert render("id", [thing]) == "1&lt; " * 2
    assert render("en", [thing]) == "2&lt; " * 2
    assert render("id", [thing], "p. 4") == "3&lt;p. 4 " * 2


def test_things_do_not_take_each_others_place():
    """Things that come and go are other things, also where memory is used again."""
    render = page(Once())

    for _ in range(100):
        assert render("id", [Thing()]) == "1&lt; " * 2


def test_forgets():
    """After a template has changed all is made anew."""
    once, thing = Once(), Thing()
    render = page(once)
    render("id", [thing])
    once.forget()

    assert render("id", [thing]) == "2&lt; " * 2
