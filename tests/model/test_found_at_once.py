"""What is found of all entities at once is what each of them has by itself, from files and from the cache."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from tiers.model import Graph
from tiers.model.cache.compiled.numbers import numbers_of, relation_column
from tiers.model.facts.by_kind import sort_by_kind
from tiers.model.facts.columns import all_that_may_say_ended, may_say_ended
from tiers.model.facts.graph import kind_teller, name_teller
from tiers.model.facts.statements import all_named
from tiers.model.structure.order import by_sibling, rank_all
from tiers.model.structure.seats import all_ways_to_seats, ways_to_seats
from tiers.model.views import VIEWS
from tiers.model.views import nest as nesting

from .afresh import afresh
from .compiled import compiled_model
from .counting import country
from .dated_models import dated_models, days
from .test_turning_days import models

_KINDS = ("part_of", "member_of", "holds", "post_in", "about", "responsible_for")

_made = pytest.mark.parametrize("made", [afresh, compiled_model], ids=["files", "cache"])
"""A model just read, and the same from the cache."""


@_made
@settings(max_examples=30)
@given(model=models() | dated_models)
def test_relations_sorted_by_kind_are_those_looked_up(made: Callable[[Graph], Graph], model: Graph) -> None:
    """Of every id, in both directions and in the same order."""
    sorted_before, plain = made(model), made(model)
    sort_by_kind(sorted_before, *_KINDS)
    for each in (*model, "not_stated", "unknown", "none"):
        for kind in _KINDS:
            assert list(sorted_before.outgoing(each, kind)) == list(plain.outgoing(each, kind))
            assert list(sorted_before.incoming(each, kind)) == list(plain.incoming(each, kind))


@_made
@settings(max_examples=30)
@given(model=models() | dated_models)
def test_who_may_have_ended_is_found_in_one_pass(made: Callable[[Graph], Graph], model: Graph) -> None:
    """The same entities as if each was asked."""
    every = made(model)
    found = all_that_may_say_ended(every)
    assert [each for each in every if each in found] == [each for each in every if may_say_ended(every, each)]


@_made
@settings(max_examples=30)
@given(model=models() | dated_models, date=days)
def test_all_in_the_order_of_siblings(made: Callable[[Graph], Graph], model: Graph, date: str | None) -> None:
    """Ranked at once they are in the order in which some of them are put; kinds and names are those of each."""
    ranked, plain = made(model).as_of(date), made(model).as_of(date)
    rank_all(ranked)
    for ids in (plain.all_shown(), list(plain), list(plain)[::2]):
        assert by_sibling(ranked, ids) == by_sibling(plain, ids)
    kind_of, name_of = kind_teller(ranked), name_teller(ranked)
    for each in (*plain, "not_stated"):
        assert (kind_of(each), name_of(each)) == (plain.kind(each), plain.name(each))


@_made
@settings(max_examples=30)
@given(model=models() | dated_models, date=days)
def test_the_ways_to_all_seats_are_found_in_one_pass(
    made: Callable[[Graph], Graph], model: Graph, date: str | None
) -> None:
    """Those of each entity in the trees, in the order in which each is asked for; none of anybody without a seat."""
    graph, plain = made(model).as_of(date), made(model).as_of(date)
    ways = {each: list(ways_to_seats(plain, each)) for each in plain.all_shown()}
    assert dict(all_ways_to_seats(graph)) == {each: found for each, found in ways.items() if found}


@_made
@settings(max_examples=30)
@given(model=models() | dated_models)
def test_ids_named_in_details_are_found_at_once(made: Callable[[Graph], Graph], model: Graph) -> None:
    """Every entity that some relation names, and no other."""
    graph, plain = made(model), made(model)
    found = graph.once_for_all(all_named)()
    assert {each for each in plain if each in found} == {each for each in plain if plain.naming(each)}


@_made
@settings(max_examples=30)
@given(model=models() | dated_models)
def test_relations_are_numbered_at_once(made: Callable[[Graph], Graph], model: Graph) -> None:
    """Each has the number by which it is found again; an equal one from before a save has it too."""
    graph = made(model)
    numbers = numbers_of(graph)
    for of_one in (graph, made(model)):
        every = [None, *(each for found in of_one.relations_by_subject() for each in found)]
        found = list(relation_column(numbers, every))
        assert found[0] == 0
        assert [numbers.relation(each - 1) for each in found[1:]] == every[1:]


def test_all_views_of_a_model_find_what_is_below_what_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another process makes them all: neither the nesting nor the members are found twice."""
    found: list[str] = []

    def counted(name: str) -> None:
        find: Callable[[Graph], object] = getattr(nesting, name)

        def finding(graph: Graph) -> object:
            found.append(name)
            return find(graph)

        monkeypatch.setattr(nesting, name, finding)

    counted("find_nest")
    counted("find_members")
    graph = country(2, 2, 3)
    for view in VIEWS.values():
        view.make(graph)
    assert sorted(found) == ["find_members", "find_nest"]
