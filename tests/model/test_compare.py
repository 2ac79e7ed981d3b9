"""Two places side by side."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.compare import Fact, Section, compare
from tiers.model.views import VIEWS

from .shapes import outline

GraphOf = Callable[[str], Graph]

MODEL = """
[[partnership]]
id = "a"
name = "A"
tier = "place"
decides = "not_stated"
members = ["council"]
[[partnership]]
id = "b"
name = "B"
tier = "place"
decides = "not_stated"
members = ["council", "trust"]
[[organisation]]
id = "council"
name = "Council"
[[organisation]]
id = "trust"
name = "Trust"
[[workstream]]
id = "a-frailty"
name = "Frailty & Care"
part_of = "a"
[[workstream]]
id = "b-frailty"
name = "Frailty and care"
part_of = "b"
[[workstream]]
id = "b-carers"
name = "Carers"
part_of = "b"
"""


def test_what_both_have_and_what_one_lacks(graph_of: GraphOf) -> None:
    """The same member is in both, workstreams of one name are alike, the rest is only in one; unknown is not alike."""
    graph = graph_of(MODEL)
    found = compare(graph, "a", graph, "b")
    assert found.sections == (
        Section("Members: organisations", (("council", "council"),), (), ("trust",)),
        Section("Workstreams", (("a-frailty", "b-frailty"),), (), ("b-carers",)),
    )
    assert [each for each in found.facts if each.label in {"tier", "decides"}] == [
        Fact("tier", "place", "place"),
        Fact("decides", "not_stated", "not_stated"),
    ]
    assert [each.label for each in found.facts if each.same] == ["tier"]


def test_the_other_way_round_is_the_mirror(graph_of: GraphOf) -> None:
    """Which of the two is named first makes no difference to what is found."""
    graph = graph_of(MODEL)
    one, other = compare(graph, "a", graph, "b"), compare(graph, "b", graph, "a")
    assert [
        (each.title, {(theirs, mine) for mine, theirs in each.both}, each.other, each.one)
        for each in one.sections
    ] == [(each.title, set(each.both), each.one, each.other) for each in other.sections]


LAYERS = """
[[source]]
id = "early"
name = "Early"
presented = "2020"
[[source]]
id = "late"
name = "Late"
presented = "2022"
[[partnership]]
id = "a"
name = "A"
tier = "place"
sources = ["early"]
[[layer]]
id = "top"
name = "Top"
of = [{ to = "a", sources = ["late"] }]
sources = ["early"]
[[layer]]
id = "new"
name = "New"
of = "a"
sources = ["late"]
[[layer]]
id = "old"
name = "Old"
of = "a"
end_date = "2021-06-30"
sources = ["early"]
"""


def test_layers_of_one_place_at_two_dates_are_those_of_the_tree(graph_of: GraphOf) -> None:
    """A layer whose place a later document tells stands there at both dates, in the decisions view and in the comparison."""
    graph = graph_of(LAYERS)
    old, new = graph.as_of("2020"), graph.as_of("2022")
    assert [
        [each.strip() for each in outline(VIEWS["decisions"].make(then)) if "layer: " in each]
        for then in (old, new)
    ] == [["layer: Old", "layer: Top"], ["layer: New", "layer: Top"]]
    (section,) = compare(old, "a", new, "a").sections
    assert section == Section("Decision-making layers", (("top", "top"),), ("old",), ("new",))
