"""What the tests of the bundled model share."""

from collections.abc import Callable

import pytest

from tiers.model import Graph, load
from tiers.tui.cli import main

Ask = Callable[..., str]


@pytest.fixture(scope="session")
def graph() -> Graph:
    """Return the bundled model."""
    return load()


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command on the bundled model and return what it wrote."""
    monkeypatch.delenv("TIERS_MODEL", raising=False)

    def run(*words: str) -> str:
        status = main(words)
        written = capsys.readouterr()
        assert (status, written.err) == (0, "")
        return written.out

    return run
