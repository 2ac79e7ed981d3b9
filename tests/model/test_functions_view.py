"""View 7: function by function who has it in hand."""

from collections.abc import Callable

from tests.model.fragments import named
from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.model.views.functions import holders_by_column

from .shapes import outline

GraphOf = Callable[[str], Graph]


def test_functions(graph_of: GraphOf) -> None:
    """Who decides stands first, then who holds it delegated, oversees, delivers; then who has another role and how it is delegated."""
    graph = graph_of(
        """
[[partnership]]
id = "place"
name = "Place"
[[function]]
id = "budget"
name = "Budget"
part_of = "place"
in_hands_of = [
    { id = "team", mode = "delivers" },
    { id = "council", mode = "oversees" },
    { id = "trust", mode = "delegated" },
    { id = "board", mode = "decides" },
]
[[function]]
id = "care"
name = "Care"
in_hands_of = [{ id = "trust", mode = "not_stated" }]
[[function]]
id = "nobody"
name = "Nobody's"
part_of = "place"
in_hands_of = "not_stated"
[[body]]
id = "board"
name = "Board"
delegates_to = [
    { to = "team", function = "budget", extent = { text = "up to a million" } },
    { to = "council" },
]
[[body]]
id = "team"
name = "Team"
"""
        + named("organisation", council="Council", trust="Trust")
    )
    assert outline(VIEWS["functions"].make(graph)) == [
        "partnership: Place",
        "  function: Budget",
        "    body: Board",
        "    body: Team",
        "    organisation: Trust",
        "    organisation: Council",
        "    body: Team again",
        "    delegation: delegated to Team, extent: up to a million, by Board",
        "  function: Nobody's",
        "function: Care",
        "  organisation: Trust again",
    ]


def test_who_holds_it_is_said_by_a_delegation_too(graph_of: GraphOf) -> None:
    """What a body is delegated to do is not told at once as delegated and as not said."""
    graph = graph_of(
        """
[[function]]
id = "budget"
name = "Budget"
[[body]]
id = "board"
name = "Board"
delegates_to = [{ to = "team", function = "budget", extent = { text = "not_stated" } }]
[[body]]
id = "team"
name = "Team"
"""
    )
    assert outline(VIEWS["functions"].make(graph)) == [
        "function: Budget",
        "  body: Team",
        "  delegation: delegated to Team, extent not stated, by Board",
    ]


def test_a_holder_stands_in_the_column_of_its_role(graph_of: GraphOf) -> None:
    """Who reserves a decision decides; a role without a column, and one that is only planned, stand in none."""
    graph = graph_of(
        """
[[function]]
id = "budget"
name = "Budget"
in_hands_of = [
    { id = "board", mode = "reserves" },
    { id = "team", mode = "recommends" },
    { id = "later", mode = "delivers", expected_date = "2030" },
    { id = "team", mode = "oversees" },
]
"""
        + named("body", board="Board", team="Team", later="Later")
    )
    found = [
        (mode.label, [each.subject for each in holders])
        for mode, holders in holders_by_column(graph, "budget")
    ]
    assert found == [
        ("decides", ["board"]),
        ("holds it delegated", []),
        ("oversees it", ["team"]),
        ("delivers it", []),
    ]
