"""What the tests of the explorer need: a small model that stands still."""

from pathlib import Path

import pytest
from textual import app, pilot, screen

from tiers.model import Graph, load

from .driving import at_rest

PLACE = Path(__file__).parent.parent / "models" / "place.toml"


@pytest.fixture(scope="session")
def place() -> Graph:
    """Return the small model."""
    return load(PLACE)


@pytest.fixture(autouse=True)
def _waits_for_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual wait until the explorer is at rest, not for a fixed time, and draw a frame if one is due."""
    for module in (app, pilot):
        monkeypatch.setattr(module, "wait_for_idle", at_rest)
    monkeypatch.setattr(screen, "UPDATE_PERIOD", 0.001)
