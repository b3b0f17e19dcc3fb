"""Template names that speak the language of the page being rendered.

One Jinja environment serves all languages: each callable looks at the context it is called in.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.core import get_global, parse_locale
from babel.numbers import format_decimal
from jinja2 import pass_context
from markupsafe import Markup

from plugins.bilingual import dates
from plugins.bilingual.catalogs import AUTONYM
from plugins.documents.addresses import home_url, section_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context, Macro

    from plugins.bilingual.catalogs import Catalogs


@cache
def _display_name(lang: str, in_lang: str) -> str:
    return Locale.parse(lang).get_display_name(in_lang) or lang


@cache
def _with_territory(lang: str) -> str:
    """Return a language with the territory where most of its speakers are, as Open Graph writes it."""
    territory = parse_locale(get_global("likely_subtags").get(lang, lang))[1]
    return f"{lang}_{territory}" if territory else lang


def _lang(context: Context) -> str:
    """Return the language of what is rendered: `subject` of the page template that is at work."""
    return str(context.resolve("subject").lang)


class Once:
    """Makes what a component gives for the same things once for each language: sources and entries recur.

    Its macro may look at nothing but these things, the language and what is the same on all pages.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Markup, tuple[object, ...]]] = {}
        self._macros: dict[tuple[str, str], Macro] = {}

    @pass_context
    def __call__(self, context: Context, component: str, *things: object) -> Markup:
        """Return what the macro of a component gives for these things; it needs no import."""
        macro = component, _lang(context)
        key = *macro, *(one if isinstance(one, str) else id(one) for one in things)
        if key not in self._made:
            if macro not in self._macros:
                self._macros[macro] = _macro(component, context)
            # With the things: an id is a thing's own only while the thing is there.
            self._made[key] = Markup(self._macros[macro](*things)), things
        return self._made[key][0]

    def forget(self) -> None:
        """Make everything anew from now on: a template has changed."""
        self._made.clear()
        self._macros.clear()


def _macro(component: str, context: Context) -> Macro:
    """Return the macro of a component, as an import with `context` gives it."""
    template = context.environment.get_template(f"components/{component}.html")
    macro: Macro = getattr(template.make_module(context.get_all()), component)
    return macro


def template_globals(catalogs: Catalogs, settings: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return the functions that templates call."""
    sections, root = settings["SECTIONS"], settings["SITEURL"]

    @pass_context
    def gettext(context: Context, message: str, **values: object) -> str:
        """Return an interface string in the page's language, with {names} filled in."""
        translated = catalogs.gettext(_lang(context), message)
        return translated.format(**values) if values else translated

    @pass_context
    def ngettext(context: Context, singular: str, plural: str, n: int) -> str:
        """Return the form of an interface string that fits `n`."""
        return catalogs.ngettext(_lang(context), singular, plural, n)

    def autonym(lang: str) -> str:
        """Return a language's name in itself."""
        return catalogs.gettext(lang, AUTONYM)

    def url_for(path: str) -> str:
        """Return the absolute address of a path of the site."""
        return f"{root}/{path}"

    def url_of_section(name: str, lang: str) -> str:
        """Return the absolute address of a listing, of a language's home or of its feed."""
        if name == "home":
            return url_for(home_url(lang))
        if name == "feed":
            return url_for(feed_path(lang))
        return url_for(section_url(sections, name, lang))

    return {
        "once": Once(),
        "_": gettext,
        "ngettext": ngettext,
        "autonym": autonym,
        "in_language": catalogs.gettext,
        "url_for": url_for,
        "section_url": url_of_section,
    }


def template_filters() -> dict[str, Callable[..., Any]]:
    """Return the filters that templates use."""

    @pass_context
    def spoken_date(context: Context, value: Any) -> str:
        """Return a date in words in the page's language."""
        return dates.spoken(_lang(context), value)

    @pass_context
    def language(context: Context, lang: str) -> str:
        """Return a language's name in the page's language."""
        return _display_name(lang, _lang(context))

    @pass_context
    def coordinates(context: Context, place: tuple[float, float]) -> str:
        """Return latitude and longitude in degrees, with the decimal sign of the page's language."""
        return "; ".join(f"{format_decimal(degrees, '0.00', locale=_lang(context))}°" for degrees in place)

    return {
        "date": spoken_date,
        "iso_date": dates.machine,
        "language": language,
        "coordinates": coordinates,
        "with_territory": _with_territory,
    }


def feed_path(lang: str) -> str:
    """Return where a language's feed lives, relative to the site's root."""
    return f"{home_url(lang)}feed.atom.xml"
