"""The sections of the table: the bundled model, a made-up one of any size, and the national one."""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .first_frame import SMALLEST
from .generator import write_model
from .in_use import REST, Use, prepare, used
from .national import IMPORT, lists
from .one_save import save_rows
from .opening import ASKED, COMMAND
from .print_cost import AGAIN, FIRST, LIBRARIES, PRINT
from .rows import TOMLI, Row, compared, cost, first_frames, medians, passed

IMPORTING = "importing attrs, argparse, tomli"
BUNDLED = "of the bundled model"
_WHOLE = (("diff", "2015", "2026"), ("gaps",))
_IN_USE = {
    "a cursor move with detail": 1.5,
    "fold and unfold": 1.5,
    "a page": 1.5,
    "the ends": 1.5,
    "a view never laid out before": 5,
    "a view, first time in a session": 5,
    "a view, again": 2,
    "`@`, its dates never found before": 5,
    "`@`, first time in a session": 5,
    "a step of `@`, first time": 5,
    "a step of `@`, again": 2,
}
"""What is done in the explorer, and how many times its cost in the bundled model it may have."""

_LETTERS = ("the first letter after `/`", "a letter after `/`")
SMALL = 1_000


def bundled_rows(home: str, rounds: int) -> Iterator[Row]:
    """Yield the lines of the bundled model."""
    program = Path(home, "smallest.py")
    program.write_text(SMALLEST, encoding="utf-8")
    yield first_frames(
        ("first frame", "a Textual app with one Static"),
        ((COMMAND, b"England"), ([sys.executable, str(program)], b"hello")),
        1.15,
        home,
        rounds,
    )
    commands = (PRINT, LIBRARIES)
    yield compared(("`tiers print harrow`, asked first", IMPORTING), commands, FIRST, home, rounds)
    yield compared(
        ("`tiers print harrow`, asked again", IMPORTING), commands, AGAIN, home, rounds, again=True
    )


