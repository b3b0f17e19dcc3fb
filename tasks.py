"""Every task of the project: `make TASK`, or `.venv/bin/invoke TASK` for its options.

A task only calls what does the work, in plugins/.
"""

import importlib
import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import TextIO
from zoneinfo import ZoneInfo

from invoke.context import Context
from invoke.tasks import task

# Paths in the tasks and in findings are relative to the repository.
os.chdir(Path(__file__).parent)

OUTPUT, WORK, PREVIEW = Path("output"), Path(".build"), Path(".preview")
MEASUREMENTS = ("build", "linker", "edit", "peers", "reader")
CACHES = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")


@task
def build(_context: Context) -> None:
    """Build the site into output/."""
    from plugins.workshop.build import BuildFailed, build_and_tell, pelican_job
    from plugins.workshop.staging import Busy

    try:
        build_and_tell(pelican_job(OUTPUT, WORK, {"JELAS_DRAFTS": ""}), _settings().LANGUAGES)
    except (BuildFailed, Busy) as error:
        sys.exit(f"{error}\nNot built; {OUTPUT}/ is as it was.")
    except KeyboardInterrupt:
        sys.exit(f"\nStopped; {OUTPUT}/ is as it was.")
    print(f"It is in {OUTPUT}/. To look at it: make serve")


@task(
    help={
        "remote": "which remote; origin",
        "branch": "which branch; gh-pages",
        "domain": "a domain of your own",
        "dry_run": "build and check, push nothing",
    }
)
def publish(
    _context: Context,
    remote: str = "origin",
    branch: str = "gh-pages",
    domain: str = "",
    dry_run: bool = False,
) -> None:
    """Build the site and push it to a branch that GitHub Pages shows."""
    from plugins.workshop import publish as publishing

    try:
        publishing.ready(remote, _settings().SITEURL)
        build(_context)
        told = f"Would push {OUTPUT}/ to {branch} of {remote}." if dry_run else ""
        print(told or publishing.publish(OUTPUT, remote, branch, domain))
    except publishing.CannotPublish as problem:
        sys.exit(f"{problem}\nNothing was published.")


@task
def serve(_context: Context) -> None:
    """Show the site with its drafts, and follow every change."""
    from plugins.workshop.preview import preview

    preview(_settings().SITEURL, _settings().LANGUAGES, PREVIEW)


@task(
    help={
        "kind": "explainers, background, glossary, pages or about",
        "key": "a-z, 0-9 and hyphens",
        "title": "the page's title",
    },
    positional=["kind", "key"],
)
def new(_context: Context, kind: str, key: str, title: str = "") -> None:
    """Begin a page: a draft in each language."""
    from plugins.documents.findings import report
    from plugins.workshop.drafts import new_drafts

    settings = _settings()
    today = datetime.now(ZoneInfo(settings.TIMEZONE)).date()
    drafts, findings = new_drafts(Path(settings.PATH), kind, key, settings.LANGUAGES, today, title)
    if findings:
        sys.exit(report(findings))
    for path, text in drafts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(path)


@task(
    help={
        "rules": "list the rules, with examples",
        "entities": "report on names and links too",
        "diff": "what --entities says, and the links that change against output/",
        "json": "findings, or with --entities reports, as JSON",
        "format": "github: findings as annotations of a pull request",
        "sources": "sources that nothing cites",
        "translations": "what is missing, or older than its original",
        "stamp": "KEY: the translations of this page (or all) are of the original as it is now",
        "budget": "what the pages of output/ cost their readers",
        "accuracy": "how well the linker does on the gold set",
        "external": "ask whether the addresses of the sources still answer",
    }
)
def check(
    _context: Context,
    rules: bool = False,
    entities: bool = False,
    diff: bool = False,
    json: bool = False,
    budget: bool = False,
    accuracy: bool = False,
    external: bool = False,
    translations: bool = False,
    sources: bool = False,
    stamp: str = "",
    format: str = "",  # noqa: A002 (the option's name)
) -> None:
    """Check the content, without building; or answer one of the questions below."""
    from plugins.checks.gate import check_corpus, check_named
    from plugins.documents.corpus_reader import read_corpus
    from plugins.documents.findings import as_github, as_json, report
    from plugins.workshop.link_reports import link_reports, named_in
    from plugins.workshop.surveys import SURVEYS
    from plugins.workshop.translating import no_such_page, stamp_translations

    if format not in ("", "github"):
        sys.exit(f"There is no format “{format}”. Use github.")
    if diff and not any(OUTPUT.rglob("index.html")):
        sys.exit(f"{OUTPUT}/ is empty: make build first.")
    settings = _settings()
    corpus = read_corpus(Path(settings.PATH), settings.LANGUAGES, sections=settings.SECTIONS)
    questions = {
        "rules": rules,
        "budget": budget,
        "accuracy": accuracy,
        "translations": translations,
        "sources": sources,
        "external": external,
    }
    if asked := [name for name, wanted in questions.items() if wanted]:
        _say("\n".join(SURVEYS[name](corpus, settings) for name in asked))
    elif stamp and (problem := no_such_page(corpus, stamp)):
        sys.exit(problem)
    elif stamp:
        _say("\n".join(stamp_translations(corpus, stamp, settings.LANGUAGES)) or "Nothing to stamp.")
    elif findings := check_corpus(corpus) or check_named(corpus, named_in(corpus, settings)):
        told = as_github if format == "github" else as_json if json else report
        _say(told(findings), sys.stderr if told is report else sys.stdout)
        sys.exit(1)
    else:
        if entities or diff:
            _say(link_reports(corpus, settings, OUTPUT if diff else None, as_json=json))
        elif json:
            _say(as_json([]))
        if not json:
            _say("No findings.")


