"""The line that says who sits: of whoever decides, and never of another body in its place."""

from collections.abc import Callable

import pytest

from tests.model.fragments import who_lines
from tiers.model import Graph

GraphOf = Callable[[str], Graph]

MODEL = """
[[partnership]]
id = "part"
name = "Part"
members = ["trust"]
[[body]]
id = "aboard"
name = "A Board"
part_of = "part"
responsible_for = [{ to = "beds", mode = "oversees" }, { to = "lamps", mode = "oversees" }, { to = "rugs", mode = "oversees" }]
members = ["trust"]
[[body]]
id = "board"
name = "The Board"
part_of = "part"
responsible_for = [{ to = "beds", mode = "decides" }, { to = "lamps", mode = "consulted" }]
accountable_to = "aboard"
[[organisation]]
id = "trust"
name = "Trust"
part_of = "part"
responsible_for = [{ to = "chairs", mode = "decides" }]
members = [{ id = "ann", capacity = "chair" }]
[[body]]
id = "empty"
name = "Empty Board"
part_of = "aboard"
members = "none"
responsible_for = [{ to = "tables", mode = "delegated" }]
[[post]]
id = "director"
name = "Director"
post_in = "aboard"
held_by = ["ann"]
responsible_for = [{ to = "rugs", mode = "decides" }]
[[person]]
id = "ann"
name = "Ann"
"""
_FUNCTIONS = "".join(
    f'[[function]]\nid = "{each.casefold()}"\nname = "{each}"\npart_of = "part"\n'
    for each in ("Beds", "Chairs", "Lamps", "Rugs", "Tables")
)


@pytest.mark.parametrize(
    ("topic", "line"),
    [
        ("beds", "Who sits on The Board: nobody is named; higher up, members of A Board and Part are named"),
        ("lamps", "Who sits on A Board: Trust"),
        ("chairs", "Who sits on Trust: Ann (chair)"),
        ("rugs", "Who holds the post Director: Ann"),
        ("tables", "Who sits on Empty Board: none (stated)"),
        (
            "The Board",
            "Who sits on The Board: nobody is named; higher up, members of A Board and Part are named",
        ),
        ("Trust", "Who sits on Trust: Ann (chair)"),
        ("Director", "Who holds the post Director: Ann"),
        ("Part", "Who sits on Part: Trust"),
    ],
)
def test_of_the_decider(graph_of: GraphOf, topic: str, line: str) -> None:
    """It speaks of the body that decides, or was asked for, even where only another has members that are named."""
    graph = graph_of(MODEL + _FUNCTIONS)
    lines = who_lines(graph, topic)
    assert [each for each in lines if each.startswith(("Who sits", "Who holds"))] == [line]


def test_members_of_the_partnership_are_named_where_its_layers_lead_past_it(graph_of: GraphOf) -> None:
    """Below the name of a partnership with members nothing says that nobody is named, without naming its members."""
    graph = graph_of(
        """
[[partnership]]
id = "elm"
name = "Elm"
tier = "place"
members = ["trust"]
[[organisation]]
id = "trust"
name = "Trust"
[[layer]]
id = "top"
of = "elm"
order = 1
name = "Top"
[[body]]
id = "executive"
name = "Executive"
in_layer = "top"
[[workstream]]
id = "frailty"
name = "Frailty"
part_of = "elm"
accountable_to = "executive"
"""
    )
    lines = [each for each in who_lines(graph, "frailty") if each.startswith("Who sits")]
    assert lines == ["Who sits on Frailty: nobody is named; members of Elm: Trust"]


def test_nobody_is_asked_to_sit_on_a_person(graph_of: GraphOf) -> None:
    """Of a leader without a body the answer says who is above, and has no line that nobody sits."""
    graph = graph_of(
        """
[[organisation]]
id = "council"
name = "Council"
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
held_by = ["bo"]
[[person]]
id = "bo"
name = "Bo"
"""
    )
    lines = who_lines(graph, "Bo")
    assert lines[2] == "Bo > Leader > Council"
    assert [each for each in lines if each.startswith("Who ")] == []
