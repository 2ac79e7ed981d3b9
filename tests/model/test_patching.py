"""A view at another date is laid out again only where it differs, and its rows are those of the whole view."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from tiers.model import Claim, Entity, Evidence, Graph, ModelError, Relation, load_texts, parse_date, views
from tiers.model.cache.views import forest_of
from tiers.model.facts.turning_days import turning_days
from tiers.model.views import VIEWS, Forest, concerned, recent
from tiers.model.views.layout import Row
from tiers.model.views.near import look_at_all, look_near
from tiers.model.views.nest import Nesting, members_of, nest_of
from tiers.model.views.patched import PatchedForest, shared_rows
from tiers.model.views.patching import patched

from . import several_files
from .counting import country
from .dated_models import dated_models, days
from .test_turning_days import models

GraphOf = Callable[[str], Graph]

PATCHED = tuple(name for name, view in VIEWS.items() if view.top() is not None)
"""The views that are laid out again in part."""

_COLUMNS = ("ids", "kinds", "names", "relations", "parents", "ends", "depths", "repeats")


def columns(forest: Forest) -> dict[str, list[object]]:
    """Return all columns of a view."""
    return {name: list(getattr(forest, name)) for name in _COLUMNS}


@contextmanager
def whatever_their_number() -> Iterator[None]:
    """Lay out in part even if nearly everything differs."""
    with patch.object(concerned, "AT_LEAST", 1_000):
        yield


def again(view: str, earlier: Forest, before: Graph, graph: Graph) -> Forest | None:
    """Return the rows of a view at the date of a graph, as laid out in part; the earlier rows if none differs."""
    with whatever_their_number():
        return recent.rows_at(VIEWS[view], earlier, before, graph)


@pytest.mark.parametrize("view", PATCHED)
@given(model=models() | dated_models, dates=st.lists(days, min_size=2, max_size=4), data=st.data())
def test_laid_out_in_part_is_laid_out_whole(
    view: str, model: Graph, dates: Sequence[str | None], data: st.DataObject
) -> None:
    """At whatever dates one after the other: every column, every look-up of rows, and what repeats."""
    before = model.as_of(dates[0])
    earlier = VIEWS[view].make(before)
    for date in dates[1:]:
        graph = model.as_of(date)
        whole = VIEWS[view].make(model.as_of(date))
        found = again(view, earlier, before, graph)
        if found is None:
            before, earlier = model.as_of(date), whole
            continue
        assert columns(found) == columns(whole)
        assert {each: found.rows_of(each) for each in model} == {each: whole.rows_of(each) for each in model}
        assert {*found.repeated} == {*whole.repeated} == {each for each in model if each in found.repeated}
        assert found.leaves() == whole.leaves()
        start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
        assert list(found.names[start:end]) == list(whole.names[start:end])
        assert list(found.ids[start:end:2]) == list(whole.ids[start:end:2])
        rows = {name: list(getattr(forest, name)) for forest in (earlier,) for name in ("ids", "names")}
        for there, here, size in shared_rows(earlier, found) or ():
            assert rows["ids"][there : there + size] == list(found.ids[here : here + size])
            assert rows["names"][there : there + size] == list(found.names[here : here + size])
        before, earlier = graph, found


@given(model=models() | dated_models, date=days)
def test_children_found_near_are_those_found_in_one_pass(model: Graph, date: str | None) -> None:
    """Of every entity, with every relation and in the same order; and all of them, when all are asked for."""
    every, near = model.as_of(date), model.as_of(date)
    look_near(near)
    for each in (*model, "not_stated"):
        here, there = (nest_of(graph).below.get(each, {}) for graph in (near, every))
        assert {kind: list(found.items()) for kind, found in here.items()} == {
            kind: list(found.items()) for kind, found in there.items()
        }
        assert list(members_of(near, each)) == list(members_of(every, each))
    for each in model:
        assert nest_of(near).further.get(each, {}) == nest_of(every).further.get(each, {})
    found, whole = nest_of(near), nest_of(every)
    assert (list(found.below), list(found.loose)) == (list(whole.below), list(whole.loose))
    assert (list(found.further), len(found.further), len(found.below), len(found.loose)) == (
        list(whole.further),
        len(whole.further),
        len(whole.below),
        len(whole.loose),
    )
    look_at_all(near)
    assert (nest_of(near).below, near.once(Nesting).members) == (whole.below, every.once(Nesting).members)


def _dated(model: Graph) -> Graph:
    """Return a country in which one practice closes in 2021 and another is named otherwise from 2022 on."""
    entities = {each.id: each for each in model.every_entity()}
    said = Evidence(as_at=parse_date("2020"))
    closed, renamed = entities["s1p1g3"], entities["s1p0g1"]
    entities[closed.id] = Entity(
        closed.id, closed.kind, {**closed.values, "end_date": parse_date("2021-03-31")}, said
    )
    names = (
        Claim("name", "Old Surgery", said),
        Claim("name", "New Surgery", Evidence(as_at=parse_date("2022"))),
    )
    entities[renamed.id] = Entity(renamed.id, renamed.kind, {"name": names}, said)
    relations = [each for of_one in model.relations_by_subject() for each in of_one]
    relations.append(Relation("holds", "not_stated", "gp", said))
    return Graph.of(entities, relations)


def _inside_calls(practices: int) -> tuple[int, int]:
    """Return for how many entities the rows below are asked, in part and whole, when one practice closes."""
    model = _dated(country(4, 4, practices))
    before = model.as_of("2021-03-31")
    earlier = VIEWS["tiers"].make(before)
    top = VIEWS["tiers"].top()
    assert top is not None
    asked: list[str] = []

    def inside(graph: Graph, entity_id: str) -> Iterable[Row]:
        asked.append(entity_id)
        return top.inside(graph, entity_id)

    counting = type(top)(
        **{
            name: getattr(top, name)
            for name in ("is_root", "key", "rows", "reach", "names_others", "leading", "is_complete")
        },
        inside=inside,
    )
    changed = turning_days(model).between(before.at, parse_date("2021-04-01"), last_documented=False)
    found = patched(counting, earlier, before, model.as_of("2021-04-01"), changed)
    assert found is not None
    return len(asked), len(found.own)


def test_a_step_lays_out_what_differs_whatever_the_size() -> None:
    """One practice closes: as many rows are laid out again among ten times as many."""
    assert _inside_calls(30) == _inside_calls(300)


def test_the_last_views_of_a_large_model_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date is not laid out again while it is among the last; one laid out in part has the rows of the whole.

    One on which no row differs from the last known state has the very same rows.
    """
    monkeypatch.setattr(views, "LARGE", 100)
    monkeypatch.setattr(recent, "turning_days_at_hand", lambda _: True)
    model, view = _dated(country(4, 4, 30)), VIEWS["tiers"]
    latest = forest_of(model, view)
    found = {day: forest_of(model.as_of(day), view) for day in ("2021-03-31", "2021-04-01", "2022-12-31")}
    for day, forest in found.items():
        assert isinstance(forest, PatchedForest) == (day != "2022-12-31")
        assert (forest is latest) == (day == "2022-12-31")
        assert columns(forest) == columns(view.make(model.as_of(day)))
        assert forest_of(model.as_of(day), view) is forest
    for day in ("2019", "2018", "2017", "2016"):
        forest_of(model.as_of(day), view)
    assert forest_of(model.as_of("2021-04-01"), view) is not found["2021-04-01"]


