"""What the tests of the command line need: commands run in this process, and as processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from tiers.tui.cli import main

PLACE = Path(__file__).parent.parent / "models" / "place.toml"


@attrs.frozen
class Answer:
    """What a command answers.

    Attributes:
        status: The exit status.
        out: What it wrote to stdout.
        err: What it wrote to stderr.
    """

    status: int
    out: str = ""
    err: str = ""


Tiers = Callable[..., Answer]


@pytest.fixture
def tiers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command in this process, on the small model unless `TIERS_MODEL` is set otherwise."""
    monkeypatch.setenv("TIERS_MODEL", str(PLACE))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words: str) -> Answer:
        status = main(words)
        written = capsys.readouterr()
        return Answer(status, written.out, written.err)

    return run


@pytest.fixture
def process() -> Tiers:
    """Run a command as a process of its own, on the small model, with further environment variables."""

    def run(*words: str, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "tiers.tui", *words],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "TIERS_MODEL": str(PLACE), **environment},
            check=False,
            timeout=300,
        )
        return Answer(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        )

    return run
