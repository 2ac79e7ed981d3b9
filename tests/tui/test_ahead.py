"""Another process makes what the cache lacks of a large model: when it is started, and what the explorer then does itself."""

import sys
from pathlib import Path
from threading import Event
from threading import enumerate as threads

import pytest

from benchmarks.generator import write_model
from tests.tui.driving import exploring
from tiers.model import Graph, load
from tiers.model.cache.ahead import MADE
from tiers.model.cache.forests import CachedForest
from tiers.model.views import VIEWS
from tiers.tui import app
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.live import ahead
from tiers.tui.exploring.live.ahead import Ahead, can_be_made_ahead
from tiers.tui.exploring.search.meaning import QueryMeanings


@pytest.fixture
def model(tmp_path: Path, home: Path) -> Graph:
    """Return a made-up model that is in a cache of its own."""
    write_model(tmp_path / "model", 300)
    return load(tmp_path / "model")


def endings(home: Path) -> set[str]:
    """Return the endings of the files in the cache."""
    return {each.suffix[1:] for each in home.iterdir()}


def test_the_process_completes_the_cache_and_tells_that_it_is_done(model: Graph, home: Path) -> None:
    """Everything is there then; the views of the model that is open come from the cache without opening it again."""
    done = Event()
    exploration = Exploration(model, VIEWS, QueryMeanings(model), "tiers")
    assert not isinstance(exploration.walk.forest, CachedForest)
    process = Ahead(model, lambda _: done.set())
    process.start()
    assert done.wait(120)
    assert endings(home) == {*MADE, "model"}
    for name in VIEWS:
        exploration.see(name)
        assert isinstance(exploration.walk.forest, CachedForest) == (name != "tiers")
    process.end()


def test_a_process_that_is_ended_tells_nothing(model: Graph, home: Path) -> None:
    """Before it was started as well as after; it leaves no half file."""
    told: list[Ahead] = []
    never, once = Ahead(model, told.append), Ahead(model, told.append)
    never.end()
    for each in (never, once):
        each.start()
    once.end()
    for thread in threads():
        if thread.name == "tiers-ahead":
            thread.join(120)
    assert told == []
    assert endings(home) <= {*MADE, "model"}


def test_where_no_process_can_be_started_that_is_told(model: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the explorer goes on by itself."""
    told = Event()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    Ahead(model, lambda _: told.set()).start()
    assert told.wait(120)


def test_it_is_tried_only_where_it_can_work(model: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a model in the cache, by a program that is not its own Python."""
    assert can_be_made_ahead(model)
    assert can_be_made_ahead(model.as_of("2020"))
    assert not can_be_made_ahead(Graph.of({}, ()))
    with monkeypatch.context() as patched:
        patched.setattr(sys, "frozen", True, raising=False)
        assert not can_be_made_ahead(model)
    monkeypatch.setattr(sys, "executable", "")
    assert not can_be_made_ahead(model)


def test_with_the_cache_off_there_is_nothing_to_complete(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where it cannot be written."""
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    write_model(tmp_path / "model", 300)
    assert not can_be_made_ahead(load(tmp_path / "model"))


def test_the_index_is_left_to_the_process_until_a_query_comes(model: Graph) -> None:
    """A query before that is answered as ever; after that the index is taken from the cache whole."""
    alone = QueryMeanings(model)
    asked, waiting = (QueryMeanings(model, is_made_elsewhere=lambda: True) for _ in range(2))
    while alone.work(1):
        pass
    assert not waiting.work(1)
    assert (waiting.stage, waiting.whole) == (0, False)
    assert asked("england", 5) == alone("england", 5)
    assert asked.work(0) or asked.whole
    MADE["index"](model)
    assert not waiting.work(0)
    assert waiting.whole
    assert waiting("england", 5) == alone("england", 5)


def test_the_index_of_a_date_is_made_here(model: Graph) -> None:
    """The process makes that of the last known state alone."""
    dated = QueryMeanings(model, is_made_elsewhere=lambda: True).of(model.as_of("2020"))
    assert dated.work(0) or dated.whole


class Noted:
    """In place of `Ahead`: notes what is begun and ended."""

    begun: list["Noted"] = []  # noqa: RUF012 - set by the test

    def __init__(self, graph: Graph, done: object) -> None:
        self.graph = graph
        self.done = done
        self.is_ended = False
        self.begun.append(self)

    def start(self) -> None:
        """Stand for a start."""

    def end(self) -> None:
        """Note the end."""
        self.is_ended = True


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Noted]:
    """Let no process be started; return those that would be."""
    found: list[Noted] = []
    monkeypatch.setattr(Noted, "begun", found)
    monkeypatch.setattr(ahead, "Ahead", Noted)
    return found


async def test_without_a_terminal_none_is_started(
    model: Graph, begun: list[Noted], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in tests, which look at what the explorer itself does."""
    monkeypatch.setattr(app, "LARGE", 1)
    async with exploring(model) as driver:
        await driver.press("2")
    assert begun == []


async def test_a_large_model_has_one_process_at_a_time(
    model: Graph, begun: list[Noted], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved model takes the place of the one before; one below the limit has none."""
    async with exploring(model) as driver:
        driver.app.make_ahead(model)
        assert begun == []
        monkeypatch.setattr(app, "LARGE", len(model))
        driver.app.make_ahead(model)
        driver.app.make_ahead(model)
        assert [each.is_ended for each in begun] == [True, False]
    assert [each.is_ended for each in begun] == [True, True]
