"""Where in a view entities stand."""

import gc
import weakref
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from string import ascii_lowercase

import pytest

from tiers.model import load
from tiers.model.cache.forests import CachedForest
from tiers.model.cache.views import forest_of as views_of
from tiers.model.finding.index import Index
from tiers.model.views import VIEWS
from tiers.model.views.row_bits import bits_of_rows
from tiers.tui.exploring.search import row_places
from tiers.tui.exploring.search.finding import Finder
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.search.row_places import RowPlaces


@pytest.mark.parametrize("all_at_once", [True, False])
def test_rows_are_found_one_by_one_and_all_at_once(*, all_at_once: bool) -> None:
    """The same rows as the view itself gives, whatever numbers an index gives to the entities."""
    graph = load()
    forest = VIEWS["tiers"].make(graph)
    places = RowPlaces(forest, all_at_once=all_at_once)
    ids = sorted(graph)
    ids = ids[1::2] + ids[::2]
    numbers = {each: number for number, each in enumerate(ids)}
    for wanted in (ids, ids[:50], []):
        while places.work(1, numbers):
            pass
        rows = sorted(row for each in wanted for row in forest.rows_of(each))
        wanted_numbers = [numbers[each] for each in wanted]
        assert sorted(places.rows_of_few(wanted_numbers)) == rows
        assert places.bits_of_many(sum(1 << each for each in wanted_numbers)) == bits_of_rows(
            rows, len(forest)
        )
        assert places.rows_of_numbers([], numbers) is None
        assert sorted(row for each in wanted for row in places.rows_of(each)) == rows
    assert places.rows_of("nowhere") == ()


def test_the_rows_of_many_entities_are_looked_up_at_once_where_the_cache_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As at another date or after a save: a letter that finds many entities looks up the rows of none of them by itself."""
    one_by_one, looked_up = RowPlaces.rows_of_few, list[int]()

    def counted(places: RowPlaces, wanted: Iterable[int]) -> list[int]:
        numbers = list(wanted)
        looked_up.extend(numbers)
        return one_by_one(places, numbers)

    monkeypatch.setattr(RowPlaces, "rows_of_few", counted)
    at = load().as_of("2021")
    finder = Finder(VIEWS["tiers"].make(at), QueryMeanings(at))
    finder.is_wanted = True
    while finder.work(1) or finder.like.work(1) or not finder.is_ready:
        pass
    for letter in ("s", "h", "me"):
        found = finder.find(letter)
        entities = set(found.meant.ids)
        assert len(entities) * 16 > len(at)
        assert {row for row, each in enumerate(finder.forest.ids) if each in entities} <= {*found.rows}
    assert looked_up == []


def test_the_likeliest_row_is_found_without_looking_at_entities_that_have_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The best of what a word means may be in other views alone, such as a thousand workstreams for a timeline."""
    rows_of, looked_at = RowPlaces.rows_of, list[str]()

    def counted(places: RowPlaces, entity_id: str) -> Sequence[int]:
        looked_at.append(entity_id)
        return rows_of(places, entity_id)

    graph = load()
    finder = Finder(VIEWS["timeline"].make(graph), QueryMeanings(graph))
    finder.is_wanted = True
    while finder.work(1) or finder.like.work(1) or not finder.is_ready:
        pass
    found = finder.find("board")
    without = [each for each in found.meant.ids if not finder.forest.rows_of(each)]
    monkeypatch.setattr(RowPlaces, "rows_of", counted)
    best = next(row for each in found.meant.ids for row in finder.forest.rows_of(each))
    assert finder.likeliest(found) == best
    assert (len(without) > 3, len(looked_at)) == (True, 1)


def test_many_headings_are_found_without_a_number_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """The days of a timeline, of which a large model has thousands, are added up in one pass; their rows are those laid out."""
    forest = VIEWS["timeline"].make(load())
    places = RowPlaces(forest)
    while places.work(1, None):
        pass
    made: list[int] = []

    def counted(rows: Collection[int], size: int) -> int:
        """Count the numbers that are made of rows."""
        made.append(size)
        return bits_of_rows(rows, size)

    monkeypatch.setattr(row_places, "bits_of_rows", counted)
    rows = [row for row in range(len(forest)) if forest.kinds[row] == "group"]
    assert len(places.headings) > 50
    assert places.bits_of_headings(places.headings) == bits_of_rows(rows, len(forest))
    assert len(made) < 10


def test_the_rows_of_a_stored_view_are_those_of_one_just_laid_out(home: Path) -> None:
    """Whatever is typed, in every view, whether few or many are found, wherever the cursor is."""
    anew = load()
    kept = load()
    Index(kept).search("board")
    for view in VIEWS.values():
        views_of(kept, view)
        finder, other = (
            Finder(views_of(kept, view), QueryMeanings(kept)),
            Finder(view.make(anew), QueryMeanings(anew)),
        )
        assert isinstance(finder.forest, CachedForest)
        for each in (finder, other):
            each.is_wanted = True
            while each.work(1) or each.like.work(1) or not each.is_ready:
                pass
        for query in (
            *ascii_lowercase,
            "bo",
            "boar",
            "harrow",
            "kind:body f",
            "zzz",
            "2022",
            "and",
            "ga",
            "fraility",
        ):
            found, expected = finder.find(query, "harrow"), other.find(query, "harrow")
            assert list(found.rows) == list(expected.rows), (view.name, query)
            assert finder.likeliest(found) == other.likeliest(expected)
    assert list(home.glob("*.index"))


def test_rows_are_gone_through_in_steps() -> None:
    """In a slice of no time a few; with other numbers than those asked for they are not ready."""
    forest = VIEWS["tiers"].make(load())
    places, slices = RowPlaces(forest), 0
    while places.work(0, None):
        slices += 1
    assert slices >= len(forest) // 64
    assert (places.is_ready(None), places.is_ready({})) == (True, False)


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
