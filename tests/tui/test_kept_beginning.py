"""What the first frame says of a model is kept for the next start, and is what would be found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PLACE
from tiers.model import Graph, load, parse_date
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest
from tiers.tui.exploring.kept import beginning
from tiers.tui.exploring.kept.beginning import KEPT, FirstWords, beginning_of
from tiers.tui.wording import description
from tiers.tui.wording.description import Line, describe
from tiers.tui.wording.labels import weighted_words

ENOUGH = 30


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that takes each entity that is described."""
    described: list[str] = []

    def counting(graph: object, entity_id: str, **more: object) -> tuple[Line, ...]:
        described.append(entity_id)
        return describe(graph, entity_id, **more)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(description, "describe", counting)
    return described


@pytest.mark.usefixtures("home")
def test_the_kept_lines_are_those_of_the_description(found: list[str]) -> None:
    """Of every entity, all that a line has: also what is copied of it and is not compared."""
    graph = load(PLACE)
    for each in graph:
        expected = describe(graph, each, ways=False, enough=ENOUGH)
        for _ in range(2):
            lines = beginning_of(graph, each, ENOUGH)
            assert list(lines) == list(expected)
            assert [line.citation for line in lines] == [line.citation for line in expected]
    assert found == list(graph)


def test_the_next_start_finds_them(found: list[str], home: Path, write: Callable[[str], Path]) -> None:
    """The next start finds the first lines kept, of the same model, state and height only; few are kept."""
    model = write(PLACE.read_text("utf-8"))
    once = beginning_of(load(model), "ex", ENOUGH)
    assert list(beginning_of(load(model), "ex", ENOUGH)) == list(once)
    assert found == ["ex"]
    assert len(beginning_of(load(model), "ex", 3)) < len(once)
    beginning_of(load(model).as_of(parse_date("2021")), "ex", 3)
    write(PLACE.read_text("utf-8").replace("Ex Borough", "Why Borough"))
    assert "Why Borough" in beginning_of(load(model), "ex", 3)[0].text
    assert found == ["ex"] * 4
    graph = load(model)
    for each in graph:
        beginning_of(graph, each, ENOUGH)
    assert 1 < len([*home.glob("*.beginning-*")]) <= KEPT


@pytest.mark.parametrize("end", [0, 40, -1])
def test_damaged_lines_are_found_anew(found: list[str], home: Path, end: int) -> None:
    """A file that is empty or cut is replaced."""
    graph = load(PLACE)
    once = beginning_of(graph, "ex", ENOUGH)
    (path,) = home.glob("*.beginning-*")
    path.write_bytes(path.read_bytes()[:end])
    assert [list(beginning_of(graph, "ex", ENOUGH)) for _ in range(2)] == [list(once)] * 2
    assert found == ["ex"] * 2


@pytest.mark.usefixtures("home")
def test_other_code_finds_its_own_lines(found: list[str], tmp_path: Path) -> None:
    """The code that words them is part of what they are kept under."""
    graph = load(PLACE)
    (tmp_path / "words.py").write_text("", encoding="utf-8")
    assert list(beginning_of(graph, "ex", ENOUGH)) == list(beginning_of(graph, "ex", ENOUGH, str(tmp_path)))
    assert found == ["ex"] * 2


@pytest.mark.parametrize("view", VIEWS)
def test_the_kept_words_of_rows_are_those_that_are_found(
    view: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every row of every view; a row of another first frame is found, as are those of another view's rows."""
    asked: list[int] = []

    def counting(graph: Graph, forest: Forest, row: int) -> list[tuple[int, str]]:
        asked.append(row)
        return weighted_words(graph, forest, row)

    monkeypatch.setattr(beginning, "weighted_words", counting)
    graph = load(PLACE)
    forest = forest_of(graph, VIEWS[view])
    half, every = range(len(forest) // 2), range(len(forest))
    for rows, found in ((half, half), (half, ()), (every, every[len(half) :]), (every, ())):
        again = load(PLACE)
        forest = forest_of(again, VIEWS[view])
        words = FirstWords(again, forest)
        expected = [weighted_words(again, forest, row) for row in rows]
        assert [words(again, forest, row) for row in rows] == expected
        words.keep()
        assert asked == list(found)
        asked.clear()
    assert len([*home.glob("*-first")]) == (1 if len(forest) else 0)


@pytest.mark.usefixtures("home")
def test_words_at_a_date_and_of_other_rows_are_found(home: Path) -> None:
    """The words of rows at a date, or of another view than the kept one, are made each time and never stored."""
    graph = load(PLACE)
    old = graph.as_of(parse_date("2021"))
    forest, then = (forest_of(each, VIEWS["tiers"]) for each in (graph, old))
    words = FirstWords(old, then)
    assert [words(old, then, row) for row in range(len(then))] == [
        weighted_words(old, then, row) for row in range(len(then))
    ]
    words.keep()
    words = FirstWords(graph, forest)
    assert words(old, then, 1) == weighted_words(old, then, 1)
    words.keep()
    assert [*home.glob("*-first")] == []
