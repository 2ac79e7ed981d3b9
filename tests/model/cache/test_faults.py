"""The cache where something goes wrong: what is asked is answered all the same, and nothing half written stays."""

import marshal
import os
import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.at_once import at_once
from tests.conftest import Write
from tiers.model import Graph, load
from tiers.model.answers.gaps import gaps
from tiers.model.cache.compiled.lookups import CompiledEntities
from tiers.model.cache.disk.store import KEPT, fetch, put
from tiers.model.cache.views import forest_of
from tiers.model.structure.inside import children_of_all
from tiers.model.views import VIEWS

MODEL = '[[body]]\nid = "board"\nname = "Board"\n'


def test_twenty_may_start_at_once(home: Path, write: Write) -> None:
    """Each reads the whole model though none had read it before; the cache has it once, whole, and nothing else."""
    directory = write(MODEL)

    def start(_: int) -> None:
        model = load(directory)
        assert (model.name("board"), len(forest_of(model, VIEWS["tiers"]))) == ("Board", 3)

    assert at_once(20, start) == [0] * 20
    assert isinstance(load(directory)._entities, CompiledEntities)
    assert [each.suffix for each in home.iterdir()].count(".model") == 1


@pytest.mark.parametrize("size", [0, 3, 100])
def test_a_full_disk_keeps_nothing(home: Path, write: Write, size: int) -> None:
    """A real limit of the system: the model is read all the same, and no half of it stays."""
    directory = write(MODEL)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        assert load(directory).name("board") == "Board"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "value", [None, 1, "x", (), (1,), (1, 2), ((), 2), ((1,), 2), ((1, 2, 3), 4), (("a", "b"), 3)]
)
def test_a_file_of_another_form_is_as_none(tmp_path: Path, value: object) -> None:
    """A file with the right sum but another form, as another version of tiers may have written it, counts as none."""
    data = marshal.dumps(value)  # type: ignore[arg-type] # plain values
    path = tmp_path / "deadbeef-1.model"
    path.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
    assert fetch(str(path), "token") is None


@pytest.mark.parametrize("lay_out", [lambda model: forest_of(model, VIEWS["tiers"]), children_of_all, gaps])
def test_nothing_is_left_of_a_model_that_was_cleared(
    home: Path, write: Write, lay_out: Callable[[Graph], object]
) -> None:
    """An explorer goes on after `tiers cache --clear`: what it finds then is found, and not stored without its model."""
    directory = write(MODEL)
    load(directory)
    model = load(directory)
    for each in home.iterdir():
        each.unlink()
    assert lay_out(model)
    assert list(home.iterdir()) == []


def test_a_clock_that_was_set_back_changes_nothing(tmp_path: Path) -> None:
    """What is written now stays, though all else in the cache is of the future."""
    for number in range(KEPT + 3):
        path = tmp_path / f"{number:08x}-1.{'0' * 32}.model"
        assert put(str(path), "token", number)
        os.utime(path, (time.time() + 10**8, time.time() + 10**8 + number))
    now = tmp_path / f"ffffffff-1.{'0' * 32}.model"
    assert put(str(now), "token", "now")
    assert fetch(str(now), "token") == "now"
    assert len(list(tmp_path.iterdir())) == KEPT


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nowhere", "relative", ""])
def test_without_a_home_a_model_is_read_all_the_same(
    home: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is no folder, one that cannot be made, one that is no path."""
    directory = write(MODEL)
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.chdir(directory)
    assert load(directory).name("board") == "Board"
    assert [each.name for each in directory.iterdir()] == ["model.toml"]
