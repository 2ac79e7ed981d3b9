"""Which files make a model, and which are refused before they are read."""

import inspect
import io
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from tiers.model import Mistake, load, read_model
from tiers.model.reading import files

ORGANISATION = '[[organisation]]\nid = "{0}"\nname = "{0}"\n'


def said(*paths: Path, under: Path) -> list[str]:
    return [str(each).replace(f"{under}/", "") for each in read_model(paths).mistakes]


def test_a_directory_is_all_toml_below_it(tmp_path: Path) -> None:
    """A directory gives every `*.toml` below it, hidden ones apart, and a file named twice is read once."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.toml").write_text(ORGANISATION.format("a"))
    (tmp_path / "deep" / "er" / "b.toml").write_text(ORGANISATION.format("b"))
    (tmp_path / "deep" / "er" / ".c.toml").write_text("not [ toml")
    (tmp_path / ".git" / "d.toml").write_text("not [ toml")
    (tmp_path / "e.txt").write_text("not [ toml")

    assert sorted(load(tmp_path, tmp_path / "a.toml")) == ["a", "b"]


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    """A file that begins with a byte order mark is read as if it had none, columns and all."""
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbf" + ORGANISATION.format("a").encode())
    (tmp_path / "b.toml").write_bytes(b"\xef\xbb\xbfx = 1")

    assert list(load(tmp_path / "a.toml")) == ["a"]
    assert said(tmp_path / "b.toml", under=tmp_path) == [
        "b.toml:1:1: there is no kind `x` (hint: `tiers help model` has every kind)"
    ]


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _directory(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    assert not path.exists()


def _bytes(data: bytes) -> Callable[[Path], None]:
    def _write(path: Path) -> None:
        path.write_bytes(data)

    return _write


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_fifo, "x.toml: this is a pipe, not a file (hint: name a TOML file or a directory of them)"),
        (
            _directory,
            (
                "x.toml: the directory has no `*.toml` file in it or below it "
                "(hint: name the directory or the file that has the model)"
            ),
        ),
        (
            _bytes(b""),
            "x.toml: the model has no entities (hint: `tiers help model` tells how one is written)",
        ),
        (
            _bytes("a = 1\n# Ä".encode() + b"\xff"),
            "x.toml:2:4: the byte 0xff is not UTF-8; in Latin-1 (Windows-1252) it is `ÿ` (hint: save the file as UTF-8)",
        ),
        (
            _bytes(b"a = " + b"[" * 5000),
            (
                "x.toml:1:105: more than 100 lists and tables are nested here "
                "(hint: a model needs three levels at most)"
            ),
        ),
        (
            _bytes(b"a = \n"),
            (
                "x.toml:1:5: the value after the equals sign is missing "
                '(hint: write text in quotes, a number, or `"not_stated"`; or leave the key out)'
            ),
        ),
        (_nothing, "x.toml: cannot be read: no such file or directory (hint: check the path)"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    """A pipe, an empty directory, an empty file, bytes that are not UTF-8, a deep nest: one clear message each."""
    make(tmp_path / "x.toml")

    assert said(tmp_path / "x.toml", under=tmp_path) == [message]


def test_devices_and_sockets(tmp_path: Path) -> None:
    """A device or a socket is refused and not read."""
    assert [str(each) for each in read_model(["/dev/zero"]).mistakes] == [
        "/dev/zero: this is a device, not a file (hint: name a TOML file or a directory of them)"
    ]
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        (message,) = said(tmp_path / "s", under=tmp_path)
    assert message == "s: cannot be read: no such device or address"


def test_every_file_is_told(tmp_path: Path) -> None:
    """A file that cannot be read does not hide the mistakes of the others, and no id is called missing for it."""
    (tmp_path / "a.toml").write_text("a = \n")
    (tmp_path / "b.toml").write_text(ORGANISATION.format("b") + 'part_of = "a"\norder = "1"\n')

    assert said(tmp_path, under=tmp_path) == [
        (
            "a.toml:1:5: the value after the equals sign is missing "
            '(hint: write text in quotes, a number, or `"not_stated"`; or leave the key out)'
        ),
        'b.toml:5:9: `order` wants a whole number, not the text "1" (hint: take off the quotes)',
    ]


class _Counting:
    """A file that remembers how much was asked of it."""

    def __init__(self, stream: io.BufferedReader, asked: list[int]) -> None:
        self._stream = stream
        self._asked = asked

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read(self, size: int) -> bytes:
        """Return a number of bytes, and remember the number."""
        self._asked.append(size)
        return self._stream.read(size)


def test_no_more_is_asked_for_than_the_file_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A buffer is made for all that is asked for: a small file takes little memory, and is read to its end."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"x" * 1000)
    asked: list[int] = []
    monkeypatch.setattr(
        files, "open", lambda number, _: _Counting(os.fdopen(number, "rb"), asked), raising=False
    )
    assert files.read_file(str(path), []) == b"x" * 1000
    assert sum(asked) < 100_000


def grow_when_opened(path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file have another size once its size was asked for."""
    before = os.fstat

    def asked(number: int) -> os.stat_result:
        status = before(number)
        path.write_bytes(b"x" * size)
        return status

    monkeypatch.setattr(os, "fstat", asked)


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its size was when it was opened does not cut it."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"x" * 10)
    grow_when_opened(path, 500_000, monkeypatch)
    assert files.read_file(str(path), []) == b"x" * 500_000


