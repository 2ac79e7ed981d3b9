"""What the explorer costs while it is used: CPU time of a key, of a view, of a step in time and of a letter; its private memory.

    python benchmarks/in_use.py [MODEL]

The explorer runs on a pseudo-terminal; of each key the CPU time of its process is taken until it is quiet again, which
on a busy machine says more than the time that went by. Private memory is what is its own: pages of mapped files are not.

Two sessions are measured. In the first only the model, its first view and its search index are kept, and no other process
makes the rest: its views and its dates are found while the reader waits. Before the second everything is made that the explorer
has another process make of a large model, and all other figures are of that session.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.opening import COMMAND  # noqa: E402 - from the sources
from tests.terminal.harness import Terminal  # noqa: E402 - from the sources

ALONE = (
    sys.executable,
    "-I",
    "-c",
    "import sys; from tiers.tui import app; app.LARGE = sys.maxsize; from tiers.tui.cli import main; sys.exit(main())",
)
"""The explorer, which has no other process make anything."""

REST = """
import gc, os, sys
gc.disable()  # as in the process that the explorer starts
from tiers.model import load
from tiers.model.cache.ahead import MADE
from tiers.model.views import VIEWS
graph = load(*sys.argv[2:])
for each in {"views": ("index", *VIEWS), "all": MADE}[sys.argv[1]]:
    MADE[each](graph)
os._exit(0)  # as that process ends, which frees no record
"""
"""Makes what is missing of a model: `views` all views and the search index, `all` the days and dates too."""

DOWN, UP, LEFT, RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
PAGE_DOWN, PAGE_UP, END, HOME = b"\x1b[6~", b"\x1b[5~", b"\x1b[F", b"\x1b[H"
ESCAPE, ENTER = b"\x1b", b"\r"
VIEWS = ("2", "3", "4", "5", "6", "7", "1")
"""The keys of the views; the one that is shown first is the last."""

WORDS = ("frailty", "mental", "surgery")
STEPS = 3
KEYS = 12
SCHEDULED = 2
"""What Linux calls the clock of the CPU time that a process had."""


class Use(NamedTuple):
    """What was measured of one model, in milliseconds of CPU time; memory in MiB.

    Attributes:
        costs: The median by what was done.
        memory: Private memory after use.
        seconds: How long it was used.
        keys: How many keys were pressed.
    """

    costs: Mapping[str, float]
    memory: float
    seconds: float
    keys: int


class Explorer(Terminal):
    """The explorer of a model on a terminal of its own."""

    pressed = 0

    def cost(self, keys: str | bytes) -> float:
        """Press keys and return the milliseconds of CPU time until it is quiet again."""
        before = self._had()
        self.press(keys)
        self.pressed += 1
        return 1000 * (self._had() - before)

    def costs(self, keys: Iterable[str | bytes]) -> list[float]:
        """Return the cost of each of several keys."""
        return [self.cost(each) for each in keys]

    def memory(self) -> float:
        """Return the memory of its own in MiB."""
        for line in Path("/proc", str(self._process.pid), "smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Anonymous:"):
                return int(line.split()[1]) / 1024
        raise ValueError

    def _had(self) -> float:
        """Return the CPU time that all its threads had, in seconds."""
        return time.clock_gettime((~self._process.pid << 3) | SCHEDULED)


def used(model: Sequence[str], cache: str) -> Use:
    """Use the explorer of a model in every way and return what each costs.

    Args:
        model: The options that name the model; none for the bundled one.
        cache: Where its cache is, with what `prepare` keeps there; everything is kept there afterwards.
    """
    with _opened([*ALONE, *model], cache) as explorer:
        costs = {name: statistics.median(found) for name, found in _found_meanwhile(explorer)}
    _run([sys.executable, "-I", "-c", REST, "all", *model[1:]], cache)
    begun = time.monotonic()
    with _opened([*COMMAND, *model], cache) as explorer:
        costs.update((name, statistics.median(found)) for name, found in _measured(explorer))
        _wander(explorer)
        return Use(costs, explorer.memory(), time.monotonic() - begun, explorer.pressed)


def prepare(model: Sequence[str], cache: str) -> None:
    """Keep a model, its first view and its search index in a cache."""
    for words in (("print", "--depth", "1"), ("search", "frailty")):
        _run([*COMMAND, *model, *words], cache)


def _run(command: Sequence[str], cache: str) -> None:
    subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": cache},
    )


@contextmanager
def _opened(command: Sequence[str], cache: str) -> Iterator[Explorer]:
    with Explorer(command, columns=100, lines=30, environment={"XDG_CACHE_HOME": cache}) as explorer:
        explorer.until("England")
        explorer.settle()
        yield explorer


def _found_meanwhile(explorer: Explorer) -> Iterator[tuple[str, list[float]]]:
    """Yield the costs of the keys for which everything is found that was never found before."""
    explorer.costs(("g", "L", DOWN))  # what is imported at the first key is not counted
    yield "a view never laid out before", explorer.costs(VIEWS)
    yield "`@`, its dates never found before", [explorer.cost("@")]


def _measured(explorer: Explorer) -> Iterator[tuple[str, list[float]]]:
    """Yield the costs of each sort of key; in a tree of which everything is open."""
    explorer.costs(("g", "L", DOWN))  # what is imported at the first key is not counted
    yield "a cursor move with detail", explorer.costs((DOWN,) * KEYS)
    explorer.cost("g")
    yield "fold and unfold", explorer.costs((LEFT, RIGHT) * (KEYS // 2))
    yield "a page", explorer.costs((PAGE_DOWN, PAGE_UP) * (KEYS // 2))
    yield "the ends", explorer.costs((END, HOME) * (KEYS // 2))
    yield "a view, first time in a session", explorer.costs(VIEWS)
    yield "a view, again", explorer.costs(VIEWS * 2)
    explorer.cost("/")
    explorer.costs((*"warm", ESCAPE))
    letters: list[float] = []
    first: list[float] = []
    for word in WORDS:
        explorer.cost("/")
        found = explorer.costs(word)
        first.append(found[0])
        letters += found
        explorer.costs((ESCAPE, ESCAPE))
    yield "the first letter after `/`", first
    yield "a letter after `/`", letters
    yield "`@`, first time in a session", [explorer.cost("@")]
    yield "a step of `@`, first time", explorer.costs((LEFT,) * STEPS)
    yield "a step of `@`, again", explorer.costs((RIGHT, *(LEFT, RIGHT) * (STEPS - 1)))
    explorer.costs((ESCAPE, "@", ESCAPE))


def _wander(explorer: Explorer) -> None:
    """Go through every view by pages, to its ends and into the detail, and search: for the memory alone."""
    for view in VIEWS:
        explorer.costs(
            (view, "L", PAGE_DOWN, PAGE_DOWN, END, PAGE_UP, ENTER, PAGE_DOWN, LEFT, HOME, DOWN, "s", "p", "u")
        )
        explorer.costs((ESCAPE, "/", *"health board", ENTER, "n", "n", ESCAPE, ESCAPE))


def main(model: str = "") -> int:
    """Measure one model and say what everything costs."""
    import tempfile  # noqa: PLC0415 - only by itself

    named = ["--model", model] if model else []
    with tempfile.TemporaryDirectory() as cache:
        prepare(named, cache)
        found = used(named, cache)
    for name, cost in found.costs.items():
        print(f"{name:32} {cost:9.1f} ms CPU")
    print(
        f"{'private memory after use':32} {found.memory:9.1f} MiB, {found.keys} keys in {found.seconds:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
