"""Functions held by delegation: who holds each, how far, and who decides above that."""

import pytest

from tiers.model.answers.who import who
from tiers.model.loading import load_texts
from tiers.tui.wording.description.who import describe_who

_SEVERAL = """
[[function]]
id = "beds"
name = "Beds"
[[function]]
id = "chairs"
name = "Beds and chairs"
[[body]]
id = "board"
name = "Board"
delegates_to = [
    { to = "one", function = "beds", limit = { up_to = 5, unit = "£", above = "board" } },
    { to = "two", function = "beds", limit = { up_to = 9, unit = "£" } },
    { to = "two", function = "chairs" },
]
[[body]]
id = "one"
name = "Ward Group"
[[body]]
id = "two"
name = "Yard Group"
"""


@pytest.mark.parametrize(
    ("more", "verdict", "deciding"),
    [
        (
            "",
            (
                "The documents say that Ward Group holds Beds by delegation (up to £5; above that Board); "
                "Yard Group holds Beds by delegation (up to £9); Yard Group holds Beds and chairs by delegation."
            ),
            (
                "Who decides: Ward Group by delegation of Beds (up to £5; above that Board); "
                "Yard Group by delegation of Beds (up to £9); Yard Group by delegation of Beds and chairs"
            ),
        ),
        (
            'responsible_for = [{ to = "beds", mode = "decides" }]\n',
            (
                "The documents say that Lead Board decides about Beds; Ward Group holds it by delegation "
                "(up to £5; above that Board); Yard Group holds it by delegation (up to £9). "
                "The documents say that Yard Group holds Beds and chairs by delegation."
            ),
            (
                "Who decides: Lead Board; Ward Group by delegation of Beds (up to £5; above that Board); "
                "Yard Group by delegation of Beds (up to £9); Yard Group by delegation of Beds and chairs"
            ),
        ),
    ],
)
def test_how_far_each_delegation_goes(more: str, verdict: str, deciding: str) -> None:
    """Who holds a function by delegation is told with the limit of each, and with whom it goes above that."""
    lead = f'[[body]]\nid = "lead"\nname = "Lead Board"\n{more}'
    graph = load_texts({"a.toml": (_SEVERAL + lead).encode()})
    assert who(graph, "beds").verdict == verdict
    assert deciding in [line.text for line in describe_who(graph, who(graph, "beds"))]
