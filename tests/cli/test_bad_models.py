"""Models that cannot be read: one clear message each, exit 2, no traceback, nothing that hangs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Answer, Tiers


def write(name: str, data: bytes) -> str:
    Path(name).write_bytes(data)
    return name


def fifo() -> str:
    os.mkfifo("fifo.toml")
    return "fifo.toml"


def directory() -> str:
    Path("empty").mkdir()
    return "empty"


CASES: dict[str, tuple[Callable[[], str], str]] = {
    "missing": (
        lambda: "nowhere.toml",
        "nowhere.toml: cannot be read: no such file or directory\n\nhint: check the path\n",
    ),
    "a pipe": (
        fifo,
        "fifo.toml: this is a pipe, not a file\n\nhint: name a TOML file or a directory of them\n",
    ),
    "a device": (
        lambda: "/dev/zero",
        "/dev/zero: this is a device, not a file\n\nhint: name a TOML file or a directory of them\n",
    ),
    "a directory without TOML": (
        directory,
        (
            "empty: the directory has no `*.toml` file in it or below it\n\n"
            "hint: name the directory or the file that has the model\n"
        ),
    ),
    "invalid UTF-8": (
        lambda: write("latin.toml", b'# \xc3\xa9\n[[body]]\nid = "b"\nname = "caf\xe9"\n'),
        (
            "latin.toml:4:12: the byte 0xe9 is not UTF-8; in Latin-1 (Windows-1252) it is `é`\n\n"
            "hint: save the file as UTF-8\n"
        ),
    ),
    "not TOML": (
        lambda: write("prose.toml", b"Dear all,\n"),
        (
            "prose.toml:1:6: the equals sign after `Dear` is missing\n\n"
            "hint: write `Dear = …`; a comment begins with `#`\n"
        ),
    ),
    "a deep nest": (
        lambda: write("deep.toml", b"x = " + b"[" * 100_000 + b"]" * 100_000),
        (
            "deep.toml:1:105: more than 100 lists and tables are nested here\n\n"
            "hint: a model needs three levels at most\n"
        ),
    ),
    "an empty file": (
        lambda: write("empty.toml", b""),
        "empty.toml: the model has no entities\n\nhint: `tiers help model` tells how one is written\n",
    ),
    "a byte order mark alone": (
        lambda: write("mark.toml", b"\xef\xbb\xbf"),
        "mark.toml: the model has no entities\n\nhint: `tiers help model` tells how one is written\n",
    ),
    "a name that acts on a terminal": (
        lambda: "\x1b[2Jx.toml",
        "\\u{1b}[2Jx.toml: cannot be read: no such file or directory\n\nhint: check the path\n",
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_model_that_cannot_be_read_is_one_clear_message(
    tiers: Tiers, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is named as a model, the answer is one message that says what it is, and exit 2."""
    monkeypatch.chdir(tmp_path)
    make, message = CASES[case]
    path = make()
    assert tiers("print", "--model", path) == Answer(2, "", f"error: {message}")
    assert tiers("check", path).status == 2


def test_a_byte_order_mark_is_no_mistake(tiers: Tiers, tmp_path: Path) -> None:
    """A file that an editor began with a byte order mark is read like any other."""
    path = tmp_path / "mark.toml"
    path.write_bytes(b'\xef\xbb\xbf[[area]]\nid = "wye"\nname = "Wye"\n')
    assert tiers("print", "--model", str(path)) == Answer(0, "Wye (area)\n")


def test_one_unreadable_file_among_several_is_a_mistake_like_others(tiers: Tiers, tmp_path: Path) -> None:
    """`check` ends with 2 only when nothing could be read."""
    (tmp_path / "good.toml").write_text('[[area]]\nid = "wye"\nname = "Wye"\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    answer = tiers("check", str(tmp_path))
    assert (answer.status, answer.err) == (1, "1 file checked: 1 mistake, no warnings\n")
