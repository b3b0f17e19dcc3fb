"""The stylesheets as one."""

import base64
import hashlib

from plugins.presentation.styles import bundle, content_security_policy


def test_bundle(tmp_path):
    """Imports stand in their layers in order, minified, with the font's address filled in."""
    (tmp_path / "a.css").write_text('@font-face { src: url("FONT"); }\n/* why */ a { color: red; }\n')
    main = tmp_path / "main.css"
    main.write_text('@layer base, blocks;\n@import "a.css" layer(base);\n')

    assert bundle(main, "/f.woff2") == (
        '@layer base,blocks;@layer base{@font-face{src:url("/f.woff2")}a{color:red}}'
    )


def test_policy():
    """The policy allows the page's own styles by their hash, and scripts of the theme alone."""
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()

    assert content_security_policy("a{}", ["https://a.org/theme/"]) == (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src https://a.org/theme/; "
        "connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
    )


def test_policy_of_the_search():
    """The search may also run WebAssembly, in a worker of its own folder."""
    policy = content_security_policy("a{}", ["/theme/", "/pagefind/"], programs=True)

    assert "script-src /theme/ /pagefind/ 'wasm-unsafe-eval'; worker-src /theme/ /pagefind/;" in policy
