"""A rule on what a page keeps of the draft it was."""

from dataclasses import replace

import pytest

from plugins.checks.source_drafts import nothing_stands_that_asks_to_be_replaced as rule
from plugins.documents.placeholders import BODY, SUMMARY
from tests.checks.corpus import document, told


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_body_that_nobody_wrote(lang):
    """Each sentence that asks to be replaced is told on its line."""
    body = "Ia keluar. [@a]\n\nWrite here, one sentence per line.\n{: .uncited}\n"

    assert told(rule, document(body, lang=lang)) == [
        "body:3: “Write here, one sentence per line.” is what the draft began with [placeholder]\n"
        "  fix: Write what belongs there."
    ]
    assert len(told(rule, document("\n".join(BODY), lang=lang))) == 2


def test_a_summary_that_nobody_wrote():
    """The summary of `make new` is told where it stands."""
    made = document("Ia keluar. [@a]\n")

    (found,) = rule(replace(made, front=made.front.model_copy(update={"summary": SUMMARY})), None)

    assert (found.line, found.problem) == (4, f"“{SUMMARY}” is what the draft began with")


def test_a_page_of_its_own():
    """What a writer wrote is nobody's placeholder, also where it speaks of writing."""
    assert told(rule, document("Di sini ditulis: Write here, one sentence per line. [@a]\n")) == []
