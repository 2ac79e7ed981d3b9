"""The last report about work, and the note on the state of a question: each is shown where a reader looks for it."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents
from tiers.model import Graph
from tiers.model.answers.matters import matters
from tiers.model.answers.timeline import timeline
from tiers.tui.printing.answers.matters import write_markdown
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.matters import describe_matters

from .who.test_functions import gist

_MODEL = (
    documents(
        "early",
        place="a",
        early=("Minutes", "2022-01-10"),
        mid=("Update", "2024-01-10"),
        late=("Report", "2025-06-10"),
    )
    + """
[[workstream]]
id = "falls"
name = "Falls"
topics = ["falls"]
reports = [{ state = "live", sources = ["mid#a"] }, { state = "stood down", sources = ["late#a"] }]
[[programme]]
id = "wards"
name = "Virtual wards"
status = "planned"
expected_date = "2023-06"
reports = [{ state = "live", sources = ["mid#a"] }, { state = "stood down", sources = ["late#a"] }]
[[issue]]
id = "bus"
name = "Who pays for the bus"
state = [{ value = "open" }, { value = "answered in part", sources = ["late#a"], note = "Not for carers" }]
"""
)


@pytest.mark.parametrize(
    ("day", "said"), [("2024-06-01", "leads on it"), (None, "led on it, reported stood down 10 Jun 2025")]
)
def test_what_is_stood_down_leads_on_nothing(
    graph_of: Callable[[str], Graph], day: str | None, said: str
) -> None:
    """`who` says of a workstream that is stood down that it led, from the day of the report on."""
    assert f"Falls {said}" in gist(graph_of(_MODEL).as_of(day), "falls")[0]


def test_the_report_is_told_beside_the_plan(graph_of: Callable[[str], Graph]) -> None:
    """`show` and the planned day in the timeline have the last report, so that a plan given up is not told as one."""
    graph = graph_of(_MODEL)
    assert "reported stood down 10 Jun 2025" in describe(graph, "wards")[1].text.split(" · ")
    (planned,) = (each for each in timeline(graph) if each.state == "planned" and each.id == "wards")
    assert planned.note == "documented 10 Jan 2024, stood down 10 Jun 2025"


def test_the_note_on_a_state_is_told(graph_of: Callable[[str], Graph]) -> None:
    """What was not answered stands below the question in text and beside its state in Markdown."""
    graph = graph_of(_MODEL)
    found = matters(graph, "bus")
    lines = [line.text for line in describe_matters(graph, found)]
    at = lines.index("Who pays for the bus · answered in part")
    assert lines[at + 1] == "Not for carers"
    (row,) = (each for each in write_markdown(graph, found) if each.startswith("| Who pays"))
    assert "| answered in part: Not for carers |" in row
