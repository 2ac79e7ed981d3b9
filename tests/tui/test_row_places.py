"""Where in a view entities stand."""

import gc
import weakref

from tiers.model import load
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
