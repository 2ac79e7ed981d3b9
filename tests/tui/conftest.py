"""What the tests of the explorer need: a small model that stands still."""

from pathlib import Path

import pytest

from tiers.model import Graph, load

PLACE = Path(__file__).parent.parent / "models" / "place.toml"


@pytest.fixture(scope="session")
def place() -> Graph:
    """Return the small model."""
    return load(PLACE)
