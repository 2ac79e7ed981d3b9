"""Every setting and variable by which git runs a program, each set to one that leaves a mark: none does."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import program
from tiers.tui.cli.table import COMMANDS

from .conftest import Tiers
from .repositories import FORUM, PLACE, commit, repository, run

_PROGRAMS = (
    *(
        "core.alternateRefsCommand",
        "core.askPass",
        "core.editor",
        "core.fsmonitor",
        "core.gitProxy",
        "core.pager",
    ),
    *("core.sshCommand", "credential.helper", "diff.external", "diff.d.command", "diff.d.textconv"),
    *("difftool.t.cmd", "filter.f.clean", "filter.f.process", "filter.f.smudge", "gpg.program"),
    *(
        "gpg.openpgp.program",
        "gpg.ssh.defaultKeyCommand",
        "gpg.ssh.program",
        "gpg.x509.program",
        "guitool.t.cmd",
    ),
    *("hook.h.command", "imap.tunnel", "instaweb.httpd", "interactive.diffFilter", "browser.b.cmd"),
    *("man.m.cmd", "merge.m.driver", "mergetool.t.cmd", "pager.cat-file", "pager.diff", "pager.ls-tree"),
    *("pager.rev-parse", "remote.origin.proxy", "remote.origin.receivepack", "remote.origin.uploadpack"),
    *(
        "remote.origin.vcs",
        "sendemail.ccCmd",
        "sendemail.headerCmd",
        "sendemail.sendmailCmd",
        "sendemail.toCmd",
    ),
    *("sequence.editor", "tar.t.command", "trailer.t.cmd", "trailer.t.command", "uploadpack.packObjectsHook"),
)
"""Settings whose value is a program."""

_SHELLED = ("alias.cat-file", "alias.diff", "alias.ls-tree", "alias.rev-parse", "submodule.s.update")
"""Settings whose value is a program after an exclamation mark."""

_VARIABLES = (
    *("EDITOR", "GIT_ASKPASS", "GIT_EDITOR", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_PROXY_COMMAND"),
    *("GIT_SEQUENCE_EDITOR", "GIT_SSH", "GIT_SSH_COMMAND", "PAGER", "SSH_ASKPASS", "VISUAL"),
)
"""Variables whose value is a program."""

_HOOKS = (
    *(
        "applypatch-msg",
        "commit-msg",
        "fsmonitor-watchman",
        "post-applypatch",
        "post-checkout",
        "post-commit",
    ),
    *("post-index-change", "post-merge", "post-rewrite", "post-update", "pre-applypatch", "pre-auto-gc"),
    *("pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "pre-receive", "prepare-commit-msg"),
    *("push-to-checkout", "reference-transaction", "sendemail-validate", "update", "query-watchman"),
)

_GIT = shutil.which("git")

_SHEET = Path(__file__).parent.parent / "golden" / "place.seats.csv"
_WORDS = {
    "compare": ("p", "forum"),
    "diff": ("git:HEAD", "worktree"),
    "export": ("org",),
    "glossary": (),
    "import": ("members", str(_SHEET), "--into", "new.toml", "--dry-run"),
    "matters": (),
    "path": ("p", "forum"),
    "search": ("forum",),
    "show": ("p",),
    "who": ("money",),
}
"""What each command is given where it needs something."""


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """Return the file that a program of the repository leaves when it runs."""
    return tmp_path / "MARK"


@pytest.fixture
def clone(tmp_path: Path, mark: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository that lacks a blob and runs a program wherever git can be made to."""
    program("git")
    folder = repository(tmp_path / "clone")
    (folder / ".gitattributes").write_text("*.toml filter=f diff=d merge=m\n", encoding="utf-8")
    commit(folder, PLACE + FORUM)
    lost = run(folder, "rev-parse", "HEAD~1:m.toml")
    (folder / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    bad = tmp_path / "programs"
    bad.mkdir()
    script = bad / "git"
    script.write_text(f'#!/bin/sh\necho "$0 $*" >> "{mark}"\nexit 1\n', encoding="utf-8")
    script.chmod(0o755)
    lines = [f"[{_section(name)}]\n\t{name.rpartition('.')[2]} = {script}\n" for name in _PROGRAMS]
    lines += [f"[{_section(name)}]\n\t{name.rpartition('.')[2]} = !{script}\n" for name in _SHELLED]
    included = folder / ".git" / "more"
    included.write_text("".join(lines), encoding="utf-8")
    direct = (
        f"{''.join(lines)}[core]\n\thooksPath = {bad}\n\trepositoryformatversion = 1\n\tpager = {script}\n"
        f"[extensions]\n\tpartialClone = origin\n[protocol]\n\tallow = always\n"
        f'[remote "origin"]\n\tpromisor = true\n\turl = ext::{script}\n'
        f'[include]\n\tpath = {included}\n[includeIf "gitdir:**"]\n\tpath = {included}\n'
    )
    with (folder / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(direct)
    for hook in _HOOKS:
        for place in (bad, folder / ".git" / "hooks"):
            place.mkdir(exist_ok=True)
            (place / hook).write_bytes(script.read_bytes())
            (place / hook).chmod(0o755)
    for name in _VARIABLES:
        monkeypatch.setenv(name, str(script))
    monkeypatch.setenv("GIT_EXEC_PATH", str(bad))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(included))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(included))
    monkeypatch.setenv("PATH", str(bad), prepend=os.pathsep)
    return folder


