"""Git repositories that tests make, whatever the person has set up."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

PLACE = b'[[partnership]]\nid = "p"\nname = "P"\n'
FORUM = b'[[body]]\nid = "forum"\nname = "Forum"\npart_of = "p"\n'

_SET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Clerk",
    "GIT_AUTHOR_EMAIL": "clerk@example.org",
    "GIT_COMMITTER_NAME": "Clerk",
    "GIT_COMMITTER_EMAIL": "clerk@example.org",
}


def run(folder: Path, *words: str, asked: bytes = b"", **environment: str) -> str:
    """Return what git answers in a folder."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-C", folder, *words],
        input=asked,
        capture_output=True,
        check=True,
        env={**inherited, **_SET, **environment},
    )
    return done.stdout.decode().strip()


def repository(folder: Path, *options: str) -> Path:
    """Return the folder of a new repository with a model in `m.toml`."""
    folder.mkdir()
    run(folder, "init", "-q", "-b", "main", *options)
    commit(folder, PLACE)
    return folder


def commit(folder: Path, text: bytes, name: str = "m.toml", date: str = "2026-01-01T12:00:00+0000") -> str:
    """Commit a text as a file; return the commit."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text)
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", "change", GIT_COMMITTER_DATE=date)
    return run(folder, "rev-parse", "HEAD")


def ignored_by_git(folder: Path, names: Iterable[str]) -> set[str]:
    """Return the names that git ignores in a folder, whether there are such files or not."""
    done = subprocess.run(
        ["git", "-C", folder, "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join(names).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, **_SET},
    )
    return set(filter(None, done.stdout.decode().split("\0")))