@task(positional=["place"], help={"place": "PATH or PATH:LINE"})
def explain(_context: Context, place: str) -> None:
    """Tell what the names on a line or page mean, and why they are links or not."""
    from plugins.documents.corpus_reader import read_corpus
    from plugins.workshop.link_reports import explanation

    settings = _settings()
    lines, problem = explanation(read_corpus(Path(settings.PATH), settings.LANGUAGES), settings, place)
    if problem:
        sys.exit(problem)
    _say("\n".join(lines) or "No names here.")


@task(
    help={
        "k": "only tests whose name matches",
        "path": "only the tests there",
        "slow": "kills and full disks too",
    }
)
def test(_context: Context, path: str = "tests", k: str = "", slow: bool = False) -> None:
    """Run the tests."""
    _run("-m", "plugins.workshop.browser")
    # All of them on every core; a few are done sooner than more processes have started.
    how = ["-k", k] if k else [] if path != "tests" else ["-n", "auto", "--dist", "worksteal"]
    _run("-m", "pytest", path, *how, *([] if slow else ["--ignore", "tests/slow"]))


@task(
    positional=["what"],
    optional=["install"],
    help={
        "what": "build, linker, edit, peers or reader",
        "pages": "pages of the made-up site in each language; edit: 0 takes the real site",
        "entries": "glossary entries of the made-up site in each language",
        "rounds": "how often each is measured",
        "edits": "edit: so many in a row, after which memory is looked at",
        "growth": "build: how time grows with the pages, up to --pages",
        "install": "peers, reader: fetch what to compare with, into a folder if you name one",
        "lighthouse": "reader: path of Lighthouse",
        "json": "as JSON",
    },
)
def bench(
    _context: Context,
    what: str,
    pages: str = "",
    entries: str = "",
    rounds: str = "",
    edits: str = "",
    growth: bool = False,
    install: str | None = None,
    lighthouse: str = "",
    json: bool = False,
) -> None:
    """Measure: builds, linking, an edit on screen, other builders, or what a reader waits for."""
    if what not in MEASUREMENTS:
        sys.exit(f"There is no measurement “{what}”. Use one of: {', '.join(MEASUREMENTS)}.")
    options = {
        "pages": pages,
        "entries": entries,
        "rounds": rounds,
        "edits": edits,
        "growth": growth,
        "install": install,
        "lighthouse": lighthouse,
        "json": json,
    }
    typed = [
        word
        for name, value in options.items()
        if value
        for word in ((f"--{name}",) if value is True else (f"--{name}", str(value)))
    ]
    _run("-m", f"benchmarks.{what}", *typed)


@task
def lint(_context: Context) -> None:
    """Look for mistakes in the code: style, format, types."""
    _run("-m", "ruff", "check")
    _run("-m", "ruff", "format", "--check")
    _run("-m", "mypy")


@task
def clean(_context: Context) -> None:
    """Remove what was built, and the caches of the tools."""
    for folder in (OUTPUT, WORK, PREVIEW, *CACHES):
        shutil.rmtree(folder, ignore_errors=True)


@task(help={"upgrade": "take the newest versions that pyproject.toml allows"})
def lock(_context: Context, upgrade: bool = False) -> None:
    """Write the lock files anew, from pyproject.toml."""
    options = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"]
    options += ["--no-emit-index-url", "--custom-compile-command", "make lock"]
    options += ["--upgrade"] if upgrade else []
    compiled = ["-m", "uv", "pip", "compile", *options, "pyproject.toml"]
    _run(*compiled, "-o", "requirements.txt")
    _run(*compiled, "--extra", "test", "-c", "requirements.txt", "-o", "requirements-test.txt")


def _say(text: str, file: TextIO | None = None) -> None:
    """Print a text that may be long; who has read enough of it, such as `head`, is no mistake."""
    file = file or sys.stdout
    try:
        print(text, file=file, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())


def _settings() -> ModuleType:
    return importlib.import_module("pelicanconf")


def _run(*arguments: str) -> None:
    """Run Python with `arguments`; end with its exit status where that is not 0."""
    if status := subprocess.run([sys.executable, *arguments], check=False).returncode:
        sys.exit(status)
