"""The same commit gives the same bytes, wherever and whenever it is built."""

import os
import shutil

from plugins.documents import pickles
from tests.conftest import SITEURL
from tests.site.test_changed_content import PARTS, ROOT, copy, run  # noqa: F401 (a fixture)


def contents(folder):
    """Return path → bytes of every file of a site, search index and pictures included."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_another_folder_time_zone_locale_order_seed_and_number_of_processes(built_site, tmp_path):
    """A copy whose files were written in another order and at other times gives identical files."""
    for part in PARTS:
        source = ROOT / part
        if source.is_file():
            shutil.copyfile(source, tmp_path / part)
            continue
        for path in sorted(source.rglob("*"), reverse=True):
            if path.is_file() and "__pycache__" not in path.parts:
                target = tmp_path / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (1_000_000_000, 1_000_000_000))
    status, told = run(
        tmp_path,
        SITEURL=SITEURL,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="de_DE.UTF-8",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="1000000000",
        JELAS_PROCESSES="1" if (os.cpu_count() or 1) > 1 else "2",
    )

    assert (status, told) == (0, "")
    made, expected = contents(tmp_path / "output"), contents(built_site)
    assert made.keys() == expected.keys()
    assert [name for name in made if made[name] != expected[name]] == []


def known(folder):
    """Return the names of the results that a build left."""
    with (folder / ".build/cache/memo").open("rb", buffering=0) as file:
        return set(pickles.read(file, file.read(pickles.KEY)))


def test_another_build_works_nothing_out(copy):  # noqa: F811
    """Built again, with another hash seed, nothing has another name: no page is rendered, no text read anew."""
    page = copy / "content/background/csto.en.md"
    change = "changes:\n  - {date: 2026-11-26, note: A date was wrong., correction: true}\n"
    page.write_text(page.read_text("utf-8").replace("\nslug:", f"\n{change}slug:", 1), "utf-8")
    assert run(copy, PYTHONHASHSEED="1") == (0, "")
    first = known(copy)
    assert run(copy, PYTHONHASHSEED="7") == (0, "")

    assert len(first) > 1000
    assert known(copy) == first
