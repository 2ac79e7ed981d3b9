"""What every command costs on a model six times as large, in calls of functions: no machine is too busy to count."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.growth import COMMANDS, chain, flat

from .conftest import Answer, Tiers

SHAPES: dict[str, tuple[Callable[[int], Iterator[str]], int]] = {"flat": (flat, 35), "chain": (chain, 35)}
TIMES = 6
"""How many times as large the larger model is."""

ALLOWED = TIMES * 1.5
"""How many times as many calls it may take: a cost that grows with the square would take 36 times as many."""


def calls_of(run: Callable[[], object]) -> int:
    """Return the number of calls of functions, in Python and in C, that a run makes."""
    count = 0

    def seen(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Write a small and a large model of each shape."""
    directory = tmp_path_factory.mktemp("growth")
    found = {}
    for name, (shape, size) in SHAPES.items():
        paths = directory / f"{name}1.toml", directory / f"{name}{TIMES}.toml"
        for path, times in zip(paths, (1, TIMES), strict=True):
            path.write_text("".join(shape(size * times)), "utf-8")
        found[name] = paths
    return found


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_cost_grows_with_the_model_and_the_output(
    tiers: Tiers, models: dict[str, tuple[Path, Path]], tmp_path: Path, shape: str, command: str
) -> None:
    """Six times the model takes at most nine times the calls, or as many times more as there is more to write."""
    calls, written = [], []
    for model in models[shape]:

        def run(out: str, answers: list[Answer], model: Path = model) -> None:
            words = command.format(model=model, out=tmp_path / f"{out}-{model.stem}").split()
            answers.append(tiers(*words, *(() if words[0] == "check" else ("--model", str(model)))))

        run("first", [])  # what is imported and cached on the first run is not counted
        answers: list[Answer] = []
        calls.append(calls_of(partial(run, "again", answers)))
        assert answers[0].status in (0, 1), answers[0].err
        written.append(len(answers[0].out))
    more = max(1.0, written[1] / max(1, written[0]) / TIMES)
    assert calls[1] <= calls[0] * ALLOWED * more
