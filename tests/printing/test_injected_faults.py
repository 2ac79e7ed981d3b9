"""Every step of writing a file fails once, or is followed by KILL: the file is the old or the new one, whole."""

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.at_once import at_once
from tiers.model.cache.disk.store import fetch, put
from tiers.tui.exploring.kept.file import read_kept, write_kept
from tiers.tui.exploring.kept.records import Kept
from tiers.tui.printing.parts.whole_files import UnwritableError, write_files

CALLS = ("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.chmod", "os.scandir", "os.listdir")
"""What Python tells of before it asks the system; of what is written a limit of the system tells, in other tests."""

ENDS = 200
"""The status of a child in which no step was left to fail."""


def paper(_: Path, text: str) -> None:
    """Print two files."""
    try:
        write_files([("paper.md", [text, text]), ("second.md", [text, text])])
    except UnwritableError as error:
        assert error.reason == "no space left on device"  # noqa: PT017 - it may go well


def cached(folder: Path, text: str) -> None:
    """Keep a model in the cache."""
    put(str(folder / "deadbeef-1.model"), "token", text)


def kept(_: Path, text: str) -> None:
    """Keep what the explorer keeps."""
    write_kept(lambda _: Kept(text))


def of_paper(_: Path) -> list[object]:
    """Return the contents of the two files."""
    texts = (Path(each).read_text("utf-8") for each in ("paper.md", "second.md"))
    return [each[: len(each) // 2] if each[: len(each) // 2] * 2 == each else each for each in texts]


def of_cached(folder: Path) -> list[object]:
    """Return the contents of the cache."""
    return [fetch(str(folder / "deadbeef-1.model"), "token")]


def of_kept(_: Path) -> list[object]:
    """Return what the explorer kept, and what it says of it."""
    found, message = read_kept()
    return [found.theme or message]


def step_fails(work: Callable[[], None], folder: Path, number: int, *, by_kill: bool) -> int:
    """Return the status of a child in which one step of the work fails, or is killed."""

    def do(_: int) -> None:
        left = number

        def hook(event: str, given: tuple[object, ...]) -> None:
            nonlocal left
            if event not in CALLS or not any(
                folder in Path(str(each)).absolute().parents for each in given[:2]
            ):
                return
            left -= 1
            if left == 0 and by_kill:
                os.kill(os.getpid(), signal.SIGKILL)
            if left == 0:
                raise OSError(errno.ENOSPC, "No space left on device")

        os.chdir(folder)
        sys.addaudithook(hook)
        work()
        if left > 0:
            os._exit(ENDS)

    return at_once(1, do)[0]


def lying(folder: Path) -> list[str]:
    """Return what lies in a folder; a state that could not be read for a moment is put aside, and not lost."""
    return sorted(str(each) for each in folder.rglob("*") if each.name != "explorer-unreadable.json")


@pytest.mark.parametrize("by_kill", [False, True], ids=["fails", "killed"])
@pytest.mark.parametrize(
    ("write", "read"),
    [(paper, of_paper), (cached, of_cached), (kept, of_kept)],
    ids=["print", "cache", "state"],
)
def test_whatever_step_fails_the_file_is_whole(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path, str], None],
    read: Callable[[Path], list[object]],
    *,
    by_kill: bool,
) -> None:
    """Each step in turn until none is left; after it the next writes as ever, and nothing lies beside what it wrote."""
    steps = 0
    for number in range(1, 100):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv("XDG_STATE_HOME", str(folder))
        write(folder, "old")
        names = lying(folder)
        status = step_fails(lambda: write(folder, "new"), folder, number, by_kill=by_kill)  # noqa: B023 - called at once
        if status == ENDS:
            break
        steps += 1
        assert status == (-signal.SIGKILL if by_kill else 0), number
        assert set(read(folder)) <= {"old", "new"}, number
        write(folder, "newer")
        assert set(read(folder)) == {"newer"}
        assert lying(folder) == names
    assert 3 <= steps < 40
