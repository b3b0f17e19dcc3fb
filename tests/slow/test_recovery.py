"""What is served is one whole site, whatever happens to a build. Run by `invoke test --slow`: some minutes.

The real builder, staging and swap; in place of Pelican a program that writes a site of many files, so that a
hundred builds can be killed in a minute. One full build is killed as well, and builds again.
"""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
FILES = 300
# Writes FILES files that all hold one number: a whole site has one number throughout.
WRITER = f"""
import sys, pathlib
folder, number = pathlib.Path(sys.argv[1]), sys.argv[2]
for n in range({FILES} - 1):
    path = folder / str(n % 17) / f"{{n}}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(number)
(folder / "index.html").write_text(number)
"""
BUILD = """
import sys
from pathlib import Path
from plugins.workshop.build import Job, build
from plugins.workshop.staging import Place
place = Place(Path(sys.argv[1]) / "output", Path(sys.argv[1]) / "work")
build(Job(place, [sys.executable, "-c", sys.argv[2], str(place.staging), sys.argv[3]], {}))
"""


def start(folder, number, **options):
    """Start a build of the site of one number."""
    command = [sys.executable, "-c", BUILD, str(folder), WRITER, str(number)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def finish(process):
    """Wait for a build; return its exit status."""
    process.communicate()
    return process.returncode


def site(folder):
    """Return the numbers of the site's files, and how many files it has."""
    files = list((folder / "output").rglob("*.html")) if (folder / "output").is_dir() else []
    return {path.read_text() for path in files}, len(files)


def test_killed_a_hundred_times(tmp_path):
    """After each kill, at a random moment, the site is whole or away for the next start to bring back."""
    dice = random.Random(1)
    assert finish(start(tmp_path, 0)) == 0
    started = time.monotonic()
    assert finish(start(tmp_path, 0)) == 0
    whole = time.monotonic() - started
    good = "0"
    for number in range(1, 101):
        process = start(tmp_path, number, start_new_session=True)
        time.sleep(dice.uniform(0, whole * 1.1))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        numbers, count = site(tmp_path)
        if not count:  # between the two renames: the old site waits beside
            assert (tmp_path / "work" / "previous").is_dir()
            continue
        assert count == FILES
        assert numbers in ({good}, {str(number)})
        good = numbers.pop()
    assert finish(start(tmp_path, 101)) == 0
    assert site(tmp_path) == ({"101"}, FILES)
    assert sorted(path.name for path in (tmp_path / "work").iterdir()) == ["lock"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(tmp_path, sign):
    """An interrupt or a polite end leaves the old site, and the next build succeeds."""
    assert finish(start(tmp_path, 0)) == 0
    process = start(tmp_path, 1, start_new_session=True)
    time.sleep(0.15)
    os.killpg(process.pid, sign)
    process.communicate()

    assert site(tmp_path) in (({"0"}, FILES), ({"1"}, FILES))
    assert finish(start(tmp_path, 2)) == 0
    assert site(tmp_path) == ({"2"}, FILES)


def test_two_at_once(tmp_path):
    """Of two builds of one place one works; the other says that it is busy."""
    first, second = start(tmp_path, 1), start(tmp_path, 2)
    ends = [first.communicate()[1], second.communicate()[1]]

    assert sorted([first.returncode, second.returncode]) in ([0, 1], [0, 0])
    assert first.returncode == second.returncode == 0 or any(
        "another build of it is running" in end for end in ends
    )
    numbers, count = site(tmp_path)
    assert (len(numbers), count) == (1, FILES)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounts a small disk")
def test_full_disk(tmp_path):
    """On a full disk the build fails, the old site stays, and with room again the next build succeeds."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("may not mount")
    try:
        assert finish(start(disk, 0)) == 0
        filler = disk / "filler"
        file = os.open(filler, os.O_WRONLY | os.O_CREAT)
        with contextlib.suppress(OSError):
            while True:
                os.write(file, b"x" * 4096)
        os.close(file)
        assert finish(start(disk, 1)) != 0
        assert site(disk) == ({"0"}, FILES)
        filler.unlink()
        assert finish(start(disk, 2)) == 0
        assert site(disk) == ({"2"}, FILES)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_real_build_killed(tmp_path):
    """Pelican itself, killed in the middle: the old site stays, and the next build succeeds."""
    output, work = tmp_path / "output", tmp_path / "work"
    code = (
        "import sys; from pathlib import Path; from plugins.workshop.build import build, pelican_job\n"
        "build(pelican_job(Path(sys.argv[1]), Path(sys.argv[2]), {'JELAS_DRAFTS': ''}))"
    )
    command = [sys.executable, "-c", code, str(output), str(work)]
    subprocess.run(command, cwd=ROOT, check=True)
    before = sorted(path.as_posix() for path in output.rglob("*"))
    for wait in (0.5, 2.0, 4.0):
        process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert sorted(path.as_posix() for path in output.rglob("*")) == before
    subprocess.run(command, cwd=ROOT, check=True)
    assert sorted(path.as_posix() for path in output.rglob("*")) == before
