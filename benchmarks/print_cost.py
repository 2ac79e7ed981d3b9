"""Compare what `tiers print harrow` costs as a whole process with the libraries that it needs.

It is asked first, when the answer is found in the kept model and kept itself, and again. All are run in turn, so
that other work of the machine slows all alike; the medians of their CPU time are compared. Exit status 1 when a
ratio is higher than promised.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.opening import COMMAND
from benchmarks.rows import forget_answers

ROUNDS = 41
FIRST, AGAIN = 1.2, 1.2
"""The most that printing may cost, of the libraries, when it is asked first and again."""

LIBRARIES = [sys.executable, "-I", "-c", "import attrs, argparse, tomli"]
PRINT = [*COMMAND, "print", "harrow"]


def cpu(command: list[str], cache: str) -> float:
    """Return the CPU time of a process in milliseconds, user and system."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, env={**os.environ, "XDG_CACHE_HOME": cache}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main() -> int:
    """Measure, print the ratios, and return 0 if they are as promised, else 1."""
    with tempfile.TemporaryDirectory() as cache:
        found = [_measured(cache) for _ in range(ROUNDS + 1)][1:]
    libraries, first, again = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"import attrs, argparse, tomli    {libraries:6.1f} ms CPU")
    kept = True
    for name, printing, promised in (("first", first, FIRST), ("again", again, AGAIN)):
        ratio = printing / libraries
        kept = kept and ratio <= promised
        print(f"tiers print harrow, asked {name}  {printing:6.1f} ms CPU")
        print(f"ratio                            {ratio:6.2f}    (promised: at most {promised})")
    return 0 if kept else 1


def _measured(cache: str) -> tuple[float, float, float]:
    """Return the CPU time of the libraries, of printing when it is asked first, and of the same asked again."""
    forget_answers(cache)
    return cpu(LIBRARIES, cache), cpu(PRINT, cache), cpu(PRINT, cache)


if __name__ == "__main__":
    sys.exit(main())
