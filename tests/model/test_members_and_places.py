"""Who is counted as a member of what has begun, ended or is to come, and what places an entity that has no place of its own."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents, named
from tiers.model import Graph
from tiers.model.structure.membership import members_words
from tiers.model.structure.placing import weak_placements

GraphOf = Callable[[str], Graph]

PAPERS = documents("a", a=("Scheme", "2020-05-01"), b=("Minutes", "2023-06-01"))


@pytest.mark.parametrize(
    ("member", "board", "said"),
    [
        ("", "", "2, voting not stated"),
        ('start_date = "2030"', "", "1, voting not stated; 1 planned"),
        ('end_date = "2021"', "", "1, voting not stated; 1 more has ended"),
        ("", 'end_date = "2021"', "2, voting not stated"),
        ('end_date = "2021"', 'end_date = "2021"', "1, voting not stated; 1 more has ended"),
    ],
)
def test_members_are_counted_by_their_own_state(
    graph_of: GraphOf, member: str, board: str, said: str
) -> None:
    """One that is foretold or has ended is counted apart; of a body that has ended, those who sat there at its end count."""
    graph = graph_of(
        f"{PAPERS}{named('organisation', stays='Stays', org='Org')}{member}\n"
        f'{named("body", board="Board")}{board}\nmembers = ["stays", "org"]\n'
    )
    assert members_words(graph, "board", graph.every_relation("board", "member_of", "in")) == said


def test_of_ended_members_alone_it_is_not_said_that_they_are_more(graph_of: GraphOf) -> None:
    """More than none are told by their number alone."""
    graph = graph_of(
        f'{PAPERS}{named("organisation", org="Org")}end_date = "2021"\n'
        f'{named("body", board="Board")}members = ["org"]\n'
    )
    assert (
        members_words(graph, "board", graph.relations("board", "member_of", "in"))
        == "not recorded; 1 has ended"
    )


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ('accountable_to = ["board"]', ["board"]),
        ('delegates_to = [{ to = "board", function = "beds" }]', []),
        ('member_of = [{ to = "board", end_date = "2021" }]', ["board"]),
        ('member_of = [{ to = "gone", end_date = "2021" }]', []),
        ('member_of = [{ to = "unknown", basis = "stated", end_date = "2021" }]', []),
    ],
)
def test_what_places_an_entity_without_a_place_of_its_own(
    graph_of: GraphOf, written: str, placed: list[str]
) -> None:
    """To whom it answers and what it was a member of, if that is in the trees; not to whom it delegates."""
    graph = graph_of(
        f'{PAPERS}{named("function", beds="Beds")}{named("body", gone="Gone")}end_date = "2021"\n'
        f'{named("partnership", place="Place")}tier = "place"\n'
        f'{named("body", board="Board")}part_of = "place"\n{named("body", x="X")}{written}\n'
    )
    assert [each for each, _ in weak_placements(graph, "x")] == placed
