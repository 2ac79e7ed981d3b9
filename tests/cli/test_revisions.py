"""`tiers diff` over a git repository: two revisions, the uncommitted state, and everything that can be wrong."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import program

from .conftest import Answer, Tiers

_OLD = """
[[partnership]]
id = "place"
name = "Place"
[[body]]
id = "board"
name = "Board"
part_of = "place"
"""
_NEW = _OLD.replace('"Board"', '"Joint Board"')
_UNCOMMITTED = _NEW + '[[body]]\nid = "forum"\nname = "Forum"\npart_of = "place"\n'

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a repository of its own, whatever the user has set up."""
    program("git")
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Clerk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "clerk@example.org")

    def run(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    run("init", "-q")
    return run


@pytest.fixture
def model(tmp_path: Path, git: Git) -> Path:
    """Return the directory of a model with two commits and a change that is not committed."""
    directory = tmp_path / "our model"
    (directory / "places").mkdir(parents=True)
    file = directory / "places" / "plåce.toml"
    (directory / "notes.txt").write_text("not TOML", encoding="utf-8")
    for text in (_OLD, _NEW):
        file.write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-qm", "change")
    file.write_text(_UNCOMMITTED, encoding="utf-8")
    return directory


_RENAME = "Also called (1)\n  Joint Board: name\n    was Board\n    is  Joint Board\n"


def test_two_revisions(tiers: Tiers, model: Path) -> None:
    """What changed between two commits, read from the repository; nothing is checked out."""
    before = sorted(model.rglob("*"))
    answer = tiers("diff", "HEAD~1", "HEAD", "--model", str(model))
    assert answer == Answer(0, f"HEAD~1 to HEAD\n\n{_RENAME}")
    assert sorted(model.rglob("*")) == before


def test_the_uncommitted_state(tiers: Tiers, model: Path) -> None:
    """`worktree` is what is not committed yet."""
    answer = tiers("diff", "HEAD", "worktree", "--model", str(model))
    assert answer == Answer(0, "HEAD to the uncommitted state\n\nAdded (1)\n  Forum · body\n")


def test_a_revision_and_a_path(tiers: Tiers, model: Path) -> None:
    """A revision can be compared with a path, and one file of a model can be the model."""
    file = model / "places" / "plåce.toml"
    answer = tiers("diff", "git:HEAD", f"path:{file}", "--model", str(file))
    assert answer == Answer(0, f"HEAD to {file}\n\nAdded (1)\n  Forum · body\n")


def test_only_below_an_entity(tiers: Tiers, model: Path) -> None:
    """`--in` narrows to what belongs to an entity of either side."""
    assert tiers("diff", "HEAD~1", "HEAD", "--in", "board", "--model", str(model)).out.endswith(_RENAME)
    assert tiers("diff", "HEAD", "worktree", "--in", "board", "--model", str(model)).out.endswith(
        "No differences.\n"
    )


def test_a_date_is_tried_before_a_path_and_a_path_before_a_revision(
    tiers: Tiers, model: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tag called 2022 is a date unless `git:` says otherwise; a file called HEAD is a path."""
    git("tag", "2022", "HEAD~1")
    monkeypatch.chdir(model)
    assert (
        tiers("diff", "2022", "2022", "--model", ".").out
        == "2022 to 2022 (the last day of each)\n\nNo differences.\n"
    )
    assert tiers("diff", "git:2022", "git:HEAD", "--model", ".") == Answer(0, f"2022 to HEAD\n\n{_RENAME}")
    Path("HEAD").write_text("x", encoding="utf-8")
    assert tiers("diff", "HEAD", "worktree", "--model", ".").status == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("HEAD~9", "HEAD"),
            (
                "error: `HEAD~9` is not a date, a path or a git revision\n\n"
                "hint: put `date:`, `path:` or `git:` before it to say which it is\n"
            ),
        ),
        (
            ("git:HEAD~9", "HEAD"),
            "error: git knows no revision `HEAD~9`\n\nhint: `git log --oneline` lists revisions\n",
        ),
        (
            ("git:--output=here", "HEAD"),
            "error: `--output=here` cannot be a git revision\n\nhint: a revision does not begin with a hyphen\n",
        ),
    ],
)
def test_a_revision_that_is_none(tiers: Tiers, model: Path, words: tuple[str, ...], message: str) -> None:
    """What git does not know, or could take for an option, is told and not run."""
    assert tiers("diff", *words, "--model", str(model)) == Answer(2, "", message)


def test_no_repository(tiers: Tiers, tmp_path: Path) -> None:
    """Outside a repository there are no revisions."""
    program("git")
    (tmp_path / "model.toml").write_text(_OLD, encoding="utf-8")
    assert tiers("diff", "git:HEAD", "2022", "--model", str(tmp_path)) == Answer(
        2,
        "",
        f"error: `{tmp_path}` is in no git repository\n\nhint: use `--model` for a model in a git repository\n",
    )


def test_no_model_in_the_revision(tiers: Tiers, model: Path, git: Git) -> None:
    """A model that was not there yet in a revision is told, not taken for an empty one."""
    other = model.parent / "later"
    other.mkdir()
    (other / "model.toml").write_text(_OLD, encoding="utf-8")
    assert tiers("diff", "HEAD", "worktree", "--model", str(other)) == Answer(
        2,
        "",
        f"error: `{other}` holds no model in the revision `HEAD`\n\nhint: the model may have been in another folder then\n",
    )


def test_a_wrong_model_in_a_revision(tiers: Tiers, model: Path, git: Git) -> None:
    """A mistake is told at the file of the revision, and not at the place where it was read."""
    (model / "places" / "plåce.toml").write_text("[[body]]\nid = 3\n", encoding="utf-8")
    git("commit", "-qam", "wrong")
    answer = tiers("diff", "HEAD", "HEAD~1", "--model", str(model))
    assert answer.status == 2
    assert f"HEAD:{model}/places/plåce.toml:2:" in answer.err
    assert "tiers-" not in answer.err


def test_git_is_missing(tiers: Tiers, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A revision is read without the program git."""
    monkeypatch.setenv("PATH", str(model))
    assert tiers("diff", "HEAD~1", "HEAD", "--model", str(model)) == Answer(0, f"HEAD~1 to HEAD\n\n{_RENAME}")


def test_links_are_no_files_of_a_model(tiers: Tiers, model: Path, git: Git) -> None:
    """A link that a revision holds is not followed out of the repository."""
    (model / "link.toml").symlink_to("/etc/hostname")
    git("add", "-A")
    git("commit", "-qm", "link")
    assert tiers("diff", "HEAD~1", "git:HEAD", "--model", str(model)) == Answer(
        0, "HEAD~1 to HEAD\n\nAdded (1)\n  Forum · body\n"
    )
