"""A plan of which a later document says that it is active, and a delegation of which no extent is agreed."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.who import who
from tiers.model.views import VIEWS
from tiers.tui.wording.description.entity import describe

from .shapes import outline

GraphOf = Callable[[str], Graph]

_SOURCES = """
[[source]]
id = "early"
name = "Plan"
presented = "2022-01-10"
[[source]]
id = "late"
name = "Report"
presented = "2023-05-01"
[file]
sources = ["late"]
[[body]]
id = "board"
name = "Board"
"""


@pytest.mark.parametrize(
    ("keys", "at", "standing"),
    [
        ('status = "active"\nexpected_date = "2022-04-01"', None, "documented 1 May 2023"),
        (
            'status = "active"\nexpected_date = "2022-04-01"',
            "2022-06-30",
            "planned: due 1 Apr 2022, first documented 1 May 2023",
        ),
        (
            'status = "active"\nexpected_date = "2025-04-01"',
            None,
            "planned: due 1 Apr 2025, no document says it happened",
        ),
        (
            'status = "planned"\nexpected_date = "2022-04-01"',
            None,
            "planned: due 1 Apr 2022, no document says it happened",
        ),
        (
            'status = [{ value = "active", sources = ["early"] }]\nexpected_date = "2022-04-01"',
            None,
            "planned: due 1 Apr 2022, no document says it happened",
        ),
    ],
)
def test_what_is_active_came_about(graph_of: GraphOf, keys: str, at: str | None, standing: str) -> None:
    """A body that a source of after its expected day calls active is no plan; from that source on, and not before."""
    graph = graph_of(_SOURCES + keys)
    assert graph.as_of(at).standing("board").words() == standing


def test_no_extent_is_agreed(graph_of: GraphOf) -> None:
    """Where a source says that no extent is agreed, that is the extent, in every answer, and no gap."""
    graph = graph_of(
        _SOURCES
        + """
delegates_to = [
    { to = "group", function = "beds", extent = { agreed = false } },
    { to = "other", function = "lamps", extent = { agreed = false, text = "Small purchases" } },
]
[[body]]
id = "group"
name = "Ward Group"
[[body]]
id = "other"
name = "Yard Group"
[[function]]
id = "beds"
name = "Beds"
[[function]]
id = "lamps"
name = "Lamps"
"""
    )
    assert who(graph, "beds").verdict == (
        "The documents say that Ward Group holds Beds by delegation (no extent is agreed)."
    )
    assert who(graph, "lamps").verdict == (
        "The documents say that Yard Group holds Lamps by delegation (not agreed: Small purchases)."
    )
    rows = outline(VIEWS["functions"].make(graph))
    assert "  delegation: delegated to Ward Group, no extent is agreed, by Board" in rows
    assert "  delegation: delegated to Yard Group, extent, not agreed: Small purchases, by Board" in rows
    lines = [line.text for line in describe(graph, "board")]
    assert lines[lines.index("Delegates authority to") + 1 :][:6] == [
        "Ward Group",
        "extent: none is agreed",
        "what is delegated: Beds",
        "Yard Group",
        "extent, not agreed: Small purchases",
        "what is delegated: Lamps",
    ]
    assert [each.id for each in gaps(graph) if each.code == "delegation-extent"] == []
