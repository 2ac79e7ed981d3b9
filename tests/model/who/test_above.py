"""What is above a body and was until it ended, what the documents leave open there, its layers; and the routes of a concern."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents, table
from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.answers.who.branches import branches
from tiers.model.answers.who.ended import above_until_ended, ended_words, evidence_of
from tiers.model.answers.who.raising import raise_concern

GraphOf = Callable[[str], Graph]

_DOCUMENTS = documents(early=("Early minutes", "2020-12-02"), late=("Late slides", "2022-02-22"))
_NORTH = table("partnership", "north", "North", 'tier = "place"')
_SOUTH = table("partnership", "south", "South", 'tier = "place"')
_FAR = table("partnership", "far", "Far", 'tier = "place"')
_BOARD = table("body", "board", "Board", 'accountable_to = "group"')


def _group(*keys: str) -> str:
    return _DOCUMENTS + table("organisation", "group", "Old Group", *keys)


def _after(*keys: str) -> str:
    """Return an organisation that follows the group."""
    return table("organisation", "after", "New Group", *keys)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            _group('status = [{ value = "closed", sources = ["late"] }]') + _BOARD,
            ["Old Group ended on an unknown day; what followed it is not stated"],
            id="no day",
        ),
        pytest.param(
            _group('end_date = "2021-03-31"') + _BOARD,
            ["Old Group ended on 31 Mar 2021; what followed it is not stated"],
            id="a day",
        ),
        pytest.param(
            _group('end_date = "2021-03/2021-05"') + _BOARD,
            ["Old Group ended between Mar and May 2021; what followed it is not stated"],
            id="a range",
        ),
        pytest.param(
            _group('end_date = "2021~"') + _BOARD,
            ["Old Group ended about 2021; what followed it is not stated"],
            id="about a year",
        ),
        pytest.param(
            _group('end_date = "2021"') + _after('succeeds = "group"') + _BOARD,
            ["Old Group ended in 2021; New Group followed it"],
            id="followed",
        ),
        pytest.param(
            _group('end_date = "2021"')
            + _after('succeeds = [{ to = "group", basis = "inferred", note = "Our reading" }]')
            + _BOARD,
            ["Old Group ended in 2021; New Group followed it, inferred"],
            id="followed by our reading",
        ),
        pytest.param(
            _group('end_date = "2021"')
            + table("organisation", "trust", "Old Trust", 'end_date = "2020"')
            + _BOARD.replace('"group"', '["group", "trust"]'),
            [
                "Old Group ended in 2021; what followed it is not stated",
                "Old Trust ended in 2020; what followed it is not stated",
            ],
            id="two that ended",
        ),
        pytest.param(
            _group('end_date = "2021"') + _NORTH + _BOARD + 'part_of = "north"\n',
            [],
            id="something is above it now",
        ),
    ],
)
def test_what_was_above_until_it_ended(graph_of: GraphOf, text: str, said: list[str]) -> None:
    """Each with when it ended and what followed it, marked where that is our reading; none if something is above now."""
    graph = graph_of(text)
    assert sorted(ended_words(graph, each) for each in above_until_ended(graph, "board")) == said


def test_what_was_above_has_its_sources(graph_of: GraphOf) -> None:
    """The sources of the relation, of the end and of the succession."""
    graph = graph_of(
        _group('end_date = [{ value = "2021", sources = ["late"] }]')
        + _after('succeeds = [{ to = "group", sources = ["early", "late"] }]')
        + _BOARD.replace('"group"', '[{ to = "group", sources = ["early"] }]')
    )
    (relation,) = above_until_ended(graph, "board")
    assert [sorted(one.source for one in each.citations) for each in evidence_of(graph, relation)] == [
        ["early"],
        ["late"],
        ["early", "late"],
    ]


_BEDS = table("function", "beds", "Beds", 'in_hands_of = [{ id = "board", mode = "decides" }]')
_MEALS = table("function", "meals", "Meals")


def test_a_silence_about_another_function_is_not_told(graph_of: GraphOf) -> None:
    """That the documents do not say to whom a body answers for one function stands in the chain of that one only."""
    text = _BEDS + _MEALS
    graph = graph_of(
        text + table("body", "board", "Board", 'accountable_to = [{ to = "not_stated", function = "meals" }]')
    )
    named, beds = (who(graph, each).chains[0].steps[0] for each in ("Board", "beds"))
    assert [each.details["function"] for each in named.silent] == ["meals"]
    assert beds.silent == ()


def test_a_delegation_of_what_has_ended_is_none(graph_of: GraphOf) -> None:
    """What an organisation delegated that has ended itself is no delegation now."""
    text = _BEDS + table("body", "board", "Board")
    delegating = [
        table(
            "organisation",
            "group",
            "Old Group",
            *keys,
            'delegates_to = [{ to = "board", function = "beds" }]',
        )
        for keys in ((), ('end_date = "2020"',))
    ]
    assert [
        [one.subject for one in who(graph_of(text + each), "beds").chains[0].steps[0].delegations]
        for each in delegating
    ] == [["group"], []]


def _layer(entity_id: str, of: str, order: int) -> str:
    return table("layer", entity_id, f"Layer {entity_id}", f'of = "{of}"', f"order = {order}")


def test_a_step_is_in_the_layer_that_led_to_it(graph_of: GraphOf) -> None:
    """A body in layers of two places is told in the one through which the chain reached it."""
    graph = graph_of(
        _NORTH
        + _SOUTH
        + _layer("other", "south", 1)
        + _layer("top", "north", 1)
        + _layer("low", "north", 2)
        + table("body", "high", "High Board", 'in_layer = ["other", "top"]')
        + table("body", "board", "Board", 'in_layer = "low"', 'part_of = "north"')
    )
    (chain,) = who(graph, "Board").chains
    assert [(each.id, each.layer) for each in chain.steps] == [("board", "low"), ("high", "top")]


def test_a_wider_place_is_above_the_topmost_layer_alone(graph_of: GraphOf) -> None:
    """From a lower layer the chain leads to the next one, and from the topmost to what the place is part of."""
    graph = graph_of(
        table("partnership", "system", "System", 'tier = "system"')
        + _NORTH
        + 'part_of = "system"\n'
        + _layer("top", "north", 1)
        + _layer("low", "north", 2)
        + table("body", "high", "High Board", 'in_layer = "top"')
        + table("body", "board", "Board", 'in_layer = "low"')
    )
    (chain,) = who(graph, "Board").chains
    assert [(each.id, each.below) for each in chain.steps] == [
        ("board", ()),
        ("high", ("board",)),
        ("system", ("high",)),
    ]


def test_a_ring_of_authority_is_told_until_it_closes(graph_of: GraphOf) -> None:
    """Of three that answer to each other in a ring, each is a step once, from the one asked for."""
    graph = graph_of(
        "".join(
            table("body", each, f"Board {each}", f'accountable_to = "{above}"')
            for each, above in zip("abc", "bca", strict=True)
        )
    )
    (chain,) = who(graph, "Board b").chains
    assert [each.id for each in chain.steps] == ["b", "c", "a"]


def test_a_shorter_way_is_no_branch_of_its_own(graph_of: GraphOf) -> None:
    """Who answers to a board, and to one that answers to that board, has one branch, through both."""
    graph = graph_of(
        table("body", "low", "Low Board", 'accountable_to = ["mid", "high"]')
        + table("body", "mid", "Mid Board", 'accountable_to = "high"')
        + table("body", "high", "High Board")
    )
    (chain,) = who(graph, "Low Board").chains
    assert [[each.text for each in way] for way in branches(chain)] == [
        ["Low Board", "Mid Board", "High Board"]
    ]


def test_a_branch_is_marked_for_its_own_links_alone(graph_of: GraphOf) -> None:
    """That another branch reaches the same step by our reading does not make this one our reading."""
    graph = graph_of(
        table("partnership", "system", "System", 'tier = "system"')
        + _NORTH
        + 'part_of = "system"\n'
        + _layer("top", "north", 1)
        + table("body", "high", "High Board", 'in_layer = "top"')
        + table("body", "low", "Low Board", 'part_of = "north"', 'accountable_to = "high"')
        + table(
            "body",
            "side",
            "Side Board",
            'part_of = "north"',
            'accountable_to = [{ to = "system", basis = "inferred", note = "Our reading" }]',
        )
        + table(
            "function",
            "beds",
            "Beds",
            'in_hands_of = [{ id = "low", mode = "decides" }, { id = "side", mode = "delivers" }]',
        )
    )
    (chain,) = who(graph, "beds").chains
    assert [[(each.text, each.inferred) for each in way] for way in branches(chain)] == [
        [("Low Board", False), ("High Board", False), ("System", False)],
        [("Side Board", False), ("System", True)],
    ]


def test_bodies_of_several_layers_are_counted_on_one_level(graph_of: GraphOf) -> None:
    """Four that stand side by side are told by their layer only where all are in one."""
    told = []
    for lower in ("top", "low"):
        bodies = "".join(
            table("body", f"b{each}", f"Board {each}", f'in_layer = "{layer}"', 'accountable_to = "main"')
            for each, layer in enumerate(("top", lower, "top", lower))
        )
        hands = ", ".join(f'{{ id = "b{each}", mode = "decides" }}' for each in range(4))
        graph = graph_of(
            _NORTH
            + _layer("top", "north", 1)
            + _layer("low", "north", 2)
            + table("body", "main", "Main Board", 'part_of = "north"')
            + bodies
            + table("function", "beds", "Beds", f"in_hands_of = [{hands}]")
        )
        (chain,) = who(graph, "beds").chains
        told.append([[each.text for each in way] for way in branches(chain)])
    assert told == [
        [["4 in Layer top", "Main Board", "North"]],
        [["4 on the same level", "Main Board", "North"]],
    ]


@pytest.mark.parametrize(("keys", "scrutinising"), [((), ["watch"]), (('end_date = "2020"',), [])])
def test_who_has_ended_scrutinises_no_more(
    graph_of: GraphOf, keys: tuple[str, ...], scrutinising: list[str]
) -> None:
    """The scrutiny of a place is that of the bodies that still exist."""
    graph = graph_of(
        _NORTH
        + table("workstream", "team", "Beds team", 'part_of = "north"')
        + table("body", "watch", "Watch", *keys, 'scrutinises = "north"')
    )
    (route,) = raise_concern(graph, "beds").routes
    assert [each.subject for each in route.scrutiny] == scrutinising


_CONCERN = table("function", "concerns", "Concerns", 'topics = ["raise a concern"]', 'part_of = "south"')


@pytest.mark.parametrize(
    ("here", "routes"),
    [
        (None, [(None, None), ("north", None)]),
        ("north", [("north", None), (None, None)]),
        ("far", [("far", None), (None, None), ("north", None)]),
        ("south", [("south", "concerns"), (None, None), ("north", None)]),
    ],
)
def test_where_the_reader_stands_is_the_first_route(
    graph_of: GraphOf, here: str | None, routes: list[tuple[str | None, str | None]]
) -> None:
    """Whatever the topic leads to; then what stands in no place, then the places."""
    graph = graph_of(
        _NORTH
        + _SOUTH
        + _FAR
        + _CONCERN
        + table("workstream", "team", "Beds team", 'part_of = "north"')
        + table("workstream", "loose", "Loose beds")
    )
    assert [(each.place, each.function) for each in raise_concern(graph, "beds", here=here).routes] == routes
