"""Compiled models: what is opened and not read, what shows that the files are the same, and damage found while it is used."""

import random
from pathlib import Path

import pytest

from tests.conftest import Write
from tests.model.cache.test_models import MODEL, same
from tests.model.cache.test_views import columns
from tiers.model import Graph, Mistake, ModelError, load, loading
from tiers.model.cache.disk import files, mapped
from tiers.model.cache.views import forest_of
from tiers.model.reading import building
from tiers.model.reading.files import read_file
from tiers.model.views import VIEWS


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be ten seconds later, so that what was written just now is no longer new."""
    monkeypatch.setattr(files, "TOO_NEW", -(10**10))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count which files are read."""
    counted: list[str] = []

    def _counted(name: str, mistakes: list[Mistake]) -> bytes | None:
        counted.append(name)
        return read_file(name, mistakes)

    monkeypatch.setattr(loading, "read_file", _counted)
    return counted


@pytest.mark.usefixtures("home", "later")
def test_no_byte_of_an_unchanged_model_is_read(write: Write, read: list[str]) -> None:
    """Its size, times and inode show that it is the same."""
    directory = write(MODEL)
    load(directory)
    assert load(directory).name("minutes") == "Minutes"
    assert read == []


@pytest.mark.usefixtures("home")
def test_a_file_that_was_new_when_it_was_read_is_read_until_it_is_old(
    write: Write, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have changed again in the same moment; once it was found the same later on, its times tell."""
    directory = write(MODEL)
    name = str(directory / "model.toml")
    for _ in range(2):
        load(directory)
    assert read == [name]
    monkeypatch.setattr(files, "TOO_NEW", -(10**10))
    for _ in range(3):
        load(directory)
    assert read == [name, name]


@pytest.mark.usefixtures("home", "later")
def test_a_file_that_was_only_touched_is_the_same(
    write: Write, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file with a new time and the same bytes, as after a checkout, is read once and not parsed."""
    directory = write(MODEL)
    load(directory)
    monkeypatch.setattr(building, "build", None)
    (directory / "model.toml").unlink()
    write(MODEL)
    for _ in range(2):
        assert load(directory).name("minutes") == "Minutes"
    assert read == [str(directory / "model.toml")]


def test_damage_anywhere_changes_no_answer(home: Path, write: Write) -> None:
    """A byte, a page or the end of a compiled model or view that is not as it was written: the files are read instead."""
    directory = write(MODEL)
    expected = load(directory)
    forest = forest_of(expected, VIEWS["tiers"])
    whole = {each: each.read_bytes() for each in home.iterdir()}
    chance = random.Random(1)  # noqa: S311 - chance that can be repeated
    for number in range(120):
        for each, data in whole.items():
            damaged = bytearray(data)
            at = chance.randrange(len(data))
            if number % 3:
                damaged[at] ^= 1 << chance.randrange(8)
            else:
                damaged[at : at + 500] = chance.randbytes(chance.randrange(500))
            each.unlink(missing_ok=True)
            each.write_bytes(damaged)
            each.chmod(0o600)
        found = load(directory)
        assert columns_of(forest_of(found, VIEWS["tiers"])) == columns_of(forest)
        assert same(found, expected)
        for each in home.iterdir():
            each.unlink()


def columns_of(forest: object) -> list[object]:
    return [each for number, each in enumerate(columns(forest)) if number != 7]  # type: ignore[arg-type] # a forest


@pytest.mark.usefixtures("later")
def test_of_damage_that_is_found_late_the_files_may_have_changed(home: Path, write: Write) -> None:
    """Then there is no answer, one message says so, and the next start is right."""
    directory = write(MODEL)
    load(directory)
    (kept,) = home.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"Minutes", b"Minuted"))
    model = load(directory)
    write(MODEL.replace('"Minutes"', '"Minuted"'))
    with pytest.raises(ModelError, match="the files of the model changed while they were read"):
        _look_at_everything(model)
    assert load(directory).name("minutes") == "Minuted"


def _look_at_everything(model: Graph) -> None:
    for each in model:
        model.entity(each)
        model.every_relation(each)


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_read(home: Path, write: Write, mode: int) -> None:
    """Only the owner can write a file that is believed."""
    directory = write(MODEL)
    load(directory)
    (kept,) = home.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(mode)
    with pytest.raises(PermissionError):
        files.open_own(str(kept))
    assert load(directory).name("minutes") == "Minutes"


def test_a_model_is_replaced_under_a_new_name(home: Path, write: Write) -> None:
    """One that is mapped stays as it is: an explorer that is open goes on with it."""
    directory = write(MODEL)
    load(directory)
    model = load(directory)
    (before,) = home.iterdir()
    write(MODEL.replace('"Minutes"', '"Minuted"'))
    assert load(directory).name("minutes") == "Minuted"
    (after,) = home.iterdir()
    assert before != after
    assert model.name("minutes") == "Minutes"


def test_a_large_file_is_mapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a quarter of a megabyte nothing is read before it is looked at."""
    monkeypatch.setattr(mapped, "READ_AT_ONCE", 0)
    path = tmp_path / "name"
    numbers = bytes(range(256)) * 64
    path.write_bytes(b"".join(mapped.pieces("name", 1, "told", {"whole": b"abc"}, {"paged": numbers})))
    file = mapped.opened(str(path), 1)
    assert file is not None
    assert (file.head, bytes(file.whole("whole"))) == ("told", b"abc")
    assert bytes(file.pages("paged").part(4090, 4100)) == numbers[4090:4100]
    assert sum(file.pages("paged").checked) == 2
