"""The lines of the table: what two commands cost, run in turn, and how one stands to the other."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from . import first_frame

TOMLI = (
    "import sys, tomli\nfrom pathlib import Path\n"
    "kept = [tomli.loads(each.read_text('utf-8')) for each in sorted(Path(sys.argv[1]).rglob('*.toml'))]"
)


class Row(NamedTuple):
    """A line of the table: what is compared, the medians in words, the ratio and the most that it is to be, if anything."""

    what: str
    beside: str
    measured: str
    ratio: float
    most: float | None = None


def cost(
    command: Sequence[str], cache: str = "", stdin: str = "", *, again: bool = False
) -> tuple[float, float]:
    """Return the CPU time of a process in milliseconds, user and system, and its most memory in MiB.

    Args:
        command: The command.
        cache: Where its cache is; without one it keeps nothing and finds nothing kept.
        stdin: The file that it reads; without one none.
        again: Whether it may write an answer that was given before; else it finds it in the kept model.
    """
    if cache and not again:
        forget_answers(cache)
    kept = {"XDG_CACHE_HOME": cache} if cache else {"TIERS_NO_CACHE": "1"}
    with Path(stdin or os.devnull).open("rb") as read:
        process = subprocess.Popen(
            command,
            stdin=read,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **kept},
        )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    return 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024


def forget_answers(cache: str) -> None:
    """Remove the kept answers of all models."""
    for each in Path(cache, "tiers").glob("*.answer-*"):
        each.unlink()


def medians(
    one: Sequence[str], other: Sequence[str], cache: str, rounds: int, *, again: bool = False
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the median CPU time and memory of two commands run in turn, after a first run that is not counted."""
    pairs = [(cost(one, cache, again=again), cost(other, cache, again=again)) for _ in range(rounds + 1)][1:]
    first, second = (
        (statistics.median(time for time, _ in each), statistics.median(memory for _, memory in each))
        for each in zip(*pairs, strict=True)
    )
    return first, second


def passed(one: Sequence[str], other: Sequence[str], rounds: int) -> tuple[float, float]:
    """Return the median milliseconds that pass while each of two commands runs, in turn, without a cache."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):
        for times, command in zip(found, (one, other), strict=True):
            begun = time.perf_counter()
            cost(command)
            times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(found[0][1:]), statistics.median(found[1][1:])


def compared(
    names: tuple[str, str],
    commands: tuple[Sequence[str], Sequence[str]],
    most: float | None,
    cache: str,
    rounds: int,
    *,
    again: bool = False,
) -> Row:
    """Return the line that compares the CPU time of two commands, of answers found or, `again`, of kept ones."""
    (one, _), (other, _) = medians(*commands, cache, rounds, again=again)
    return Row(*names, f"{one:,.0f} / {other:,.0f} ms CPU", one / other, most)


def first_frames(
    names: tuple[str, str],
    commands: tuple[tuple[Sequence[str], bytes], tuple[Sequence[str], bytes]],
    most: float | None,
    cache: str,
    rounds: int,
) -> Row:
    """Return the line that compares the time until a text of each of two programs is on the screen."""
    pairs = first_frame.first_frames([(list(one), text) for one, text in commands], cache, rounds)
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row(*names, f"{one:,.0f} / {other:,.0f} ms", one / other, most)


def say(title: str, row: Row) -> Row:
    """Tell a line on stderr as soon as it is measured, and return it."""
    print(title, *row, sep=" · ", file=sys.stderr, flush=True)
    return row
