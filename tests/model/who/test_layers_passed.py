"""The chain upward past a partnership: never to what answers to a step already passed, nor to a lower layer."""

import pytest

from tests.model.fragments import VALE, who_lines
from tiers.model.loading import load_texts

_VALE = (
    VALE
    + """
[[body]]
id = "side"
name = "Side Group"
part_of = "vale"
[[function]]
id = "skin"
name = "Skin"
in_hands_of = [{ id = "side", mode = "oversees" }]
"""
)


@pytest.mark.parametrize(
    ("top", "low", "side", "chain"),
    [
        pytest.param(
            'in_layer = "l1"', 'reports_to = "top"\nin_layer = "l2"', 'accountable_to = "top"',
            "Side Group > Top Board > Vale", id="reports to it",
        ),
        pytest.param(
            'in_layer = "l1"', 'in_layer = "l2"', 'accountable_to = "top"',
            "Side Group > Top Board > Vale", id="lower layer",
        ),
        pytest.param(
            "", 'accountable_to = "top"\nin_layer = "l2"', 'accountable_to = "top"',
            "Side Group > Top Board > Vale", id="answers to one in no layer",
        ),
        pytest.param(
            'in_layer = "l1"', 'in_layer = "l2"', "",
            "Side Group > Vale > Low Group (inferred) > Top Board (inferred)", id="no layer passed",
        ),
    ],
)  # fmt: skip
def test_below_a_step_never_stands_above_it(top: str, low: str, side: str, chain: str) -> None:
    """Past a partnership the chain goes up its layers only where these are above all that was passed."""
    model = _VALE.replace('name = "Side Group"\n', f'name = "Side Group"\n{side}\n') + (
        f'[[body]]\nid = "top"\nname = "Top Board"\npart_of = "vale"\n{top}\n'
        f'[[body]]\nid = "low"\nname = "Low Group"\npart_of = "vale"\n{low}\n'
    )
    graph = load_texts({"a.toml": model.encode()})
    assert chain in who_lines(graph, "skin")
