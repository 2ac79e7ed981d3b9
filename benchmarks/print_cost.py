"""Compare what `tiers print harrow` costs as a whole process with the libraries that it needs.

Both are run in turn, so that other work of the machine slows both alike; the medians of their CPU time are
compared. Exit status 1 when the ratio is higher than promised.
"""

import os
import statistics
import subprocess
import sys

ROUNDS = 41
PROMISED = 1.8

LIBRARIES = [sys.executable, "-I", "-c", "import attrs, argparse, tomli"]
PRINT = [
    sys.executable,
    "-I",
    "-c",
    "import sys; from tiers.tui.cli import main; sys.exit(main())",
    "print",
    "harrow",
]


def cpu(command: list[str]) -> float:
    """Return the CPU time of a process in milliseconds, user and system."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main() -> int:
    """Measure, print the ratio, and return whether it is as promised."""
    pairs = [(cpu(LIBRARIES), cpu(PRINT)) for _ in range(ROUNDS)]
    libraries, printing = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = printing / libraries
    print(f"import attrs, argparse, tomli  {libraries:6.1f} ms CPU")
    print(f"tiers print harrow             {printing:6.1f} ms CPU")
    print(f"ratio                          {ratio:6.2f}    (promised: at most {PROMISED})")
    return 0 if ratio <= PROMISED else 1


if __name__ == "__main__":
    sys.exit(main())
