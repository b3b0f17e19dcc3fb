"""The options of the measurements; each takes those that mean something to it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

HELP = {
    "pages": "pages of the made-up site in each language",
    "entries": "glossary entries of the made-up site in each language",
    "rounds": "measurements of each contender",
    "edits": "edits in a row, after which memory is looked at",
    "growth": "how time grows with the pages, up to --pages",
    "install": "fetch the peers, into a folder if one is named",
    "lighthouse": "path of Lighthouse",
}


def read_options(arguments: list[str] | None = None, /, **defaults: int | str | bool | None) -> Namespace:
    """Return the options typed, with `json`; `defaults`: name → value, whose type is the option's.

    An option whose default is None may be given a value or stand alone, which is "".
    """
    parser = ArgumentParser(prog="invoke bench WHAT")
    parser.add_argument("--json", action="store_true", help="as JSON")
    for name, default in defaults.items():
        option, told = f"--{name}", HELP[name]
        if isinstance(default, bool):
            parser.add_argument(option, action="store_true", help=told)
        elif default is None:
            parser.add_argument(option, nargs="?", const="", help=told)
        else:
            parser.add_argument(option, type=type(default), default=default, help=told)
    return parser.parse_args(arguments)
