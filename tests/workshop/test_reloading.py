"""The script that reloads a previewed page."""

import pytest

from plugins.workshop.reloading import allow_self, with_reload

SCRIPT = '<script src="/-preview/reload.js" data-build="7f" data-tag="a1"></script>'


@pytest.mark.parametrize(
    ("page", "served"),
    [
        ("<body><p>Isi</p></body></html>", f"<body><p>Isi</p>{SCRIPT}</body></html>"),
        # The last end of a body is the page's own.
        ("<body><pre></body></pre></BODY >", f"<body><pre></body></pre>{SCRIPT}</BODY >"),
        # Minified pages leave it out.
        ("<p>Text", f"<p>Text{SCRIPT}"),
    ],
)
def test_stands_last_in_the_body(page, served):
    """The page comes first, the script last."""
    assert with_reload(page, "7f", "a1") == served


def test_is_allowed_by_the_page():
    """The page's own policy lets the script in and lets it listen."""
    page = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"

    assert with_reload(page, "7f", "a1") == (
        "<meta http-equiv='Content-Security-Policy' content=\"default-src &#x27;none&#x27;; "
        f'script-src &#x27;self&#x27;; connect-src &#x27;self&#x27;">{SCRIPT}'
    )


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("default-src 'none'", "default-src 'none'; connect-src 'self'"),
        ("default-src 'self'; img-src data:", "default-src 'self'; img-src data:"),
        (
            "default-src 'none'; connect-src https://a.example",
            "default-src 'none'; connect-src https://a.example 'self'",
        ),
        ("connect-src 'none'", "connect-src 'self'"),
        # Nothing is forbidden, so nothing need be allowed.
        ("img-src 'self'; upgrade-insecure-requests", "img-src 'self'; upgrade-insecure-requests"),
        ("", ""),
    ],
)
def test_policy_allows_self(policy, allowed):
    """Only the directives asked for change, and only where they forbid."""
    assert allow_self(policy, "connect-src") == allowed
