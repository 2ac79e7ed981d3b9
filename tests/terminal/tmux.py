"""A real terminal: tmux, with a shell in it."""

import os
import re
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

import pytest

from tests.programs import program

_PATIENCE = 120.0


class Tmux:
    """A terminal of its own with a shell, which shows what a reader would see."""

    def __init__(self, columns: int, lines: int) -> None:
        self._socket = f"tiers-{uuid.uuid4().hex[:8]}"
        environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "TIERS_NO_STATE": "1",
        }
        command = ["new-session", "-d", "-x", str(columns), "-y", str(lines), "sh"]
        self._run(*command, environment=environment)
        self._run("set", "-g", "escape-time", "0")
        self._run("set", "-s", "set-clipboard", "on")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("kill-server")

    def _run(self, *words: str, environment: dict[str, str] | None = None) -> str:
        command = ["tmux", "-L", self._socket, "-f", os.devnull, "-u", *words]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=300
        )
        return done.stdout

    def type(self, text: str) -> None:
        """Type a text."""
        self._run("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys by the names tmux has for them."""
        self._run("send-keys", *keys)

    def screen(self) -> str:
        """Return the text on the screen."""
        return self._run("capture-pane", "-p")

    def clipboard(self) -> str:
        """Return the text that a program has sent to the clipboard."""
        return self._run("show-buffer")

    def modes(self) -> str:
        """Return whether the alternate screen is on, the mouse is, the cursor is shown, keys are as they were."""
        return self._run(
            "display", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{keypad_flag} #{wrap_flag}"
        ).strip()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._run("resize-window", "-x", str(columns), "-y", str(lines))

    def until(self, pattern: str) -> str:
        """Wait until the screen shows a pattern, and return it.

        Raises:
            TimeoutError: It never does.
        """
        return self._until(lambda screen: re.search(pattern, screen) is not None, pattern)

    def until_fits(self, fits: Callable[[str], bool], wanted: str) -> str:
        """Wait until the screen fits, and return it.

        Raises:
            TimeoutError: It never does.
        """
        return self._until(fits, wanted)

    def until_other(self, before: str) -> str:
        """Wait until the screen shows something else than before, and return it.

        Raises:
            TimeoutError: It never does.
        """
        return self._until(lambda screen: screen != before, "anything else")

    def _until(self, fits: Callable[[str], bool], wanted: str) -> str:
        end = time.monotonic() + _PATIENCE
        before = ""
        while not fits(screen := self.screen()) or screen != before:  # a frame may be half drawn
            if time.monotonic() > end:
                message = f"the screen never shows {wanted!r}:\n{screen}"
                raise TimeoutError(message)
            before = screen
            time.sleep(0.05)
        return screen


@pytest.fixture
def terminal() -> Iterator[Tmux]:
    """Return a real terminal of 80 columns and 24 lines."""
    program("tmux")
    with Tmux(80, 24) as tmux:
        tmux.type("PS1='ready> '; clear\n")
        tmux.until(r"(?m)^ready>")
        yield tmux
