"""The stylesheets as one."""

import base64
import hashlib

from plugins.presentation.styles import bundle, content_security_policy


def test_bundle(tmp_path):
    """Imports stand in their layers in order, each opened once, minified, with the font's address filled in."""
    (tmp_path / "a.css").write_text('@font-face { src: url("FONT"); }\n/* why */ a { color: red; }\n')
    (tmp_path / "b.css").write_text("b { top: 0; }\n")
    main = tmp_path / "main.css"
    imports = [("a", "base"), ("b", "blocks"), ("b", "blocks")]
    lines = [f'@import "{name}.css" layer({layer});\n' for name, layer in imports]
    main.write_text("@layer base, blocks;\n" + "".join(lines))

    assert bundle(main, "/f.woff2") == (
        '@layer base,blocks;@layer base{@font-face{src:url("/f.woff2")}a{color:red}}'
        "@layer blocks{b{top:0}b{top:0}}"
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
