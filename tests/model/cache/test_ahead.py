"""What a session asks for is made ahead: everything once, the same as when it is asked for, and nothing in vain."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.model.cache.test_views import columns
from tiers.model import Graph, load
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.due_items import DueItems
from tiers.model.cache import ahead
from tiers.model.cache.ahead import MADE, store_missing
from tiers.model.cache.index import stored as indexes
from tiers.model.cache.models import CacheEntry, entry_of
from tiers.model.cache.views import forest_of, recall
from tiers.model.facts.change_dates import changes
from tiers.model.facts.turning_days import turning_days
from tiers.model.finding.index import Index
from tiers.model.views import VIEWS, Forest

PLACE = Path(__file__).parents[2] / "models" / "place.toml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with a small model."""
    path = tmp_path / "place.toml"
    path.write_bytes(PLACE.read_bytes())
    return path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the ending of what is made."""
    noted: list[str] = []

    def noting(ending: str, make: Callable[[Graph], object]) -> Callable[[Graph], object]:
        def noted_make(graph: Graph) -> object:
            noted.append(ending)
            return make(graph)

        return noted_make

    monkeypatch.setattr(ahead, "MADE", {ending: noting(ending, make) for ending, make in MADE.items()})
    return noted


def entry(graph: Graph) -> CacheEntry:
    """Return the place of a model that is in the cache."""
    found = entry_of(graph)
    assert found is not None
    return found


def endings(home: Path) -> list[str]:
    """Return the endings of the files in the cache."""
    return sorted(each.suffix[1:] for each in home.iterdir())


def far_diff(model: Graph) -> Iterator[object]:
    """Yield the new entities of a diff of two far dates, and what came due: the names of most items, and all others."""
    found = diff_between_dates(model.as_of("2010"), model.as_of("2030"))
    assert isinstance(found.due, DueItems)
    yield dict(found.added)
    yield found.due.lasting.names
    yield [(each.date, each.id, each.state) for each in found.due.others]


def refuse() -> Forest:
    """Stand for laying out a view that is not to be laid out again."""
    raise AssertionError


def test_everything_is_made_once(home: Path, path: Path, made: list[str]) -> None:
    """One file for each view, the index, the days, the dates and the columns of a far diff; what is there already is not made again."""
    model = load(path)
    forest_of(model, VIEWS["seats"])
    store_missing(entry(model))
    assert endings(home) == sorted([*MADE, "model"])
    assert made == [each for each in MADE if each != "seats"]
    store_missing(entry(model))
    assert made == [each for each in MADE if each != "seats"]


def test_what_is_made_ahead_is_what_would_be_made(home: Path, path: Path) -> None:
    """Views, searches and dates are the same, column by column and hit by hit."""
    model, alone = load(path), load(path)
    store_missing(entry(model))
    again = load(path)
    for name, view in VIEWS.items():
        forest = recall(again, name, refuse)
        assert forest is not None
        assert columns(forest) == columns(view.make(again))
    index = Index(again)
    assert index.recall()
    for query in ("frailty", "board", "kind:body", "haro"):
        assert [each.id for each in index.search(query)] == [each.id for each in Index(alone).search(query)]
    assert [(each.date, dict(each.reasons)) for each in changes(again)] == [
        (each.date, dict(each.reasons)) for each in changes(alone)
    ]
    found, expected = turning_days(again), turning_days(alone)
    assert [list(each.numbers) for each in (found.turning, found.last_documented)] == [
        list(each.numbers) for each in (expected.turning, expected.last_documented)
    ]


def test_a_far_diff_after_a_session_makes_nothing(home: Path, path: Path) -> None:
    """It reads the files that were made ahead, and answers as one that makes them itself."""
    model, alone = load(path), load(path)
    expected = list(far_diff(alone))
    for each in home.iterdir():
        if each.suffix != ".model":
            each.unlink()
    store_missing(entry(model))
    made = {each.name: each.stat().st_mtime_ns for each in home.iterdir()}
    again = load(path)
    assert list(far_diff(again)) == expected
    assert {each.name: each.stat().st_mtime_ns for each in home.iterdir()} == made


def test_for_a_model_that_was_saved_meanwhile_nothing_is_left(
    home: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process has read the saved file: the rest is not made, and what was just made of the old model is removed."""
    model = load(path)
    done: list[str] = []

    def save(_: Graph) -> None:
        path.write_text(path.read_text(encoding="utf-8") + "\n# saved\n", encoding="utf-8")
        load(path)
        done.append("saved")

    def with_a_save(graph: Graph) -> None:
        save(graph)
        MADE["decisions"](graph)

    monkeypatch.setattr(
        ahead,
        "MADE",
        {"decisions": with_a_save, **{each: MADE[each] for each in MADE if each != "decisions"}},
    )
    store_missing(entry(model))
    assert (endings(home), done) == (["model"], ["saved"])
    store_missing(entry(model))
    assert (endings(home), done) == (["model"], ["saved"])


def test_another_model_in_the_same_place_is_left_alone(home: Path, path: Path, made: list[str]) -> None:
    """What was asked for is told by its token; a damaged model is left alone too."""
    kept = entry(load(path))
    store_missing(CacheEntry(kept.path, b"another"))
    file = Path(f"{kept.path}.model")
    file.write_bytes(file.read_bytes()[:-400] + bytes(400))
    store_missing(kept)
    assert set(made) <= {"index"}
    assert endings(home) == ["model"]


def test_where_nothing_can_be_stored_nothing_more_is_made(
    home: Path, path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk, or one that is read only: one attempt is enough."""
    monkeypatch.setattr(indexes, "write", lambda *_: False)
    store_missing(entry(load(path)))
    assert made == ["index"]
    assert endings(home) == ["model"]
