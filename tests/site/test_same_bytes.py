"""The same commit gives the same bytes, wherever and whenever it is built."""

import os
import shutil

from tests.conftest import SITEURL
from tests.site.test_changed_content import PARTS, ROOT, run


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
