"""A cache of its own for every test here."""

from pathlib import Path

import pytest

from tiers.model.cache import code


@pytest.fixture(autouse=True)
def _another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test look at the code as a process does that begins with it."""
    monkeypatch.setattr(code, "_SEEN", {})


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the cache a directory of its own."""
    directory = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(directory))
    monkeypatch.delenv("TIERS_NO_CACHE", raising=False)
    return directory / "tiers"
