"""What many tests need: models written on the spot, and how many examples a property is tried on."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tiers.model import Graph, Mistake, load, read_model
from tiers.tui.cli import command_line
from tiers.tui.cli.table import KEPT

Write = Callable[..., Path]

# A slow machine is no fault of the product: no example has a deadline, and drawing them may take its time. In CI
# the examples are the same in every run; elsewhere each run draws others, and keeps the one that failed.
settings.register_profile(
    "tiers",
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("tiers")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files of a model and return their directory: `write("…")` one, `write(a="…", b="…")` several."""

    def _write(text: str = "", **files: str) -> Path:
        for name, each in ({"model": text} if text else files).items():
            (tmp_path / f"{name}.toml").write_text(each, encoding="utf-8")
        return tmp_path

    return _write


@pytest.fixture
def graph_of(write: Write) -> Callable[[str], Graph]:
    """Return the graph of a model given as TOML."""
    return lambda text: load(write(text))


@pytest.fixture
def mistakes_of(write: Write) -> Callable[..., list[Mistake]]:
    """Return the mistakes of a model given as TOML, with files named without their directory."""

    def _mistakes(text: str = "", **files: str) -> list[Mistake]:
        directory = write(text, **files)
        found = read_model([directory]).mistakes
        return [
            Mistake(
                each.code,
                each.message.replace(f"{directory}/", ""),
                each.file.removeprefix(f"{directory}/"),
                each.line,
                each.column,
                each.hint,
                each.severity,
                count=each.count,
            )
            for each in found
        ]

    return _mistakes


@pytest.fixture(autouse=True)
def _works_in_an_empty_directory(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Run each test in an empty directory; a test that leaves a file there fails: output belongs in `tmp_path`."""
    here = tmp_path_factory.getbasetemp() / "here"
    here.mkdir(exist_ok=True)
    monkeypatch.chdir(here)
    yield
    left = sorted(each.name for each in here.iterdir())
    for each in here.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    assert left == [], "a test writes into `tmp_path` only"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what fixtures of a session or a module read away from the user's cache: a later run would find it there."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        patched.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
        yield


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the cache and the state of the tests away from the user's, and what the user has set away from the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
    monkeypatch.setenv("TIERS_NO_STATE", "1")
    for name in ("TIERS_MODEL", "TIERS_NO_CACHE"):
        monkeypatch.delenv(name, raising=False)
    # what a test replaces in tiers is not in the fingerprint of its code: a test finds its answers
    monkeypatch.setattr(command_line, "KEPT", frozenset[str]())


@pytest.fixture
def kept_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands in this process keep their answers, and write them again, as a process of its own does."""
    monkeypatch.setattr(command_line, "KEPT", KEPT)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the cache a directory of its own for the test, and return where it keeps what it keeps."""
    directory = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(directory))
    return directory / "tiers"
