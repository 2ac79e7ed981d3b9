"""A role or a seat that one document plans and a later one shows: it is told once, as it came about."""

from collections.abc import Callable

import pytest

from tests.model.fragments import detail_lines
from tiers.model import Graph
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.tui.wording.description.who import describe_who

GraphOf = Callable[[str], Graph]

_MODEL = """
[[source]]
id = "plan"
name = "Plan"
presented = "2022-01-10"
[[source]]
id = "report"
name = "Report"
presented = "2023-01-10"
[file]
sources = ["plan"]
[[organisation]]
id = "council"
name = "Council"
[[function]]
id = "debt"
name = "Debt advice"
in_hands_of = [
    { id = "board", mode = "decides", expected_date = "2022-04-01" },
    { id = "board", LATER },
]
[[body]]
id = "board"
name = "Board"
members = [
    { id = "council", voting = true, expected_date = "2022-04-01" },
    { id = "council", voting = true, start_date = "2022-07-01", sources = ["report"] },
]
"""
_BEGAN = 'mode = "decides", start_date = "2022-07-01", sources = ["report"]'
_PLANNED = "Board is to decide about it, planned for 1 Apr 2022; no document says that it happened"


def _gist(graph: Graph) -> str:
    return describe_who(graph, who(graph, "debt"))[1].text


@pytest.mark.parametrize(
    ("later", "at", "said"),
    [
        (_BEGAN, None, "The documents say that Board decides about Debt advice."),
        (_BEGAN, "2022-07-31", "The documents say that Board decides about Debt advice."),
        (_BEGAN, "2022-05-31", f"The documents do not say who decides about Debt advice; {_PLANNED}."),
        (
            'mode = "decides", sources = ["report"]',
            None,
            "The documents say that Board decides about Debt advice.",
        ),
        (
            'mode = "decides", end_date = "2021-03-31", sources = ["report"]',
            None,
            (
                f"The documents do not say who decides about Debt advice; {_PLANNED}; "
                "Board decided about it until 31 Mar 2021."
            ),
        ),
        (
            'mode = "oversees", start_date = "2022-07-01", sources = ["report"]',
            None,
            f"The documents do not say who decides about Debt advice; Board oversees it; {_PLANNED}.",
        ),
    ],
)
def test_a_planned_role_that_a_later_document_shows_has_come_about(
    graph_of: GraphOf, later: str, at: str | None, said: str
) -> None:
    """A plan for April is over once a later document says that the same role began, and stays where it says another or an older one."""
    assert _gist(graph_of(_MODEL.replace("LATER", later)).as_of(at)) == said


def test_a_seat_that_came_about_counts_once(graph_of: GraphOf) -> None:
    """Of a seat that was planned and began one is counted, and the timeline says of the plan when it began."""
    graph = graph_of(_MODEL.replace("LATER", _BEGAN))
    assert "Members: 1 voting seat" in detail_lines(graph, "board")
    assert [item.note for item in timeline(graph) if item.state == "planned"] == ["began 1 Jul 2022"] * 2


_FOR_A_YEAR = """
[file]
sources = ["paper"]
[[source]]
id = "paper"
name = "Paper"
presented = "2024-03-12"
[[body]]
id = "panel"
name = "Panel"
start_date = "2024-04-01"
end_date = "2025-03-31"
responsible_for = [{ to = "heat", mode = "decides" }]
[[body]]
id = "team"
name = "Team"
responsible_for = [{ to = "food", mode = "decides", start_date = "2024-04-01", end_date = "2025-03-31" }]
[[function]]
id = "heat"
name = "Heating"
[[function]]
id = "food"
name = "Food"
"""


@pytest.mark.parametrize(("topic", "name"), [("heating", "Panel"), ("food", "Team")])
@pytest.mark.parametrize(
    ("day", "verb"), [("2024-06", "is"), (None, "is"), ("2025-03-31", "is"), ("2025-04", "was")]
)
def test_what_is_planned_for_a_time_that_is_over_was_to_be(
    graph_of: Callable[[str], Graph], topic: str, name: str, day: str | None, verb: str
) -> None:
    """`who` tells until when a role is planned, by its own end or that of its body, and after it as a plan of the past."""
    graph = graph_of(_FOR_A_YEAR).as_of(day)
    assert who(graph, topic).verdict == (
        f"The documents do not say who decides about {topic.capitalize()}; {name} {verb} to decide about it, planned for "
        "1 Apr 2024 until 31 Mar 2025; no document says that it happened."
    )
