"""Who counts as a member, which members a source states to be none (and no gap), and how seats read."""

from collections.abc import Callable

import pytest

from tests.model.fragments import detail_lines, who_lines
from tiers.model import Evidence, Graph, Relation
from tiers.model.answers.compare import compare
from tiers.model.answers.gaps import gaps
from tiers.model.answers.paths import paths
from tiers.model.format.details import CAPACITIES
from tiers.model.structure.membership import (
    ATTENDANCES,
    counts_as_member,
    members_words,
    names_nobody,
    seat_rank,
)
from tiers.model.views import VIEWS
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.labels import number_in_group, row_label

from .shapes import outline

GraphOf = Callable[[str], Graph]

BOARD = """
[[body]]
id = "board"
name = "Section 75 Board"
members = [
    { id = "one", role = "chair", voting = true },
    { id = "two", voting = true },
    { id = "three", voting = false },
    { id = "four" },
    { id = "five", role = "in attendance" },
    { id = "six", role = "In attendance" },
    { id = "seven", role = "observer" },
    { id = "eight", role = "Deputy" },
]
"""
PEOPLE = "".join(
    f'[[post]]\nid = "{each}"\nname = "{each.capitalize()}"\n'
    for each in ("one", "two", "three", "four", "five", "six", "seven", "eight")
)


@pytest.mark.parametrize(
    ("details", "counts"),
    [
        ({}, True),
        ({"role": "chair"}, True),
        ({"role": "Deputy Director of Finance"}, True),
        ({"role": "in attendance"}, False),
        ({"role": "Observer"}, False),
        ({"role": "Deputy"}, False),
        ({"role": "Director", "capacity": "in attendance"}, False),
        ({"role": "observer", "capacity": "member"}, True),
    ],
)
def test_who_counts(details: dict[str, str], counts: bool) -> None:  # noqa: FBT001
    """The capacity decides who is a member; where none is recorded, the role in the words of the source."""
    assert counts_as_member(Relation("member_of", "a", "b", Evidence(), details=details)) is counts


def seat(subject: str = "a", kind: str = "member_of", **details: str | bool | int) -> Relation:
    """Return a relation to a body."""
    return Relation(kind, subject, "b", Evidence(), details=details)


def test_seats_are_named_in_the_order_of_their_weight() -> None:
    """Who is in the chair, who is vice-chair, who votes, and any other, whether they are said not to vote or nothing is said."""
    ranks = [
        *map(seat_rank, (seat(capacity="chair"), seat(role="Vice-chair", voting=True))),
        *map(seat_rank, (seat(voting=True), seat(voting=False), seat())),
    ]
    assert ranks == [0, 1, 2, 3, 3]


@pytest.mark.parametrize(
    ("relation", "is_a_seat"),
    [
        (seat("a", role="nurse"), False),
        (seat("none"), False),
        (seat("not_stated"), False),
        (seat("unknown"), True),
        (seat("not_stated", role="nurse"), True),
        (seat("none", capacity="chair"), True),
        (seat("not_stated", seats=2), True),
        (seat("not_stated", voting=True), False),
        (seat("unknown", "holds"), False),
        (seat("not_stated", "holds", role="nurse"), False),
    ],
)
def test_a_seat_that_nobody_is_named_for(relation: Relation, *, is_a_seat: bool) -> None:
    """By role, capacity or number, or where a source says that somebody unknown has it; a bare silence is none."""
    assert names_nobody(relation) is is_a_seat


def test_the_count(graph_of: GraphOf) -> None:
    """The count says how many members there are, how many of them vote, and who is there without being one."""
    graph = graph_of(BOARD + PEOPLE)
    seats = graph.relations("board", "member_of", "in")
    said = "4, of them 2 voting, voting of 1 not stated; 2 in attendance; 1 observer; 1 deputy"
    assert members_words(graph, "board", seats) == said
    headings = [line.text for line in describe(graph, "board") if line.role == "heading"]
    assert headings == [f"Members: {said}", "In attendance", "Observers", "Deputies"]


@pytest.mark.parametrize(
    ("kind", "vote", "said"),
    [
        ("body", "", "1, voting not stated"),
        ("body", ", voting = false", "1, of them 0 voting"),
        ("body", ", voting = true", "1 voting seat"),
        ("body", ", voting = true, seats = 3", "3 voting seats"),
        ("body", ', seats = 2, capacity = "observer"', "not recorded; 2 observers"),
        ("partnership", "", "1"),
    ],
)
def test_the_votes(kind: str, vote: str, said: str, graph_of: GraphOf) -> None:
    """Of a body it is said that the votes are not stated; of a partnership only where one is recorded."""
    graph = graph_of(
        f'[[{kind}]]\nid = "x"\nname = "X"\nmembers = [{{ id = "t"{vote} }}]\n[[organisation]]\nid = "t"\nname = "T"'
    )
    assert members_words(graph, "x", graph.relations("x", "member_of", "in")) == said


