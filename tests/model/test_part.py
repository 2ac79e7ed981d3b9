"""A part of a view is whole: what stands in it has its rows there, wherever else it stands."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Graph
from tiers.model.views import VIEWS, Forest
from tiers.model.views.forest import MENTION
from tiers.model.views.part import whole_part
from tiers.tui.wording.labels import row_label

from .shapes import graph, outline, parts

GraphOf = Callable[[str], Graph]

SHARED = """
[[partnership]]
id = "a"
name = "A Place"
[[partnership]]
id = "b"
name = "B Place"
[[partnership]]
id = "c"
name = "C Place"
[[body]]
id = "deep"
name = "Deep Board"
part_of = "a"
[[body]]
id = "s"
name = "Shared Committee"
part_of = ["deep", "b", "c"]
[[body]]
id = "kid"
name = "Kid Group"
part_of = "s"
"""


def test_what_is_shared_is_whole_in_the_part(graph_of: GraphOf) -> None:
    """A committee of three places has its groups below the place that is asked for; the rest of the view stays."""
    forest = VIEWS["tiers"].make(graph_of(SHARED))
    root = forest.rows_of("b")[0]
    part = whole_part(forest, root)
    assert outline(part) == [
        "partnership: A Place",
        "  group: Bodies",
        "    body: Deep Board",
        "      body: Shared Committee",
        "        body: Kid Group",
        "partnership: B Place",
        "  group: Bodies",
        "    body: Shared Committee",
        "      body: Kid Group",
        "partnership: C Place",
        "  group: Bodies",
        "    body: Shared Committee again",
    ]
    assert [part.ids[row] for row in part.ancestors(8)] == ["s", None, "b"]
    assert part.extent(root) == (5, 9)
    assert [*part.children(-1)] == [0, 5, 9]


def test_a_part_that_lacks_nothing_is_the_view(graph_of: GraphOf) -> None:
    """The view itself, and a part that has all its rows, are not laid out anew."""
    forest = VIEWS["tiers"].make(graph_of(SHARED))
    assert whole_part(forest, -1) is forest
    assert whole_part(forest, forest.rows_of("a")[0]) is forest


TWICE = """
[[partnership]]
id = "a"
name = "A Place"
[[body]]
id = "board"
name = "Board"
part_of = "a"
responsible_for = [{ to = "budget", mode = "oversees" }, { to = "budget", mode = "delivers" }, { to = "budget", mode = "not_stated" }]
accountable_to = [{ to = "a", function = "budget" }]
members = [{ id = "trust", capacity = "chair" }, { id = "trust", capacity = "member" }, { id = "trust", capacity = "observer" }]
[[function]]
id = "budget"
name = "Budget"
[[organisation]]
id = "trust"
name = "Trust"
"""


def test_each_way_of_standing_there_has_a_row(graph_of: GraphOf) -> None:
    """A function in hand in two ways, and a seat in three, have a row each; what gives no role stands in for none; seats are counted by number."""
    graph = graph_of(TWICE)
    forest = VIEWS["tiers"].make(graph)
    part = whole_part(forest, forest.row_of("board"))
    words = [row_label(graph, part, row).words for row in range(len(part))]
    assert list(zip([each.strip() for each in outline(part)], words, strict=True))[2:] == [
        ("body: Board", ("body",)),
        ("group: Members", ("2",)),
        ("organisation: Trust", ("organisation", "chair", "also 2")),
        ("organisation: Trust again", ("organisation", "member", "also 2")),
        ("group: Observers", ("1",)),
        ("organisation: Trust again", ("organisation", "observer", "also 2")),
        ("group: Also recorded", ("1",)),
        ("group: Functions", ("1",)),
        ("function: Budget", ("function", "oversees", "also 1")),
        ("function: Budget again", ("function", "delivers", "also 1")),
    ]


def _reached(forest: Forest, root: int) -> set[str]:
    """Return the entities below a row, each followed to the row that bears its rows, but for those only mentioned."""
    found: set[str] = set()
    followed: set[str] = set()
    waiting = [root]
    while waiting:
        row = waiting.pop()
        for each in range(*forest.extent(row)):
            entity_id = forest.ids[each]
            if entity_id is None:
                continue
            found.add(entity_id)
            if forest.repeats[each] != MENTION and entity_id not in followed:
                followed.add(entity_id)
                waiting.append(forest.row_of(entity_id))
    return found


@given(parts(), st.data())
def test_nothing_is_lost_in_a_part(drawn: tuple[list, list], data: st.DataObject) -> None:  # type: ignore[type-arg]
    """Whatever the shape, a part has each entity that can be reached from its row, each with its rows once."""
    model = graph(*drawn)
    for view in ("tiers", "decisions", "workstreams"):
        forest = VIEWS[view].make(model)
        if not len(forest):
            continue
        root = data.draw(st.integers(0, len(forest) - 1))
        part = whole_part(forest, root)
        rows = range(*part.extent(root))
        assert {part.ids[row] for row in rows} - {None} == _reached(forest, root)
        first_places: dict[str, int] = {}
        for row in rows:
            entity_id = part.ids[row]
            if entity_id is not None and entity_id in first_places:
                assert part.ends[row] == row + 1
            elif entity_id is not None:
                first_places[entity_id] = row
        assert [part.depths[row] for row in range(len(part))] == [
            len([*part.ancestors(row)]) for row in range(len(part))
        ]
        assert sorted(row for each in range(-1, len(part)) for row in part.children(each)) == [
            *range(len(part))
        ]
