"""An end that is later than every document of the model: to come in the last known state, past at a later date."""

from collections.abc import Callable

import pytest

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
