"""Compare the time that `tiers` takes to its first frame with that of the smallest Textual app.

    python benchmarks/first_frame.py [rounds]

Both are run in turn on a pseudo-terminal, as a reader runs them, so that other work of the machine slows both
alike. The time is from the start of the process until the first text of the frame is written. A first run of
each, which goes on for two seconds and fills caches, is not counted. Exit status 1 when the ratio is higher than promised.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.terminal.harness import Terminal, tiers  # noqa: E402 - from the sources

ROUNDS = 31
PROMISED = 1.3

SMALLEST = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Smallest(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("hello")

Smallest().run()
"""


_LOOKED_AT = 2.0
"""How many seconds a reader stays at least, in which the explorer draws the rest and keeps what the first frame said."""


def first_frames(commands: Sequence[tuple[list[str], bytes]], cache: str, rounds: int) -> list[list[float]]:
    """Return for each round the milliseconds that each command takes until its text is on the screen."""
    for command, text in commands:
        first_frame(command, text, cache, stays=_LOOKED_AT)
    return [[first_frame(command, text, cache) for command, text in commands] for _ in range(rounds)]


def first_frame(command: list[str], text: bytes, cache: str, *, stays: float = 0) -> float:
    """Return the milliseconds from the start of a command until a text is on the screen; then stay some seconds."""
    begun = time.perf_counter()
    with Terminal(command, columns=100, lines=30, environment={"XDG_CACHE_HOME": cache}) as terminal:
        while text not in terminal.written:
            terminal.read(1)
        shown = time.perf_counter()
        while time.perf_counter() < shown + stays:
            terminal.read(0.1)
        return 1000 * (shown - begun)


def main(rounds: int = ROUNDS) -> int:
    """Measure, print the ratio, and return 0 if it is as promised, else 1."""
    with tempfile.TemporaryDirectory() as directory:
        program = Path(directory, "smallest.py")
        program.write_text(SMALLEST, encoding="utf-8")
        commands = (([sys.executable, str(program)], b"hello"), (tiers(), b"England"))
        pairs = first_frames(commands, directory, rounds)
    smallest, explorer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = explorer / smallest
    print(f"a Textual app with one Static  {smallest:6.1f} ms to the first frame")
    print(f"tiers                          {explorer:6.1f} ms")
    print(f"ratio                          {ratio:6.2f}    (promised: at most {PROMISED})")
    return 0 if ratio <= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
