"""What the tests of the command line need: commands run in this process, and as processes of their own."""

import fcntl
import io
import os
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from tiers.tui.cli import main

PLACE = Path(__file__).parent.parent / "models" / "place.toml"


@attrs.frozen
class Answer:
    """What a command answers.

    Attributes:
        status: The exit status.
        out: What it wrote to stdout.
        err: What it wrote to stderr.
    """

    status: int
    out: str = ""
    err: str = ""


Tiers = Callable[..., Answer]


@pytest.fixture
def tiers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command in this process, on the small model unless `TIERS_MODEL` is set otherwise."""
    monkeypatch.setenv("TIERS_MODEL", str(PLACE))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str) -> Answer:
        status = main(words)
        written = capsys.readouterr()
        return Answer(status, written.out, written.err)

    return run


class Screen(io.StringIO):
    """A stream that is a terminal of 80 columns and 24 rows, and keeps what is written to it."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._number


def set_size(number: int, columns: int, lines: int) -> None:
    """Give a terminal a size."""
    fcntl.ioctl(number, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tiers]:
    """Run a command in this process on a terminal of 80 by 24 without colour and pager, on the small model."""
    master, slave = os.openpty()
    set_size(slave, 80, 24)
    for name in ("COLUMNS", "TIERS_PAGER", "PAGER", "CLICOLOR_FORCE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (
        ("TIERS_MODEL", str(PLACE)),
        ("TIERS_PAGER", ""),
        ("NO_COLOR", "1"),
        ("TERM", "xterm"),
    ):
        monkeypatch.setenv(name, value)

    def run(*words: str) -> Answer:
        out, err = Screen(slave), Screen(slave)
        with monkeypatch.context() as patch:
            patch.delenv("COLUMNS", raising=False)
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            status = main(words)
        return Answer(status, out.getvalue(), err.getvalue())

    yield run
    os.close(master)
    os.close(slave)


@pytest.fixture
def process() -> Tiers:
    """Run a command as a process of its own, on the small model, with further environment variables."""

    def run(*words: str, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "tiers.tui", *words],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "TIERS_MODEL": str(PLACE), **environment},
            check=False,
            timeout=300,
        )
        return Answer(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        )

    return run