def test_a_file_that_grows_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that was too large from the start."""
    monkeypatch.setattr(files, "SIZE_LIMIT", 100)
    path = tmp_path / "x.toml"
    path.write_bytes(b"x" * 10)
    grow_when_opened(path, 1000, monkeypatch)
    mistakes: list[Mistake] = []
    assert files.read_file(str(tmp_path / "x.toml"), mistakes) is None
    assert [each.message for each in mistakes] == ["the file has 1,000 bytes; at most 100 are read"]


def test_folders_may_be_as_deep_as_they_can_be_made(tmp_path: Path) -> None:
    """A model is found however many folders down: the way there takes no recursion, of which 1,000 levels are allowed."""
    (tmp_path / "/".join("a" * 150)).mkdir(parents=True)
    (tmp_path / "/".join("a" * 150) / "m.toml").write_text(ORGANISATION.format("b"), encoding="utf-8")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 100)
    try:
        assert list(load(tmp_path)) == ["b"]
    finally:
        sys.setrecursionlimit(before)


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have half of the model in it, and the other half is not the model."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.toml").write_text(ORGANISATION.format("a"), encoding="utf-8")
    before = os.scandir

    def refused(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return before(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert said(tmp_path, under=tmp_path) == ["closed: cannot be read: permission denied"]
    assert said(tmp_path / "closed", under=tmp_path) == ["closed: cannot be read: permission denied"]


def test_a_link_to_a_folder_is_not_gone_into(tmp_path: Path) -> None:
    """Neither one to itself, nor one to the folder that it is in, nor one that is called as a file of a model is."""
    (tmp_path / "a.toml").write_text(ORGANISATION.format("a"), encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "here").symlink_to(".")
    (tmp_path / "folder.toml").symlink_to(tmp_path, target_is_directory=True)
    assert list(load(tmp_path)) == ["a"]


def test_a_loop_of_links_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """As a file that has gone is, when it was there a moment before."""
    (tmp_path / "a.toml").symlink_to("a.toml")
    (tmp_path / "b.toml").symlink_to("gone")
    assert said(tmp_path, under=tmp_path) == [
        "a.toml: cannot be read: too many levels of symbolic links",
        "b.toml: cannot be read: no such file or directory (hint: check the path)",
    ]


def test_a_directory_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tiers check /` ends with a word, whatever the files are."""
    monkeypatch.setattr(files, "ENTRY_LIMIT", 5)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    assert said(tmp_path, under=tmp_path) == [
        (
            f"{tmp_path}: the directory has more than 5 files and folders in it and below it "
            "(hint: name the directory or the file that has the model)"
        )
    ]


def test_files_that_are_too_large_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one too many is named, and no more are read."""
    monkeypatch.setattr(files, "MODEL_SIZE_LIMIT", 100)
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.toml").write_text(ORGANISATION.format(name), encoding="utf-8")
    assert said(tmp_path, under=tmp_path) == [
        (
            "c.toml: with this file the model has more than 100 bytes "
            "(hint: split the model into several, or take out what need not be in it)"
        )
    ]
