"""Compare the time from a letter of a search to the filtered frame in a large model with that in a small one.

    python benchmarks/filtered_frame.py [entities]

The figures are CPU times of the explorer without a terminal, in the same run: words are typed letter by
letter in both models, after everything is indexed. The first letter is not counted, because all rows of the
view are visited for it. Exit status 1 when the ratio is higher than promised.
"""

import asyncio
import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.generator import write_model  # noqa: E402 - from the sources
from tiers.model import Graph, load  # noqa: E402
from tiers.tui.app import Explorer  # noqa: E402
from tiers.tui.screens.explorer_screen import ExplorerScreen  # noqa: E402

SMALL, LARGE = 1_000, 100_000
ROUNDS = 5
PROMISED = 2.0
WORDS = ("frailty", "mental health", "delivery", "surgery", "hhce")


async def letters(graph: Graph) -> list[float]:
    """Return the milliseconds of CPU that each letter of each word takes, without the first letters."""
    app = Explorer(graph)
    taken: list[float] = []
    async with app.run_test(size=(100, 30)) as pilot:
        while app.exploration.work(1):
            pass
        screen = app.screen
        assert isinstance(screen, ExplorerScreen)
        for word in WORDS * (ROUNDS + 1):
            await pilot.press("slash")
            for letter in word:
                start = process_time()
                await pilot.press("space" if letter == " " else letter)
                taken.append(1000 * (process_time() - start))
            del taken[-len(word)]
            await pilot.press("escape")
    return taken[len(taken) // (ROUNDS + 1) :]


def main(entities: int = LARGE) -> int:
    """Measure, print the ratio, and return 0 if it is as promised, else 1."""
    medians: list[float] = []
    for size in (SMALL, entities):
        with tempfile.TemporaryDirectory() as directory:
            write_model(Path(directory), size)
            taken = asyncio.run(letters(load(directory)))
        medians.append(statistics.median(taken))
        slowest = statistics.quantiles(taken, n=100)[-1]
        print(
            f"{size:>7,} entities  {medians[-1]:5.1f} ms at the median, {slowest:5.1f} ms at the 99th percentile"
        )
    ratio = medians[1] / medians[0]
    print(f"ratio             {ratio:5.2f}    (promised: at most {PROMISED})")
    return 0 if ratio <= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
