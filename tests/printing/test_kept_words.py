"""Kept words: a row from the cache has the words it had before, and damaged words are never read."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from tests.model.shapes import graph
from tests.printing.test_words import telling_parts
from tiers.model import Entity, Graph, Relation, load
from tiers.model.cache.disk.code import BEGAN
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS
from tiers.model.views.part import whole_part
from tiers.tui.cli import main
from tiers.tui.printing.tree import kept_words
from tiers.tui.printing.tree.kept_words import words_of_part, words_of_view
from tiers.tui.wording import WORDING
from tiers.tui.wording.labels import words_of_rows


def all_words(model: Graph, view: str, home: str = WORDING) -> list[tuple[str, ...]]:
    forest = forest_of(model, VIEWS[view])
    return list(map(words_of_view(model, forest, home), range(len(forest))))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the views that are put into words."""
    counted: list[str] = []
    tell = words_of_rows

    def _counted(*arguments: object) -> object:
        counted.append(arguments[1].view)  # type: ignore[attr-defined] # it is a forest
        return tell(*arguments)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(kept_words, "words_of_rows", _counted)
    return counted


def test_words_are_told_once(home: Path, told: list[str]) -> None:
    """Of each view of the bundled model they are told once, and then come from the cache as they were."""
    load()
    before = [all_words(load(), view) for view in VIEWS]
    assert [all_words(load(), view) for view in VIEWS] == before
    assert told == list(VIEWS)


@given(telling_parts())
def test_any_words_come_back(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """The words of every row of any model, kept and recalled, are those that are told."""
    one = graph(*drawn)
    with tempfile.TemporaryDirectory() as directory:
        note_entry(one, CacheEntry(f"{directory}/model", b"token"))
        for view in VIEWS.values():
            forest = view.make(one)
            rows = range(len(forest))
            whole = list(map(words_of_rows(one, forest), rows))
            assert [list(map(words_of_view(one, forest), rows)) for _ in range(2)] == [whole, whole]


def assert_parts_read_alike(model: Graph) -> None:
    """Assert for every part of every view that its words from the cache are those made for it."""
    for view in VIEWS.values():
        forest = view.make(model)
        parts = (whole_part(forest, row) for row in range(len(forest)) if forest.ends[row] > row + 1)
        for part in {id(each): each for each in parts}.values():
            taken = list(map(words_of_part(model, forest, part), range(len(part))))
            assert taken == list(map(words_of_rows(model, part), range(len(part))))


@given(telling_parts())
def test_a_part_reads_as_the_view_it_is_of(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Made whole, it has rows of elsewhere: each row says what it is told to say, with how many others its entity has."""
    assert_parts_read_alike(graph(*drawn))


def test_a_part_of_the_bundled_model_reads_as_the_view(home: Path) -> None:
    """Of a partnership with seats, layers, classifications and rows of elsewhere as well, the words being cached."""
    model = load()
    for view in VIEWS.values():
        forest = forest_of(model, view)
        row = forest.row_of("harrow")
        if row >= 0:
            part = whole_part(forest, row)
            for _ in range(2):
                taken = list(map(words_of_part(model, forest, part), range(len(part))))
                assert taken == list(map(words_of_rows(model, part), range(len(part))))


def test_other_code_tells_them_anew(home: Path, told: list[str], tmp_path: Path) -> None:
    """What another version of the labels told is not read."""
    before = all_words(load(), "tiers")
    other = tmp_path / "other"
    shutil.copytree(WORDING, other)
    assert all_words(load(), "tiers", str(other)) == before
    assert told == ["tiers", "tiers"]


@pytest.mark.parametrize("name", ["labels.py", "relation_words.py", "roles.py"])
def test_each_file_of_the_code_counts(name: str, home: Path, told: list[str], tmp_path: Path) -> None:
    """Roles and the details of relations are worded in files of their own."""
    other = tmp_path / "other"
    shutil.copytree(WORDING, other)
    all_words(load(), "functions", str(other))
    with (other / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    BEGAN.pop(str(other))  # as in the next process
    all_words(load(), "functions", str(other))
    all_words(load(), "functions", str(other))
    assert told == ["functions", "functions"]


def test_damaged_words_are_told_anew(home: Path, told: list[str]) -> None:
    """A file of words that is cut is read past and replaced."""
    before = all_words(load(), "tiers")
    (kept,) = home.glob("*.tiers-words")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert [all_words(load(), "tiers") for _ in range(2)] == [before, before]
    assert told == ["tiers", "tiers"]


def test_at_a_date_words_are_told_each_time(home: Path, told: list[str]) -> None:
    """There are many dates, and no file for each."""
    dated = load().as_of("2021")
    assert all_words(dated, "tiers") == all_words(dated, "tiers")
    assert told == ["tiers", "tiers"]
    assert sorted(each.suffix for each in home.iterdir()) == [".days", ".model"]


def test_upside_down_the_rows_are_others(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words kept for a view are never given to the rows of the same view upside down."""
    command = ["print", "harrow-jmb", "--view", "decisions", "--invert"]
    assert main(command) == 0
    before = capsys.readouterr().out
    assert main(["print", "--view", "decisions"]) == 0
    capsys.readouterr()
    assert main(command) == 0
    assert capsys.readouterr().out == before


def test_few_rows_of_a_large_view_are_put_into_words_one_by_one(
    home: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They read as all rows do, and nothing is stored; asked for more rows, all are put into words and stored."""
    before = all_words(load(), "tiers")
    for each in home.glob("*.tiers-words"):
        each.unlink()
    told.clear()
    monkeypatch.setattr(kept_words, "SMALL", 0)
    model = load()
    forest = forest_of(model, VIEWS["tiers"])
    few = [row for row in range(len(forest)) if forest.ids[row] is not None][: kept_words.FEW]
    words = words_of_view(model, forest)
    assert [words(row) for _ in range(2) for row in few] == [before[row] for _ in range(2) for row in few]
    assert (told, list(home.glob("*.tiers-words"))) == ([], [])
    assert list(map(words, range(len(forest)))) == before
    assert told == ["tiers"]
    assert len(list(home.glob("*.tiers-words"))) == 1


def test_a_group_of_many_rows_counts_as_many(
    home: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number in its brackets is counted over its rows, which is done once and stored."""
    monkeypatch.setattr(kept_words, "SMALL", 0)
    monkeypatch.setattr(kept_words, "FEW", 2)
    model = load()
    forest = forest_of(model, VIEWS["tiers"])
    group = next(
        row for row in range(len(forest)) if forest.kinds[row] == "group" and forest.ends[row] > row + 2
    )
    before = words_of_rows(model, forest)(group)
    told.clear()
    assert words_of_view(model, forest)(group) == before
    assert told == ["tiers"]
