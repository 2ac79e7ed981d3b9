"""The layer above in one line: the number of its bodies, called by the layer's name only where that is right."""

from collections.abc import Callable

import pytest

from tests.model.fragments import who_lines
from tiers.model import Graph

GraphOf = Callable[[str], Graph]

_HEAD = """
[[partnership]]
id = "part"
name = "Part"
[[layer]]
id = "top"
of = "part"
order = 1
name = "{}"
[[layer]]
id = "joint"
of = "part"
order = 2
name = "Joint"
[[body]]
id = "board"
name = "Board"
in_layer = "joint"
"""


@pytest.mark.parametrize(
    ("layer", "kinds", "said"),
    [
        ("Sovereign organisations", ["organisation"] * 4, "4 sovereign organisations"),
        (
            "Sovereign organisations",
            ["organisation"] * 3 + ["collective"],
            "4 listed as sovereign organisations",
        ),
        ("Boards of the trusts", ["organisation"] * 4, "4 listed as boards of the trusts"),
        ("Sovereign governance", ["organisation"] * 4, "4 in Sovereign governance"),
    ],
)
def test_what_is_counted_is_what_stands_there(
    graph_of: GraphOf, layer: str, kinds: list[str], said: str
) -> None:
    """A collective or a partnership is not counted as one of the organisations after which its layer is named."""
    inside = "".join(
        f'[[{kind}]]\nid = "x{number}"\nname = "X{number}"\nin_layer = "top"\n'
        for number, kind in enumerate(kinds)
    )
    graph = graph_of(_HEAD.format(layer) + inside)
    lines = who_lines(graph, "Board")
    assert lines[2] == f"Board > {said} · inferred"
