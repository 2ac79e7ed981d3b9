"""The cache: a model from it is the model, and nothing wrong with it is ever seen."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from tests.model.compiled import compiled_model
from tests.model.shapes import graph, parts
from tiers.model import Entity, Graph, Relation, load
from tiers.model.cache import models
from tiers.model.cache.disk import store
from tiers.model.cache.disk.store import KEPT
from tiers.model.cache.examining import examined
from tiers.model.cache.views import forest_of
from tiers.model.reading import building
from tiers.model.views import VIEWS

Write = Callable[..., Path]

MODEL = """
[[source]]
id = "minutes"
name = "Minutes"
presented = "2021-06~"
locators = { p1 = "Paragraph 1" }
[[body]]
id = "board"
name = [{ value = "Board", as_at = "2020", basis = "inferred" }, { value = "The Board", start_date = "2021" }]
topics = ["money", "people"]
order = 2
sources = ["minutes#p1"]
identifiers = [{ identifier = "B1", scheme = "ODS" }]
expected_date = "2022-07-01"
delegates_to = [{ to = "forum", extent = { agreed = true, text = "not_stated" }, end_date = "2023", note = "N" }]
[[body]]
id = "forum"
name = "Forum"
[[metric]]
id = "vaccinations"
name = "Vaccinations"
values = [{ low = 1, high = 2.5, unit = "people" }]
"""


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often a model is built from its files."""
    counted: list[str] = []
    build = building.build

    def _counted(*arguments: object, **options: object) -> object:
        counted.append("built")
        return build(*arguments, **options)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(building, "build", _counted)
    return counted


def same(one: Graph, other: Graph) -> bool:
    def _all(graph: Graph) -> list[object]:
        return [dict(graph.entities_by_id()), *((each, *graph.every_relation(each)) for each in graph)]

    return _all(one) == _all(other)


def test_a_second_load_is_from_the_cache(home: Path, builds: list[str], write: Write) -> None:
    """A model that has not changed is built once, and the second load gives an equal one, evidence and all."""
    directory = write(MODEL)

    first, second = load(directory), load(directory)

    assert builds == ["built"]
    assert same(first, second)
    assert len(list(home.iterdir())) == 1