def large_rows(entities: int, home: str, rounds: int) -> Iterator[Row]:
    """Yield the lines of a made-up model."""
    folder = Path(home, f"model-{entities}")
    write_model(folder, entities)
    yield from _cold_rows(folder, max(1, rounds // 3))
    large = [*COMMAND, "--model", str(folder)]
    yield first_frames(
        ("first frame", BUNDLED), ((large, b"England"), (COMMAND, b"England")), 1.3, home, rounds
    )
    for of_bundled, of_large in ASKED:
        names = (f"`tiers {' '.join(of_large)}`", BUNDLED)
        yield compared(names, ([*large, *of_large], [*COMMAND, *of_bundled]), 1.5, home, rounds)
    for words in _WHOLE:
        said = f"`tiers {' '.join(words)}`"
        one, other = cost([*large, *words], home)[0], cost(LIBRARIES, home)[0]
        names = (f"{said}, only the model kept", IMPORTING)
        yield Row(*names, f"{one:,.0f} / {other:,.0f} ms CPU", one / other)
        times = range(max(1, rounds // 3))  # what is kept as arrays is there from here on
        found = [(cost([*large, *words], home)[0], cost(LIBRARIES, home)[0]) for _ in times]
        one, other = (statistics.median(column) for column in zip(*found, strict=True))
        yield Row(f"{said}, asked first", IMPORTING, f"{one:,.0f} / {other:,.0f} ms CPU", one / other, 10)
        names = (f"{said}, asked again", IMPORTING)
        yield compared(names, ([*large, *words], LIBRARIES), AGAIN, home, rounds, again=True)
    near = [*large, "diff", "2020-03-01", "2020-03-02"]
    for when in ("its days never found before", "asked first"):
        (one, _), (other, _) = cost(near, home), cost(LIBRARIES, home)
        names = (f"`tiers diff 2020-03-01 2020-03-02`, {when}", IMPORTING)
        yield Row(*names, f"{one:,.0f} / {other:,.0f} ms CPU", one / other)
    yield from save_rows(folder, home, max(1, rounds // 3))
    yield from _use_rows(folder)


def _cold_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the lines of a model that is not kept: read alone, and read and kept with all its views and its search index."""
    large = [*COMMAND, "--model", str(folder)]
    read = [sys.executable, "-I", "-c", TOMLI, str(folder)]
    first_answer = [*large, "print", "--depth", "1"]
    one, other = passed(first_answer, read, rounds)
    names = ("cold, read, the time that passes: `print --depth 1`", "bare tomli")
    yield Row(*names, f"{one:,.0f} / {other:,.0f} ms", one / other, 2.3)
    cold = medians(first_answer, read, "", rounds)
    for what, unit, place, most in (("read", "ms CPU", 0, 2.3), ("most memory", "MiB", 1, 2.5)):
        one, other = cold[0][place], cold[1][place]
        measured = f"{one:,.0f} / {other:,.0f} {unit}"
        yield Row(f"cold, {what}: `print --depth 1`", "bare tomli", measured, one / other, most)
    with tempfile.TemporaryDirectory() as home:
        rest = [sys.executable, "-I", "-c", REST, "views", str(folder)]
        whole = cost(first_answer, home)[0] + cost(rest, home)[0]
        other, _ = cost(read)
    names = ("cold, everything compiled: `print --depth 1`, then all views and the word index", "bare tomli")
    yield Row(*names, f"{whole:,.0f} / {other:,.0f} ms CPU", whole / other, 5)


def _use_rows(folder: Path) -> Iterator[Row]:
    """Yield the lines of the explorer in use, beside the bundled model; letters beside a small one."""
    large, bundled, small = _use(folder), _bundled_use(), _small_use()
    for what, most in _IN_USE.items():
        one, other = large.costs[what], bundled.costs[what]
        yield Row(f"explorer: {what}", BUNDLED, f"{one:,.0f} / {other:,.0f} ms CPU", one / other, most)
    for what in _LETTERS:
        one, other = large.costs[what], small.costs[what]
        measured = f"{one:,.0f} / {other:,.0f} ms CPU"
        yield Row(f"explorer: {what}", f"of {SMALL:,} entities", measured, one / other, 2)
    more = large.memory - bundled.memory
    what = f"explorer: private memory after {large.keys} keys in every view, {large.seconds:.0f} s: MiB more"
    yield Row(what, BUNDLED, f"{large.memory:,.0f} / {bundled.memory:,.0f} MiB", more, 150)


@cache
def _bundled_use() -> Use:
    return _use(None)


@cache
def _small_use() -> Use:
    with tempfile.TemporaryDirectory() as scratch:
        write_model(Path(scratch, "model"), SMALL)
        return _use(Path(scratch, "model"))


def _use(folder: Path | None) -> Use:
    model = [] if folder is None else ["--model", str(folder)]
    with tempfile.TemporaryDirectory() as home:
        prepare(model, home)
        return used(model, home)


def national_rows(home: str, rounds: int) -> Iterator[Row]:
    """Yield the lines of the national model: its import, and the same questions as of a made-up one."""
    files, target = lists(Path(home)), Path(home, "england")
    importing = [
        sys.executable,
        "-I",
        "-c",
        IMPORT,
        "import",
        "registered-practices",
        *files,
        "--into",
        str(target),
    ]
    found = []
    for _ in range(max(1, rounds // 3)):
        shutil.rmtree(target, ignore_errors=True)
        found.append((cost(importing, home), cost(LIBRARIES, home)))
    (time, memory), (other, _) = min(found)
    what = f"import of {len(files)} lists"
    yield Row(f"{what}, in s", "10 s", f"{time / 1000:,.1f} s CPU", time / 1000, 10)
    yield Row(f"{what}, most memory in MiB", "300 MiB", f"{memory:,.0f} MiB", memory, 300)
    yield Row(what, IMPORTING, f"{time:,.0f} / {other:,.0f} ms CPU", time / other)
    model = [*COMMAND, "--model", str(target)]
    yield first_frames(
        ("first frame", BUNDLED), ((model, b"England"), (COMMAND, b"England")), 1.3, home, rounds
    )
    for words, like in (
        (("print", "--depth", "1"), ("print", "--depth", "1")),
        (("search", "kings road surgery"), ("search", "frailty")),
        (("show", "E84005"), ("show", "harrow")),
    ):
        names = (f"`tiers {' '.join(words)}`", BUNDLED)
        yield compared(names, ([*model, *words], [*COMMAND, *like]), 1.5, home, rounds)
