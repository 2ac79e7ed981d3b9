"""What the tests of the cache share."""

import pytest

from tiers.model.cache import code


@pytest.fixture(autouse=True)
def _another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test look at the code as a process does that begins with it."""
    monkeypatch.setattr(code, "_SEEN", {})
