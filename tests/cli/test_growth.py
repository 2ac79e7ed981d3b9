"""What every command costs on a model four times as large, in runs of each line of the product: no machine is too busy to count."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from benchmarks.growth import COMMANDS, chain, flat

from ..model.counting import runs_of_lines
from .conftest import Answer, Tiers

SHAPES: dict[str, tuple[Callable[[int], Iterator[str]], int]] = {"flat": (flat, 12), "chain": (chain, 60)}
TIMES = 4
"""How many times as large the larger model is."""

ALLOWED = TIMES * 2
"""How many times as often a line may run: one that runs for each pair of entities would run 16 times as often."""


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
    tiers: Tiers,
    models: dict[str, tuple[Path, Path]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shape: str,
    command: str,
) -> None:
    """On four times the model each line runs at most eight times as often, or as many times more as there is more to write."""
    monkeypatch.setenv("TIERS_NO_CACHE", "1")

    answers: list[Answer] = []

    def run(model: Path) -> None:
        words = command.format(model=model, out=tmp_path / model.stem).split()
        answers.append(tiers(*words, *(() if words[0] == "check" else ("--model", str(model)))))

    few, many = (runs_of_lines(partial(run, model)) for model in models[shape])
    assert {each.status for each in answers} <= {0, 1}, answers[0].err
    written = [max(1, len(each.out)) for each in answers]
    allowed = ALLOWED * max(1.0, written[1] / written[0] / TIMES)
    least = 5 * SHAPES[shape][1]
    assert [line for line, count in many.items() if count > allowed * max(few[line], least)] == []
