"""Publishing by hand, to a repository on this machine."""

import subprocess

import pytest

from plugins.workshop.publish import CannotPublish, publish, ready

ADDRESS = "https://owner.github.io/repository"


def git(folder, *arguments):
    """Run git in a folder; return what it printed."""
    names = ["-c", "user.name=Jelas", "-c", "user.email=jelas@example.org"]
    done = subprocess.run(["git", *names, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clean clone with a built site and a bare repository as its origin; the working folder."""
    bare, work = tmp_path / "bare.git", tmp_path / "work"
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(tmp_path, "init", "--quiet", str(work))
    (work / ".gitignore").write_text("output/\n", "utf-8")
    (work / "output" / "id").mkdir(parents=True)
    (work / "output" / "id" / "index.html").write_text("satu", "utf-8")
    git(work, "add", ".")
    git(work, "commit", "--quiet", "-m", "Begin")
    git(work, "remote", "add", "origin", str(bare))
    for name, value in (("NAME", "Jelas"), ("EMAIL", "jelas@example.org")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.chdir(work)
    return work


def published(clone):
    """Return the files of the published branch."""
    return git(clone.parent / "bare.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


def test_the_site_is_the_branch(clone):
    """The branch holds the site and what GitHub Pages needs; a second time replaces it."""
    ready("origin", ADDRESS)

    told = publish(clone / "output", "origin", "gh-pages")
    assert told.startswith("Published the site of ")
    assert published(clone) == [".nojekyll", "id/index.html"]

    (clone / "output" / "id" / "index.html").rename(clone / "output" / "id" / "lain.html")
    publish(clone / "output", "origin", "gh-pages", "jelas.example.org")
    assert published(clone) == [".nojekyll", "CNAME", "id/lain.html"]


def test_refuses_a_dirty_tree(clone):
    """What is not committed is not published."""
    (clone / "new.md").write_text("x", "utf-8")

    with pytest.raises(CannotPublish, match=r"not committed:\n\?\? new\.md\n  fix: Commit them"):
        ready("origin", ADDRESS)


def test_refuses_a_missing_remote(clone):
    """The remotes that there are, or how to add one, are told."""
    with pytest.raises(CannotPublish, match=r"no remote “upstream”\.\n  fix: Use one of: origin\."):
        ready("upstream", ADDRESS)
    git(clone, "remote", "remove", "origin")
    with pytest.raises(CannotPublish, match=r"fix: git remote add origin https"):
        ready("origin", ADDRESS)


def test_refuses_the_address_of_the_preview():
    """A site for localhost would have links that lead nowhere."""
    with pytest.raises(CannotPublish, match="SITEURL="):
        ready("origin", "http://localhost:8000")


def test_a_push_that_is_refused(clone):
    """What the remote says is told; nothing is published."""
    hook = clone.parent / "bare.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)

    with pytest.raises(CannotPublish, match=r"“origin” did not take the site: .+\n  fix: Look whether"):
        publish(clone / "output", "origin", "gh-pages")
    assert git(clone.parent / "bare.git", "branch", "--list") == ""