def test_a_vacant_post_has_a_seat(graph_of: GraphOf) -> None:
    """A post of which a source states that nobody is in it has a seat, which is counted and told apart as vacant."""
    graph = graph_of(
        """
[[body]]
id = "board"
name = "Board"
members = [{ id = "chair", capacity = "chair", voting = true }, { id = "lead", voting = true }, { id = "trust", voting = true }]
[[post]]
id = "chair"
name = "Chair"
held_by = "none"
[[post]]
id = "lead"
name = "Lead"
held_by = "not_stated"
[[organisation]]
id = "trust"
name = "Trust"
"""
    )
    assert members_words(graph, "board", graph.relations("board", "member_of", "in")) == (
        "3 voting seats, 1 of them vacant"
    )
    lines = detail_lines(graph, "board")
    assert lines[2:7] == [
        "",
        "Members: 3 voting seats, 1 of them vacant",
        "Chair · chair · votes · vacant",
        "Lead · votes",
        "Trust · votes",
    ]


_UNNAMED = """
[[source]]
id = "terms"
name = "Terms"
presented = "2024"
[[body]]
id = "board"
name = "Board"
members = [
    { id = "not_stated", role = "operational leads" },
    %s
]
[[post]]
id = "chair"
name = "Chair"
held_by = [{ id = "ann", end_date = "%s", sources = ["terms"] }]
[[person]]
id = "ann"
name = "Ann Fenn"
[[organisation]]
id = "council"
name = "Council"
"""


@pytest.mark.parametrize(
    ("seats", "end", "said"),
    [
        ("", "2026", "not stated"),
        ('{ id = "chair", capacity = "in attendance" }', "2026", "not stated; 1 in attendance"),
        ('{ id = "not_stated", capacity = "member", role = "GP", voting = true }', "2026", "1 voting seat, without a stated holder; others not stated"),
        ('{ id = "chair", voting = true }, { id = "council", voting = true, seats = 2 }', "2026", "3 voting seats; others not stated"),
        ('{ id = "chair", voting = true }, { id = "council", voting = true, seats = 2 }', "2023", "3 voting seats, 1 of them without a stated holder; others not stated"),
        ('{ id = "chair", voting = true }, { id = "council", voting = false, seats = 2 }', "2023", "3, of them 1 voting, 1 without a stated holder; others not stated"),
    ],
)  # fmt: skip
def test_seats_of_nobody_named(seats: str, end: str, said: str, graph_of: GraphOf) -> None:
    """Of nobody named a seat counts where its number can be read; a post that its holder has left is a seat without one."""
    graph = graph_of(_UNNAMED % (seats, end))
    assert members_words(graph, "board", graph.relations("board", "member_of", "in")) == said


def test_the_tree_counts_seats(graph_of: GraphOf) -> None:
    """A group of members in a tree has the number of seats that the heading of the detail and `who` have."""
    graph = graph_of(_UNNAMED % ('{ id = "chair" }, { id = "council", seats = 3 }', "2026"))
    forest = VIEWS["seats"].make(graph)
    row = forest.names.index("Members")
    assert (number_in_group(graph, forest, row), row_label(graph, forest, row + 1).words) == (
        "4; others not stated",
        ("post", "held by Ann Fenn", "also 1"),
    )


def test_every_capacity_that_does_not_count_has_words() -> None:
    """Each capacity of the format that makes no member has a heading and words of its own, and no other has."""
    assert set(ATTENDANCES) == {word for word, counted in CAPACITIES.items() if not counted}


_EMPTY_ROLE = """
[[source]]
id = "paper"
name = "Paper"
presented = "2024"
[file]
sources = ["paper"]
[[body]]
id = "board"
name = "Board"
members = [{ id = "none", role = "lay member" }]
"""


def test_an_empty_role_does_not_say_that_there_are_no_members(graph_of: GraphOf) -> None:
    """Where a document only leaves a role empty, no members are recorded: in the tree, the detail and `who` alike."""
    graph = graph_of(_EMPTY_ROLE)
    forest = VIEWS["tiers"].make(graph)
    answer = who_lines(graph, "board")
    assert number_in_group(graph, forest, forest.names.index("Members")) == "not recorded"
    assert "Members: not recorded" in detail_lines(graph, "board")
    place = answer.index("members: not recorded")
    assert answer[place + 1] == "none (stated in Paper) · lay member"


