"""Kept views: a view from the cache is the view, and nothing wrong with it is ever seen."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from tests.model.shapes import graph, outline, parts
from tiers.model import Entity, Evidence, Graph, Relation, load
from tiers.model.cache import views
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest

Write = Callable[..., Path]

MODEL = """
[[partnership]]
id = "place"
name = "Place"
[[body]]
id = "board"
name = "Board"
part_of = "place"
"""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count which views are laid out."""
    counted: list[str] = []
    lay_out = type(VIEWS["tiers"]).make

    def _counted(view: object, one: Graph) -> Forest:
        counted.append(view.name)  # type: ignore[attr-defined] # it is a view
        return lay_out(view, one)  # type: ignore[arg-type] # as above

    monkeypatch.setattr(type(VIEWS["tiers"]), "make", _counted)
    return counted


def no_view() -> Forest:
    """Stand for laying out a view of which the file is not damaged."""
    raise AssertionError


def columns(forest: Forest) -> list[object]:
    """Return every column of a forest; a relation by what it is in memory, since it is to be the graph's own."""
    texts = (
        forest.ids,
        forest.kinds,
        forest.names,
        forest.parents,
        forest.ends,
        forest.depths,
        forest.repeats,
    )
    several = [list(forest.rows_of(each)) for each in {*forest.ids} if each is not None]
    counts = [forest.count_entities(row) for row in range(len(forest))]
    assert counts == [len(forest.entities(row)) for row in range(len(forest))]
    return [*map(list, texts), list(map(id, forest.relations)), {*forest.repeated}, forest.leaves(), several]


def test_every_view_comes_back(home: Path, made: list[str]) -> None:
    """Each view of the bundled model is laid out once, and the second time it is the same in every column."""
    load()
    first, second = load(), load()
    laid_out = {name: forest_of(first, view) for name, view in VIEWS.items()}
    assert made == list(VIEWS)
    assert len(list(home.iterdir())) == 1 + len(VIEWS)

    again = {name: forest_of(second, view) for name, view in VIEWS.items()}

    assert made == list(VIEWS)
    for name, forest in again.items():
        anew = VIEWS[name].make(second)
        assert columns(forest) == columns(anew)
        assert outline(forest) == outline(laid_out[name])


def test_a_graph_just_read_gives_and_takes_views(home: Path, made: list[str], write: Write) -> None:
    """What was laid out of a model as it was first read serves whoever has it from the cache."""
    directory = write(MODEL)
    before = outline(forest_of(load(directory), VIEWS["tiers"]))

    assert outline(forest_of(load(directory), VIEWS["tiers"])) == before
    assert made == ["tiers"]


@given(parts())
def test_any_view_comes_back(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Rings, several parents, relations to oneself: each view, kept and recalled, is the same in every column."""
    one = graph(*drawn)
    with tempfile.TemporaryDirectory() as directory:
        note_entry(one, CacheEntry(f"{directory}/model", b"token"))
        for name, view in VIEWS.items():
            forest = view.make(one)
            views.keep(one, forest)
            recalled = views.recall(one, name, no_view)
            assert recalled is not None
            assert columns(recalled) == columns(forest)


def test_a_changed_model_has_no_old_views(home: Path, made: list[str], write: Write) -> None:
    """A view is forgotten with the model it was laid out from, also when the first model comes back."""
    directory = write(MODEL)
    forest_of(load(directory), VIEWS["tiers"])
    write(MODEL.replace('"Board"', '"Panel"'))
    assert outline(forest_of(load(directory), VIEWS["tiers"]))[-1] == "    body: Panel"
    write(MODEL)
    assert outline(forest_of(load(directory), VIEWS["tiers"]))[-1] == "    body: Board"
    assert made == ["tiers"] * 3


def test_a_view_at_a_date_is_not_kept(home: Path, made: list[str], write: Write) -> None:
    """There are many dates, and whoever walks through them leaves no file for each: one with the days of all entities."""
    for day in ("2022", "2022", "2023"):
        dated = load(write(MODEL)).as_of(day)
        assert outline(forest_of(dated, VIEWS["tiers"]))[-1] == "    body: Board"
    assert made == ["tiers"] * 3
    assert sorted(each.suffix for each in home.iterdir()) == [".days", ".model"]


@pytest.mark.parametrize("damage", [b"", b"1234", b"x" * 4000])
def test_a_damaged_view_is_nothing(home: Path, made: list[str], write: Write, damage: bytes) -> None:
    """A kept view that is empty, cut or wrong is laid out anew and replaced."""
    directory = write(MODEL)
    before = outline(forest_of(load(directory), VIEWS["tiers"]))
    (kept,) = home.glob("*.tiers")
    kept.write_bytes(damage or kept.read_bytes()[: kept.stat().st_size // 2])

    assert outline(forest_of(load(directory), VIEWS["tiers"])) == before
    assert outline(forest_of(load(directory), VIEWS["tiers"])) == before
    assert made == ["tiers"] * 2


def test_a_graph_made_by_hand_is_laid_out_each_time(home: Path, made: list[str]) -> None:
    """A graph that no file stands behind has its views, and leaves nothing in the cache."""
    one = graph([Entity("a", "body", {"name": "A"}, Evidence())], [])
    assert outline(forest_of(one, VIEWS["tiers"])) == outline(forest_of(one, VIEWS["tiers"]))
    assert made == ["tiers"] * 2
    assert not home.exists()


def test_any_name_is_kept(tmp_path: Path) -> None:
    """The rows of a view are kept with any name, even one that the reader of models would refuse."""
    one = graph([Entity("a", "body", {"name": "A\0B\ud800"}, Evidence())], [])
    note_entry(one, CacheEntry(str(tmp_path / "model"), b"token"))
    views.keep(one, VIEWS["tiers"].make(one))
    recalled = views.recall(one, "tiers", no_view)
    assert recalled is not None
    assert recalled.names[-1] == "A\0B\ud800"
