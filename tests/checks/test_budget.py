"""What pages cost, measured on a small site."""

import random

from plugins.checks.budget import costs, lives_at, over_budget, table

ROOT = "https://x.org/j"


def site(tmp_path, page):
    """Write a site of one page and the files it may name."""
    (tmp_path / "a.js").write_text("1;" * 10, "utf-8")
    (tmp_path / "index.html").write_text(page, "utf-8")
    return costs(tmp_path, ROOT)


def test_cost(tmp_path):
    """A page's own bytes, its styles, its scripts, and what the first view fetches."""
    (cost,) = site(
        tmp_path, f'<style>a{{}}</style><body data-kind="home"><script src="{ROOT}/a.js" defer></script>'
    )

    assert (cost.kind, cost.requests, cost.hosts) == ("home", 2, ())
    assert cost.view == cost.page + cost.script
    assert cost.style > 0
    assert list(over_budget([cost])) == []
    assert "home" in table([cost])


def test_over_budget(tmp_path):
    """A page that is too heavy is named with its figure and its limit."""
    noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40_000))

    (line,) = over_budget(site(tmp_path, f'<body data-kind="x"><p>{noise}'))

    assert line.startswith("index.html: page 2")
    assert line.endswith("at most 20000")


def test_other_hosts(tmp_path):
    """What another host sends is told, and not looked for here."""
    (cost,) = site(tmp_path, '<body data-kind="x"><script src="https://other.org/a.js"></script>')

    assert (cost.hosts, cost.script) == (("https://other.org/a.js",), 0)
    assert list(over_budget([cost])) == ["index.html: requests to other hosts 1, at most 0"]


def test_the_address_of_a_site(tmp_path):
    """A site tells for which address it was built, whatever the settings say by now."""
    before = lives_at(tmp_path)
    site(tmp_path, f'<link rel="canonical" href="{ROOT}/"><body data-kind="home">')

    assert (before, lives_at(tmp_path)) == ("", ROOT)
