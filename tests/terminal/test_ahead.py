"""The process that completes the cache of a large model, beside an explorer in a terminal."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.generator import write_model
from tiers.model import load
from tiers.model.cache.ahead import MADE
from tiers.tui.app import LARGE

from .harness import Terminal, tiers

PROGRAM = "tiers.model.cache.background"
PATIENCE = 120
"""Seconds after which something that does not come about is taken never to do so."""

ENTITIES = LARGE + 100


class Process(NamedTuple):
    """A running process that completes a cache.

    Attributes:
        number: Its number.
        parent: The number of the process that started it; of another one after that has ended.
        group: Its group of processes.
        front: The group that has the terminal.
        nice: By how much it lets others go first.
    """

    number: int
    parent: int
    group: int
    front: int
    nice: int


def processes() -> list[Process]:
    """Return the processes that complete a cache."""
    told = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,ppid=,pgid=,tpgid=,nice=,args="],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (line.split(maxsplit=5) for line in told.stdout.splitlines() if PROGRAM in line)
    return [Process(*map(int, line[:5])) for line in lines]


def until(fits: Callable[[], bool]) -> None:
    """Wait until something has come about.

    Raises:
        TimeoutError: It has not.
    """
    end = time.monotonic() + PATIENCE
    while not fits():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a large model."""
    directory = tmp_path_factory.mktemp("large")
    write_model(directory, ENTITIES)
    return directory


@pytest.fixture(scope="module")
def compiled(large: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a cache with the large model alone, as one start leaves it."""
    directory = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(directory))
        assert len(load(large)) >= LARGE
    return directory


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Return the directory of an empty cache."""
    return tmp_path / "cache"


@pytest.fixture
def with_model(cache: Path, compiled: Path) -> Path:
    """Return the directory of a cache with the large model alone, so that a start needs not read its files."""
    shutil.copytree(compiled, cache)
    return cache


def open_explorer(model: Path | None, cache: Path, **environment: str) -> Terminal:
    """Open the explorer of a model."""
    words = [] if model is None else ["--model", str(model)]
    terminal = Terminal(
        tiers(*words), columns=100, lines=30, environment={"XDG_CACHE_HOME": str(cache), **environment}
    )
    terminal.until("England")
    return terminal


def started(terminal: Terminal) -> Process:
    """Return the process that the explorer in a terminal has started, once it works."""
    found: list[Process] = []

    def is_there() -> bool:
        terminal.read(0)
        found[:] = [each for each in processes() if each.parent == terminal.process and each.nice == 19]
        return bool(found)

    until(is_there)
    terminal.settle()
    return found[0]


def is_gone(process: Process) -> bool:
    """Whether a process has ended."""
    return process.number not in {each.number for each in processes()}


def endings(cache: Path) -> set[str]:
    """Return the endings of the files in a cache."""
    return {each.suffix[1:] for each in (cache / "tiers").iterdir()}


@pytest.fixture(autouse=True)
def _leaves_nothing(cache: Path) -> Iterator[None]:
    """Each test leaves no half file in the cache."""
    yield
    assert not [each for each in endings(cache) if each.isdigit()]


@pytest.mark.parametrize("how", ["q", "killed", "closed"])
def test_the_process_ends_with_the_explorer(large: Path, with_model: Path, how: str) -> None:
    """However that ends, also killed; it has the lowest priority, and no key of the terminal reaches it."""
    with open_explorer(large, with_model) as terminal:
        process = started(terminal)
        assert process.group not in {terminal.process, process.front}
        if how == "q":
            terminal.press("q")
            assert terminal.end() == 0
        elif how == "killed":
            terminal.kill(signal.SIGKILL)
            terminal.wait()
        else:
            terminal.hang_up()
            assert terminal.wait() == 128 + signal.SIGHUP
        until(lambda: is_gone(process))


def test_what_it_has_made_is_shown_as_what_the_explorer_makes(
    large: Path, with_model: Path, tmp_path: Path
) -> None:
    """Every view, a search and the dates look the same, and nothing was written into the terminal meanwhile."""
    keys = ("2", "3", "4", "5", "6", "7", "/", "frailty\r", "\x1b", "@", "\x1b", "1")
    with open_explorer(large, with_model) as terminal:
        process = started(terminal)
        before = len(terminal.written)
        until(lambda: not terminal.read(0) and is_gone(process))
        terminal.settle()
        assert bytes(terminal.written[before:]) == b""
        assert endings(with_model) >= {*MADE, "model"}
        ahead = list(drawn(terminal, keys))
    with open_explorer(large, tmp_path / "none", TIERS_NO_CACHE="1") as terminal:
        terminal.settle()
        assert list(drawn(terminal, keys)) == ahead
        assert [each for each in processes() if each.parent == terminal.process] == []


def drawn(terminal: Terminal, keys: Iterable[str]) -> Iterator[bytes]:
    """Yield what each key draws over a whole screen, which is a little narrower or wider after each."""
    for key, columns in zip(keys, cycle((90, 100))):
        terminal.press(key)
        start = len(terminal.written)
        terminal.resize(columns, 30)
        terminal.settle()
        yield bytes(terminal.written[start:])


def test_ctrl_z_and_ctrl_c_are_the_explorers(large: Path, with_model: Path) -> None:
    """The process goes on while the explorer is stopped, and `fg` brings the explorer back."""
    with open_explorer(large, with_model) as terminal:
        process = started(terminal)
        terminal.send("\x1a")
        terminal.until(b"\x1b[?1049l")
        terminal.settle()
        start = len(terminal.written)
        terminal.kill(signal.SIGCONT)
        terminal.until("England", start=start)
        terminal.settle()
        terminal.press("q")
        assert terminal.end() == 0
        until(lambda: is_gone(process))


def test_after_a_save_another_process_completes_the_new_model(
    large: Path, cache: Path, tmp_path: Path
) -> None:
    """The one for the model before ends; of that nothing stays in the cache."""
    model = tmp_path / "model"
    shutil.copytree(large, model)
    with open_explorer(model, cache) as terminal:
        before = started(terminal)
        file = max(model.glob("*.toml"))
        file.write_text(file.read_text(encoding="utf-8") + "\n# saved\n", encoding="utf-8")
        until(lambda: not terminal.read(0) and is_gone(before))
        after = started(terminal)
        assert after.number != before.number
        until(lambda: not terminal.read(0) and is_gone(after))
    files = list((cache / "tiers").iterdir())
    assert len({each.stem for each in files}) == 1
    assert endings(cache) >= {*MADE, "model"}


def test_a_small_model_has_none(cache: Path) -> None:
    """Its views are laid out in no time."""
    with open_explorer(None, cache) as terminal:
        end = time.monotonic() + 2
        while time.monotonic() < end:
            terminal.read(0.1)
            assert [each for each in processes() if each.parent == terminal.process] == []
        terminal.settle()
        terminal.press("q")
        assert terminal.end() == 0


def test_a_cache_that_cannot_be_written_needs_none(large: Path, cache: Path) -> None:
    """The model is not in it, so that there is nothing to complete."""
    cache.mkdir()
    (cache / "tiers").touch()
    with open_explorer(large, cache) as terminal:
        end = time.monotonic() + 2
        while time.monotonic() < end:
            terminal.read(0.1)
            assert [each for each in processes() if each.parent == terminal.process] == []
    (cache / "tiers").unlink()
    (cache / "tiers").mkdir()
