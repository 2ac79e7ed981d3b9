"""A plan that a later document shows to be active, and a delegation without an agreed extent."""

from collections.abc import Callable

import pytest

from tests.model.fragments import detail_lines, documents, named, who_lines
from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.model.exports.planned import entity_words
from tiers.model.facts.holding import is_planned
from tiers.model.views import VIEWS
from tiers.tui.wording.description.entity import describe

from .shapes import outline

GraphOf = Callable[[str], Graph]

_SOURCES = (
    documents("late", early=("Plan", "2022-01-10"), late=("Report", "2023-05-01"))
    + """
[[body]]
id = "board"
name = "Board"
"""
)


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


_BEGUN = """
[[source]]
id = "plan"
name = "Plan"
presented = "2024-01-10"
[[source]]
id = "report"
name = "Report"
presented = "2025-06-10"
[file]
sources = ["plan"]
[[organisation]]
id = "council"
name = "Council"
[[function]]
id = "food"
name = "Food banks"
[[body]]
id = "board"
name = "Board"
status = STATUS
expected_date = "2025-04-01"
start_date = [{ value = "2025-05-01", sources = ["report"] }]
members = [{ id = "council", capacity = "chair", voting = true, sources = ["report"] }]
responsible_for = [{ to = "food", mode = "decides", sources = ["report"] }]
"""


@pytest.mark.parametrize(
    ("status", "at", "members", "said"),
    [
        (
            '"planned"',
            None,
            "Members: 1 voting seat",
            "The documents say that Board decides about Food banks.",
        ),
        (
            '"proposed"',
            None,
            "Members: 1 voting seat",
            "The documents say that Board decides about Food banks.",
        ),
        ('"planned"', "2024-06-30", "Members not yet documented", ""),
        (
            '[{ value = "planned", sources = ["report"] }]',
            None,
            "Members: 0; 1 planned",
            (
                "The documents do not say who decides about Food banks; Board is to decide about it, planned; "
                "no document says that it happened."
            ),
        ),
    ],
)
def test_a_stated_start_confirms_a_plan(
    graph_of: GraphOf, status: str, at: str | None, members: str, said: str
) -> None:
    """A body that a later document than its plan says has begun has begun, in every answer; one that the same document calls planned has not."""
    graph = graph_of(_BEGUN.replace("STATUS", status)).as_of(at)
    assert is_planned(graph, "board") is (members != "Members: 1 voting seat")
    assert members in detail_lines(graph, "board")
    assert not said or said in who_lines(graph, "food")


def test_no_extent_is_agreed(graph_of: GraphOf) -> None:
    """Where a source says that no extent is agreed, that is the extent, in every answer, and no gap."""
    graph = graph_of(
        _SOURCES
        + (
            """
delegates_to = [
    { to = "group", function = "beds", extent = { agreed = false } },
    { to = "other", function = "lamps", extent = { agreed = false, text = "Small purchases" } },
]
"""
            + named("body", group="Ward Group", other="Yard Group")
            + named("function", beds="Beds", lamps="Lamps")
        )
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
    lines = detail_lines(graph, "board")
    assert lines[lines.index("Delegates authority to") + 1 :][:6] == [
        "Ward Group",
        "extent: none is agreed",
        "what is delegated: Beds",
        "Yard Group",
        "extent, not agreed: Small purchases",
        "what is delegated: Lamps",
    ]
    assert [each.id for each in gaps(graph) if each.code == "delegation-extent"] == []


_DROPPED = """
[[source]]
id = "plan"
name = "Plan"
presented = "2022-01-10"
[[source]]
id = "report"
name = "Report"
presented = "2024-06-10"
[[source]]
id = "end"
name = "Closure"
presented = "2025-06-10"
[file]
sources = ["plan"]
[[function]]
id = "food"
name = "Food banks"
[[organisation]]
id = "council"
name = "Council"
[[body]]
id = "board"
name = "Board"
status = [{ value = "planned", sources = ["plan"] }, OTHER { value = "closed", sources = ["end"] }]
expected_date = "2023-01"
members = ["council"]
responsible_for = [{ to = "food", mode = "decides" }]
"""


def test_a_plan_that_was_dropped_never_decided(graph_of: GraphOf) -> None:
    """What was closed before any document shows that it began was to decide, and never did, in every answer."""
    graph = graph_of(_DROPPED.replace("OTHER", ""))
    never = "closed without having begun, as far as documents say"
    assert graph.standing("board").words() == never
    assert graph.as_of("2025-05-31").standing("board").words() == (
        "planned: due Jan 2023, first documented 10 Jun 2025"
    )
    assert (
        f"The documents do not say who decides about Food banks; Board was to decide about it, but was {never}."
        in who_lines(graph, "food")
    )
    assert {"Was to be responsible for", "Planned members"} <= {
        line.text for line in describe(graph, "board")
    }
    assert [(item.state, item.note) for item in timeline(graph) if item.state == "planned"] == [
        ("planned", never)
    ]
    assert entity_words(graph, "board") == never


@pytest.mark.parametrize(
    "sign",
    [
        '{ value = "active", sources = ["report"] },',
        '{ value = "planned", sources = ["report"] },',
        '{ value = "shadow", sources = ["plan"] },',
    ],
)
def test_what_was_seen_after_its_day_was_no_dropped_plan(graph_of: GraphOf, sign: str) -> None:
    """A body that was active or in shadow form, or that another document tells of after its expected day, has ended."""
    graph = graph_of(_DROPPED.replace("OTHER", sign))
    assert graph.standing("board").words() == "ended"
    assert "Was responsible for" in detail_lines(graph, "board")
