"""What a name means where it stands: rules in order, each with its evidence; when in doubt, none.

A rule looks at one case and either decides or passes on. Where none decides, the linker abstains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.entities import shared_names
from plugins.entities.governments import government, place
from plugins.entities.homographs import homograph
from plugins.entities.persons import surname
from plugins.entities.reading import Decision, certain_key
from plugins.entities.strangers import stranger_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.entities.reading import Case

    Rule = Callable[[Case], Decision | None]


# The name is in doubt; read again when the whole page is known.
ABSTAIN = "abstain"
# The name is nobody's in the glossary, for certain.
ELSEWHERE = "no entry"


def decide(case: Case) -> Decision:
    """Return what a candidate means."""
    for rule in RULES:
        if decision := rule(case):
            return decision
    return Decision(None, ABSTAIN, _doubt(case))


def settled(case: Case) -> Decision | None:
    """The page's `entities` field settles what a name means on it."""
    for name in (case.surface, *(name.text for name in case.candidate.names)):
        if name in case.reading.settled:
            key = case.reading.settled[name]
            return Decision(None if key == "none" else key, "settled", f"entities: {{{name}: {key}}}")
    return None


def guard(case: Case) -> Decision | None:
    """A guard means its own entry, or nothing."""
    return Decision(case.candidate.guard_key, "guard") if case.candidate.is_guard else None


def compound(case: Case) -> Decision | None:
    """A compound that is not understood abstains."""
    return Decision(None, ABSTAIN, case.candidate.fault) if case.candidate.fault else None


def certain(case: Case) -> Decision | None:
    """A name that only one entry has, and that is no ordinary word, means that entry."""
    key = certain_key(case.candidate)
    return Decision(key, "name") if key else None


def stranger(case: Case) -> Decision | None:
    """An unknown capitalised word beside a doubtful name means somebody else."""
    word = stranger_beside(case)
    return Decision(None, ABSTAIN, f"“{word}” beside it may make it somebody else’s") if word else None


def word_as_word(case: Case) -> Decision | None:
    """A doubtful name after “called”, or beside “another”, is somebody else's, or the bare word."""
    passage = case.passage
    before, after = passage.before(case.candidate.start, 1), passage.after(case.candidate.end, 1)
    language = passage.language
    if before and before[0].lower() in language.naming_words | language.others_before:
        return Decision(None, ELSEWHERE, f"after “{before[0]}”")
    if after and after[0].lower() in language.others_after:
        return Decision(None, ELSEWHERE, f"before “{after[0]}”")
    return None


def language_name(case: Case) -> Decision | None:
    """A people's name in the place of a language is the language: “in Portuguese”."""
    names = case.candidate.names
    if not names or any(name.sort != "demonym" for name in names):
        return None
    passage = case.passage
    before, after = passage.before(case.candidate.start, 1), passage.after(case.candidate.end, 1)
    if before and before[0].lower() in passage.language.spoken_before and not after:
        return Decision(None, ELSEWHERE, f"a language, after “{before[0]}”")
    if (
        after
        and after[0] in passage.language.spoken_after
        and before[:1] != ["the"]
        and before[:1] != ["The"]
    ):
        return Decision(None, ELSEWHERE, f"a language, before “{after[0]}”")
    return None


RULES: tuple[Rule, ...] = (
    settled,
    guard,
    compound,
    language_name,
    certain,
    word_as_word,
    shared_names.kind_beside,
    shared_names.apposed,
    stranger,
    surname,
    place,
    government,
    homograph,
    shared_names.elsewhere,
    shared_names.cues,
    shared_names.in_force,
)


def _doubt(case: Case) -> str:
    keys = sorted({name.key for name in case.candidate.names})
    if len(keys) > 1:
        return f"may mean {', '.join(keys)}"
    if case.is_homograph:
        return "is an ordinary word too"
    return {
        "metonym": "may mean the place or its government",
        "surname": "nobody of this name was named in full",
    }[case.candidate.names[0].sort]
