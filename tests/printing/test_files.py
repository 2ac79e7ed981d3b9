"""Writing to files."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tiers.tui.printing.parts.whole_files import TakenError, UnwritableError, write_files


def names(directory: Path) -> list[str]:
    """Return the names of the files in a directory."""
    return sorted(each.name for each in directory.iterdir())


def no_links(*_: object, **__: object) -> None:
    """Refuse a link, as some file systems do."""
    raise PermissionError(1, "Operation not permitted")


@pytest.fixture(params=["links", "no links"])
def directory(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory of a file system that has links, or has none."""
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)
    return tmp_path


def test_a_new_file_is_written_whole(directory: Path) -> None:
    """With the permissions of any new file, and nothing beside it."""
    beside = directory / "beside.txt"
    beside.write_text("", encoding="utf-8")
    write_files([(str(directory / "new.txt"), ["a", "é"])], new=True)
    assert (directory / "new.txt").read_bytes() == b"a\xc3\xa9"
    assert (directory / "new.txt").stat().st_mode == beside.stat().st_mode
    assert names(directory) == ["beside.txt", "new.txt"]


def test_what_is_there_is_left_alone_before_anything_is_written(directory: Path) -> None:
    """Where a new file is asked for and one is there, or a link to one, an error is raised and no part of the text is made."""
    there = directory / "there.txt"
    there.write_text("mine", encoding="utf-8")
    (directory / "link.txt").symlink_to(there)
    for name in ("there.txt", "link.txt"):
        path, asked = str(directory / name), iter(["theirs"])
        with pytest.raises(TakenError) as taken:
            write_files([(path, asked)], new=True)
        assert (str(taken.value), taken.value.path) == (f"`{path}` cannot be written: file exists", path)
        assert list(asked) == ["theirs"]
    assert (there.read_text(encoding="utf-8"), names(directory)) == ("mine", ["link.txt", "there.txt"])


def test_what_came_in_the_meantime_is_left_alone(directory: Path) -> None:
    """Somebody else made the file while this one was being written."""
    there = directory / "there.txt"

    def pieces() -> Iterator[str]:
        there.write_text("theirs", encoding="utf-8")
        yield "mine"

    with pytest.raises(TakenError, match="file exists"):
        write_files([(str(there), pieces())], new=True)
    assert (there.read_text(encoding="utf-8"), names(directory)) == ("theirs", ["there.txt"])
    write_files([(str(there), ["mine"])])
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_is_written_where_it_leads(directory: Path) -> None:
    """A new file is written where a broken symbolic link leads, and the link stays."""
    (directory / "link.txt").symlink_to(directory / "new.txt")
    write_files([(str(directory / "link.txt"), ["a"])], new=True)
    assert (directory / "new.txt").read_text(encoding="utf-8") == "a"
    assert (directory / "link.txt").is_symlink()


def test_a_directory_is_no_file_that_is_there_already(directory: Path) -> None:
    """It cannot be replaced, so that there is nothing to ask."""
    with pytest.raises(UnwritableError, match="it is a directory") as wrong:
        write_files([(str(directory), ["a"])], new=True)
    assert type(wrong.value) is UnwritableError


@pytest.mark.parametrize(
    "name", ["m/model.toml", "link.toml", "hard.toml", "m/MODEL.toml", "m/../m/model.toml"]
)
def test_no_file_of_the_model_is_replaced(tmp_path: Path, name: str) -> None:
    """Nor by a symbolic or a hard link to it, or by a name that differs only in case: it is as it was, and that is said."""
    model = tmp_path / "m" / "model.toml"
    model.parent.mkdir()
    model.write_text("[[body]]", encoding="utf-8")
    (tmp_path / "link.toml").symlink_to(model)
    (tmp_path / "hard.toml").hardlink_to(model)
    path, asked = str(tmp_path / name), iter(["theirs"])
    for new in (False, True):
        with pytest.raises(UnwritableError) as wrong:
            write_files([(path, asked)], new=new, model=[str(model.parent)])
        assert str(wrong.value) == f"`{path}` cannot be written: it is a file of the model itself"
    assert list(asked) == ["theirs"]
    assert names(tmp_path / "m") == ["model.toml"]
    assert [each.read_text(encoding="utf-8") for each in (model, tmp_path / "hard.toml")] == ["[[body]]"] * 2


def test_beside_the_model_anything_may_be_written(tmp_path: Path) -> None:
    """Only what is there is kept from being replaced."""
    (tmp_path / "model.toml").write_text("[[body]]", encoding="utf-8")
    write_files([(str(tmp_path / "paper.md"), ["a"])], model=[str(tmp_path)])
    assert names(tmp_path) == ["model.toml", "paper.md"]


def test_what_a_killed_process_left_goes_with_the_next_file(tmp_path: Path) -> None:
    """A KILL in the middle leaves the old file whole and one unfinished one, which the next to write there takes away."""
    there = tmp_path / "paper.md"
    there.write_text("old", encoding="utf-8")
    program = f"""
import os
from tiers.tui.printing.parts.whole_files import write_files
def pieces():
    yield "new"
    os.kill(os.getpid(), {int(signal.SIGKILL)})
write_files([({str(there)!r}, pieces())])
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    assert (there.read_text(encoding="utf-8"), len(names(tmp_path))) == ("old", 2)
    write_files([(str(tmp_path / "other.md"), ["a"])])
    assert names(tmp_path) == ["other.md", "paper.md"]


def test_what_another_process_still_writes_stays(tmp_path: Path) -> None:
    """And so does what only looks like it: a file without a number of a process, a directory, a link."""
    alive = {f"a.0.{os.getppid()}.tiers-unfinished", "a.tiers-unfinished", "a.0.x.tiers-unfinished"}
    for name in alive:
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "b.0.99999999.tiers-unfinished").mkdir()
    (tmp_path / "c.0.99999999.tiers-unfinished").symlink_to(tmp_path / "nowhere")
    write_files([(str(tmp_path / "other.md"), ["a"])])
    assert set(names(tmp_path)) == alive | {
        "other.md",
        *(f"{each}.0.99999999.tiers-unfinished" for each in "bc"),
    }
