"""What a name means where it stands: rules in order, each with its evidence; when in doubt, none.

A rule looks at one case and either decides or passes on. Where none decides, the linker abstains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.entities import shared_names
from plugins.entities.governments import government, place
from plugins.entities.homographs import homograph
from plugins.entities.persons import PERSON, namesake, surname
from plugins.entities.reading import ABSTAIN, ELSEWHERE, Decision, certain_key
from plugins.entities.spoken import language_name
from plugins.entities.strangers import stranger_after, stranger_beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.entities.reading import Case

    Rule = Callable[[Case], Decision | None]


# Quotation marks; nothing stands before the first character of a text or after its last.
OPENING, CLOSING = {"“", '"', "‘"}, {"”", '"', "’"}
_APPOSED = re.compile(r", ((?:\w+ ){0,2}\w+)")


def decide(case: Case) -> Decision:
    """Return what a candidate means."""
    for rule in RULES:
        if decision := rule(case):
            return decision
    return Decision(None, ABSTAIN, _doubt(case))


def settled(case: Case) -> Decision | None:
    """The page's `entities` field settles what a name means on it."""
    if not case.reading.settled:
        return None
    for name in (case.surface, *(name.text for name in case.candidate.names)):
        if name in case.reading.settled:
            key = case.reading.settled[name]
            return Decision(None if key == "none" else key, "settled", f"entities: {{{name}: {key}}}")
    return None


def guard(case: Case) -> Decision | None:
    """A guard means its own entry, or nothing."""
    form = case.candidate.form
    return Decision(form.guard_key, "guard") if form.is_guard else None


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


def christened(case: Case) -> Decision | None:
    """What bears a name as its own is not the entry: “cat bernama Sudan III”; a land called so is."""
    language, before = case.passage.language, case.passage.before(case.candidate.start, 2)
    if not before or before[-1].lower() not in language.christening_words or case.keys("former"):
        return None
    kinds = language.kind_words
    types = case.types
    in_full = types == {PERSON} and " " in case.surface
    if in_full or any(word.lower() in kinds.get(one, ()) for word in before[:-1] for one in types):
        return None
    return Decision(None, ELSEWHERE, f"after “{before[-1]}”")


def word_as_word(case: Case) -> Decision | None:
    """A doubtful name in quotation marks, after “called” or “another”, or of another kind is another’s."""
    passage, language = case.passage, case.passage.language
    start, end = case.candidate.start, case.candidate.end
    before, after = passage.before(start, 2), passage.after(end, 3)
    if passage.text[start - 1 : start] in OPENING and passage.text[end : end + 1] in CLOSING:
        return Decision(None, ELSEWHERE, "the word itself, in quotation marks")
    naming = frozenset() if case.keys("former") else language.naming_words
    if before and before[-1].lower() in naming | language.others_before:
        return Decision(None, ELSEWHERE, f"after “{before[-1]}”")
    said = " ".join(after).lower()
    if naming and said.startswith(tuple(language.naming_after)):
        return Decision(None, ELSEWHERE, f"before “{said}”")
    if after and after[0].lower() in language.others_after:
        return Decision(None, ELSEWHERE, f"before “{after[0]}”")
    for kind, words in language.kind_words.items() if case.types == {PERSON} else ():
        beside = [word for word in before if word.lower() in words]
        apposed = _APPOSED.match(passage.text, end)
        if kind != PERSON and apposed and any(word in words for word in apposed[1].split()):
            return Decision(None, ELSEWHERE, f"a {kind}: “{apposed[1]}”")
        if kind != PERSON and beside and before[-1] in {beside[-1], *language.kind_joiners}:
            return Decision(None, ELSEWHERE, f"a {kind}: “{' '.join(before)}”")
    return None


def thing(case: Case) -> Decision | None:
    """With an article and no noun, a name is a thing called so: “the ship Charles de Gaulle”, “a Bandung”."""
    passage, language = case.passage, case.passage.language
    before = passage.before(case.candidate.start, 1)
    article = before[0].lower() if before else ""
    if article not in language.articles or passage.text[case.candidate.end :][:1] == "-":
        return None
    after = passage.after(case.candidate.end, 1)
    if after and after[0] not in language.auxiliaries | language.no_nouns:
        return None
    names = case.candidate.names
    types = case.types
    own = types == {PERSON} and all(name.canonical or name.sort == "surname" for name in names)
    plain = " " not in case.surface and all(name.sort in {"name", "acronym"} for name in names)
    doubtful = (
        all(name.sort == "name" for name in names)
        and types <= {"country", "place"}
        and certain_key(case.candidate) is None
    )
    if own or (plain and (article in language.indefinite or doubtful)):
        return Decision(None, ELSEWHERE, f"after “{before[0]}”")
    return None


def runs_on(case: Case) -> Decision | None:
    """A name that an unknown capitalised word follows is part of a longer one: “Germany Schaefer”."""
    end = case.candidate.end
    if not case.passage.text[end + 1 : end + 2].isupper():
        return None
    types = case.types
    if not types or not types <= case.passage.language.run_on or case.passage.is_title_case:
        return None
    if any(name.sort == "demonym" for name in case.candidate.names):
        return None
    word = stranger_after(case)
    return Decision(None, ELSEWHERE, f"before “{word}”") if word else None


RULES: tuple[Rule, ...] = (
    settled,
    guard,
    compound,
    language_name,
    thing,
    runs_on,
    namesake,
    christened,
    certain,
    word_as_word,
    shared_names.kind_beside,
    shared_names.apposed,
    stranger,
    surname,
    place,
    government,
    homograph,
    shared_names.nearby,
    shared_names.cues,
    shared_names.elsewhere,
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
