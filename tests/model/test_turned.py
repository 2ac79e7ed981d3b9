"""Of the entities that turn between two dates, those are told apart that may change the rows of a view."""

from collections.abc import Callable

import pytest

from tests.model.fragments import documents
from tiers.model import Graph
from tiers.model.facts.turning_days import turning_days
from tiers.model.views.turned import turned

GraphOf = Callable[[str], Graph]

MODEL = (
    documents(early=("Early minutes", "2020-12-02"), late=("Late slides", "2022-02-22"))
    + """
[[body]]
id = "board"
name = "Board"
sources = ["early"]
decides = [{ value = "decides", sources = ["early"] }, { value = "advises", sources = ["late"] }]

[[body]]
id = "group"
name = [{ value = "Group", sources = ["early"] }, { value = "Panel", sources = ["late"] }]
sources = ["early"]

[[body]]
id = "ward"
name = "Ward"
part_of = "board"
end_date = "2021-06-30"
sources = ["early"]

[[organisation]]
id = "trust"
name = "Trust"
sources = ["early"]
member_of = [{ to = "board", sources = ["late"] }]

[[commitment]]
id = "plan"
name = "Plan"
part_of = "board"
expected_date = "2021-03-01"
sources = ["early", "late"]
"""
)


@pytest.mark.parametrize(
    ("one", "other", "turning", "expected"),
    [
        ("2021-01-31", "2021-04-01", {"plan"}, {"plan"}),
        ("2021-06-30", "2021-07-01", {"ward"}, {"ward"}),
        ("2021-07-01", "2022-02-22", {"board", "group", "trust", "plan"}, {"board", "group", "trust"}),
    ],
)
def test_few_of_those_that_turn_change_rows(
    graph_of: GraphOf, one: str, other: str, turning: set[str], expected: set[str]
) -> None:
    """One who comes, ends, is named or valued otherwise, or joins does; not one whose plan a document confirms."""
    model = graph_of(MODEL)
    before, graph = model.as_of(one), model.as_of(other)
    ids = turning_days(model).between(before.at, graph.at, last_documented=False)
    assert ids == turning
    assert turned(before, graph, ids) == expected
