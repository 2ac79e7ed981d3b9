"""A terminal of one's own: a program run on a pseudo-terminal, what it writes read, its frames counted."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

FRAME = b"\x1b[?2026l"
"""What ends a frame once the terminal has said that it knows synchronised output."""

_ASKED = b"\x1b[?2026$p"
_KNOWN = b"\x1b[?2026;2$y"
_MARK = b"\0the end\0"
_PATIENCE = 120.0
"""Seconds after which a program that writes nothing more is taken to hang; never a measure of its speed."""


def _take_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program on a pseudo-terminal.

    Attributes:
        written: Everything the program has written.
        before: The settings of the terminal before the program began.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._slave = slave
        self.before = self.settings()
        self.written = bytearray()
        surroundings = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            **{name: os.environ[name] for name in ("XDG_CACHE_HOME",) if name in os.environ},
            "TIERS_NO_STATE": "1",
        }
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings | dict(environment or {}),
            cwd=directory,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - between fork and exec there is one thread
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._master >= 0:
            self.hang_up()

    @property
    def frames(self) -> int:
        """How many frames were painted, without the very first, which come before the terminal is known."""
        return self.written.count(FRAME)

    @property
    def process(self) -> int:
        """The number of the program's process."""
        return self._process.pid

    def settings(self) -> list[object]:
        """Return the settings of the terminal, as `stty -a` shows them."""
        return termios.tcgetattr(self._slave)

    def read(self, seconds: float) -> bool:
        """Read the output of some seconds, and answer the requests to the terminal."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._master, 65536)
        except OSError:
            return False
        if _ASKED in bytes(self.written[-len(_ASKED) :]) + piece:
            os.write(self._master, _KNOWN)
        self.written += piece
        return bool(piece)

    def until(self, text: str | bytes, *, start: int = 0) -> None:
        """Read until a text has been written.

        Raises:
            TimeoutError: The program wrote something else, or nothing.
        """
        wanted = text.encode() if isinstance(text, str) else text
        end = time.monotonic() + _PATIENCE
        while wanted not in self.written[start:]:
            if not self.read(0.5) and time.monotonic() > end:
                message = f"{wanted!r} was not written, but {bytes(self.written[start:])!r}"
                raise TimeoutError(message)

    def settle(self, quiet: float = 0.16) -> None:
        """Read until nothing has been written for a while in which the program did not want the processor either.

        A busy machine lets a program wait for its turn longer than any pause that is worth waiting for. The explorer
        itself waits at most 0.1 s: for what follows an Esc, and before it indexes.
        """
        end = time.monotonic() + _PATIENCE
        step, still = quiet / 8, 0
        while still < 8 and time.monotonic() < end:
            is_busy = self.read(step) or self._is_running()
            still = 0 if is_busy else still + 1

    def _is_running(self) -> bool:
        """Whether a thread of the program runs or waits for its turn, where the system tells."""
        found = False
        for status in Path("/proc", str(self._process.pid), "task").glob("*/stat"):
            with contextlib.suppress(OSError):  # a thread that has ended meanwhile
                found |= status.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "R"
        return found

    def send(self, keys: str | bytes) -> None:
        """Type keys, all in one write."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def press(self, keys: str | bytes) -> bytes:
        """Type keys and return the output until it is quiet again."""
        start = len(self.written)
        self.send(keys)
        self.settle()
        return bytes(self.written[start:])

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size and tell the program."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._process.send_signal(signal.SIGWINCH)

    def hang_up(self) -> None:
        """Go away, as a closed window does."""
        os.close(self._slave)
        os.close(self._master)
        self._slave = self._master = -1

    def wait(self) -> int:
        """Return the exit status of a program that has nothing more to write to."""
        return self._process.wait(_PATIENCE)

    def status(self) -> int | None:
        """Return the exit status of a program that has ended; `None` while it runs."""
        return self._process.poll()

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def end(self) -> int:
        """Read to the end of the program and return its exit status."""
        end = time.monotonic() + _PATIENCE
        while self._process.poll() is None:
            self.read(0.05)
            if time.monotonic() > end:
                raise TimeoutError("the program does not end")
        self._read_the_rest()
        return self._process.returncode

    def _read_the_rest(self) -> None:
        """Read all that a program wrote which has ended: up to a mark that is written after it."""
        while self.read(0):
            pass  # so that there is room for the mark
        os.write(self._slave, _MARK)
        self.until(_MARK)
        del self.written[-len(_MARK) :]


def tiers(*arguments: str) -> list[str]:
    """Return the command that runs `tiers`."""
    return [sys.executable, "-m", "tiers.tui", *arguments]
