"""A git repository of a stranger: what it holds is read, and nothing in it is obeyed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import program

from .conftest import Answer, Tiers

_PLACE = b'[[partnership]]\nid = "p"\nname = "P"\n'
_REFUSED = "hint: look at who made this repository; nothing was read or written\n"

Entry = tuple[bytes, bytes, str]
Git = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a repository with a model in `m.toml`."""
    program("git")
    folder = tmp_path / "repository"
    folder.mkdir()
    run(folder, "init", "-q", "-b", "main")
    for key, value in (("user.name", "Clerk"), ("user.email", "clerk@example.org")):
        run(folder, "config", key, value)
    commit(folder, _PLACE)
    return folder


def run(folder: Path, *words: str, asked: bytes = b"") -> str:
    """Return what git answers in a folder."""
    done = subprocess.run(["git", "-C", folder, *words], input=asked, capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit(folder: Path, text: bytes) -> None:
    """Commit a text as the model."""
    (folder / "m.toml").write_bytes(text)
    run(folder, "add", "m.toml")
    run(folder, "commit", "-qm", "change")


def tree(folder: Path, *entries: Entry) -> str:
    """Return the id of a tree with some entries, whatever git itself thinks of their names."""
    asked = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries)
    return run(folder, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", asked=asked)


def revision(folder: Path, *entries: Entry) -> None:
    """Make `evil`, a revision with some entries."""
    run(folder, "tag", "-f", "evil", run(folder, "commit-tree", tree(folder, *entries), "-m", "evil"))


def blob(folder: Path, text: bytes = _PLACE) -> str:
    """Return the id of a blob."""
    return run(folder, "hash-object", "-w", "--stdin", asked=text)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((b"..", b"victim.toml"), "the folder `..` in it leads elsewhere"),
        ((b"m", b"..", b"..", b"victim.toml"), "the folder `..` in it leads elsewhere"),
        ((b".", b"victim.toml"), "the folder `.` in it leads elsewhere"),
        ((b"/tmp/victim.toml",), "it is an absolute path"),
        ((b"../victim.toml",), "the folder `..` in it leads elsewhere"),
        ((rb"..\victim.toml",), "it has a backslash"),
        ((b"C:victim.toml",), "it begins with the letter of a drive"),
        ((b"m", b"nul.toml"), "`nul.toml` is the name of a device"),
        ((b"COM1", b"m.toml"), "`COM1` is the name of a device"),
        ((b"a\x1b[31m.toml",), "it has a control character"),
        ((b"a" * 300 + b".toml",), "a name in it is longer than 255 bytes"),
        ((*([b"a" * 200] * 21), b"m.toml"), "it is longer than 4,096 bytes"),
    ],
)
def test_a_name_that_no_file_can_have(
    tiers: Tiers, folder: Path, parts: tuple[bytes, ...], reason: str
) -> None:
    """A name that leads elsewhere, or is a device somewhere, is refused, and nothing is written."""
    entry = (b"100644", parts[-1], blob(folder, b"EVIL"))
    for part in reversed(parts[:-1]):
        entry = (b"40000", part, tree(folder, entry))
    revision(folder, entry)
    before = sorted(folder.parent.glob("*"))
    answer = tiers("diff", "git:evil", "HEAD", "--model", str(folder))
    assert answer.status == 2
    assert answer.err.startswith("error: the revision `evil` has a file that no model can have: `")
    assert answer.err.endswith(f"; {reason}\n\n{_REFUSED}")
    assert sorted(folder.parent.glob("*")) == before


def test_two_names_that_differ_in_capitals_only(tiers: Tiers, folder: Path) -> None:
    """Two names of which some systems keep one only are refused, so that everybody reads the same model."""
    revision(folder, (b"100644", b"A.toml", blob(folder)), (b"100644", b"a.toml", blob(folder)))
    assert tiers("diff", "git:evil", "HEAD", "--model", str(folder)) == Answer(
        2,
        "",
        "error: the revision `evil` has two files that cannot stand beside each other: `A.toml` and `a.toml`\n\n"
        "hint: one of them has to be called otherwise\n",
    )


def test_a_file_and_a_folder_of_one_name(tiers: Tiers, folder: Path) -> None:
    """A name that is a file and a folder at once is told, and is no traceback."""
    below = tree(folder, (b"100644", b"b.toml", blob(folder)))
    revision(folder, (b"100644", b"a.toml", blob(folder)), (b"40000", b"a.toml", below))
    assert tiers("diff", "git:evil", "HEAD", "--model", str(folder)) == Answer(
        2,
        "",
        "error: the revision `evil` has two files that cannot stand beside each other: "
        "`a.toml` and `a.toml/b.toml`\n\nhint: one of them has to be called otherwise\n",
    )


def lacking(folder: Path, mark: Path) -> str:
    """Take a blob of HEAD~1 out of a repository whose configuration runs a program to fetch it; return its id."""
    commit(folder, _PLACE + b'also_called = ["Q"]\n')
    lost = run(folder, "rev-parse", "HEAD~1:m.toml")
    (folder / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    script = folder / ".git" / "x.sh"
    script.write_text(f'#!/bin/sh\ntouch "{mark}"\nexit 1\n', encoding="utf-8")
    script.chmod(0o755)
    for key, value in (
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", str(folder)),
        ("remote.origin.uploadpack", str(script)),
    ):
        run(folder, "config", key, value)
    return lost


def test_what_is_missing_is_not_fetched(tiers: Tiers, folder: Path, tmp_path: Path) -> None:
    """An object that a partial clone lacks is told; no program that the repository names is run to fetch it."""
    lost = lacking(folder, tmp_path / "PWNED")
    assert tiers("diff", "git:HEAD~1", "HEAD", "--model", str(folder / "m.toml")) == Answer(
        2,
        "",
        f"error: the repository lacks the object `{lost}`\n\nhint: `git fsck` tells what else it lacks\n",
    )
    assert not (tmp_path / "PWNED").exists()


def test_a_bare_repository_inside_a_clone(tiers: Tiers, folder: Path, tmp_path: Path) -> None:
    """A bare repository that came with a clone is not entered: its configuration is a stranger's."""
    lacking(folder, tmp_path / "PWNED")
    inner = tmp_path / "clone" / "model"
    inner.parent.mkdir()
    (folder / ".git").rename(inner)
    run(inner, "config", "core.bare", "true")
    (inner / "m.toml").write_bytes(_PLACE)
    run(inner.parent, "init", "-q")
    answer = tiers("diff", "git:HEAD~1", "worktree", "--model", str(inner / "m.toml"))
    assert (answer.status, answer.out) == (2, "")
    assert not (tmp_path / "PWNED").exists()
