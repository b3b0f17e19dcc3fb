"""Every form of every name is found wherever it stands."""

import pytest

from plugins.entities.entries import Entry, Guard, Name
from plugins.entities.index import Index
from plugins.entities.language import Language

NAMES = {
    "x": "name",
    "Kenya": "name",
    "Nagorno-Karabakh": "name",
    "Pantai Gading": "name",
    "Östland": "name",
    "D'Ivoire": "name",
    "L. Tigris": "name",
    "NATO": "acronym",
    "U.S.": "acronym",
    "G20": "acronym",
    "X": "acronym",
    "gencatan senjata": "term",
}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, KENYA, (KENYA) dan KENYANYA: PRO-KENYA, eksKENYA-NATO",
        "NAGORNO-KARABAKH PANTAI GADING Pantai GADING ÖSTLAND/NATO D'IVOIRE L. TIGRIS",
        "U.S., U.S.A., G20, G200, X, XX, X–X, x, natoNATO, “US” KEN YA",
        "GENCATAN SENJATA Gencatan Senjata Gencatan senjata gencatan senjata KEN",
        "K KE KEN 2KENYA _KENYA ÉKENYA KENYÉ",
    ],
)
def test_forms_are_found_as_by_looking_for_each(text):
    """What is found is what stands there, but for capitals behind a capital, which no name may begin."""
    entry = Entry("a", tuple(Name("a", name, sort) for name, sort in NAMES.items()), (Guard("KEN YA"),))
    index = Index([entry], Language("id"))

    found = sorted((start, end, form.text) for start, end, form in index.find(text))

    def within(start, form):
        return len(form) > 1 and form[:2].isupper() and "A" <= text[start - 1 : start] <= "Z"

    assert found == sorted(
        (start, start + len(form.text), form.text)
        for form in index.forms
        for start in range(len(text))
        if text.startswith(form.text, start) and not within(start, form.text)
    )
