"""Templates are compiled once."""

from jinja2 import Environment, FileSystemLoader

from plugins.documents.compiled import Compiled, compile_all
from plugins.documents.memo import Memo


def test_all_are_compiled_but_those_that_cannot_be(tmp_path):
    """What an editor left, or is broken and unused, stops no build; the next one compiles nothing."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "page.html").write_text("{{ x }}")
    (tmp_path / "parts/foot.html").write_text("foot")
    (tmp_path / "old.html").write_text("{% if x %}")
    (tmp_path / ".#page.html").symlink_to("nobody@nowhere")
    memo = Memo()
    environment = Environment(
        loader=FileSystemLoader(tmp_path), bytecode_cache=Compiled(memo), autoescape=True
    )

    compile_all(environment, tmp_path)

    assert len(memo.used) == 2
    assert environment.get_template("parts/foot.html").render() == "foot"