def _section(name: str) -> str:
    section, _, rest = name.partition(".")
    middle = rest.rpartition(".")[0]
    return f'{section} "{middle}"' if middle else section


def test_git_would_leave_a_mark(clone: Path, mark: Path) -> None:
    """In this repository git itself does run what the settings name, so that no mark of ours says something."""
    subprocess.run([str(_GIT), "-C", clone, "status"], capture_output=True, check=False)
    assert mark.exists()


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"completions", "help", "init", "open", "schema"}))
def test_no_command_runs_a_program(tiers: Tiers, clone: Path, mark: Path, command: str) -> None:
    """No command runs anything that a repository, a configuration or a variable names, nor git itself; the explorer and what reads no model apart."""
    answer = tiers(command, *_WORDS.get(command, ()), "--model", str(clone))
    assert answer.status in {0, 1}, answer
    assert not mark.exists()


@pytest.mark.parametrize(
    "words",
    [("HEAD", "HEAD"), ("HEAD~1", "HEAD"), ("worktree", "HEAD"), ("main@{1}", "worktree"), ("none", "HEAD")],
)
def test_no_revision_runs_a_program(tiers: Tiers, clone: Path, mark: Path, words: tuple[str, str]) -> None:
    """However a revision is named, there or missing, changed or not, nothing is run for it."""
    for text in (PLACE, PLACE + FORUM):
        (clone / "m.toml").write_bytes(text)
        tiers("diff", *words, "--model", str(clone))
        tiers("diff", *words, "--model", str(clone / "m.toml"))
    assert not mark.exists()


_WATCHED = """
import os, sys
_NEVER = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.system", "socket.", "os.mkdir",
          "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.", "tempfile.")
def watch(event, arguments):
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event.startswith(_NEVER):
        print("did", event, *arguments)
from tiers.tui.cli import main
sys.addaudithook(watch)
status = main(sys.argv[1:])
print(status, *sorted({"subprocess", "multiprocessing", "socket"} & set(sys.modules)))
"""


@pytest.mark.parametrize("old", ["HEAD", "main@{1}~0", "HEAD~1"])
def test_a_revision_is_read_and_nothing_else_is_done(clone: Path, old: str) -> None:
    """For a revision Python starts no program, opens no connection and writes no file, and could start none."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, "diff", old, "worktree", "--model", str(clone)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TIERS_NO_CACHE": "1"},
    )
    assert "did " not in done.stdout
    assert done.stdout.splitlines()[-1] == ("0" if old == "HEAD" else "2")
