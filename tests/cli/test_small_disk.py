"""Commands on a real disk that is full, without room for another file, or read-only."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.model.importing.sheets import BOARD

SCRIPT = r"""
import contextlib, errno, io, json, os, subprocess, sys
from pathlib import Path
from tiers.tui.cli import main
from tiers.tui.exploring.kept.file import read_kept, write_kept
from tiers.tui.exploring.kept.records import Kept

how, board = sys.argv[1:]
os.chdir("disk")
Path("paper.md").write_text("old")
Path("m.toml").write_text(board)
Path("sheet.csv").write_text("Committee,Organisation,Role\nElm Board,Elm Trust,Chair\n")
os.environ.update(XDG_CACHE_HOME=os.path.abspath("cache"), XDG_STATE_HOME=os.path.abspath("state"))
write_kept(lambda _: Kept("tiers-light"))
with contextlib.suppress(OSError):
    for number in range(100_000):
        with open(f"fill-{number}", "wb") as file:
            file.write(bytes(4096) if how == "full" else b"")
        if how == "read-only":
            subprocess.run(["mount", "-o", "remount,ro", "."], check=True)

def seen():
    return {str(each): each.read_text() for each in Path().rglob("*") if each.is_file() and not each.name.startswith("fill")}

before, answers = seen(), {}
for words in (
    "print --model m.toml --format html -o paper.md",
    "print --model m.toml --format html -o new.html",
    "export tables --model m.toml -o tables",
    "import members sheet.csv --into m.toml",
    "init another",
    "show --model m.toml elm-board",
    "check m.toml",
):
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words.split())
    answers[words] = status, err.buffer.getvalue().decode().partition("\n")[0]
write_kept(lambda kept: Kept("tiers-dark"))
print(json.dumps([answers, before == seen(), read_kept()[0].theme]))
"""


@pytest.mark.parametrize(
    ("how", "options", "reason"),
    [
        ("full", "size=64k", "no space left on device"),
        ("no names left", "size=1m,nr_inodes=16", "no space left on device"),
        ("read-only", "size=1m", "read-only file system"),
    ],
)
def test_on_a_disk_that_takes_nothing_all_is_as_it_was(
    tmp_path: Path, how: str, options: str, reason: str
) -> None:
    """What writes says so with status 2, what reads answers; every file is as before and nothing is beside it."""
    if shutil.which("unshare") is None:
        pytest.skip("`unshare` is not found; the package util-linux has it")
    (tmp_path / "disk").mkdir()
    mount = f"mount -t tmpfs -o {options} tiers disk"
    words = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*words, mount], cwd=tmp_path, capture_output=True, check=False).returncode:
        pytest.skip("a disk in memory may not be mounted here; root may, or who may have a user namespace")
    done = subprocess.run(
        [*words, f'{mount} && exec "$@"', "sh", sys.executable, "-c", SCRIPT, how, BOARD],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TIERS_NO_STATE": ""},
    )
    assert (done.returncode, done.stderr) == (0, "")
    answers, is_as_before, theme = json.loads(done.stdout)
    assert (is_as_before, theme) == (True, "tiers-light")
    assert {words: status for words, (status, _) in answers.items()} == {
        words: 2 if number < 5 else 0 for number, words in enumerate(answers)
    }
    said = [said for status, said in answers.values() if status]
    assert [each.endswith(f"cannot be written: {reason}") for each in said] == [True] * 5, said
