"""An end that is later than every document of the model: to come in the last known state, past at a later date."""

from collections.abc import Callable

import pytest

from tests.model.fragments import detail_lines
from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "terms"
name = "Terms"
presented = "%s"
[file]
sources = ["terms"]
[[organisation]]
id = "council"
name = "Council"
[[body]]
id = "board"
name = "Board"
end_date = "2026-03-31"
members = [{ id = "council", end_date = "2026-03-31" }]
other_names = [{ name = "Forum", end_date = "2026-03-31" }]
"""


@pytest.mark.parametrize(
    ("written", "at", "there"),
    [
        ("2024-05-14", None, True),
        ("2026-03-30", None, True),
        ("2026-03-31", None, False),
        ("2027", None, False),
        ("2024-05-14", "2026-03-31", True),
        ("2024-05-14", "2026-04-01", False),
    ],
)
def test_an_end_that_is_to_come(written: str, at: str | None, *, there: bool, graph_of: GraphOf) -> None:
    """A body and a seat are there until a document is as late as their end, or the date is later than it."""
    graph = graph_of(MODEL % written).as_of(at)
    found = graph.shown("board"), "board" in graph.all_shown(), bool(graph.relations("council", "member_of"))
    assert found == (there, there, there)
    assert graph.standing("board").shown is there


def test_a_diff_with_the_last_known_state(graph_of: GraphOf) -> None:
    """What has ended at a later date is told as new against the last known state, which is of an earlier day."""
    graph = graph_of(MODEL % "2024-05-14")
    found = diff_between_dates(graph.as_of("2026-05-01"), graph)
    assert (list(found.added), [each.attribute for each in found.changes if each.id == "council"]) == (
        ["board"],
        ["member_of", "standing"],
    )


_LOST = """
[[source]]
id = "early"
name = "Terms"
presented = "2020-03-01"
[[source]]
id = "late"
name = "Minutes"
presented = "2024-03-01"
[file]
sources = ["early"]
[[body]]
id = "board"
name = "Board"
[[body]]
id = "group"
name = "Group"
part_of = "board"
BEGINS
end_date = [{ value = "unknown", basis = "stated", sources = ["late"] }]
"""


def test_an_end_on_an_unknown_day_is_an_end(graph_of: GraphOf) -> None:
    """What a document says to have ended on an unknown day has ended in every answer, from that document on and not before."""
    graph = graph_of(_LOST.replace("BEGINS", 'start_date = "2019-04"'))
    assert graph.standing("group").words() == "ended, day unknown"
    assert graph.standing("group").short_words() == "ended, day unknown"
    assert [graph.shown("group"), graph.as_of("2024-02-29").shown("group")] == [False, True]
    assert [graph.as_of(day).standing("group").state for day in ("2024-02-29", "2024-03-01")] == [
        "documented",
        "ended",
    ]
    assert "Was part of" in detail_lines(graph, "group")


def test_what_is_only_planned_has_not_ended(graph_of: GraphOf) -> None:
    """That it is unknown when a plan is to end does not end it."""
    graph = graph_of(_LOST.replace("BEGINS", 'expected_date = "2025-04"'))
    assert graph.standing("group").state == "planned"
