"""JSON-LD: what machines read of a page."""

import json

from plugins.presentation.structured_data import as_json


def test_nothing_ends_the_script():
    """Text that would end the element, or begin another, is written as escapes."""
    text = as_json({"name": "</script><script>alert(1)</script>&amp;<!--"})

    assert not set("<>&") & set(text)
    assert json.loads(text) == {"name": "</script><script>alert(1)</script>&amp;<!--"}
