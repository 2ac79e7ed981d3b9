"""A change event that is only foretold: it ends nothing and begins nothing until a document tells of it."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.tui.wording.description.entity import describe

GraphOf = Callable[[str], Graph]

MODEL = """
[[source]]
id = "case"
name = "Business case"
presented = "2022-11-20"
[[source]]
id = "report"
name = "Annual report"
presented = "2023-06-01"
[file]
sources = ["case"]
[[organisation]]
id = "vale"
name = "Vale Trust"
responsible_for = [{ to = "nursing", mode = "delivers" }]
[[organisation]]
id = "merged"
name = "Harbour and Vale Trust"
responsible_for = [{ to = "nursing", mode = "delivers" }]
[[event]]
id = "merger"
name = "Merger"
date = "2023-04-01"
originals = "vale"
results = "merged"
[[function]]
id = "nursing"
name = "District nursing"
"""
_REPORTED = 'other_names = [{ name = "HV", use = "short", sources = ["report"] }]\n'


@pytest.mark.parametrize(
    ("reported", "at", "vale", "merged", "said"),
    [
        (
            False,
            None,
            "documented 20 Nov 2022",
            "planned: due 1 Apr 2023, no document says it happened",
            (
                "Vale Trust delivers it; Harbour and Vale Trust is to deliver it, planned for 1 Apr 2023; "
                "no document says that it happened"
            ),
        ),
        (
            True,
            None,
            "ended 31 Mar 2023",
            "documented 1 Jun 2023",
            "Harbour and Vale Trust delivers it; Vale Trust delivered it until 31 Mar 2023",
        ),
        (
            True,
            "2022-12-31",
            "last documented 20 Nov 2022",
            "not yet: begins 1 Apr 2023",
            (
                "Vale Trust delivers it; Harbour and Vale Trust is to deliver it, planned for 1 Apr 2023; "
                "no document says that it happened"
            ),
        ),
    ],
)
def test_a_merger_to_come(
    graph_of: GraphOf,
    reported: bool,  # noqa: FBT001
    at: str | None,
    vale: str,
    merged: str,
    said: str,
) -> None:
    """Before a document tells of a merger, the old trust stands and the new one is planned; after it the old one has ended."""
    text = MODEL.replace('name = "Harbour and Vale Trust"\n', f'name = "Harbour and Vale Trust"\n{_REPORTED}')
    graph = graph_of(text if reported else MODEL).as_of(at)
    assert graph.standing("vale").words() == vale
    assert graph.standing("merged").words() == merged
    assert (
        who(graph, "district nursing").verdict
        == f"The documents do not say who decides about District nursing; {said}."
    )


def test_its_row_and_head_say_so(graph_of: GraphOf) -> None:
    """The head of what a foretold merger is to make says that it is planned, and for when."""
    assert describe(graph_of(MODEL), "merged")[1].text == "organisation · planned: due 1 Apr 2023"
