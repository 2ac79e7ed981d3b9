"""What the explorer keeps is not lost where something goes wrong: a full disk, a kill, many sessions that end at once."""

import errno
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.at_once import at_once
from tiers.model.cache.disk.processes import locked
from tiers.tui.exploring.kept.file import read_kept, write_kept
from tiers.tui.exploring.kept.records import Kept, KeptModel


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the state a directory of its own, and return the file in it, in which a theme is kept."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    write_kept(lambda _: Kept("tiers-light"))
    return tmp_path / "tiers" / "explorer.json"


def keep(name: str) -> None:
    """Keep an empty model of a name."""
    write_kept(lambda kept: kept.with_model(name, KeptModel()))


def test_of_twenty_sessions_that_end_at_once_each_keeps_its_model(state: Path) -> None:
    """Of twenty sessions that end at once, as when a connection drops, each keeps its model."""
    assert at_once(20, lambda number: keep(str(number))) == [0] * 20
    kept, message = read_kept()
    assert (kept.theme, sorted(map(int, kept.models)), message) == ("tiers-light", [*range(20)], "")
    assert [each.name for each in state.parent.iterdir()] == ["explorer.json"]


def test_sessions_that_finish_one_after_the_other_are_waited_for(state: Path) -> None:
    """However long it takes in all, as on a busy machine: only one that does not finish is left behind."""
    left = state.with_name(".explorer-left")
    left.touch()  # removed only by a session that writes alone

    def end(number: int) -> None:
        if number:
            time.sleep(0.2)
            keep("m")
            return
        handle = os.open(state.parent, os.O_RDONLY)
        locked(handle)
        for other in range(4):
            time.sleep(0.4)
            state.with_name(f"of-session-{other}").touch()

    assert at_once(2, end) == [0, 0]
    assert "m" in read_kept()[0].models
    assert not left.exists()


def test_what_a_killed_session_left_goes_with_the_next(state: Path) -> None:
    """The half file of a killed session is removed by the next one; what was kept before stays."""
    state.with_name(".explorer-abc").write_text("{", encoding="utf-8")
    keep("m")
    assert [each.name for each in state.parent.iterdir()] == ["explorer.json"]
    assert (read_kept()[0].theme, *read_kept()[0].models) == ("tiers-light", "m")


def test_a_full_disk_leaves_what_was_kept(state: Path) -> None:
    """A real limit of the system: the write fails half way, and nothing is left beside the old file."""
    before = state.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        keep("m")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert state.read_bytes() == before
    assert [each.name for each in state.parent.iterdir()] == ["explorer.json"]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)])
def test_what_is_no_file_in_its_place_is_put_aside(state: Path, make: Callable[[Path], None]) -> None:
    """A pipe, a directory, a loop of links: not waited for, and the next session keeps as ever."""
    state.unlink()
    make(state)
    said = "what was kept is put aside as explorer-unreadable.json: it cannot be read"
    assert read_kept() == (Kept(), said)
    keep("m")
    assert [*read_kept()[0].models] == ["m"]


def test_what_was_put_aside_before_stays(state: Path) -> None:
    """A second and a third damaged file get names of their own; after twenty, so that a disk is not filled, the last is replaced."""
    said = []
    for number in range(22):
        state.write_text(f"{{{number}", encoding="utf-8")
        said.append(read_kept()[1].split()[7].rstrip(":"))
    names = ["explorer-damaged.json", *(f"explorer-damaged-{number}.json" for number in range(2, 21))]
    assert said == [*names, *names[-1:] * 2]
    assert [state.with_name(each).read_text("utf-8") for each in names] == [
        *(f"{{{each}" for each in range(19)),
        "{21",
    ]


def test_a_file_that_may_not_be_read_is_not_written_over(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept file that may not be read, as after `sudo tiers`, is put aside and not written over."""
    before, opened = state.read_bytes(), os.open

    def refused(path: object, *options: object, **more: object) -> int:
        if path == state:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *options, **more)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(os, "open", refused)
    write_kept(lambda kept: kept.but(theme="tiers-dark"))
    monkeypatch.undo()
    assert state.with_name("explorer-unreadable.json").read_bytes() == before


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nowhere"])
def test_without_a_home_that_can_be_written_nothing_is_kept(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of it: the explorer works as it does for the first time."""
    monkeypatch.setenv("HOME", home)
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    keep("m")
    assert read_kept() == (Kept(), "")
