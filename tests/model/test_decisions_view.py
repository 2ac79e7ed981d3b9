"""View 2, decisions: each delegation stands where its giver is plain, with its function, with or without layers."""

from collections.abc import Callable

from tests.model.fragments import named
from tiers.model import Graph
from tiers.model.views import VIEWS

from .shapes import outline

GraphOf = Callable[[str], Graph]

_FUNCTIONS = named("function", beds="Beds", lamps="Lamps")


def test_without_layers(graph_of: GraphOf) -> None:
    """Where no layers are documented, what a body delegates stands below it, and by whom no document says below its taker."""
    graph = graph_of(
        _FUNCTIONS
        + """
[[partnership]]
id = "part"
name = "Part"
[[organisation]]
id = "council"
name = "Council"
delegates_to = [{ to = "board", function = "beds", limit = { up_to = 5, unit = "£" } }, { to = "over", function = "lamps" }]
[[organisation]]
id = "none"
name = "Trust without a body"
[[organisation]]
id = "closed-hands"
name = "Trust that delegates nothing"
delegates_to = "none"
[[body]]
id = "board"
name = "Board"
part_of = "part"
delegates_to = [{ to = "group", function = "lamps" }, { to = "to-be", function = "beds" }, "unknown"]
[[body]]
id = "group"
name = "Ward Group"
part_of = "part"
delegated_by = [{ id = "unknown", function = "beds" }, { id = "director", function = "lamps" }]
[[body]]
id = "to-be"
name = "Yard Group"
part_of = "part"
status = "proposed"
[[body]]
id = "over"
name = "Old Group"
part_of = "part"
end_date = "2020"
[[post]]
id = "director"
name = "Director"
""".replace('id = "none"', 'id = "bare"')
    )
    assert outline(VIEWS["decisions"].make(graph)) == [
        "organisation: Council",
        "  delegation: delegates Beds to Board, up to £5",
        "partnership: Part",
        "  group: In no layer, as none is documented",
        "    body: Board",
        "      delegation: delegates Lamps to Ward Group, extent not recorded",
        "      delegation: delegates to whom is not stated, extent not recorded",
        "      delegation: delegates Beds to Yard Group (proposed), extent not recorded",
        "    body: Ward Group",
        "      delegation: has Lamps delegated to it, extent not recorded, by Director",
        "      delegation: has Beds delegated to it, extent not recorded, by whom is not stated",
        "    body: Yard Group",
        "organisation: Trust that delegates nothing",
        "  delegation: delegates to: none (stated)",
    ]


def test_between_layers(graph_of: GraphOf) -> None:
    """Of several in a layer the one that delegates to the next is named; what goes outside the layers stands below it."""
    graph = graph_of(
        _FUNCTIONS
        + """
[[partnership]]
id = "part"
name = "Part"
[[layer]]
id = "top"
of = "part"
order = 1
name = "Sovereign"
[[layer]]
id = "joint"
of = "part"
order = 2
name = "Joint"
[[organisation]]
id = "council"
name = "Council"
in_layer = "top"
delegates_to = [{ to = "board", function = "beds" }]
[[body]]
id = "cabinet"
name = "Cabinet"
part_of = "council"
[[collective]]
id = "providers"
name = "Providers"
in_layer = "top"
delegates_to = [{ to = "joint", function = "lamps" }, { to = "forum", function = "beds" }]
[[body]]
id = "board"
name = "Board"
part_of = "part"
in_layer = "joint"
[[body]]
id = "forum"
name = "Forum"
part_of = "part"
"""
    )
    assert outline(VIEWS["decisions"].make(graph)) == [
        "partnership: Part",
        "  layer: Sovereign",
        "    organisation: Council again",
        "    collective: Providers",
        "      delegation: delegates Beds to Forum, extent not recorded",
        "  delegation: delegation of Beds from Council to Board, extent not recorded",
        "  delegation: delegation of Lamps from Providers to Joint, extent not recorded",
        "  layer: Joint",
        "    body: Board",
        "  group: In no documented layer",
        "    body: Forum",
        "organisation: Council",
        "  group: In no layer, as none is documented",
        "    body: Cabinet",
    ]


def test_between_layers_the_giver_is_named(graph_of: GraphOf) -> None:
    """A delegation from one layer to another says who gives it, also where one body alone is in that layer."""
    graph = graph_of(
        _FUNCTIONS
        + """
[[partnership]]
id = "part"
name = "Part"
[[layer]]
id = "top"
name = "Top"
of = "part"
order = 1
[[layer]]
id = "low"
name = "Low"
of = "part"
order = 2
[[body]]
id = "board"
name = "Board"
in_layer = "top"
delegates_to = [{ to = "group", function = "beds", extent = { text = "All" } }]
[[body]]
id = "group"
name = "Group"
in_layer = "low"
"""
    )
    assert outline(VIEWS["decisions"].make(graph)) == [
        "partnership: Part",
        "  layer: Top",
        "    body: Board",
        "  delegation: delegation of Beds from Board to Group, extent: All",
        "  layer: Low",
        "    body: Group",
    ]
