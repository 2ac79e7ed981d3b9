"""Functions held by delegation: who holds each, how far, and who decides above that."""

import pytest

from tests.model.fragments import who_lines
from tiers.model.answers.who import who
from tiers.model.loading import load_texts

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
    assert deciding in who_lines(graph, "beds")


_GIVERS = """
[[function]]
id = "care"
name = "Home care"
[[partnership]]
id = "thorn"
name = "Thornwick Partnership"
[[organisation]]
id = "one"
name = "Thornwick Council"
delegates_to = [{ to = "joint", function = "care" }]
[[organisation]]
id = "two"
name = "Eastmere Council"
delegates_to = [{ to = "joint", function = "care", extent = { agreed = false } }]
[[body]]
id = "joint"
name = "Thornwick and Eastmere Joint Committee"
part_of = "thorn"
"""


def test_of_several_that_delegate_each_has_its_own_extent() -> None:
    """Where two councils delegate one function differently, the extent is told with the council whose it is."""
    graph = load_texts({"a.toml": _GIVERS.encode()})
    lines = who_lines(graph, "home care")
    assert lines[1:4] == [
        (
            "The documents say that Thornwick and Eastmere Joint Committee holds Home care by delegation "
            "(from Eastmere Council: no extent is agreed)."
        ),
        "Thornwick and Eastmere Joint Committee > Eastmere Council, Thornwick Council",
        (
            "Who decides: Thornwick and Eastmere Joint Committee by delegation, "
            "from Eastmere Council: no extent is agreed"
        ),
    ]
