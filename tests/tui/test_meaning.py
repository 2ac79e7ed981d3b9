"""Asking the index."""

import gc
from pathlib import Path

import pytest

from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.model.views import VIEWS
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.search.meaning import QueryMeanings

from .driving import exploring


def test_the_names_are_indexed_at_the_first_question_and_the_rest_in_slices(
    place: Graph, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """Nothing is done before; a question later waits for nothing, and is answered from what is there."""
    assert not home.exists(), "a kept index would be there at the first question"
    asked: list[float | None] = []
    work = Index.work

    def counted(index: Index, seconds: float) -> bool:
        asked.append(seconds)
        return work(index, 0.0)

    monkeypatch.setattr(Index, "work", counted)
    like = QueryMeanings(place)
    assert (like.whole, asked) == (False, [])
    assert list(like.meant("frail").ids) == ["ex-frailty"]
    like.meant("frailt")
    assert asked == [0.008, 0.008]
    while like.work(0.005):
        pass
    assert (like.whole, set(asked)) == (True, {0.008, 0.005})


def test_what_was_built_is_not_gone_through_again(place: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The garbage collector leaves it alone once the names are indexed."""
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    like = QueryMeanings(place)
    like("frail", 3)
    like("frail", 3)
    assert frozen == [True]


def test_the_collector_is_as_before_once_nothing_is_left_to_do(place: Graph) -> None:
    """Python's collector has its thresholds from before once the index is complete, even if the index of another date was begun and left."""
    before = gc.get_threshold()
    whole, begun = QueryMeanings(place), QueryMeanings(place.as_of("2022-03"))
    while whole.work(1):
        pass
    assert begun.work(0)
    meanwhile = gc.get_threshold()
    assert not whole.work(0)
    assert (meanwhile[:2], meanwhile[2] > before[2], gc.get_threshold()) == (before[:2], True, before)


def test_a_wrong_filter_means_nothing_in_the_palette(place: Graph) -> None:
    """There it is no place to explain it."""
    assert list(QueryMeanings(place)("kind:xyz", 3)) == []


def test_a_large_model_at_a_date_is_indexed_when_somebody_searches_there(place: Graph) -> None:
    """A step in time indexes nothing; the last known state and a small model are indexed between keys as ever."""
    dated = place.as_of("2022-03")
    assert [QueryMeanings(place, few=0).is_wanted, QueryMeanings(dated).is_wanted] == [True, True]
    exploration = Exploration(place, VIEWS, QueryMeanings(place, few=0), "tiers")
    while exploration.work(1):
        pass
    exploration.turn_to(dated.at)
    assert (exploration.is_prepared, exploration.work(1), exploration.like.whole) == (True, False, False)
    exploration.walk.find("frail")
    assert exploration.like.is_wanted
    while exploration.work(1):
        pass
    assert (exploration.is_prepared, exploration.like.whole) == (True, True)
    assert list(exploration.like.meant("frail").ids) == ["ex-frailty"]


async def test_a_screen_above_the_explorer_searches_with_a_whole_index(place: Graph) -> None:
    """The palette at a date of a large model: the index is built meanwhile."""
    async with exploring(place) as driver:
        exploration = driver.screen.exploration
        exploration.like = QueryMeanings(place, few=0)
        exploration.turn_to(place.as_of("2022-03").at)
        driver.screen.show()
        assert not exploration.like.is_wanted
        await driver.press(":")
        await driver.until(lambda: exploration.like.whole)