def test_a_small_model_is_laid_out_whole() -> None:
    """At another date a view of a small model is laid out anew, since patching the view of the last state saves no time."""
    model, view = _dated(country(2, 2, 5)), VIEWS["tiers"]
    forest_of(model, view)
    assert not isinstance(forest_of(model.as_of("2021-04-01"), view), PatchedForest)


def _loaded(texts: Mapping[str, str]) -> Graph | None:
    try:
        return load_texts({name: text.encode() for name, text in texts.items()})
    except ModelError:
        return None


@given(
    texts=several_files.models(),
    date=st.none() | st.sampled_from(("2019-06-30", "2021", "2030")),
    data=st.data(),
)
def test_a_save_lays_out_again_what_it_changed(
    texts: tuple[Mapping[str, str], Mapping[str, str]], date: str | None, data: st.DataObject
) -> None:
    """Whatever was changed in a file: the rows are those of the saved model; else the whole view is laid out."""
    view = VIEWS[data.draw(st.sampled_from(PATCHED))]
    old, new = map(_loaded, texts)
    assume(old is not None and new is not None)
    assert old is not None
    assert new is not None
    before, graph = old.as_of(date), new.as_of(date)
    with patch.object(views, "LARGE", 1), whatever_their_number():
        recent.renew_rows(view, view.make(before), before, graph)
        found = recent.recently(graph, view, lambda: None)
    if found is not None:
        event("in part")
        assert columns(found) == columns(view.make(new.as_of(date)))


def test_what_is_beside_what_ends_is_laid_out_again_only_if_its_place_differs() -> None:
    """A post that nobody holds any more goes out of sight; a commitment about its holder stays where it is."""
    said, ended = Evidence(as_at=parse_date("2020")), parse_date("2021-03-31")
    entities = [
        Entity("board", "body", {"name": "Board"}, said),
        Entity("chair", "post", {"name": "Chair"}, said),
        Entity("holder", "person", {"name": "Holder", "end_date": ended}, said),
        Entity("plan", "commitment", {"name": "Plan"}, said),
    ]
    relations = [
        Relation("post_in", "chair", "board", said),
        Relation("holds", "holder", "chair", said),
        Relation("part_of", "plan", "board", said),
        Relation("about", "plan", "holder", said),
    ]
    model, view = Graph.of({each.id: each for each in entities}, relations), VIEWS["tiers"]
    before, graph, top = model.as_of("2021-03-31"), model.as_of("2021-04-01"), view.top()
    assert top is not None
    look_near(graph)
    found = concerned.entities_concerned(top, view.make(before), before, graph, {"holder"})
    assert found == {"holder", "chair", "board"}


def test_what_is_at_the_top_is_laid_out_again(graph_of: GraphOf) -> None:
    """Organisations are at the top until a place begins, and where they become national or regions on a day."""
    model = graph_of(
        """
[[organisation]]
id = "federation"
name = "Federation"
tier = [{ value = "system", end_date = "2022-12-31" }, { value = "national", start_date = "2023-01-01" }]
[[organisation]]
id = "north"
name = "North"
tier = [{ value = "place", end_date = "2021-12-31" }, { value = "region", start_date = "2022-01-01" }]
part_of = "federation"
[[organisation]]
id = "team"
name = "Team"
part_of = "north"
[[partnership]]
id = "elm"
name = "Elm"
start_date = "2022-06-01"
end_date = "2024-06-30"
"""
    )
    dates = ["2021", "2022-01", "2022-07", "2023-02", "2025", "2022-07", "2021"]
    before = model.as_of(dates[0])
    earlier, in_part = VIEWS["tiers"].make(before), 0
    for date in dates[1:]:
        graph = model.as_of(date)
        whole = VIEWS["tiers"].make(model.as_of(date))
        found = again("tiers", earlier, before, graph)
        if found is not None:
            assert columns(found) == columns(whole), date
            in_part += 1
        before, earlier = graph, whole
    assert in_part > 0
