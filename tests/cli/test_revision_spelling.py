"""Revisions as people write them mean to tiers what they mean to git."""

import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.programs import program
from tiers.tui.cli.failure import Failure
from tiers.tui.cli.repository import spelling
from tiers.tui.cli.repository.finding import repository_of
from tiers.tui.cli.repository.objects import Objects
from tiers.tui.cli.repository.spelling import commit_of

from .repositories import PLACE, commit, repository, run

_DATED = [f"2026-01-0{day}T12:00:00+0000" for day in range(2, 7)]


@pytest.fixture(params=["loose", "packed", "borrowed", "linked", "sha256"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a repository with a merge, tags and a log, its objects kept in each way that git has."""
    program("git")
    how: str = request.param
    folder = repository(tmp_path / "first", *(["--object-format=sha256"] if how == "sha256" else []))
    for number, date in enumerate(_DATED):
        commit(folder, PLACE + b"#" * (number + 1), date=date)
    run(folder, "checkout", "-qb", "side", "HEAD~2")
    commit(folder, PLACE, "other.toml")
    run(folder, "checkout", "-q", "main")
    run(folder, "merge", "-q", "--no-ff", "-m", "merge", "side")
    run(folder, "tag", "-am", "one", "v1.0", "HEAD~1")
    run(folder, "tag", "-am", "of a tag", "v1.1", "v1.0")
    run(folder, "tag", "light", "HEAD^2")
    run(folder, "tag", "of-a-tree", "HEAD^{tree}")
    run(folder, "branch", "--set-upstream-to=side", "main")
    run(folder, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    run(folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    if how == "packed":
        run(folder, "gc", "-q")
        run(folder, "repack", "-adq", "--write-midx")
    elif how == "borrowed":
        logs = folder / ".git" / "logs"
        run(folder, "clone", "-q", "--shared", "--mirror", ".", str(tmp_path / "second" / ".git"))
        logs.rename(tmp_path / "second" / ".git" / "logs")
        run(tmp_path / "second" / ".git", "config", "core.bare", "false")
        run(tmp_path / "second", "branch", "--set-upstream-to=side", "main")
        return tmp_path / "second"
    elif how == "linked":
        run(folder, "worktree", "add", "-q", str(tmp_path / "linked"), "side")
        return tmp_path / "linked"
    return folder


_WRITTEN = [
    *("HEAD", "@", "main", "heads/main", "refs/heads/main", "side", "light", "tags/light", "of-a-tree"),
    *("v1.0", "v1.1", "v1.1^{}", "v1.0^{commit}", "v1.1~1", "origin", "origin/main", "nothing", "main~0"),
    *("HEAD~", "HEAD~1", "HEAD~2", "HEAD~~", "HEAD^", "HEAD^2", "HEAD^0", "HEAD^3", "HEAD^2~1", "HEAD~99"),
    *("HEAD^2^", "@~2", "main@{0}", "main@{1}", "main@{2}~1", "@{1}", "HEAD@{2}", "main@{99}", "HEAD@{0}"),
    *(
        "main@{2026-01-04 13:00:00}",
        "main@{1 day ago}",
        "main@{yesterday}",
        "main@{now}",
        "main@{2.days.ago}",
    ),
    *(
        "@{-1}",
        "@{-9}",
        "main@{u}",
        "main@{upstream}",
        "side@{u}",
        "@{u}",
        "HEAD~x",
        "",
        "^",
        "~1",
        "HEAD^{tree}",
    ),
    *(
        "refs/heads/../heads/main",
        "../HEAD",
        "main.lock",
        "HEAD:m.toml",
        "abc",
        "ffffffff",
        "HEAD^{commit}~1",
    ),
]


def meant(folder: Path, text: str) -> str | None:
    """Return the commit that tiers takes a revision for."""
    found = repository_of(str(folder))
    assert found is not None
    with closing(Objects(found)) as objects:
        return commit_of(found, objects, text)


def told(folder: Path, text: str) -> str | None:
    """Return the commit that git takes a revision for."""
    try:
        return run(folder, "rev-parse", "--verify", "-q", "--end-of-options", f"{text}^{{commit}}").split()[
            -1
        ]
    except subprocess.CalledProcessError:
        return None


def test_every_form_means_what_git_says(folder: Path) -> None:
    """Branches, tags, ancestors, logs, upstreams and hashes cut short name the commit that git names."""
    head = run(folder, "rev-parse", "HEAD~1")
    forms = [*_WRITTEN, head, head[:12], head[:7], head.upper(), f"v1.0-3-g{head[:9]}", f"{head[:8]}~1"]
    assert {each: meant(folder, each) for each in forms} == {each: told(folder, each) for each in forms}


def test_letters_that_begin_several_hashes(tmp_path: Path) -> None:
    """A hash cut so short that it could be several commits is told, and none of them is taken."""
    program("git")
    folder = repository(tmp_path / "many")
    tree = run(folder, "rev-parse", "HEAD^{tree}")
    seen: dict[str, str] = {}
    for number in range(2_000):
        body = f"tree {tree}\nauthor A <a@b> {number} +0000\ncommitter A <a@b> {number} +0000\n\n"
        found = repository_of(str(folder))
        assert found is not None
        name = Objects(found).name("commit", body.encode())
        if name[:4] in seen:
            for text in (seen[name[:4]], body):
                run(folder, "hash-object", "-w", "-t", "commit", "--stdin", asked=text.encode())
            break
        seen[name[:4]] = body
    with pytest.raises(Failure, match=f"2 commits begin with `{name[:4]}`"):
        meant(folder, name[:4])


def test_a_time_that_is_none(tmp_path: Path) -> None:
    """A word between the braces that is no time is told."""
    program("git")
    with pytest.raises(Failure, match="`whenever` is not a time that a revision can have"):
        meant(repository(tmp_path / "one"), "main@{whenever}")


def test_the_end_of_a_shallow_clone(tmp_path: Path) -> None:
    """The last commit that a shallow clone has is without parents, as git says."""
    program("git")
    folder = repository(tmp_path / "deep")
    commit(folder, PLACE + b"#")
    run(folder, "clone", "-q", "--depth", "1", f"file://{folder}", str(tmp_path / "shallow"))
    assert meant(tmp_path / "shallow", "HEAD~1") is None
    assert meant(tmp_path / "shallow", "HEAD") == run(folder, "rev-parse", "HEAD")


def test_a_revision_is_read_in_one_way_only() -> None:
    """A thousand `@{…}` that mean nothing together are refused; read in two ways each, thirty would not end."""
    assert spelling._WRITTEN.fullmatch("@{x}" * 1000 + ":") is None
