"""A git repository of a stranger: what it holds is read, and nothing in it is obeyed."""

import os
import tracemalloc
import zlib
from pathlib import Path

import pytest

from tests.programs import program

from .conftest import Answer, Tiers
from .repositories import FORUM, PLACE, commit, repository, run

_REFUSED = "hint: look at who made this repository; nothing was read or written\n"

Entry = tuple[bytes, bytes, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a repository with a model in `m.toml`."""
    program("git")
    return repository(tmp_path / "repository")


def tree(folder: Path, *entries: Entry) -> str:
    """Return the id of a tree with some entries, whatever git itself thinks of their names."""
    asked = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries)
    return run(folder, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", asked=asked)


def revision(folder: Path, *entries: Entry) -> None:
    """Make `evil`, a revision with some entries."""
    run(folder, "tag", "-f", "evil", run(folder, "commit-tree", tree(folder, *entries), "-m", "evil"))


def blob(folder: Path, text: bytes = PLACE) -> str:
    """Return the id of a blob."""
    return run(folder, "hash-object", "-w", "--stdin", asked=text)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((b"..", b"victim.toml"), "a folder `.` or `..` in it leads elsewhere"),
        ((b"m", b"..", b"..", b"victim.toml"), "a folder `.` or `..` in it leads elsewhere"),
        ((b".", b"victim.toml"), "a folder `.` or `..` in it leads elsewhere"),
        ((b"", b"victim.toml"), "a folder in it has no name"),
        ((b"m", b"", b"victim.toml"), "a folder in it has no name"),
        ((b"m/victim.toml",), "a name in it has a slash"),
        ((b"/tmp/victim.toml",), "it is an absolute path"),
        ((b"../victim.toml",), "a folder `.` or `..` in it leads elsewhere"),
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
        "hint: give one of them another name\n",
    )


def test_a_file_and_a_folder_of_one_name(tiers: Tiers, folder: Path) -> None:
    """A name that is a file and a folder at once is told, and is no traceback."""
    below = tree(folder, (b"100644", b"b.toml", blob(folder)))
    revision(folder, (b"100644", b"a.toml", blob(folder)), (b"40000", b"a.toml", below))
    assert tiers("diff", "git:evil", "HEAD", "--model", str(folder)) == Answer(
        2,
        "",
        "error: the revision `evil` has two files that cannot stand beside each other: "
        "`a.toml` and `a.toml/b.toml`\n\nhint: give one of them another name\n",
    )


def lacking(folder: Path, mark: Path) -> str:
    """Take a blob of HEAD~1 out of a repository whose configuration runs a program to fetch it; return its id."""
    commit(folder, PLACE + b'also_called = ["Q"]\n')
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
        f"error: the repository lacks the object `{lost}`\n\nhint: `git fsck` lists what else is missing\n",
    )
    assert not (tmp_path / "PWNED").exists()


def test_a_bare_repository_inside_a_clone(tiers: Tiers, folder: Path, tmp_path: Path) -> None:
    """A bare repository that came with a clone is passed by: revisions are those of the clone."""
    lacking(folder, tmp_path / "PWNED")
    inner = tmp_path / "clone" / "model"
    inner.parent.mkdir()
    (folder / ".git").rename(inner)
    run(inner, "config", "core.bare", "true")
    (inner / "m.toml").write_bytes(PLACE)
    run(inner.parent, "init", "-q")
    commit(inner.parent, PLACE + FORUM, "model/m.toml")
    (inner / "m.toml").write_bytes(PLACE)
    assert tiers("diff", "git:HEAD", "worktree", "--model", str(inner / "m.toml")) == Answer(
        0, "HEAD to the uncommitted state\n\nRemoved (1)\n  Forum · body\n"
    )
    assert not (tmp_path / "PWNED").exists()


def loose(folder: Path, name: str) -> Path:
    """Return the file of a loose object."""
    return folder / ".git" / "objects" / name[:2] / name[2:]


@pytest.mark.parametrize("kind", ["", "^{tree}", ":m.toml"])
@pytest.mark.parametrize("how", ["cut", "noise", "forged"])
def test_a_damaged_object(tiers: Tiers, folder: Path, kind: str, how: str) -> None:
    """A commit, tree or blob that is damaged, or is another than its name says, is told by its name."""
    commit(folder, PLACE + FORUM)
    name = run(folder, "rev-parse", f"HEAD~1{kind}")
    file = loose(folder, name)
    file.chmod(0o644)
    forged = zlib.compress(b"blob 3\0abc")
    file.write_bytes({"cut": file.read_bytes()[:9], "noise": b"noise", "forged": forged}[how])
    assert tiers("diff", "git:HEAD~1", "HEAD", "--model", str(folder)) == Answer(
        2,
        "",
        f"error: the object `{name}` of the repository is damaged, or larger than 536,870,912 bytes\n\n"
        "hint: `git fsck` finds out which\n",
    )


@pytest.mark.parametrize("packing", [(), ("gc", "-q")])
def test_a_huge_object(
    tiers: Tiers, folder: Path, monkeypatch: pytest.MonkeyPatch, packing: tuple[str, ...]
) -> None:
    """A file that is larger than the limit is refused before it is unpacked, loose or in a pack."""
    commit(folder, b"#" * 2_000_000 + b"\n" + PLACE)
    commit(folder, PLACE)
    name = run(folder, "rev-parse", "HEAD~1:m.toml")
    if packing:
        run(folder, *packing)
    monkeypatch.setattr("tiers.tui.cli.repository.objects.SIZE_LIMIT", 1_000_000)
    tracemalloc.start()
    answer = tiers("diff", "git:HEAD~1", "HEAD", "--model", str(folder))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer == Answer(
        2,
        "",
        f"error: the object `{name}` of the repository is damaged, or larger than 1,000,000 bytes\n\n"
        "hint: `git fsck` finds out which\n",
    )
    assert most < 20_000_000


def test_trees_that_name_each_other_many_times(
    tiers: Tiers, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few trees that make up more files than anybody has are given up, and not walked for ever."""
    monkeypatch.setattr("tiers.tui.cli.repository.trees.ENTRY_LIMIT", 5_000)
    entry = (b"100644", b"m.toml", blob(folder))
    for _ in range(12):
        below = tree(folder, *((entry[0], b"%d" % each + entry[1], entry[2]) for each in range(10)))
        entry = (b"40000", b"d", below)
    revision(folder, entry)
    assert tiers("diff", "git:evil", "HEAD", "--model", str(folder)) == Answer(
        2,
        "",
        "error: the revision `evil` has more than 5,000 files and folders\n\n"
        "hint: use `--model` for one folder of it\n",
    )


@pytest.mark.parametrize("name", ["HEAD", "index", "packed-refs", "shallow", "logs/HEAD"])
def test_a_pipe_in_place_of_a_file_of_git(tiers: Tiers, folder: Path, name: str) -> None:
    """A pipe where git has a file is passed by and does not hang."""
    commit(folder, PLACE + FORUM)
    (folder / ".git" / name).unlink(missing_ok=True)
    os.mkfifo(folder / ".git" / name)
    answer = tiers("diff", "git:main@{0}", "worktree", "--model", str(folder))
    assert answer == Answer(0, "main@{0} to the uncommitted state\n\nNo differences.\n")


def test_a_link_that_names_a_ref_leads_to_no_other_file(tiers: Tiers, folder: Path) -> None:
    """What a ref links to is a ref: a name that leads out of the repository is none."""
    (folder.parent / "hash").write_text(run(folder, "rev-parse", "HEAD"), encoding="utf-8")
    (folder / ".git" / "refs" / "heads" / "evil").write_text("ref: ../../hash\n", encoding="utf-8")
    assert tiers("diff", "git:evil", "HEAD", "--model", str(folder)) == Answer(
        2, "", "error: git knows no revision `evil`\n\nhint: `git log --oneline` lists revisions\n"
    )


def test_a_form_of_repository_that_is_not_read(tiers: Tiers, folder: Path) -> None:
    """A repository of a form that tiers does not know is told, and not read by halves."""
    run(folder, "config", "core.repositoryformatversion", "1")
    run(folder, "config", "extensions.refStorage", "reftable")
    assert tiers("diff", "git:HEAD", "worktree", "--model", str(folder)) == Answer(
        2,
        "",
        f"error: the repository `{folder}` has a format that tiers does not read: `extensions.refstorage`\n\n"
        "hint: `git worktree add` puts a revision into a folder, and `path:` names it\n",
    )


@pytest.mark.parametrize("place", ["info/alternates", "pack/multi-pack-index", "pack/pack-a.idx", "loose"])
def test_a_pipe_in_place_of_an_object(tiers: Tiers, folder: Path, place: str) -> None:
    """A pipe where git has objects is refused and does not hang."""
    objects = folder / ".git" / "objects"
    name = run(folder, "rev-parse", "HEAD")
    path = objects / place.replace("loose", f"{name[:2]}/{name[2:]}")
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert tiers("diff", "git:HEAD", "worktree", "--model", str(folder)) == Answer(
        2, "", f"error: `{path}` is not a file\n\nhint: look at who made this repository\n"
    )
