"""Where one file of a model has changed it alone is parsed, and everything is as if all files had been read."""

import os
import random
import resource
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.at_once import at_once
from tests.model.column_values import column_values
from tests.model.several_files import count_parsing, dealt, models
from tiers.model import Graph, Mistake, ModelError, load
from tiers.model.answers.diff import may_differ
from tiers.model.cache import models as kept_models
from tiers.model.cache.compiled.numbers import CountedNumbers, numbers_of
from tiers.model.cache.disk import files as cache_files
from tiers.model.cache.disk import mapped
from tiers.model.cache.views import forest_of
from tiers.model.facts.stored import otherwise
from tiers.model.finding.naming import find
from tiers.model.views import VIEWS
from tiers.tui.exploring.live.reloader import Reloader


def told(directory: Path) -> list[object] | tuple[Mistake, ...]:
    """Return all that is said of a model, or its mistakes."""
    try:
        return list(_told(load(directory)))
    except ModelError as error:
        return tuple(error.mistakes)


def _told(model: Graph) -> Iterator[object]:
    for each, entity in model.entities_by_id():
        yield each, entity, entity.file, entity.index
        yield model.every_relation(each), list(model.naming(each)), find(model, model.name(each))
        yield [find(model, alias) for alias in entity.texts("aliases")]
    yield [list(each) for each in model.relations_by_subject()]
    numbers, counted = numbers_of(model), CountedNumbers(model)
    yield counted.every_id, list(counted.firsts)
    yield [(numbers.number(each), numbers.id(number)) for number, each in enumerate(counted.every_id)]
    yield [numbers.relation(number) for number in range(len(counted.relations))]
    yield counted.relations
    yield column_values(model)


def put(directory: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (directory / name).write_text(text, encoding="utf-8")


@settings(max_examples=25)
@given(models())
def test_a_changed_file_makes_the_model_that_all_files_make(
    drawn: tuple[Mapping[str, str], Mapping[str, str]],
) -> None:
    """Entities, relations and their order, numbers, what names lead to; or all mistakes with their places."""
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patched:
        directory = Path(temporary, "model")
        directory.mkdir()
        patched.setenv("XDG_CACHE_HOME", str(Path(temporary, "cache")))
        for files in (*drawn, drawn[0]):
            put(directory, files)
            changed, kept = told(directory), told(directory)
            patched.setenv("TIERS_NO_CACHE", "1")
            expected = told(directory)
            patched.delenv("TIERS_NO_CACHE")
            assert changed == expected
            assert kept == expected


@settings(max_examples=25)
@given(models())
def test_what_a_save_changed_is_told_as_where_all_was_read(
    drawn: tuple[Mapping[str, str], Mapping[str, str]],
) -> None:
    """What is new, changed and gone: from the bytes of two compiled models, and from all records of both."""
    with tempfile.TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(Path(temporary, "cache")))
        kept: list[Graph] = []
        read: list[Graph] = []
        for files in drawn:
            put(Path(temporary), files)
            try:
                load(temporary)
            except ModelError:
                return
            kept.append(load(temporary))
            patched.setenv("TIERS_NO_CACHE", "1")
            read.append(load(temporary))
            patched.delenv("TIERS_NO_CACHE")
        assert kept[1].once_for_all(otherwise)(kept[0]) is not None
        assert may_differ(*kept) == may_differ(*read)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the files that are parsed, by their first lines."""
    return count_parsing(monkeypatch)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Return the directory of a model of five files, of which every sort of thing is written in several."""
    made = tmp_path / "model"
    made.mkdir()
    put(made, dealt("aldermere", 5))
    return made


def save(directory: Path, name: str = "c.toml", more: str = "") -> None:
    """Save one file with something more in it."""
    path = directory / name
    path.write_text(f"# {name} saved\n{path.read_text(encoding='utf-8')}{more}", encoding="utf-8")


def from_files(directory: Path, monkeypatch: pytest.MonkeyPatch) -> list[object] | tuple[Mistake, ...]:
    with monkeypatch.context() as patched:
        patched.setenv("TIERS_NO_CACHE", "1")
        return told(directory)


