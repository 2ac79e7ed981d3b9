"""Plans in the first lines: only the link or the seat is called planned, never the body at its end."""

import pytest

from tests.model.fragments import who_lines
from tiers.model.loading import load_texts

_BODIES = """
[[function]]
id = "beds"
name = "Beds"
[[body]]
id = "above"
name = "Upper Board"
[[body]]
id = "beside"
name = "Side Board"
[[body]]
id = "one"
name = "Ward Group"
responsible_for = [{ to = "beds", mode = "oversees" }]
"""


@pytest.mark.parametrize(
    ("link", "line"),
    [
        (
            'delegated_by = [{ id = "above", expected_date = "2030" }]',
            "Ward Group > Upper Board (planned delegation)",
        ),
        (
            'accountable_to = [{ to = "above", expected_date = "2030" }]',
            "Ward Group > Upper Board (planned link)",
        ),
        (
            'accountable_to = [{ to = "above", expected_date = "2030", basis = "inferred" }]',
            "Ward Group > Upper Board (inferred, planned link)",
        ),
        (
            'members = [{ id = "above", expected_date = "2030" }]',
            "Who sits on Ward Group: Upper Board (planned seat)",
        ),
        ('accountable_to = ["above"]', "Ward Group > Upper Board"),
        (
            'delegated_by = [{ id = "above" }, { id = "above", function = "beds", expected_date = "2030" }]',
            "Ward Group > Upper Board",
        ),
        (
            'delegated_by = [{ id = "above", function = "beds" }, { id = "beside", function = "beds", expected_date = "2030" }]',
            "Ward Group > Side Board (planned delegation), Upper Board",
        ),
    ],
)
def test_the_link_is_what_is_planned(link: str, line: str) -> None:
    """Beside the name of a body that is there now stands what of it is planned, so that it is not itself called planned; of one that delegates now nothing is."""
    graph = load_texts({"a.toml": f"{_BODIES}{link}\n".encode()})
    assert line in who_lines(graph, "beds")
