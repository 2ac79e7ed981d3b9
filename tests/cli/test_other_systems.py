"""What Windows lacks is nowhere needed: every command answers without the names that only Unix has."""

import subprocess
import sys

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
    ("glossary",),
    ("export", "popolo"),
    ("check",),
    ("schema",),
    ("help", "guide"),
    ("completions", "bash"),
    ("print", "-o", "{directory}/paper.txt"),
    ("print", "-o", "{directory}/paper.txt"),
    ("init", "{directory}/place"),
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


def test_every_command_answers_without_what_only_unix_has(tmp_path: object) -> None:
    """No command has a fault where Windows' Python lacks a module, a signal or a function."""
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