def test_a_changed_byte_is_seen(home: Path, builds: list[str], write: Write) -> None:
    """A file that has changed by one byte is read anew, whatever its time stamp says."""
    directory = write(MODEL)
    load(directory)
    stamp = (directory / "model.toml").stat()
    write(MODEL.replace('"Minutes"', '"Minuted"'))
    os.utime(directory / "model.toml", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    assert load(directory).name("minutes") == "Minuted"
    assert builds == ["built", "built"]


@pytest.mark.parametrize("damage", [b"", b"1234", b"x" * 4000])
def test_a_damaged_cache_is_nothing(home: Path, builds: list[str], write: Write, damage: bytes) -> None:
    """A cache file that is empty, cut or wrong is read past and replaced."""
    directory = write(MODEL)
    load(directory)
    (kept,) = home.iterdir()
    kept.write_bytes(damage or kept.read_bytes()[: kept.stat().st_size // 2])

    assert load(directory).name("minutes") == "Minutes"
    assert load(directory).name("minutes") == "Minutes"
    assert len(builds) == 2


def test_other_code_reads_anew(
    home: Path, builds: list[str], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of tiers or of Python kept is read past and replaced."""
    directory = write(MODEL)
    load(directory)
    monkeypatch.setattr(models, "fingerprint", lambda: ("another version",))

    assert same(load(directory), load(directory))
    assert len(builds) == 2
    assert len(list(home.iterdir())) == 1


def test_code_that_cannot_be_told_apart_keeps_nothing(
    home: Path, builds: list[str], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the files of the code cannot be looked at, nothing is kept and nothing recalled."""
    directory = write(MODEL)
    monkeypatch.setattr(models, "fingerprint", lambda: None)

    assert same(load(directory), load(directory))
    assert len(builds) == 2
    assert not home.exists()


def test_nowhere_to_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    """Where the cache cannot be written, or is turned off, the model loads all the same and nothing is left."""
    directory = write(MODEL)
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a-file"))
    assert "board" in load(directory)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "off"))
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    assert "board" in load(directory)
    assert not (tmp_path / "off").exists()


def test_only_so_many_are_kept(home: Path, tmp_path: Path) -> None:
    """Of many models the last ones are kept, a view goes with its model, and no unfinished file stays."""
    for number in range(KEPT + 4):
        path = tmp_path / f"{number}.toml"
        path.write_text(f'[[body]]\nid = "b{number}"\nname = "B"\n')
        forest_of(load(path), VIEWS["tiers"])

    kept = [each.name.rpartition(".") for each in home.iterdir()]
    assert sorted(ending for _, _, ending in kept) == ["model"] * KEPT + ["tiers"] * KEPT
    assert len({name for name, _, _ in kept}) == KEPT


def test_so_many_bytes_are_kept(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the models have too many bytes the oldest go; the last stays, though it has too many by itself."""

    def kept(number: int) -> set[int]:
        path = tmp_path / f"{number}.toml"
        path.write_text(f'[[body]]\nid = "b{number}"\nname = "B"\n')
        load(path)
        told = [examined(str(each))[1]["files"][0][0] for each in home.iterdir()]
        return {int(Path(each).stem) for each in told}

    assert kept(0) == {0}
    (first,) = home.iterdir()
    monkeypatch.setattr(store, "KEPT_BYTES", 2 * first.stat().st_size + 100)
    assert [kept(1), kept(2)] == [{0, 1}, {1, 2}]
    monkeypatch.setattr(store, "KEPT_BYTES", 1)
    assert kept(3) == {3}


def test_what_belongs_to_no_kept_model_goes(home: Path, write: Write) -> None:
    """What a killed process left half written goes, and a view whose model went; what is not of the cache stays."""
    home.mkdir(parents=True)
    foreign = {"notes.model", "deadbeef.toml", "deadbeef-1-list.toml", "README"}
    token = "0" * 32
    for name in (*foreign, f"deadbeef-1.{token}.model.4242", f"deadbeef-2.{token}.tiers", "deadbeef-1.model"):
        (home / name).write_bytes(b"")
    (home / "elsewhere").symlink_to(home / "gone")

    load(write(MODEL))

    left = {each.name for each in home.iterdir()}
    assert {name.rpartition(".")[2] for name in left - foreign - {"elsewhere"}} == {"model"}
    assert left >= {*foreign, "elsewhere"}


def test_what_another_user_put_there_is_nothing(
    home: Path, builds: list[str], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a cache that several users share, or in that of the one who called `sudo`, only one's own files are read."""
    directory = write(MODEL)
    load(directory)
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)

    assert load(directory).name("minutes") == "Minutes"
    assert len(builds) == 2


@given(parts())
def test_any_graph_comes_back(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Any graph, compiled and restored, is equal to itself."""
    before = graph(*drawn)

    assert same(compiled_model(before), before)


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    """Put a socket there, by a short name: a long path is none for a socket."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(before)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _directory(path: Path) -> None:
    path.mkdir()


def _link_to_a_pipe(path: Path) -> None:
    pipe = path.with_name(f"pipe-{path.name}")
    os.mkfifo(pipe)
    path.symlink_to(pipe)


@pytest.mark.parametrize("put", [_fifo, _device, _socket, _loop, _directory, _link_to_a_pipe])
def test_what_is_no_file_in_the_place_of_a_kept_one_is_passed_over(
    home: Path, builds: list[str], write: Write, put: Callable[[Path], None]
) -> None:
    """A pipe, a device, a socket, a loop of links or a directory is not waited for: all is worked out anew."""
    directory = write(MODEL)
    forest_of(load(directory), VIEWS["tiers"])
    for kept in list(home.iterdir()):
        kept.unlink()
        put(kept)

    model = load(directory)

    assert model.name("minutes") == "Minutes"
    assert len(forest_of(model, VIEWS["tiers"]))
    assert builds == ["built", "built"]


def test_what_a_killed_process_began_goes_though_its_model_is_kept(home: Path, write: Write) -> None:
    """The next model that is kept takes it away; what a process that runs still writes stays."""
    directory = write(MODEL)
    load(directory)
    (kept,) = home.iterdir()
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    left = kept.with_name(f"{kept.name}.{int(gone.stdout)}")
    running = kept.with_name(f"{kept.name}.{os.getppid()}")
    for each in (left, running):
        each.write_bytes(b"half")

    load(write(MODEL.replace('"Minutes"', '"Minuted"')))

    assert not left.exists()
    assert running.exists()


def test_a_renamed_file_is_not_believed(home: Path, write: Write) -> None:
    """A view that was kept under another name is laid out anew, though the model is the same."""
    directory = write(MODEL)
    model = load(directory)
    for name in ("tiers", "sources"):
        forest_of(model, VIEWS[name])
    (kept,) = home.glob("*.sources")
    kept.replace(kept.with_suffix(".tiers"))

    again = load(directory)
    assert forest_of(again, VIEWS["tiers"]).names == VIEWS["tiers"].make(again).names
