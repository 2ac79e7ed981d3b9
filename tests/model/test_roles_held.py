"""The state of a role in a function: by its own days, by the bodies that give it, and by the relation that it came with."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents, named
from tiers.model import Entity, Evidence, Graph, Relation, parse_date
from tiers.model.facts.claims import has_lapsed, what_came_of
from tiers.model.facts.functions import IN_HAND, with_functions
from tiers.model.facts.holding import ENDED, NOW, state_of, state_of_role
from tiers.model.facts.posts import holder_left
from tiers.model.facts.statements import Statements
from tiers.model.format import INFERRED, STATED
from tiers.model.format.records import Citation

GraphOf = Callable[[str], Graph]

PAPERS = documents("a", a=("Scheme", "2020-05-01"), b=("Minutes", "2023-06-01"))


def _giver(entity_id: str, end: str, source: str) -> str:
    return (
        f'[[body]]\nid = "{entity_id}"\nname = "{entity_id}"\nend_date = "{end}"\n'
        f'delegates_to = [{{ to = "taker", function = "beds", sources = ["{source}"] }}]\n'
    )


@pytest.mark.parametrize(
    ("givers", "at", "state"),
    [
        (_giver("one", "2021", "a") + _giver("two", "2022", "a"), None, (ENDED, "2022")),
        (_giver("one", "2022", "a") + _giver("two", "2021", "a"), None, (ENDED, "2022")),
        (_giver("one", "2021", "a") + _giver("two", "2021-06-30", "a"), None, (ENDED, "2021")),
        (_giver("one", "2021", "a") + _giver("two", "2099", "a"), None, (NOW, "")),
        (_giver("one", "2021", "a") + _giver("two", "2099", "b"), "2022-05", (ENDED, "2021")),
    ],
)
def test_a_delegated_role_ends_with_the_last_that_gives_it(
    graph_of: GraphOf, givers: str, at: str | None, state: tuple[str, str]
) -> None:
    """Of two days the later one, of a year its last day; one that no document names by the date does not count."""
    graph = graph_of(PAPERS + named("function", beds="Beds") + named("body", taker="Taker") + givers).as_of(
        at
    )
    (role,) = graph.every_relation("taker", IN_HAND, "out")
    found, day = state_of_role(graph, role)
    assert (found, "" if day is None else str(day)) == state


def test_what_had_ended_by_its_first_document_held_until_then(graph_of: GraphOf) -> None:
    """At every date up to its end, since its start is not stated."""
    graph = graph_of(
        PAPERS
        + named("body", two="Two")
        + named("body", one="One")
        + 'member_of = [{ to = "two", end_date = "2021", sources = ["b"] }]\n'
    )
    (seat,) = graph.every_relation("one", "member_of", "out")
    assert [state_of(graph.as_of(day), seat)[0] for day in ("2019", "2021", "2022")] == [NOW, NOW, ENDED]


def _given(function: str, day: str, **days: str) -> Relation:
    dates = {name: parse_date(each) for name, each in days.items()}
    return Relation(
        "delegates_to", "icb", "one", Evidence(as_at=parse_date(day)), details={"function": function}, **dates
    )


def _statements(*relations: Relation) -> Statements:
    kinds = {"icb": "organisation", "one": "body", "beds": "function", "lamps": "function"}
    known = {each: Entity(each, kind, {"name": each}, Evidence()) for each, kind in kinds.items()}
    return Statements.of(known, relations)


@pytest.mark.parametrize(("function", "came"), [("beds", True), ("lamps", False)])
def test_a_planned_delegation_comes_about_by_one_of_its_function(function: str, *, came: bool) -> None:
    """Another function that the same two agree on later is no sign of it."""
    plan, later = _given("beds", "2020", expected_date="2021"), _given(function, "2022")
    found = what_came_of(_statements(plan, later), plan, None)
    assert (None if found is None else found.details["function"]) == ("beds" if came else None)


def test_a_plan_lapses_with_its_time() -> None:
    """Once its last day is over, where no document shows that it began."""
    plan = _given("beds", "2020", expected_date="2021", end_date="2022")
    began = _given("beds", "2021-05")
    lapsed = [has_lapsed(_statements(plan), plan, parse_date(day)) for day in ("2022", "2023")]
    assert (lapsed, has_lapsed(_statements(plan, began), plan, parse_date("2023"))) == ([False, True], False)


def test_the_present_delegation_makes_the_role_that_is_written_without_days() -> None:
    """One that ended beside it makes a role of its own, whichever is written first."""
    known = {each: Entity(each, "function", {"name": each}, Evidence()) for each in ("beds",)}
    written = Relation(IN_HAND, "one", "beds", Evidence(), details={"mode": "delegated"})
    given = [_given("beds", "2022", end_date="2020"), _given("beds", "2022", start_date="2021")]
    given = [
        Relation(
            each.kind,
            each.subject,
            each.object,
            Evidence(),
            each.start_date,
            each.end_date,
            details=each.details,
        )
        for each in given
    ]
    for each in (given, given[::-1]):
        roles = [one for one in with_functions(known, [written, *each]) if one.kind == IN_HAND]
        assert [(str(one.start_date), str(one.end_date)) for one in roles] == [
            ("2021", "None"),
            ("None", "2020"),
        ]


def test_a_delegation_states_the_role_of_the_same_days_that_we_read() -> None:
    """Not one that ended, though that one is written first and the same document tells of it."""
    known = {"beds": Entity("beds", "function", {"name": "Beds"}, Evidence())}
    stated, ours = (Evidence(basis=each, citations=(Citation("a"),)) for each in (STATED, INFERRED))
    details = {"mode": "delegated"}
    roles = [
        Relation(IN_HAND, "one", "beds", stated, end_date=parse_date("2020"), details=details),
        Relation(IN_HAND, "one", "beds", ours, details=details),
    ]
    given = Relation("delegates_to", "icb", "one", stated, details={"function": "beds"})
    for each in (roles, roles[::-1]):
        found = [one for one in with_functions(known, [*each, given]) if one.kind == IN_HAND]
        assert [one.evidence.basis for one in found] == [STATED, STATED]


@pytest.mark.parametrize(
    ("holders", "left"),
    [
        ('{ id = "ann", end_date = "2019" }, { id = "not_stated" }', "2019"),
        ('{ id = "none", end_date = "2019" }', ""),
        ('{ id = "ann", end_date = "2018" }, { id = "none", end_date = "2019" }', "2018"),
    ],
)
def test_only_who_is_named_leaves_a_post(graph_of: GraphOf, holders: str, left: str) -> None:
    """A document that is silent about the next holder names nobody; the end of a vacancy is no end of a holder."""
    graph = graph_of(
        PAPERS
        + named("person", ann="Ann")
        + named("organisation", org="Org")
        + f'[[post]]\nid = "clerk"\nname = "Clerk"\npost_in = "org"\nheld_by = [{holders}]\n'
    )
    found = holder_left(graph, "clerk", None)
    assert ("" if found is None else str(found)) == left
