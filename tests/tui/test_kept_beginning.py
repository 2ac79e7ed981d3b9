"""The first lines about an entity are kept for the next start, and are those that are found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PLACE
from tiers.model import load, parse_date
from tiers.tui.exploring.kept.beginning import KEPT, beginning_of
from tiers.tui.wording import description
from tiers.tui.wording.description import Line, describe

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
    """As long as the model is the same, in its last known state, on a screen of the same height; few are kept."""
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
