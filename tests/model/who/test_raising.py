"""Where to take a concern: the routes that are stated, and the places without one."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.who.raising import raise_concern

from .test_who import LAYERS

GraphOf = Callable[[str], Graph]


def test_where_to_take_a_concern(graph_of: GraphOf) -> None:
    """A function with the topic `raise a concern` gives the steps; what speaks of the matter stands first."""
    graph = graph_of(
        LAYERS
        + """
[[function]]
id = "concerns"
name = "Raising a concern"
topics = ["raise a concern"]
part_of = "place"
points = [{ text = "Write to the council" }, { text = "On frailty ask the group" }]
in_hands_of = [{ id = "council", mode = "not_stated", text = "Happy to hear" }]
[[body]]
id = "watch"
name = "Scrutiny"
scrutinises = "place"
"""
    )
    raising = raise_concern(graph, "frailty")
    (route,) = raising.routes
    assert raising.documented
    assert raising.verdict == "The documents say where to take a concern in Place."
    assert [each.value for each in route.points] == ["On frailty ask the group", "Write to the council"]
    assert [each.subject for each in route.holders] == ["council"]
    assert [each.subject for each in route.scrutiny] == ["watch"]


def test_a_place_without_a_way_is_named_beside_one_that_has_it(graph_of: GraphOf) -> None:
    """First what is stated; where the reader stands, or a place asked for, comes before it if nothing is stated there."""
    graph = graph_of(
        LAYERS
        + """
[[partnership]]
id = "far"
name = "Far"
tier = "place"
[[workstream]]
id = "far-frailty"
name = "Frailty of Far"
part_of = "far"
[[function]]
id = "concerns"
name = "Raising a concern"
topics = ["raise a concern"]
part_of = "far"
"""
    )
    anywhere, here = raise_concern(graph, "frailty"), raise_concern(graph, "frailty", here="place")
    assert anywhere.verdict == "The documents say where to take a concern in Far, not in Place."
    assert [each.place for each in anywhere.routes] == ["far", "place"]
    assert (
        here.verdict
        == "The documents do not say where to take a concern about frailty in Place; they do in Far."
    )
    assert [each.place for each in here.routes] == ["place", "far"]
    within = raise_concern(graph, "frailty", "place")
    assert within.verdict == "The documents do not say where to take a concern about frailty in Place."


def test_only_a_place_is_said_to_be_where_a_concern_is(graph_of: GraphOf) -> None:
    """A person, a term or a source that the answer is narrowed to is no place *in* which a concern is taken anywhere."""
    graph = graph_of(LAYERS + '[[person]]\nid = "vane"\nname = "Ruth Vane"\n')
    said = "The documents do not say where to take a concern about frailty"
    assert raise_concern(graph, "frailty", "vane").verdict == f"{said}."
    assert raise_concern(graph, "frailty", "place").verdict == f"{said} in Place."


def test_a_topic_that_belongs_nowhere_is_no_topic_that_nothing_has(graph_of: GraphOf) -> None:
    """A function that nobody has and that no place holds is in the documents: they do not say where to take a concern."""
    raising = raise_concern(graph_of('[[function]]\nid = "fees"\nname = "Tuition fees"\n'), "fees")
    assert raising.verdict == "The documents do not say where to take a concern about fees."
    assert [(each.place, each.function) for each in raising.routes] == [(None, None)]
    assert raise_concern(graph_of('[[function]]\nid = "fees"\nname = "Tuition fees"\n'), "beds").routes == ()


def test_a_concern_about_two_things_at_once_is_taken_where_either_is(graph_of: GraphOf) -> None:
    """A topic that nothing has whole leads to the places of its parts, each place once."""
    graph = graph_of(
        """
[[partnership]]
id = "elm"
name = "Elm"
tier = "place"
[[workstream]]
id = "young"
name = "Children and young people"
part_of = "elm"
[[workstream]]
id = "minds"
name = "Mental health"
part_of = "elm"
[[function]]
id = "way"
name = "Raising a concern"
topics = ["raise a concern"]
part_of = "elm"
"""
    )
    found = raise_concern(graph, "children's mental health")
    assert found.verdict == "The documents say where to take a concern in Elm."
    assert [(each.place, each.function) for each in found.routes] == [("elm", "way")]
