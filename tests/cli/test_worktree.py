"""`worktree` is what git would commit now: a clean checkout never differs from HEAD."""

import os
import shutil
from pathlib import Path

import pytest

from tests.programs import program

from .conftest import Answer, Tiers
from .repositories import FORUM, PLACE, commit, repository, run

_SAME = Answer(0, "HEAD to the uncommitted state\n\nNo differences.\n")
_ADDED = "HEAD to the uncommitted state\n\nAdded (1)\n  Forum · body\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a repository with a model in `m`."""
    program("git")
    folder = repository(tmp_path / "repository")
    run(folder, "mv", "m.toml", "p.toml")
    (folder / "m").mkdir()
    run(folder, "mv", "p.toml", "m/p.toml")
    run(folder, "commit", "-qm", "moved")
    return folder


def test_a_link(tiers: Tiers, folder: Path) -> None:
    """A link is committed as a link, and no side follows it."""
    commit(folder, FORUM, "elsewhere/e.toml")
    (folder / "m" / "e.toml").symlink_to("../elsewhere/e.toml")
    run(folder, "add", "-A")
    run(folder, "commit", "-qm", "link")
    assert tiers("diff", "HEAD", "worktree", "--exit-code", "--model", str(folder / "m")) == _SAME


def test_a_submodule(tiers: Tiers, folder: Path) -> None:
    """The files of a submodule are another repository's."""
    inner = repository(folder.parent / "inner")
    commit(inner, FORUM)
    run(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "m/inner")
    run(folder, "commit", "-qm", "submodule")
    assert tiers("diff", "HEAD", "worktree", "--exit-code", "--model", str(folder / "m")) == _SAME


def filtered(folder: Path) -> None:
    """Commit the model through a filter that changes its name."""
    run(folder, "config", "filter.f.clean", "sed s/P/Q/")
    run(folder, "config", "filter.f.smudge", "sed s/Q/P/")
    (folder / ".gitattributes").write_text("*.toml filter=f\n", encoding="utf-8")
    commit(folder, PLACE + b"\n", "m/p.toml")
    assert 'name = "Q"' in run(folder, "show", "HEAD:m/p.toml")


def test_a_filter(tiers: Tiers, folder: Path) -> None:
    """A file that the index calls unchanged is what was committed, whatever a filter made of it on the disk."""
    filtered(folder)
    assert tiers("diff", "HEAD", "worktree", "--exit-code", "--model", str(folder / "m")) == _SAME


def test_a_changed_file_under_a_filter(tiers: Tiers, folder: Path) -> None:
    """A changed file under a filter is read as it is on the disk, and that is said."""
    filtered(folder)
    file = folder / "m" / "p.toml"
    file.write_bytes(PLACE.replace(b'"P"', b'"Q"') + FORUM)
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == Answer(
        0,
        _ADDED,
        f"note: `{file}` has changed and is read as it is on the disk: the filter `f` of git is not run\n",
    )


@pytest.mark.parametrize("where", [".gitignore", "m/.gitignore", ".git/info/exclude"])
@pytest.mark.parametrize(
    ("rules", "ignored"),
    [
        ("draft.toml\n", True),
        ("*.toml\n!draft.toml\n", False),
        ("other.toml\n", False),
        ("/m/new/\nnew/\n", True),
    ],
)
def test_what_git_ignores(tiers: Tiers, folder: Path, where: str, rules: str, *, ignored: bool) -> None:
    """A file that git ignores is not committed; one that it does not know yet is."""
    (folder / where).parent.mkdir(exist_ok=True)
    (folder / where).write_text(rules, encoding="utf-8")
    new = folder / "m" / "new"
    new.mkdir()
    (new / "draft.toml").write_bytes(FORUM)
    assert bool(run(folder, "status", "--short", "-uall", "--", "m/new")) is not ignored
    answer = tiers("diff", "HEAD", "worktree", "--model", str(folder / "m"))
    assert answer == (_SAME if ignored else Answer(0, _ADDED))


@pytest.mark.parametrize("told", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_is_told_to_take_for_unchanged(tiers: Tiers, folder: Path, told: str) -> None:
    """A file that git is told to take for unchanged is what was committed, even where it is gone."""
    run(folder, "update-index", told, "m/p.toml")
    (folder / "m" / "p.toml").write_bytes(PLACE + FORUM)
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == _SAME
    (folder / "m" / "p.toml").unlink()
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == _SAME


def test_nothing_to_commit_in_a_folder(tiers: Tiers, folder: Path) -> None:
    """A folder of which git commits nothing is told, and not taken for an empty model."""
    (folder / ".gitignore").write_text("out\n", encoding="utf-8")
    out = folder / "out"
    out.mkdir()
    (out / "m.toml").write_bytes(PLACE)
    assert tiers("diff", "worktree", f"path:{folder / 'm'}", "--model", str(out)) == Answer(
        2,
        "",
        f"error: {out}: git would commit no `*.toml` file of it\n\n"
        "hint: `git status --ignored` lists what git leaves out\n",
    )


def test_in_no_repository(tiers: Tiers, tmp_path: Path) -> None:
    """Outside a repository, what is on the disk is what would be committed."""
    (tmp_path / "m.toml").write_bytes(PLACE)
    assert tiers("diff", "worktree", f"path:{tmp_path}", "--model", str(tmp_path)) == Answer(
        0, f"the uncommitted state to {tmp_path}\n\nNo differences.\n"
    )


def test_a_damaged_index(tiers: Tiers, folder: Path) -> None:
    """An index that cannot be read is told."""
    (folder / ".git" / "index").write_bytes(b"DIRC\0\0\0\2\0\0\0\x09")
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == Answer(
        2,
        "",
        f"error: the index of the repository `{folder}` is damaged\n\nhint: `git status` gives details\n",
    )


def test_variables_of_git_lead_to_no_other_repository(
    tiers: Tiers, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repository of a model is the one that it is in, whatever a hook's variables say."""
    other = repository(folder.parent / "other")
    commit(other, FORUM, "m/p.toml")
    commit(folder, PLACE + FORUM, "m/p.toml")
    for name, value in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", ""), ("GIT_INDEX_FILE", ".git/index")):
        monkeypatch.setenv(name, str(other / value))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    monkeypatch.setenv("GIT_COMMON_DIR", str(other / ".git"))
    assert tiers("diff", "HEAD~1", "HEAD", "--model", str(folder / "m")) == Answer(
        0, "HEAD~1 to HEAD\n\nAdded (1)\n  Forum · body\n"
    )
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == _SAME


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="gives a folder to somebody else, which only root can",
)
def test_a_checkout_of_somebody_else(tiers: Tiers, folder: Path) -> None:
    """A checkout that belongs to somebody else is read: nothing of git is run that its owner could have set up."""
    for each in (folder, *folder.rglob("*")):
        shutil.chown(each, 65534)
    assert tiers("diff", "git:HEAD", "worktree", "--model", str(folder / "m")) == _SAME


def test_a_pattern_that_is_none(tiers: Tiers, folder: Path) -> None:
    """A pattern that cannot be one matches nothing, and is no traceback and no noise."""
    for name in (".gitignore", ".gitattributes"):
        (folder / name).write_text(
            "[ filter=f\n[z-a] filter=f\n[[:no:]] filter=f\n\\ filter=f\n", encoding="utf-8"
        )
    (folder / "m" / "new.toml").write_bytes(FORUM)
    assert tiers("diff", "HEAD", "worktree", "--model", str(folder / "m")) == Answer(0, _ADDED)
