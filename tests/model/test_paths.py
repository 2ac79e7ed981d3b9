"""Ways between entities: what they go through, and how little is looked at to find them."""

from collections.abc import Callable, Sequence

from tiers.model import Graph
from tiers.model.answers.paths import paths
from tiers.tui.wording.description import describe

from .counting import counted, country

GraphOf = Callable[[str], Graph]


def _ways(graph: Graph, start: str, end: str, **kinds: Sequence[str]) -> list[list[str]]:
    ways = paths(graph, start, end, via=kinds.get("via", ()), avoid=kinds.get("avoid", ()))
    return [[f"{hop.label} {hop.end}" for hop in way] for way in ways]


MODEL = """
[[type]]
id = "kind"
name = "Kind"
[[body]]
id = "a"
name = "A"
instance_of = "kind"
accountable_to = "b"
[[body]]
id = "b"
name = "B"
part_of = [{ to = "c", basis = "inferred" }]
reports_to = "c"
[[body]]
id = "c"
name = "C"
instance_of = "kind"
[[body]]
id = "d"
name = "D"
instance_of = "kind"
"""


def test_the_stated_way_stands_before_the_inferred(graph_of: GraphOf) -> None:
    """Of two ways of one length the one that documents state is first."""
    assert _ways(graph_of(MODEL), "a", "c") == [
        ["is accountable to b", "reports to c"],
        ["is accountable to b", "is part of c"],
    ]


def test_a_type_connects_only_where_nothing_else_does(graph_of: GraphOf) -> None:
    """Being of one type is no connection while there is another, and the last that is left."""
    graph = graph_of(MODEL)
    assert _ways(graph, "a", "d")[0] == ["is of the type kind", "is the type of d"]
    assert _ways(graph, "a", "kind") == [
        ["is of the type kind"],
        ["is accountable to b", "reports to c", "is of the type kind"],
        ["is accountable to b", "is part of c", "is of the type kind"],
    ]


def test_what_must_and_what_must_not_be_on_the_way(graph_of: GraphOf) -> None:
    """`via` asks for each kind it names, `avoid` for none of its kinds."""
    graph = graph_of(MODEL)
    assert _ways(graph, "a", "c", via=["part_of"]) == [["is accountable to b", "is part of c"]]
    assert _ways(graph, "a", "c", avoid=["reports_to"]) == [["is accountable to b", "is part of c"]]
    assert _ways(graph, "a", "c", via=["delegates_to"]) == []
    assert paths(graph, "a", "a") == []


def test_little_is_looked_at() -> None:
    """In a model of 20,000 entities a way is found by looking at those near its ends, and not at all of it."""
    graph, looked_at = counted(country(20, 10, 100))
    (way, *_) = paths(graph, "s1p1g1", "s9p9g9")
    assert [hop.end for hop in way] == ["s1p1", "s1", "england", "s9", "s9p9", "s9p9g9"]
    assert len(graph) > 20_000
    assert len(looked_at.asked) < len(graph) / 10


def test_structure_stands_before_what_happened(graph_of: GraphOf) -> None:
    """Of two ways of one length the one by membership is first, though an event that names both is stated as well."""
    graph = graph_of(
        """
[[body]]
id = "a"
name = "A"
member_of = [{ to = "whole", basis = "inferred" }]
[[body]]
id = "b"
name = "B"
member_of = "whole"
[[partnership]]
id = "whole"
name = "Whole"
[[event]]
id = "meeting"
name = "Meeting"
about = ["a", "b"]
"""
    )
    assert _ways(graph, "a", "b") == [
        ["is a member of whole", "has as member b"],
        ["is the subject of meeting", "is about b"],
    ]


def test_what_never_began_was_to_be_connected(graph_of: GraphOf) -> None:
    """A body that was closed while it was only planned was part of nothing: `path` says it as `show` does."""
    graph = graph_of(
        """
[[source]]
id = "plan"
name = "Plan"
presented = "2022"
[[source]]
id = "late"
name = "Late"
presented = "2024"
[file]
sources = ["plan"]
[[partnership]]
id = "place"
name = "Place"
[[body]]
id = "never"
name = "Never Board"
part_of = "place"
expected_date = "2023"
status = [{ value = "planned", sources = ["plan"] }, { value = "closed", sources = ["late"] }]
"""
    )
    (way,) = paths(graph, "never", "place")
    assert [hop.words(graph) for hop in way] == ["was to be part of"]
    shown = [line.text for line in describe(graph, "never") if line.role == "heading"]
    assert shown[0] == "Was to be part of"
