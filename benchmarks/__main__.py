"""Measure the costs of tiers as ratios, and write them as a table into `RESULTS.md`.

    python -m benchmarks [--entities 10000 100000] [--rounds 5] [--output FILE]

Each ratio compares two processes that are run in turn, so that other work of the machine slows both alike. A
first run of each is not counted; the figures are the medians of the other rounds. In the table, a kept model
was read before and comes from the cache; a cold one is read from its files, with the cache turned off.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .first_frame import SMALLEST, first_frame
from .generator import write_model
from .opening import ASKED, COMMAND
from .print_cost import LIBRARIES, PRINT

HERE = Path(__file__).parent
TOMLI = (
    "import sys, tomli\nfrom pathlib import Path\n"
    "kept = [tomli.loads(each.read_text('utf-8')) for each in sorted(Path(sys.argv[1]).rglob('*.toml'))]"
)
NOT_MEASURED = (
    "models of another size: `--entities 100000 300000`",
    "private memory after ten minutes of use",
    "a key, a change of view and a step in time in the explorer; `filtered_frame.py` measures a letter of a search",
    "the national model; `national.py` measures its import",
    "fzf, GNU tree and rich.tree beside the same; `print_scale.py` measures against GNU tree",
    "other explorers in a terminal",
)
"""What the table leaves out; some of it is measured by another script."""


class Row(NamedTuple):
    """A line of the table: the things compared, their medians in words, the ratio and the highest ratio promised."""

    what: str
    beside: str
    measured: str
    ratio: float
    most: float


def cost(command: Sequence[str], cache: str = "") -> tuple[float, float]:
    """Return the CPU time of a process in ms and its peak memory in MiB; an empty `cache` turns the cache off."""
    kept = {"XDG_CACHE_HOME": cache} if cache else {"TIERS_NO_CACHE": "1"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **kept}
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    return 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024


def medians(
    one: Sequence[str], other: Sequence[str], cache: str, rounds: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the median CPU time and memory of two commands that are run in turn."""
    pairs = [(cost(one, cache), cost(other, cache)) for _ in range(rounds + 1)][1:]
    first, second = (
        (statistics.median(time for time, _ in each), statistics.median(memory for _, memory in each))
        for each in zip(*pairs, strict=True)
    )
    return first, second


def compared(
    names: tuple[str, str],
    commands: tuple[Sequence[str], Sequence[str]],
    most: float,
    cache: str,
    rounds: int,
) -> Row:
    """Return the line that compares the CPU time of two commands."""
    (one, _), (other, _) = medians(*commands, cache, rounds)
    return Row(*names, f"{one:,.0f} / {other:,.0f} ms CPU", one / other, most)


def bundled_rows(cache: str, rounds: int) -> Iterator[Row]:
    """Yield the lines about the bundled model."""
    program = Path(cache, "smallest.py")
    program.write_text(SMALLEST, encoding="utf-8")
    commands = (([*COMMAND], b"England"), ([sys.executable, str(program)], b"hello"))
    pairs = [[first_frame(*each, cache) for each in commands] for _ in range(rounds + 1)][1:]
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield Row(
        "first frame", "a Textual app with one Static", f"{one:,.0f} / {other:,.0f} ms", one / other, 1.15
    )
    names = ("`tiers print harrow`", "importing attrs, argparse, tomli")
    yield compared(names, (PRINT, LIBRARIES), 1.2, cache, rounds)


def large_rows(entities: int, cache: str, rounds: int) -> Iterator[Row]:
    """Yield the lines about a made-up model."""
    folder = Path(cache, f"model-{entities}")
    write_model(folder, entities)
    large = [*COMMAND, "--model", str(folder)]
    frames = ((large, b"England"), ([*COMMAND], b"England"))
    pairs = [[first_frame(*each, cache) for each in frames] for _ in range(rounds + 1)][1:]
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield Row("first frame", "of the bundled model", f"{one:,.0f} / {other:,.0f} ms", one / other, 1.3)
    for of_bundled, of_large in ASKED:
        names = (f"`tiers {' '.join(of_large)}`", "of the bundled model")
        yield compared(names, ([*large, *of_large], [*COMMAND, *of_bundled]), 1.5, cache, rounds)
    for words in (("diff", "2015", "2026"), ("gaps",)):
        names = (f"`tiers {' '.join(words)}`", "importing attrs, argparse, tomli")
        yield compared(names, ([*large, *words], LIBRARIES), 10, cache, rounds)
    read = [sys.executable, "-I", "-c", TOMLI, str(folder)]
    cold = medians([*large, "print", "--depth", "1"], read, "", max(1, rounds // 3))
    for what, unit, place, most in (("read", "ms CPU", 0, 2.3), ("most memory", "MiB", 1, 2.5)):
        one, other = cold[0][place], cold[1][place]
        yield Row(
            f"cold, {what}: `print --depth 1`",
            "bare tomli",
            f"{one:,.0f} / {other:,.0f} {unit}",
            one / other,
            most,
        )


def page(bundled: Sequence[Row], large: Mapping[int, Sequence[Row]], rounds: int) -> Iterator[str]:
    """Yield the lines of the page with the results."""
    yield "# What tiers costs\n\n"
    yield "`python -m benchmarks` writes this page. Two processes are run in turn, so that what else the machine does weighs on both alike; a ratio is of their medians. The times themselves say how busy the machine was.\n\n"
    yield f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors, "
    yield f"{os.getloadavg()[0]:.1f} processes at work on average in the last minute, {rounds} rounds (cold: {max(1, rounds // 3)}).\n"
    for title, rows in (
        ("The bundled model", bundled),
        *((f"{n:,} entities, kept but where it says cold", large[n]) for n in large),
    ):
        yield f"\n## {title}\n\n| what | beside | measured | ratio | to reach | |\n| --- | --- | --- | --- | --- | --- |\n"
        for each in rows:
            reached = "reached" if each.ratio <= each.most else "missed"
            yield f"| {each.what} | {each.beside} | {each.measured} | {each.ratio:.2f} | {each.most:g} | {reached} |\n"
    yield "\n## Not measured here\n\n"
    yield from (f"- {each}\n" for each in NOT_MEASURED)


def main() -> int:
    """Measure, write the page, and return 0; the page says which promises are not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--entities", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        bundled = list(bundled_rows(cache, options.rounds))
        large: dict[int, Sequence[Row]] = {}
        for entities in options.entities:
            large[entities] = list(large_rows(entities, cache, options.rounds))
            for each in large[entities]:
                print(entities, *each, file=sys.stderr)
    options.output.write_text("".join(page(bundled, large, options.rounds)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
