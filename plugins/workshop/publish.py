"""Publishing by hand: the built site becomes the only commit of a branch that GitHub Pages shows."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class CannotPublish(Exception):
    """Nothing was published; the text says why and what to do."""


def ready(remote: str, address: str) -> None:
    """Raise CannotPublish where publishing could only go wrong: before anything is built."""
    if address.startswith(("http://localhost", "http://127.")):
        raise CannotPublish(
            "The site would be built for the preview's address.\n"
            "  fix: Say where it will live: SITEURL=https://owner.github.io/repository invoke publish"
        )
    changed = _git("status", "--porcelain").stdout.strip()
    if changed:
        raise CannotPublish(
            f"There are changes that are not committed:\n{changed}\n"
            "  fix: Commit them, or put them away (git stash): what the repository holds is published."
        )
    if _git("remote", "get-url", remote).returncode:
        known = _git("remote").stdout.split()
        add = f"git remote add {remote} https://github.com/OWNER/REPOSITORY.git"
        fix = f"Use one of: {', '.join(known)}." if known else add
        raise CannotPublish(f"There is no remote “{remote}”.\n  fix: {fix}")


def publish(output: Path, remote: str, branch: str, domain: str = "") -> str:
    """Push the built site to `branch` of `remote`; return what was pushed. Raises CannotPublish."""
    commit = _git("rev-parse", "--short", "HEAD").stdout.strip()
    command = [sys.executable, "-m", "ghp_import", "--no-jekyll", "--push", "--no-history"]
    command += ["--remote", remote, "--branch", branch, "--message", f"Site of {commit}"]
    command += ["--cname", domain] if domain else []
    done = subprocess.run([*command, str(output)], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise CannotPublish(
            f"The remote “{remote}” did not take the site: {said[-1] if said else 'no reason given'}\n"
            f"  fix: Look whether you may write to it, and whether {branch} is protected; then publish again."
        )
    return f"Published the site of {commit} to {branch} of {remote}."


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
