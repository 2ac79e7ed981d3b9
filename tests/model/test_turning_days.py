"""Between two dates only what may turn between them is looked at, and nothing else differs."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Claim, Entity, Evidence, Graph, Relation, parse_date
from tiers.model.answers.changes import at_others
from tiers.model.answers.come_due import come_due
from tiers.model.answers.diff import diff, diff_between_dates
from tiers.model.answers.states import state_of
from tiers.model.answers.timeline import timeline
from tiers.model.answers.timeline.item import DUE, END, PLANNED, Item
from tiers.model.facts.claims import planned_for
from tiers.model.facts.ends import last_document
from tiers.model.facts.holding import is_planned
from tiers.model.facts.reports import last_report
from tiers.model.facts.turning_days import turning_days
from tiers.model.format.records import Value

from .counting import counted, country

_DAYS = ("2020", "2020-06", "2021-06~", "2021-07/2021-12", "2022-02-22", "[2022-01-01..2023-08-01]", "2024")
_day = st.sampled_from(_DAYS).map(parse_date)
_maybe_day = st.none() | _day
_at = st.none() | st.sampled_from(
    (*_DAYS, "2019", "2021-12-31", "2022-01-01", "2022-02-21", "2022-02-23", "2030")
)
_evidence = st.builds(Evidence, st.sampled_from(("stated", "inferred")), as_at=_maybe_day)
_KINDS = (
    "organisation",
    "body",
    "post",
    "workstream",
    "event",
    "commitment",
    "disagreement",
    "issue",
    "source",
    "term",
)
_RELATIONS = (
    "part_of",
    "in_layer",
    "member_of",
    "about",
    "originals",
    "results",
    "succeeds",
    "holds",
    "post_in",
)
_AT_ALL = Evidence()
_CLAIMED: dict[str, st.SearchStrategy[Value]] = {
    "name": st.sampled_from(("Board", "Joint Board")),
    "other_names": st.sampled_from(("JB", "B")),
    "status": st.sampled_from(("active", "closed", "planned")),
    "decides": st.sampled_from(("advises", "not_stated")),
    "start_date": _day,
    "end_date": _day,
    "expected_date": _day,
    "date": _day,
}


@st.composite
def _entity(draw: st.DrawFn, entity_id: str) -> Entity:
    values: dict[str, Value | tuple[Claim, ...]] = {"name": "Board"}
    for key in draw(st.lists(st.sampled_from(sorted(_CLAIMED)), unique=True, max_size=4)):
        claims = st.builds(Claim, st.just(key), _CLAIMED[key], _evidence, _maybe_day, _maybe_day)
        values[key] = draw(_CLAIMED[key] | st.lists(claims, min_size=1, max_size=3).map(tuple))
    kind = draw(st.sampled_from(_KINDS))
    if kind == "disagreement":
        values |= {"attribute": "name", "follows": "Joint Board"}
    return Entity(entity_id, kind, values, draw(_evidence))


@st.composite
def models(draw: st.DrawFn) -> Graph:
    """Draw a model in which anything may have dates of any sort."""
    ids = [f"e{number}" for number in range(draw(st.integers(1, 5)))]
    ends = st.sampled_from([*ids, "not_stated"])
    relations = st.builds(
        Relation, st.sampled_from(_RELATIONS), ends, ends, _evidence, _maybe_day, _maybe_day, _maybe_day
    )
    return Graph.of({each: draw(_entity(each)) for each in ids}, draw(st.lists(relations, max_size=8)))


@given(graph=models(), one=_at, other=_at)
def test_nothing_differs_but_what_may_turn(graph: Graph, one: str | None, other: str | None) -> None:
    """What is found by looking at few is what is found by looking at all, in the same order, at whatever two dates."""
    old, new = graph.as_of(one), graph.as_of(other)
    found = diff_between_dates(old, new)
    plain = diff(state_of(old, evidence=False), state_of(new, evidence=False))
    others = at_others(old, new, (plain.removed, plain.added), evidence=False)
    assert attrs.evolve(found, due=()) == attrs.evolve(plain, at_others=others)
    day = [last_document(each) if each.at is None else each.at.last for each in (old, new)]
    due = [
        each
        for each in timeline(new)
        if each.state in {DUE, PLANNED} and not each.report and (each.what != END or _is_planned(new, each))
    ]
    dated = [
        (each, each.date.first if each.state == PLANNED else each.date.last) for each in due if each.date
    ]
    assert [each.place(new) for each in found.due] == [
        each.place(new) for each, its in dated if day[0] and day[1] and day[0] < its <= day[1]
    ]
    assert [list(each) for each in (found.added, found.removed, found.renames)] == [
        list(each) for each in (plain.added, plain.removed, plain.renames)
    ]


def _is_planned(graph: Graph, item: Item) -> bool:
    """Whether an end is of what no document shows to have begun: then the end comes due too."""
    return (
        is_planned(graph, item.id) if item.relation is None else planned_for(graph, item.relation) is not None
    )


def _said(day: str) -> Evidence:
    return Evidence(as_at=parse_date(day))


def _claimed(attribute: str, value: str, day: str, end: str | None = None) -> Claim:
    return Claim(attribute, value, _said(day), None, None if end is None else parse_date(end))


@pytest.mark.parametrize(
    ("values", "evidence", "relations", "day"),
    [
        ({}, _said("2020"), [], "2020-01-01"),
        ({}, _said("2020"), [], "2021-01-01"),
        ({"start_date": parse_date("2021-07/2021-12")}, _AT_ALL, [], "2021-07-01"),
        ({"end_date": parse_date("2021-07/2021-12")}, _AT_ALL, [], "2021-07-02"),
        ({"end_date": parse_date("2021-07/2021-12")}, _AT_ALL, [], "2022-01-01"),
        ({"expected_date": parse_date("2022")}, _AT_ALL, [], "2022-01-01"),
        (
            {"status": (_claimed("status", "active", "2020"), _claimed("status", "closed", "2021"))},
            _AT_ALL,
            [],
            "2021-01-01",
        ),
        ({"name": (_claimed("name", "B", "2020"), _claimed("name", "C", "2021"))}, _AT_ALL, [], "2021-01-01"),
        (
            {"name": (_claimed("name", "B", "2019"), _claimed("name", "C", "2020", "2021-06"))},
            _AT_ALL,
            [],
            "2021-07-01",
        ),
        ({}, _AT_ALL, [Relation("part_of", "x", "y", _AT_ALL, parse_date("2021-03"))], "2021-03-01"),
        ({}, _AT_ALL, [Relation("part_of", "x", "y", _AT_ALL, None, parse_date("2021-03"))], "2021-04-01"),
        (
            {},
            _said("2020"),
            [Relation("member_of", "x", "y", _said("2024"), None, parse_date("2021-03"))],
            "2021-04-01",
        ),
        (
            {"name": (_claimed("name", "B", "2024", "2021-06"), _claimed("name", "C", "2020"))},
            _said("2020"),
            [],
            "2021-07-01",
        ),
        ({}, _AT_ALL, [Relation("member_of", "x", "y", _said("2021-03"))], "2021-03-01"),
        ({}, _said("2020"), [Relation("member_of", "x", "y", _said("2021-03"))], "2021-03-01"),
        ({}, Evidence(also=(_said("2020"), _said("2021-03"))), [], "2021-04-01"),
        ({}, _AT_ALL, [Relation("member_of", "not_stated", "x", _said("2021-03"))], "2021-03-01"),
        (
            {},
            _AT_ALL,
            [Relation("member_of", "x", "y", _AT_ALL, None, None, parse_date("2021-03"))],
            "2021-03-01",
        ),
        ({}, _said("2021"), [Relation("member_of", "y", "x", _said("2020"))], "2020-01-01"),
        (
            {"other_names": "JB"},
            _said("2021"),
            [Relation("member_of", "y", "x", _said("2020"))],
            "2021-01-01",
        ),
        ({}, _AT_ALL, [Relation("results", "merger", "x", _AT_ALL)], "2022-04-01"),
        ({}, _AT_ALL, [Relation("originals", "split", "x", _AT_ALL)], "2022-05-01"),
        ({}, _AT_ALL, [Relation("originals", "split", "x", _AT_ALL)], "2022-08-31"),
        ({}, _AT_ALL, [Relation("originals", "merger", "x", _AT_ALL)], "2022-04-01"),
        (
            {"expected_date": parse_date("2021")},
            _said("2020"),
            [Relation("member_of", "y", "x", _said("2022-05"))],
            "2022-05-01",
        ),
    ],
)
def test_the_day_on_which_it_turns(
    values: dict[str, Value | tuple[Claim, ...]], evidence: Evidence, relations: list[Relation], day: str
) -> None:
    """From the day before to that day something else is said of an entity, and it is among those looked at."""
    merger = Entity("merger", "event", {"name": "Merger", "date": parse_date("2022-04-01")}, _AT_ALL)
    split = Entity("split", "event", {"name": "Split", "date": parse_date("2022-05/2022-08")}, _AT_ALL)
    entities = [
        Entity("x", "body", {"name": "B", **values}, evidence),
        Entity("y", "body", {"name": "Y"}, _AT_ALL),
        merger,
        split,
    ]
    graph = Graph.of({each.id: each for each in entities}, relations)
    date = parse_date(day)
    old, new = graph.as_of(date.day_before()), graph.as_of(date)
    assert "x" in turning_days(graph).between(old.at, new.at)
    found = diff_between_dates(old, new)
    assert "x" in {*found.added, *found.removed, *found.renames, *(each.id for each in found.changes)}


def test_a_report_of_a_period_is_surely_there_on_its_last_day() -> None:
    """What a document of July to December reports is told from 31 December on, and so looked at then."""
    reports = tuple(Claim("reports", "in progress", _said(day)) for day in ("2021-06-01", "2021-07/2021-12"))
    work = Entity("x", "commitment", {"name": "Work", "reports": reports}, _AT_ALL)
    graph = Graph.of({"x": work}, [])
    assert turning_days(graph).between(parse_date("2021-12-30"), parse_date("2021-12-31")) == {"x"}
    days = [last_report(graph, "x", parse_date(day)) for day in ("2021-12-30", "2021-12-31")]
    assert [day.text for _, day in filter(None, days)] == ["2021-06-01", "2021-07/2021-12"]


@pytest.mark.parametrize("ended", [True, False])
def test_what_was_planned_and_is_stated_to_be_over_is_over_at_each_later_date(*, ended: bool) -> None:
    """What was planned, never seen and came to an end is over after that end, as it is in the last known state."""
    values: dict[str, Value | tuple[Claim, ...]] = {
        "name": "B",
        "expected_date": parse_date("2021"),
        **({"end_date": parse_date("2022")} if ended else {}),
    }
    merger = Entity("merger", "event", {"name": "Merger", "date": parse_date("2022")}, _AT_ALL)
    relations = [] if ended else [Relation("originals", "merger", "x", _AT_ALL)]
    graph = Graph.of({"x": Entity("x", "body", values, _AT_ALL), "merger": merger}, relations)
    then, later = graph.as_of("2021-06"), graph.as_of("2050")
    assert (
        list(diff_between_dates(then, later).removed)
        == list(diff_between_dates(then, graph).removed)
        == ["x"]
    )
    assert not diff_between_dates(later, graph).removed


def test_in_the_last_known_state_all_is_documented() -> None:
    """So what was last documented before a date differs from it there, and where that does not count it does not."""
    graph = Graph.of({"x": Entity("x", "body", {"name": "B"}, _said("2020"))}, ())
    then = graph.as_of("2021")
    assert [each.attribute for each in diff_between_dates(then, graph).changes] == ["standing"]
    assert turning_days(graph).between(then.at, None, last_documented=False) == frozenset()


def test_only_what_may_turn_is_looked_at() -> None:
    """Between two dates of a large model no entity is asked for but the one of which something is said."""
    large = country(5, 5, 40)
    board = Entity("board", "body", {"name": "New board"}, _said("2022"))
    relations = [
        *(each for borne in large.relations_by_subject() for each in borne),
        Relation("part_of", "board", "s1", Evidence("inferred")),
    ]
    graph = Graph.of({**dict(large.entities_by_id()), "board": board}, relations)
    turning_days(graph)
    come_due(graph.as_of("2021"), graph.as_of("2022"))
    old, _ = counted(graph.as_of("2021"))
    new, looked_at = counted(graph.as_of("2022"))
    assert list(diff_between_dates(old, new).added) == ["board"]
    assert looked_at.asked <= {"board"}
