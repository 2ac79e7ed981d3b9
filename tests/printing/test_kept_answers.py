"""Kept answers: what the cache has is what would be found, of this model, for this question, by this code."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generator import write_model
from tests.cli.conftest import PLACE
from tiers.model import load
from tiers.tui.cli import main
from tiers.tui.printing.kept_answers import KEPT, LARGE, Told, kept_answer

_COMMANDS = (
    "diff 2015 2026",
    "diff 2026 2015 --exit-code",
    "diff 2019-01-01 2019-02-01 --format json",
    "diff 2015 2026 --format markdown",
    "diff 2020 2020",
    "gaps",
    "gaps --questions --color always",
    "gaps --only decides --not legal-form",
    "gaps --format csv",
    "gaps --format json --older-than 2020",
    "gaps --format markdown",
    "--as-of 2018 gaps",
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a model of which answers are kept."""
    directory = tmp_path_factory.mktemp("large")
    write_model(directory, LARGE)
    return directory


@pytest.mark.parametrize("line", _COMMANDS)
def test_a_kept_answer_is_the_one_that_is_found(
    line: str, large: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the files alone, when it is found and kept, and from the cache: text, message and exit status."""

    def said() -> tuple[int, str, str]:
        status = main(["--model", str(large), *line.split()])
        told = capsys.readouterr()
        return status, told.out, told.err

    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    expected = said()
    monkeypatch.delenv("TIERS_NO_CACHE")
    assert [said() for _ in range(3)] == [expected] * 3
    assert len([*home.glob("*.diff-?"), *home.glob("*.gaps-?")]) == 1


@pytest.fixture
def tell() -> Callable[[str], Callable[[], Told]]:
    """Return what makes an answer of a text, which may be empty."""
    return lambda text: lambda: (bool(text), (text,))


def _none() -> Told:
    raise AssertionError


def test_each_question_has_its_own_answer(home: Path, tell: Callable[[str], Callable[[], Told]]) -> None:
    """Also where there is room for few: another question in its place is found anew."""
    graph = load(str(PLACE))
    for number in range(3 * KEPT):
        found, pieces = kept_answer(graph, ("diff", number), tell(str(number)), large=0)
        assert (found, *pieces) == (True, str(number))
    assert len([*home.glob("*.diff-?")]) <= KEPT
    assert kept_answer(graph, ("diff", 3 * KEPT - 1), _none, large=0) == (True, (str(3 * KEPT - 1),))


@pytest.mark.parametrize("end", [0, 40, -1])
def test_a_damaged_answer_is_found_anew(
    home: Path, tell: Callable[[str], Callable[[], Told]], end: int
) -> None:
    """A file that is empty or cut is replaced."""
    graph = load(str(PLACE))
    kept_answer(graph, ("gaps",), tell("one \ud800"), large=0)
    (kept,) = home.glob("*.gaps-?")
    kept.write_bytes(kept.read_bytes()[:end])
    assert kept_answer(graph, ("gaps",), tell("two"), large=0) == (True, ("two",))
    assert kept_answer(graph, ("gaps",), _none, large=0) == (True, ("two",))


def test_a_changed_model_has_no_old_answers(
    home: Path, tmp_path: Path, tell: Callable[[str], Callable[[], Told]]
) -> None:
    """An answer goes with the model that it was found in."""
    path = tmp_path / "place.toml"
    shutil.copy(PLACE, path)
    kept_answer(load(str(path)), ("gaps",), tell("old"), large=0)
    path.write_text(path.read_text("utf-8") + "\n# changed\n", encoding="utf-8")
    assert kept_answer(load(str(path)), ("gaps",), tell("new"), large=0) == (True, ("new",))


def test_of_a_small_model_none_is_kept(home: Path, tell: Callable[[str], Callable[[], Told]]) -> None:
    """It is found as fast as a file is opened."""
    kept_answer(load(str(PLACE)), ("gaps",), tell("one"))
    assert [*home.glob("*.gaps-?")] == []
