"""Peoples' names that are their languages: “in Portuguese”, “texts in German and French only”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities.reading import ELSEWHERE, Decision

if TYPE_CHECKING:
    from plugins.entities.candidates import Candidate
    from plugins.entities.reading import Case


def language_name(case: Case) -> Decision | None:
    """A people's name in the place of a language is the language: “in Portuguese”, “in German and French”."""
    if not case.candidate.form.is_demonym or case.surface.endswith("s"):
        return None
    passage, language = case.passage, case.passage.language
    first, last = _joined_peoples(case, -1), _joined_peoples(case, 1)
    before = passage.before(first.start, 1)
    text = passage.text[last.end :]
    following = re.match(r"[”\"’']? (\w+)", text)
    if before and before[0].lower() in language.spoken_always:
        return Decision(None, ELSEWHERE, f"a language, after “{before[0]}”")
    has_noun = following and following[1] not in language.no_nouns
    if before and before[0].lower() in language.spoken_before and not has_noun:
        return Decision(None, ELSEWHERE, f"a language, after “{before[0]}”")
    if following and following[1] in language.spoken_after and before[:1] not in (["the"], ["The"]):
        return Decision(None, ELSEWHERE, f"a language, before “{following[1]}”")
    opens_apart = language.spoken_before and re.match(", [a-z]", text)
    if opens_apart and passage.opens_sentence(first.start):
        return Decision(None, ELSEWHERE, "a language: it opens the sentence, and no noun follows")
    if text.startswith(tuple(language.spoken_appositions)):
        return Decision(None, ELSEWHERE, "a language, as the words after it say")
    return None


def _joined_peoples(case: Case, step: int) -> Candidate:
    """Return the last of the peoples' names that “and” joins to one, to the left (-1) or right (+1)."""
    passage, one = case.passage, case.candidate
    while (other := passage.neighbour(one, step)) is not None and other.form.is_demonym:
        between = passage.text[min(one.end, other.end) : max(one.start, other.start)].strip()
        if between not in passage.language.joiners:
            break
        one = other
    return one