NEW = '\n[[body]]\nid = "quite-new"\nname = "Quite New"\n'


@pytest.mark.usefixtures("home")
def test_of_five_files_one_is_parsed_when_one_was_saved(
    directory: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the next start and the one after it, whichever file it is; then none is."""
    load(directory)
    assert len(parsed) == 5
    for name in ("c.toml", "a.toml", "e.toml"):
        parsed.clear()
        save(directory, name, NEW.replace("new", f"new-{name[0]}"))
        assert f"quite-new-{name[0]}" in load(directory)
        assert parsed == [f"# {name} saved"]
        assert told(directory) == from_files(directory, monkeypatch)
    parsed.clear()
    load(directory)
    assert parsed == []


@pytest.mark.usefixtures("home")
def test_the_explorer_parses_what_was_saved(directory: Path, parsed: list[str]) -> None:
    """One file of five; the next start parses none."""
    load(directory)
    reloader = Reloader([str(directory)], 2**63)
    assert reloader.look() is None
    before = load(directory)
    save(directory, more=NEW)
    parsed.clear()
    news = next(filter(None, (reloader.look() for _ in range(20))))
    assert news.model is not None
    assert "quite-new" in news.model
    assert parsed == ["# c.toml saved"]
    likely = news.model.once_for_all(otherwise)(before)
    assert likely is not None
    assert len(likely) < len(before)
    assert may_differ(before, news.model) == {"quite-new"}
    load(directory)
    assert parsed == ["# c.toml saved"]


@pytest.mark.usefixtures("home")
def test_what_rests_on_a_document_of_two_files_cites_the_id_that_is_kept(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever file is saved, and once the two documents are no longer one."""
    code = 'identifiers = [{ identifier = "P1", scheme = "ISBN" }]\npresented = "2021"\n'
    files = {
        "a.toml": f'[[source]]\nid = "paper"\nname = "Paper"\n{code}',
        "b.toml": f'[[source]]\nid = "paper-2"\nname = "Paper"\n{code}',
        "c.toml": '[file]\nsources = ["paper-2"]\n[[body]]\nid = "board"\nname = "Board"\npart_of = "whole"\n',
        "d.toml": '[file]\nsources = ["paper-2"]\n[[body]]\nid = "whole"\nname = "Whole"\nmembers = ["board"]\n',
    }
    put(tmp_path, files)
    assert [each.source for each in load(tmp_path).entity("board").evidence.citations] == ["paper"]
    for name in (*files, *files):
        save(tmp_path, name)
        parsed.clear()
        assert told(tmp_path) == from_files(tmp_path, monkeypatch)
        assert parsed[0] == f"# {name} saved"
        assert len(parsed) == 1 + len(files)
    put(tmp_path, {"b.toml": files["b.toml"].replace("P1", "P2")})
    assert told(tmp_path) == from_files(tmp_path, monkeypatch)
    assert [each.source for each in load(tmp_path).entity("board").evidence.citations] == ["paper-2"]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("[[body]\n", ["unclosed"]),
        ('[[body]]\nid = "x"\nnam = "X"\norder = "1"\n', ["missing-key", "unknown-key", "wrong-type"]),
        (NEW + 'part_of = "nothing-at-all"\n', ["dangling-reference"]),
        (NEW + 'sources = ["nothing-at-all"]\n', ["dangling-reference"]),
        (NEW + 'part_of = "quite-new"\n', ["cycle"]),
        (NEW + NEW, ["duplicate-id"]),
    ],
)
@pytest.mark.usefixtures("home")
def test_the_mistakes_of_a_saved_file_are_told_whole(
    directory: Path, more: str, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its file, line and column, as where all files are read; put right, the model is there again."""
    load(directory)
    before = (directory / "c.toml").read_text(encoding="utf-8")
    save(directory, more=more)
    found = told(directory)
    assert found == from_files(directory, monkeypatch)
    assert isinstance(found, tuple)
    assert sorted(each.code for each in found) == codes
    assert all(each.file.endswith("c.toml") and each.line for each in found)
    (directory / "c.toml").write_text(before, encoding="utf-8")
    assert told(directory) == from_files(directory, monkeypatch)


@pytest.mark.usefixtures("home")
def test_a_save_in_the_same_moment_is_seen(directory: Path) -> None:
    """A save that keeps the size and the time of the file is seen, since the bytes of a file saved just now are read."""
    save(directory, more=NEW)
    assert load(directory).name("quite-new") == "Quite New"
    path = directory / "c.toml"
    stamp = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Quite New", "Quite Old"), encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert load(directory).name("quite-new") == "Quite Old"


def test_damage_of_what_is_kept_changes_nothing_of_a_saved_file(
    home: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte, a page or the end that is not as it was written: what is damaged is read from its file."""
    load(directory)
    (kept,) = home.iterdir()
    whole = kept.read_bytes()
    save(directory, more=NEW)
    expected = from_files(directory, monkeypatch)
    chance = random.Random(1)  # noqa: S311 - chance that can be repeated
    for number in range(24):
        for each in home.iterdir():
            each.unlink()
        damaged = bytearray(whole)
        at = chance.randrange(len(whole))
        if number % 4:
            damaged[at] ^= 1 << chance.randrange(8)
        else:
            del damaged[at:]
        kept.write_bytes(damaged)
        kept.chmod(0o600)
        assert told(directory) == expected


def _of_other_code(_: Path, patched: pytest.MonkeyPatch) -> None:
    patched.setattr(kept_models, "fingerprint", lambda: ("another version",))


def _of_another_user(_: Path, patched: pytest.MonkeyPatch) -> None:
    other = os.geteuid() + 1
    patched.setattr(os, "geteuid", lambda: other)


def _that_others_may_write(kept: Path, _: pytest.MonkeyPatch) -> None:
    kept.chmod(0o666)


def _of_another_name(kept: Path, _: pytest.MonkeyPatch) -> None:
    kept.rename(kept.with_name(kept.name.replace(kept.name[9:20], "01234567890")))


@pytest.mark.parametrize("make", [_of_other_code, _of_another_user, _that_others_may_write, _of_another_name])
def test_of_what_is_not_ones_own_nothing_is_taken(
    home: Path, directory: Path, parsed: list[str], make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a kept model by other code, of another user, that others may write or of another name, nothing is taken: all files are parsed."""
    load(directory)
    (kept,) = home.iterdir()
    save(directory, more=NEW)
    parsed.clear()
    make(kept, monkeypatch)  # type: ignore[operator] # one of the above
    assert "quite-new" in load(directory)
    assert len(parsed) == 5


def test_twenty_starts_after_a_save_are_right(home: Path, directory: Path) -> None:
    """Each has what was saved; one model stays, whole, and nothing half written."""
    load(directory)
    save(directory, more=NEW)

    def start(_: int) -> None:
        model = load(directory)
        assert model.name("quite-new") == "Quite New"
        assert len(forest_of(model, VIEWS["tiers"])) > 30

    assert at_once(20, start) == [0] * 20
    assert [each.suffix for each in home.iterdir()].count(".model") == 1
    assert load(directory).name("quite-new") == "Quite New"


def test_a_save_is_read_on_a_full_disk(home: Path, directory: Path, parsed: list[str]) -> None:
    """A real limit of the system: nothing new is kept, one file is parsed, the answer is right."""
    load(directory)
    before = {each.name for each in home.iterdir()}
    save(directory, more=NEW)
    parsed.clear()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        assert load(directory).name("quite-new") == "Quite New"
        assert parsed == ["# c.toml saved"]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {each.name for each in home.iterdir()} == before


@pytest.mark.usefixtures("home")
def test_damage_that_is_found_late_is_mended(
    home: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is damaged when it is first looked at, in a model that was made of one saved file and the rest: the files are read."""
    monkeypatch.setattr(mapped, "READ_AT_ONCE", 1 << 30)
    monkeypatch.setattr(cache_files, "TOO_NEW", -(10**10))
    load(directory)
    save(directory, more=NEW)
    expected = from_files(directory, monkeypatch)
    load(directory)
    (kept,) = home.iterdir()
    whole = kept.read_bytes()
    for at in range(len(whole) // 10, len(whole), len(whole) // 12):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert told(directory) == expected
