"""What Windows lacks is nowhere needed: every command answers without the names that only Unix has."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tiers.tui.cli import main
from tiers.tui.cli.table import COMMANDS as COMMANDS_OF_TIERS
from tiers.tui.printing import FORMATS

from .conftest import PLACE

COMMANDS = (
    ("print",),
    ("print", "ex", "--format", "csv"),
    ("show", "ex"),
    ("search", "board"),
    ("who", "frailty"),
    ("matters",),
    ("gaps",),
    ("path", "ex", "ex-board"),
    ("diff", "2021", "2022"),
    ("compare", "ex", "wessex"),
    ("timeline",),
    ("timeline", "--format", "strip"),
    ("print", "--format", "boxes"),
    ("tour",),
    ("cache",),
    ("glossary",),
    ("export", "popolo"),
    ("check",),
    ("schema",),
    ("help", "guide"),
    ("completions", "bash"),
    ("print", "-o", "{directory}/paper.txt"),
    ("print", "-o", "{directory}/paper.txt"),
    ("init", "{directory}/place"),
    (
        *("import", "members", "{directory}/seats.csv", "--into", "{directory}/place/model.toml"),
        *("--model", "{directory}/place", "--dry-run"),
    ),
)

SCRIPT = """
import importlib.abc, os, signal, sys

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {"fcntl", "termios", "tty", "pty", "resource", "pwd", "grp"}:
            raise ModuleNotFoundError(name)

for each in ("fcntl", "termios", "tty", "pty", "resource", "pwd", "grp"):
    sys.modules.pop(each, None)
sys.meta_path.insert(0, Absent())
for name in ("SIGHUP", "SIGQUIT", "SIGALRM", "SIGTSTP", "SIGCONT", "SIGPIPE", "SIGURG", "setitimer", "ITIMER_REAL"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fchmod", "geteuid", "getuid", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "mkfifo", "fork", "kill"):
    if hasattr(os, name):
        delattr(os, name)
sys.platform = "win32"
from tiers.tui.cli import main

for words in eval(sys.argv[1]):
    status = main(words)
    print(words[0], status, file=sys.stderr)
"""


def test_every_command_answers_without_what_only_unix_has(tmp_path: Path) -> None:
    """No command has a fault where Windows' Python lacks a module, a signal or a function."""
    assert set(COMMANDS_OF_TIERS) - {each[0] for each in COMMANDS} == {"open"}, (
        "the explorer needs a terminal"
    )
    (tmp_path / "seats.csv").write_text(
        "Board,Member,Role\nOur Place Board,Our Council,chair\n", encoding="utf-8"
    )
    words = [tuple(word.format(directory=tmp_path) for word in each) for each in COMMANDS]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, repr(words)],
        env={
            "TIERS_MODEL": str(PLACE),
            "PATH": "",
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": f"{tmp_path}/cache",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if line.split(" ")[0] in {each[0] for each in COMMANDS}]
    assert [line.split(" ")[0] for line in told] == [each[0] for each in COMMANDS], done.stderr
    assert {line.split(" ")[1] for line in told} <= {"0", "1"}, done.stderr


DRAWN = (
    ("print", "--view", "decisions"),
    ("print", "--view", "decisions", "--format", "boxes"),
    ("timeline", "--format", "strip"),
    ("who", "frailty"),
)
"""What is drawn with characters beyond ASCII, or has names that are."""


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "cp437"])
@pytest.mark.parametrize("words", DRAWN, ids=" ".join)
def test_an_old_code_page_gets_lines_in_shape(
    words: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a drawing is written by number; a picture that the code page lacks signs for is the one of ASCII, whole."""
    text = _output(words, encoding, monkeypatch).decode(encoding)
    assert [char for char in "│─├└┏┉┃▼┄═╞┊╌" if f"\\u{{{ord(char):x}}}" in text] == []
    if "boxes" in words or "strip" in words:
        assert text == _output(words, "ascii", monkeypatch).decode("ascii")


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.is_text])
def test_where_lines_end_in_two_characters_each_ends_once(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a line ends in CR LF, in CSV too, and never in CR CR LF."""
    written = _output(("print", "--format", form), "utf-8", monkeypatch, newline="\r\n")
    assert b"\r\r" not in written
    assert written.count(b"\n") == written.count(b"\r\n") > 0


def _output(
    words: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch, newline: str = "\n"
) -> bytes:
    """Return what a command writes to a stream in an encoding."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline=newline)
    with monkeypatch.context() as there:
        there.setenv("TIERS_MODEL", str(PLACE))
        there.setattr(sys, "stdout", stream)
        there.setattr(os, "linesep", newline)
        assert main(words) == 0
    stream.flush()
    return raw.getvalue()
