"""Where an entity stands, what it sits on and how seats and delegations read, case by case."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tiers.model import Evidence, Graph, Relation
from tiers.model.structure.layers import (
    arrow_words,
    delegation_words,
    delegations_to,
    named_delegation_words,
    taking_words,
)
from tiers.model.structure.limits import limit_between
from tiers.model.structure.membership import members_words, number_of_seats, role_words, seat_words, seats_of
from tiers.model.structure.placing import parent_of, path_of, place_of, placements, ways_up, weak_placements
from tiers.model.structure.seats import way_words, ways_to_seats

GraphOf = Callable[[str], Graph]


def _seat(**details: Any) -> Relation:
    return Relation("member_of", "unknown", "board", Evidence(), details=details)


@pytest.mark.parametrize(
    ("details", "seat", "role"),
    [
        ({}, "a seat", ""),
        ({"role": "public health"}, "public health", "public health"),
        ({"capacity": "observer"}, "observer", "observer"),
        ({"role": "public health", "capacity": "observer"}, "public health", "public health (observer)"),
        ({"role": "Vice-Chair", "capacity": "vice-chair"}, "Vice-Chair", "Vice-Chair"),
    ],
)
def test_a_seat_is_told_by_its_role_else_its_capacity(details: dict[str, Any], seat: str, role: str) -> None:
    """The capacity in brackets where there is one word for both, and not twice."""
    assert (seat_words(_seat(**details)), role_words(_seat(**details))) == (seat, role)


def test_seats_of_which_documents_disagree_are_told_from_the_fewest_to_the_most() -> None:
    """Each seat counts by its least and its most."""
    seats = [_seat(seats=2), _seat(disputed={"seats": (4, 3)}), _seat()]
    assert [seats_of(each) for each in seats] == [(2, 2), (3, 4), (1, 1)]
    assert [number_of_seats(seats[:count]) for count in range(4)] == ["", "2", "5 to 6", "6 to 7"]


COUNCIL = """
[[partnership]]
id = "place"
name = "Place"
tier = "place"
[[organisation]]
id = "council"
name = "Council"
[[person]]
id = "ann"
name = "Ann"
[[post]]
id = "clerk"
name = "Clerk"
post_in = "council"
held_by = [{ id = "none", basis = "stated" }]
[[body]]
id = "board"
name = "Board"
part_of = "place"
members = [%s]
"""


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ('{ id = "council", voting = true }, { id = "ann", voting = false }', "2, of them 1 voting"),
        ('{ id = "council", voting = true }, { id = "ann" }', "2, of them 1 voting, voting of 1 not stated"),
        (
            '{ id = "not_stated", voting = true, seats = 2 }, { id = "ann", voting = true }',
            "3 voting seats, 2 of them without a stated holder",
        ),
        (
            '{ id = "not_stated", seats = 2 }, { id = "clerk" }, { id = "ann" }',
            "4, 1 of them vacant, 2 without a stated holder, voting not stated",
        ),
        ('{ id = "not_stated", role = "lay member" }', "1, without a stated holder, voting not stated"),
    ],
)
def test_members_are_counted_with_their_votes(graph_of: GraphOf, members: str, said: str) -> None:
    """And with the seats that nobody is named for."""
    graph = graph_of(COUNCIL % members)
    assert members_words(graph, "board", graph.relations("board", "member_of", "in")) == said


def test_a_vote_that_documents_disagree_about_is_said(graph_of: GraphOf) -> None:
    """Apart from those that vote, and from those of which no document says it."""
    graph = graph_of(COUNCIL % "")
    votes: Mapping[str, Any] = {
        "council": {"voting": True},
        "ann": {"voting": True, "disputed": {"voting": (True, False)}},
    }
    seats = [Relation("member_of", each, "board", Evidence(), details=said) for each, said in votes.items()]
    assert members_words(graph, "board", seats) == "2, of them 1 voting, voting of 1 disputed"


WAYS = """
[[organisation]]
id = "council"
name = "Council"
[[organisation]]
id = "trust"
name = "Trust"
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
[[person]]
id = "ann"
name = "Ann"
[[body]]
id = "board"
name = "Board"
members = [
  { id = "leader", role = "a seat" },
  { id = "council", role = "b seat" },
  { id = "council", role = "a seat" },
  { id = "ann", on_behalf_of = "council" },
  { id = "not_stated", role = "a deputy", on_behalf_of = "council" },
  { id = "trust", on_behalf_of = "council", end_date = "2019" },
]
[[body]]
id = "assembly"
name = "Assembly"
members = ["council"]
[[source]]
id = "paper"
name = "Paper"
presented = "2021"
"""


def test_each_way_to_a_seat_reads_before_it(graph_of: GraphOf) -> None:
    """Its own seats in the order of bodies and roles; then through a post, and by whoever sits there for it, named or not; none that is over."""
    graph = graph_of(WAYS)
    assert [
        (
            way_words(graph, way),
            [f"{graph.name(each.object)}: {each.details.get('role', '')}" for each in seats],
        )
        for way, seats in ways_to_seats(graph, "council")
    ] == [
        ("Through the organisation Council", ["Assembly: ", "Board: a seat", "Board: b seat"]),
        ("Through the post Leader", ["Board: a seat"]),
        ("Through the person Ann", ["Board: "]),
        ("Through somebody, who is not stated", ["Board: a deputy"]),
    ]


HANDED = """
[[partnership]]
id = "place"
name = "Place"
tier = "place"
[[function]]
id = "beds"
name = "Beds"
[[organisation]]
id = "council"
name = "Council"
delegates_to = [
  { to = "group", function = "beds", extent = { text = "all of them" } },
  { to = "group" },
  { to = "not_stated", function = "beds" },
  { to = "none" },
  { to = "former", function = "beds", extent = { text = "some of them" }, end_date = "2020" },
]
responsible_for = [{ to = "beds", mode = "delivers" }]
[[body]]
id = "group"
name = "Group"
part_of = "place"
[[body]]
id = "former"
name = "Former Group"
part_of = "place"
[[source]]
id = "paper"
name = "Paper"
presented = "2021"
"""


def test_a_delegation_reads_from_each_side(graph_of: GraphOf) -> None:
    """Below its giver, by itself, at an arrow and below its taker; what no document says is said."""
    graph = graph_of(HANDED)
    given = sorted(
        graph.outgoing("council", "delegates_to"), key=lambda each: (each.object, str(each.details))
    )
    told = [
        (delegation_words(graph, each), named_delegation_words(graph, each), arrow_words(graph, each))
        for each in given
    ]
    assert told == [
        (
            "delegates Beds to Former Group, extent: some of them",
            "delegation of Beds from Council to Former Group, extent: some of them",
            "delegates Beds, extent: some of them",
        ),
        (
            "delegates Beds to Group, extent: all of them",
            "delegation of Beds from Council to Group, extent: all of them",
            "delegates Beds, extent: all of them",
        ),
        (
            "delegates to Group, extent not recorded",
            "delegation from Council to Group, extent not recorded",
            "delegates, extent not recorded",
        ),
        (
            "delegates to: none (stated)",
            "delegation from Council: none (stated)",
            "delegates, extent not recorded",
        ),
        (
            "delegates Beds, to whom is not stated, extent not recorded",
            "delegation of Beds from Council, to whom is not stated, extent not recorded",
            "delegates Beds, extent not recorded",
        ),
    ]
    assert [taking_words(graph, each) for each in given if each.object == "group"] == [
        "has Beds delegated to it, extent: all of them, by Council",
        "has authority delegated to it, extent not recorded, by Council",
    ]


def test_limits_of_two_who_delegate_are_told_apart(graph_of: GraphOf) -> None:
    """Each with who gives it; of a role that is over, only the one that ended with it."""
    graph = graph_of(
        HANDED + '[[organisation]]\nid = "trust"\nname = "Trust"\ndelegates_to = ['
        '{ to = "group", function = "beds", extent = { text = "half of them" } },'
        '{ to = "former", function = "beds", extent = { text = "none of them" }, end_date = "2019" }]\n'
    )
    held = graph.every_relation("beds", "responsible_for", "in")
    assert sorted({limit_between(graph, each) for each in held if each.subject == "group"}) == [
        "from Council: all of them; from Trust: half of them"
    ]
    assert sorted({limit_between(graph, each) for each in held if each.subject == "former"}) == [
        "none of them",
        "some of them",
    ]


def test_what_was_delegated_is_asked_for_by_itself(graph_of: GraphOf) -> None:
    """What is over counts where that is asked for, and only who holds something by delegation has a limit in it."""
    graph = graph_of(HANDED)
    assert [
        [each.subject for each in delegations_to(graph, "former", over=over)] for over in (False, True)
    ] == [[], ["council"]]
    held = {
        (each.subject, str(each.details.get("mode"))): limit_between(graph, each)
        for each in graph.every_relation("beds", "responsible_for", "in")
    }
    assert held == {
        ("former", "delegated"): "some of them",
        ("group", "delegated"): "all of them",
        ("not_stated", "delegated"): "",
        ("council", "delivers"): "",
    }


STANDING = """
[[partnership]]
id = "system"
name = "System"
tier = "system"
[[partnership]]
id = "place"
name = "Place"
tier = "place"
part_of = "system"
[[partnership]]
id = "other"
name = "Other"
tier = "place"
part_of = "system"
[[layer]]
id = "top"
name = "Top"
of = "place"
order = 1
[[body]]
id = "board"
name = "Board"
in_layer = "top"
part_of = "other"
member_of = "system"
[[workstream]]
id = "strand"
name = "Strand"
part_of = ["other", "place"]
accountable_to = "board"
[[body]]
id = "stray"
name = "Stray"
part_of = [{ to = "gone", end_date = "2019" }]
accountable_to = "board"
[[body]]
id = "team"
name = "Team"
part_of = "board"
[[body]]
id = "alone"
name = "Alone"
part_of = "not_stated"
[[body]]
id = "gone"
name = "Gone"
end_date = "2019"
[[source]]
id = "paper"
name = "Paper"
presented = "2021"
"""


def test_where_an_entity_stands(graph_of: GraphOf) -> None:
    """The strongest relation places it, the parent is the one written first, and a path goes from the root down."""
    graph = graph_of(STANDING)
    assert {each: path_of(graph, each) for each in ("board", "strand", "stray")} == {
        "board": ("system", "other"),
        "strand": ("system", "other"),
        "stray": (),
    }
    assert {
        each: [one.object for one in placements(graph, each)] for each in ("board", "strand", "alone")
    } == {
        "board": ["other"],
        "alone": [],
        "strand": ["other", "place"],
    }
    assert [parent_of(graph, each) for each in ("strand", "team", "alone")] == ["other", "board", None]
    assert [place_of(graph, each) for each in ("strand", "board", "team", "alone")] == ["other"] * 3 + [None]
    assert ways_up(graph, "strand") == [("system", "other"), ("system", "place")]
    assert [(each, one.kind) for each, one in weak_placements(graph, "stray")] == [
        ("board", "accountable_to")
    ]


def test_a_seat_through_who_is_only_to_hold_a_post_is_planned(graph_of: GraphOf) -> None:
    """Whether the post or its holder is to come."""
    graph = graph_of(
        WAYS + '[[person]]\nid = "ben"\nname = "Ben"\nholds = [{ to = "leader", expected_date = "2023" }]\n'
        'member_of = [{ to = "assembly", on_behalf_of = "leader" }]\n'
    )
    told = [
        (way_words(graph, way), [each.object for each in seats])
        for way, seats in ways_to_seats(graph, "council")
    ]
    assert ("Planned, through the person Ben", ["assembly"]) in told
