"""A delegation of which only the amount changes, before and after, in `diff` and in `timeline`."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.timeline import timeline
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

_MODEL = """
[[source]]
id = "scheme22"
name = "Scheme of 2022"
presented = "2022-01-10"
locators = { a = "A" }
[[source]]
id = "scheme24"
name = "Scheme of 2024"
presented = "2024-04-10"
locators = { a = "A" }
[[body]]
id = "board"
name = "Board"
sources = ["scheme22#a"]
delegates_to = [%s]
[[body]]
id = "group"
name = "Group"
sources = ["scheme22#a"]
[[function]]
id = "gifts"
name = "Gifts"
sources = ["scheme22#a"]
"""
_LINE = '{ to = "group", function = "gifts", limit = { up_to = %s, unit = "£", above = "board" }, %s }'
_DATED = ", ".join(
    (
        _LINE % (500_000, 'end_date = "2024-03-31", sources = ["scheme22#a"]'),
        _LINE % (750_000, 'start_date = "2024-04-01", sources = ["scheme24#a"]'),
    )
)
_TOLD = ", ".join((_LINE % (100, 'sources = ["scheme22#a"]'), _LINE % (250, 'sources = ["scheme24#a"]')))


@pytest.mark.parametrize(
    ("delegations", "said"),
    [
        (
            _DATED,
            [
                "was Group · Gifts · up to £500,000; above that Board · until 31 Mar 2024",
                "is  Group · Gifts · up to £750,000; above that Board · since 1 Apr 2024",
            ],
        ),
        (
            _TOLD,
            [
                "was Group · Gifts · up to £100; above that Board",
                "is  Group · Gifts · up to £100; above that Board",
                "is  Group · Gifts · up to £250; above that Board",
            ],
        ),
    ],
)
def test_a_changed_amount_stands_on_both_sides(
    graph_of: Callable[[str], Graph], delegations: str, said: list[str]
) -> None:
    """`diff` tells what is delegated and up to which amount, at the one date and at the other."""
    graph = graph_of(_MODEL % delegations)
    old, new = graph.as_of("2023-06-01"), graph.as_of("2024-05-01")
    lines = describe_diff(Sides(old, new, ("old", "new"), dated=True), diff_between_dates(old, new))
    found = [str(line.text) for line in lines]
    at = found.index("Board: delegates authority to") + 1
    assert found[at : at + len(said)] == said


def test_the_timeline_has_the_amount_of_each(graph_of: Callable[[str], Graph]) -> None:
    """The end of one and the beginning of the other differ in their amount alone: both are told."""
    graph = graph_of(_MODEL % _DATED)
    assert [(item.name(graph), item.note) for item in timeline(graph)] == [
        ("Board stopped delegating authority to Group for Gifts", "up to £500,000; above that Board"),
        ("Board started delegating authority to Group for Gifts", "up to £750,000; above that Board"),
    ]