@pytest.mark.parametrize(
    ("basis", "said"),
    [("stated", "lay member (vacant (stated))"), ("inferred", "lay member (vacant) · inferred")],
)
def test_an_inferred_vacancy_is_not_said_to_be_stated(basis: str, said: str, graph_of: GraphOf) -> None:
    """`who` says of an empty role that it is stated to be vacant only where a document states it."""
    graph = graph_of(_EMPTY_ROLE.replace('member" }', f'member", basis = "{basis}" }}'))
    assert f"Who sits on Board: {said}" in who_lines(graph, "board")


def test_the_tree_and_the_comparison(graph_of: GraphOf) -> None:
    """In the tree and side by side, who attends stands under a heading of its own."""
    graph = graph_of(BOARD + PEOPLE)
    assert outline(VIEWS["tiers"].make(graph))[2:] == [
        "    body: Section 75 Board",
        "      group: Members",
        "        post: Four",
        "        post: One",
        "        post: Three",
        "        post: Two",
        "      group: In attendance",
        "        post: Five",
        "        post: Six",
        "      group: Observers",
        "        post: Seven",
        "      group: Deputies",
        "        post: Eight",
    ]
    sections = compare(graph, "board", graph, "board").sections
    assert {each.title: len(each.both) for each in sections} == {
        "Members: posts": 4,
        "In attendance": 2,
        "Observers": 1,
        "Deputies": 1,
    }


def test_how_it_reads(graph_of: GraphOf) -> None:
    """Nobody who is only in attendance is said to be a member."""
    graph = graph_of(BOARD + PEOPLE)
    read = {each: paths(graph, each, "board")[0][0].label for each in ("one", "five", "seven", "eight")}
    assert read == {
        "one": "is a member of",
        "five": "attends",
        "seven": "observes",
        "eight": "is a deputy on",
    }
    assert paths(graph, "board", "five")[0][0].label == "has in attendance"


_TRUST = '[[organisation]]\nid = "trust"\nname = "Trust"\n'
_VACANT = '[[post]]\nid = "c"\nname = "Chair of X"\npost_in = "x"\nheld_by = "none"\n'
_LEGAL = 'decides = "none"\nlegal_form = "none"\n'


@pytest.mark.parametrize(
    ("toml", "found"),
    [
        ('[[post]]\nid = "x"\nname = "Lead"\nheld_by = "none"\n', []),
        (
            '[[post]]\nid = "x"\nname = "Lead"\nheld_by = [{ id = "none", basis = "inferred" }]\n',
            ["post-holder"],
        ),
        (f'[[body]]\nid = "x"\nname = "X"\nmembers = "none"\n{_LEGAL}', []),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = [{{ id = "trust", role = "Vice-Chair" }}]\n{_LEGAL}',
            ["body-chair"],
        ),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = [{{ id = "trust", capacity = "co-chair" }}]\n{_LEGAL}',
            [],
        ),
        (f'[[body]]\nid = "x"\nname = "X"\nmembers = "unknown"\n{_LEGAL}', ["body-members"]),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = ["trust", {{ id = "none", role = "chair" }}]\n{_LEGAL}',
            [],
        ),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = [{{ id = "none", role = "chair" }}]\n{_LEGAL}',
            ["body-members"],
        ),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = [{{ id = "trust", role = "in attendance" }}]\n{_LEGAL}',
            ["body-members"],
        ),
        (
            f'[[body]]\nid = "x"\nname = "X"\nmembers = ["trust"]\n{_LEGAL}{_VACANT}',
            [],
        ),
        ('[[workstream]]\nid = "x"\nname = "X"\nmembers = "none"\naccountable_to = "none"\n' + _LEGAL, []),
        (
            f'[[workstream]]\nid = "x"\nname = "X"\nmembers = [{{ id = "none", role = "lead" }}]\n{_LEGAL}',
            ["workstream-accountable"],
        ),
    ],
)
def test_none_is_no_gap(toml: str, found: list[str], graph_of: GraphOf) -> None:
    """A vacant post, a body without members and an empty chair raise no gap where a source states that it is so."""
    graph = graph_of(
        '[[source]]\nid = "s"\nname = "S"\npresented = "2021"\n[file]\nsources = ["s"]\n' + _TRUST + toml
    )
    assert [each.code for each in gaps(graph)] == found
