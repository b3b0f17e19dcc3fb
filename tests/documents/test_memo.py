"""What earlier builds worked out is taken only where the same went into it."""

import multiprocessing
import os
import subprocess
import sys

import pytest

from plugins.documents.memo import Job, Memo, fingerprint, load, save
from plugins.documents.pickles import Pickles

NAME = b"n" * 16


def ask(memo, work, given, make):
    """Ask a memo for what `make` gives."""
    return memo.of(Job(work, given, make))


def counting():
    """Return a function that counts its calls, and the list of them."""
    calls = []

    def make():
        calls.append(len(calls) + 1)
        return calls[-1]

    return make, calls


def test_works_out_once():
    """The same work on the same texts is done once; other texts, other work, and texts cut elsewhere are others."""
    memo, (make, calls) = Memo(), counting()

    found = [
        ask(memo, "body", ("a", "b"), make),
        ask(memo, "body", ("a", "b"), make),
        ask(memo, "body", ("ab", ""), make),
        ask(memo, "line", ("a", "b"), make),
    ]

    assert (found, calls) == ([1, 1, 2, 3], [1, 2, 3])


def test_a_failure_is_not_kept():
    """What raises is asked again."""
    memo = Memo()

    with pytest.raises(ZeroDivisionError):
        ask(memo, "body", ("a",), lambda: 1 // 0)

    assert ask(memo, "body", ("a",), lambda: 1) == 1


def test_is_kept_in_a_file(tmp_path):
    """A saved memo knows what was asked for; what a later build does not ask for is forgotten."""
    first = Memo()
    for text in "ab":
        ask(first, "body", (text,), lambda text=text: text.upper())
    save(first, tmp_path / "memo", NAME)
    make, calls = counting()

    second = load(tmp_path / "memo", NAME)
    found = ask(second, "body", ("a",), make)
    save(second, tmp_path / "memo", NAME)
    third = load(tmp_path / "memo", NAME)

    assert (found, ask(third, "body", ("a",), make), calls) == ("A", "A", [])
    assert (ask(third, "body", ("b",), make), calls) == (1, [1])
    assert [path.name for path in tmp_path.iterdir()] == ["memo"]


def test_a_build_that_did_not_end_forgets_nothing(tmp_path):
    """It did not come to ask for all that the next one needs."""
    first = Memo()
    ask(first, "body", ("a",), lambda: "A")
    save(first, tmp_path / "memo", NAME)

    save(load(tmp_path / "memo", NAME), tmp_path / "memo", NAME, is_whole=False)

    assert ask(load(tmp_path / "memo", NAME), "body", ("a",), lambda: "new") == "A"


def test_what_a_killed_build_left_is_removed(tmp_path):
    """A file that is half written by a process which is gone; not one that another build writes now."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = [f"memo.{gone.pid}", f"memo.{os.getppid()}", "memo.txt"]
    for name in names:
        (tmp_path / name).touch()

    save(Memo(), tmp_path / "memo", NAME)

    assert {path.name for path in tmp_path.iterdir()} == {"memo", *names[1:]}


def test_of_other_code_is_empty(tmp_path):
    """A file of another fingerprint counts as none."""
    memo = Memo()
    ask(memo, "body", ("a",), lambda: "old")
    save(memo, tmp_path / "memo", NAME)

    assert ask(load(tmp_path / "memo", b"m" * 16), "body", ("a",), lambda: "new") == "new"


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:20], lambda _: b"", lambda data: data[:-2] + b"xx"]
)
def test_damaged_is_empty(tmp_path, damage):
    """A file that was cut short or changed counts as none, wherever the damage is."""
    memo, file = Memo(), tmp_path / "memo"
    ask(memo, "body", ("a",), lambda: "old")
    save(memo, file, NAME)
    file.write_bytes(damage(file.read_bytes()))

    assert ask(load(file, NAME), "body", ("a",), lambda: "new") == "new"


def test_cannot_be_saved(tmp_path):
    """Where no file can be written, the build goes on."""
    (tmp_path / "memo").write_text("a file, not a folder")

    save(Memo(), tmp_path / "memo" / "memo", NAME)

    assert (tmp_path / "memo").read_text() == "a file, not a folder"


def test_fingerprint_knows_the_settings():
    """Another value, a value deep within, and another function give another fingerprint; order does not."""
    settings = {"SITEURL": "https://a.example", "SECTIONS": {"about": {"id": "tentang"}}, "FILTER": len}
    others = [
        settings | {"SITEURL": "https://b.example"},
        settings | {"SECTIONS": {"about": {"id": "perihal"}}},
        settings | {"FILTER": sum},
    ]
    assert fingerprint(settings | {"PROCESSES": 5}) == fingerprint(settings), "it changes no result"

    names = {fingerprint(settings), *map(fingerprint, others)}

    assert len(names) == 4
    assert fingerprint(dict(reversed(settings.items()))) == fingerprint(settings)


def test_fingerprint_knows_the_settings_file(tmp_path):
    """A function, a day or a set that it says otherwise changes results, though its name and kind are the same."""
    file = tmp_path / "conf.py"
    settings = {"SETTINGS_FILE": str(file), "FILTER": len}
    file.write_text("JINJA_FILTERS = {'loud': lambda text: text.upper()}")
    before = fingerprint(settings)
    file.write_text("JINJA_FILTERS = {'loud': lambda text: text.lower()}")

    assert fingerprint(settings) != before


def test_forks_do_not_disturb_each_other(tmp_path):
    """A fork reads what was known before it and keeps what is new, while others do the same with the same files."""
    first = Memo()
    for number in range(50):
        ask(first, "old", (str(number),), lambda number=number: "o" * number)
    save(first, tmp_path / "memo", NAME)
    memo = load(tmp_path / "memo", NAME)
    ask(memo, "new", ("0",), lambda: "before")

    def work(name):
        for number in [*range(50)] * 40:
            assert ask(memo, "old", (str(number),), str) == "o" * number
        for number in range(50):
            assert ask(memo, "new", ("0",), str) == "before"
            ask(memo, "new", (name, str(number)), lambda number=number: name * number)
            assert ask(memo, "new", (name, str(number)), str) == name * number

    forks = [multiprocessing.get_context("fork").Process(target=work, args=(name,)) for name in "abc"]
    for fork in forks:
        fork.start()
    work("d")
    for fork in forks:
        fork.join()

    assert [fork.exitcode for fork in forks] == [0, 0, 0]
    assert ask(memo, "new", ("d", "49"), str) == "d" * 49


def test_a_full_disk_costs_the_memo_only(monkeypatch):
    """What cannot be kept is worked out again."""
    memo = Memo(Pickles())
    monkeypatch.setattr("os.pwrite", lambda *_: 1)

    assert [ask(memo, "body", ("a",), lambda: "made"), ask(memo, "body", ("a",), lambda: "again")] == [
        "made",
        "again",
    ]
