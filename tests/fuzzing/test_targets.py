"""What reads strangers' input, tried on a few inputs made at random; `tests/fuzz.py` tries more."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .mutation import mutated
from .targets import NASTY, TARGETS, seeds

EXAMPLES = {"command": 30, "sheet": 30, "model": 50, "places": 50, "query": 50, "state": 50, "cache": 50}
"""How many inputs each target is tried on, where it is not a hundred."""


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_is_too_much(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs drawn for each target raise no error; the docstring of a target says what is promised of any input."""
    monkeypatch.setenv("COLUMNS", "100")
    target = TARGETS[name]

    @settings(max_examples=EXAMPLES.get(name, 100))
    @given(st.integers(0, 2**32))
    def tried(seed: int) -> None:
        target.run(target.draw(random.Random(seed)))  # noqa: S311 - no secret

    tried()


def test_inputs_made_at_random_are_the_same_for_the_same_seed() -> None:
    """The same seed gives the same input, so that what failed can be tried again, and another seed gives another."""
    first, again, other = (mutated(random.Random(seed), seeds("model"), NASTY) for seed in (1, 1, 3))  # noqa: S311 - no secret
    assert first == again != other
