"""Compare what an answer about a large model costs with the same answer about the bundled one, as whole processes.

    python benchmarks/opening.py [entities] [rounds]

Both are found in the kept model, and are run in turn, so that other work of the machine slows both alike; the medians
of their CPU time are compared. A first run of each, which reads and compiles the model, is not counted. Exit
status 1 when a ratio is higher than promised.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.generator import write_model  # noqa: E402 - from the sources
from benchmarks.rows import forget_answers  # noqa: E402 - as above

ENTITIES = 100_000
ROUNDS = 11
PROMISED = 1.5

COMMAND = [sys.executable, "-I", "-c", "import sys; from tiers.tui.cli import main; sys.exit(main())"]
ASKED = (
    (("print", "--depth", "1"), ("print", "--depth", "1")),
    (("show", "harrow"), ("show", "england-2")),
    (("show", "Harrow Health and Care Executive"), ("show", "England")),
    (("search", "frailty"), ("search", "frailty")),
)
"""The pairs of commands: one for the bundled model, a similar one for the large model."""


def cpu(words: tuple[str, ...], cache: str, model: Path | None = None) -> float:
    """Return the CPU time of a command that was not given before in milliseconds, user and system."""
    forget_answers(cache)
    named = () if model is None else ("--model", str(model))
    process = subprocess.Popen(
        [*COMMAND, *named, *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": cache},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, words
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main(entities: int = ENTITIES, rounds: int = ROUNDS) -> int:
    """Measure, print the ratios, and return 0 if they are as promised, else 1."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as directory:
        model = Path(directory, "model")
        write_model(model, entities)
        for bundled, large in ASKED:
            pairs = [(cpu(bundled, directory), cpu(large, directory, model)) for _ in range(rounds + 2)][2:]
            small, great = (statistics.median(column) for column in zip(*pairs, strict=True))
            worst = max(worst, great / small)
            print(
                f"tiers {' '.join(large):28} {great:6.1f} ms CPU, bundled {small:6.1f}, ratio {great / small:.2f}"
            )
    print(f"of {entities:,} entities; promised: at most {PROMISED}")
    return 0 if worst <= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
