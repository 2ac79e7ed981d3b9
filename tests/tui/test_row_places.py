"""Where in a view entities stand."""

import gc
import weakref
from pathlib import Path

import pytest

from tiers.model import load
from tiers.model.cache.ahead import MADE
from tiers.model.cache.forests import CachedForest
from tiers.model.cache.views import forest_of
from tiers.model.finding.index import Index
from tiers.model.views import VIEWS
from tiers.tui.exploring.search.row_places import RowPlaces


def test_rows_are_found_one_by_one_and_all_at_once() -> None:
    """The same rows as the view itself gives, whatever numbers an index gives to the entities."""
    graph = load()
    forest = VIEWS["tiers"].make(graph)
    places = RowPlaces(forest)
    ids = sorted(graph)
    ids = ids[1::2] + ids[::2]
    numbers = {each: number for number, each in enumerate(ids)}
    for wanted in (ids, ids[:50], []):
        flags = bytes(each in wanted for each in ids)
        while places.work(1, numbers):
            pass
        rows = sorted(row for each in wanted for row in forest.rows_of(each))
        assert places.rows_of_many(flags, numbers) == rows
        assert sorted(row for each in wanted for row in places.rows_of(each)) == rows
    assert places.rows_of("nowhere") == ()


@pytest.mark.parametrize("view", VIEWS)
def test_the_rows_of_a_view_from_the_cache_are_those_of_the_view(home: Path, view: str) -> None:
    """One by one, all at once, and the headings; by the numbers of an index from the cache and by those of any other."""
    model = load()
    forest_of(model, VIEWS[view])
    MADE["index"](model)
    graph = load()
    kept, laid_out = forest_of(graph, VIEWS[view]), VIEWS[view].make(graph)
    assert isinstance(kept, CachedForest)
    index = Index(graph)
    assert index.recall()
    assert index.numbers is not None
    plain = {each: number for number, each in enumerate(reversed(list(graph)))}
    for numbers in (index.numbers, plain):
        found = []
        for forest in (kept, laid_out):
            places = RowPlaces(forest)
            while places.work(1, numbers):
                pass
            flags = bytes(number % 3 == 0 for number in range(len(numbers)))
            one_by_one = [list(places.rows_of(each)) for each in graph]
            found.append((places.rows_of_many(flags, numbers), places.headings, one_by_one))
        assert found[0] == found[1]


def test_rows_are_gone_through_in_steps() -> None:
    """In a slice of no time a few; with other numbers than those asked for nothing is said of many rows."""
    forest = VIEWS["tiers"].make(load())
    places, slices = RowPlaces(forest), 0
    while places.work(0, None):
        slices += 1
    assert slices >= len(forest) // 64
    assert (places.is_ready(None), places.is_ready({})) == (True, False)
    assert places.rows_of_many(b"", {}) is None


def test_what_is_gone_through_no_further_is_let_go_of() -> None:
    """At once, in the midst of it, with the view."""
    forest = VIEWS["tiers"].make(load())
    view = weakref.ref(forest)
    gc.disable()
    try:
        begun, numbered = RowPlaces(forest), RowPlaces(forest)
        begun.work(0, None)
        while numbered.work(1, None):
            pass
        numbered.work(0, dict.fromkeys(filter(None, forest.ids), 0))
        del forest, begun, numbered
        assert view() is None
    finally:
        gc.enable()
