"""The view of seats, both ways."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.views import VIEWS

from .shapes import outline

GraphOf = Callable[[str], Graph]

MODEL = """
[[organisation]]
id = "council"
name = "Council"
member_of = [{ to = "board", role = "founder" }]
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
member_of = "panel"
[[person]]
id = "ann"
name = "Ann"
holds = "leader"
member_of = "forum"
[[collective]]
id = "authorities"
name = "Local authorities"
stands_for = "council"
member_of = "executive"
[[person]]
id = "ben"
name = "Ben"
member_of = [{ to = "board", role = "chair", on_behalf_of = ["council"] }, { to = "forum", role = "in attendance" }]
[[body]]
id = "board"
name = "Board"
member_of = "forum"
[[body]]
id = "panel"
name = "Panel"
[[body]]
id = "forum"
name = "Forum"
[[body]]
id = "executive"
name = "Executive"
"""


def test_both_ways(graph_of: GraphOf) -> None:
    """Each entity has what it sits on, itself, through its posts, who holds them, its label and whom it names; then who sits on it."""
    assert outline(VIEWS["seats"].make(graph_of(MODEL))) == [
        "person: Ann",
        "  body: Forum again",
        "  group: Through the post Leader",
        "    body: Panel again",
        "person: Ben",
        "  body: Board again",
        "  body: Forum again",
        "body: Board",
        "  body: Forum again",
        "  group: Members",
        "    person: Ben again",
        "    organisation: Council again",
        "organisation: Council",
        "  body: Board again",
        "  group: Through the post Leader",
        "    body: Panel again",
        "  group: Through the person Ann",
        "    body: Forum again",
        "  group: Through the collective Local authorities",
        "    body: Executive again",
        "  group: Through the person Ben",
        "    body: Board again",
        "body: Executive",
        "  group: Members",
        "    collective: Local authorities again",
        "body: Forum",
        "  group: Members",
        "    person: Ann again",
        "    body: Board again",
        "  group: In attendance",
        "    person: Ben again",
        "post: Leader",
        "  body: Panel again",
        "collective: Local authorities",
        "  body: Executive again",
        "body: Panel",
        "  group: Members",
        "    post: Leader again",
    ]


def test_one_row_bears_what_is_below(graph_of: GraphOf) -> None:
    """The row of an entity that says what it sits on and who sits on it is its own one, wherever it is only named."""
    forest = VIEWS["seats"].make(graph_of(MODEL))
    assert [(each, forest.parents[forest.row_of(each)]) for each in ("board", "ben", "council")] == [
        ("board", -1),
        ("ben", -1),
        ("council", -1),
    ]
    assert forest.row_of("nobody") == -1
