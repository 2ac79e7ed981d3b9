"""`tiers cache` says what is kept on disk of which models, and clears it."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Write
from tiers.model.cache.disk.mapped import FORM, pieces
from tiers.model.cache.disk.store import put
from tiers.model.cache.examining import head_in

from .conftest import Answer, Tiers

MODEL = '[[body]]\nid = "b"\nname = "Board"\n'
SECOND = '[[body]]\nid = "c"\nname = "Council"\n'
OTHER = "written by another version or installation of tiers"
DAMAGED = "damaged, not used"
NOT_READ = "not used: another user owns it or may write to it, or it is no file"
STATE = {OTHER: "other version", DAMAGED: "damaged", NOT_READ: "not read"}
LIMITS = "at most 16 models and 2 GB are kept, the oldest are removed first"


@pytest.fixture
def two(tiers: Tiers, home: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str, str]:
    """Keep a model of one file and one of a directory of two, by names that begin nowhere; return their folder and their sizes."""
    folder = write(a=MODEL, b=SECOND)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "500")
    assert tiers("--model", "a.toml", "print").status == 0
    first = list(home.iterdir())
    for each in first:
        os.utime(each, ns=(1, 1))
    assert tiers("--model", ".", "print").status == 0
    monkeypatch.chdir(home)
    return folder, said_size(first), said_size([each for each in home.iterdir() if each not in first])


def said_size(files: list[Path]) -> str:
    """Return the size of small files as the command says it."""
    return f"{-(-sum(each.stat().st_size for each in files) // 1000)} kB"


def table(*rows: tuple[str, str, str]) -> str:
    """Return the lines of models under their headings, without answers."""
    told = (("Size", "Model", "Files", "Answers"), *((*row, "0" if row[2] else "") for row in rows))
    first, second = (max(len(row[place]) for row in told) for place in (0, 1))
    lines = (
        f"{size:{first}}  {model:{second}}  {files:5}  {answers}" for size, model, files, answers in told
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def test_before_a_model_was_read_nothing_is_kept(tiers: Tiers, home: Path) -> None:
    """The answer is the directory and that nothing is in it; to clear it is no mistake, and makes no directory."""
    assert tiers("cache") == Answer(0, f"{home}: nothing is kept\n")
    assert tiers("cache", "--clear") == Answer(0, f"{home}: nothing to remove\n")
    assert not home.exists()


def test_each_model_is_listed_with_its_size(tiers: Tiers, home: Path, two: tuple[Path, str, str]) -> None:
    """The latest first: several files by their directory, one by its path, wherever the command is given."""
    folder, small, large = two
    every = said_size(list(home.iterdir()))
    assert tiers("cache") == Answer(
        0,
        f"{home}: 2 models, {every}; {LIMITS}\n\n"
        + table((large, str(folder), "2"), (small, str(folder / "a.toml"), "1")),
    )


def test_one_model_is_cleared(tiers: Tiers, home: Path, two: tuple[Path, str, str]) -> None:
    """`--model` is about the models whose files are all in it: that of one file goes, that of two stays."""
    folder, small, large = two
    assert tiers("cache", "--clear", "--model", str(folder / "a.toml")) == Answer(
        0, f"{home}: removed 1 model, {small}\n\n" + table((small, str(folder / "a.toml"), "1"))
    )
    assert said_size(list(home.iterdir())) == large
    assert tiers("cache", "--model", str(folder / "a.toml")) == Answer(0, f"{home}: nothing is kept\n")
    assert tiers("cache", "--model", str(folder)).out.startswith(f"{home}: 1 model, {large};")


def test_the_json_has_each_model_with_its_files(
    tiers: Tiers, home: Path, two: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The JSON has bytes and every file, and says whether the cache is in use; what is turned off can be cleared."""
    folder, _, _ = two
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    sizes = [
        sum(each.stat().st_size for each in home.iterdir() if (each.stat().st_mtime_ns == 1) == old)
        for old in (False, True)
    ]
    files = [[str(folder / "a.toml"), str(folder / "b.toml")], [str(folder / "a.toml")]]
    told = json.loads(tiers("cache", "--json").out)
    assert told == {
        "directory": str(home),
        "used": False,
        "cleared": False,
        "size": sum(sizes),
        "most_models": 16,
        "most_bytes": 2_000_000_000,
        "most_answers": 16,
        "models": [
            {"files": each, "size": size, "answers": 0, "state": "used"}
            for each, size in zip(files, sizes, strict=True)
        ],
    }
    assert json.loads(tiers("cache", "--clear", "--json").out) == {**told, "cleared": True}
    assert list(home.iterdir()) == []
    assert tiers("cache") == Answer(0, f"{home}: nothing is kept\nIt is turned off: TIERS_NO_CACHE is set.\n")


@pytest.mark.usefixtures("kept_answers")
def test_the_answers_of_a_model_are_counted(tiers: Tiers, home: Path) -> None:
    """They belong to their model, and are cleared with it."""
    for words in (("print",), ("show", "ex"), ("print",)):
        assert tiers(*words).status == 0
    (model,) = json.loads(tiers("cache", "--json").out)["models"]
    assert model["answers"] == 2
    assert model["size"] == sum(each.stat().st_size for each in home.iterdir())
    assert tiers("cache").out.endswith("1      2\n")
    assert tiers("cache", "--clear").status == 0
    assert list(home.iterdir()) == []


def test_only_what_is_of_the_cache_is_cleared(tiers: Tiers, home: Path, two: tuple[Path, str, str]) -> None:
    """What a running process is writing stays, and what has another name; a view without its model goes."""
    running = home / f"deadbeef-1.{'0' * 32}.model.{os.getppid()}"
    for path in (running, home / f"deadbeef-2.{'0' * 32}.tiers", home / "notes.txt"):
        path.write_bytes(b"x")
    assert tiers("cache", "--clear").status == 0
    assert sorted(home.iterdir()) == sorted([running, home / "notes.txt"])


Change = Callable[[Path, bytes], object]


def _of_another_code(path: Path, data: bytes) -> None:
    """Write a compiled model as if other code had."""
    _, told = head_in(memoryview(data))
    path.write_bytes(b"".join(pieces(path.name, "other", told, {}, {})))


NOT_USED: dict[str, tuple[str, bool, Change]] = {
    "another form": (OTHER, False, lambda path, data: path.write_bytes(FORM[:7] + b"\2" + data[8:])),
    "the form before": (OTHER, False, lambda path, _: put(str(path), (), "a model")),
    "other code": (OTHER, True, _of_another_code),
    "empty": (DAMAGED, False, lambda path, _: path.write_bytes(b"")),
    "no file of tiers": (DAMAGED, False, lambda path, _: path.write_bytes(b"another form")),
    "cut in its head": (DAMAGED, False, lambda path, data: path.write_bytes(data[:20])),
    "cut at its end": (DAMAGED, True, lambda path, data: path.write_bytes(data[:-8])),
    "one byte changed": (DAMAGED, True, lambda path, data: path.write_bytes(_changed(data))),
    "others may write": (NOT_READ, False, lambda path, _: path.chmod(0o666)),
}


def _changed(data: bytes) -> bytes:
    """Return the bytes of a compiled model with one of its kinds changed, which come first after its head."""
    length = int.from_bytes(data[8:12], sys.byteorder)
    place = (16 + length + 7) // 8 * 8
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("case", NOT_USED)
def test_why_a_model_is_not_used_is_told(
    tiers: Tiers, home: Path, two: tuple[Path, str, str], case: str
) -> None:
    """Of another version, damaged, or not safe to read: each by its own words, with its files where they can be told."""
    folder, small, _ = two
    reason, is_named, change = NOT_USED[case]
    changed = next(each for each in home.glob("*.model") if each.stat().st_mtime_ns != 1)
    change(changed, changed.read_bytes())
    size = said_size([each for each in home.iterdir() if each.stat().st_mtime_ns != 1])
    named = (f"{folder} \u00b7 {reason}", "2") if is_named else (reason, "0")
    rows = [(size, *named), (small, str(folder / "a.toml"), "1")]
    assert tiers("cache").out.endswith(f"\n\n{table(*rows)}")
    models = json.loads(tiers("cache", "--json").out)["models"]
    assert [(each["state"], len(each["files"])) for each in models] == [
        (STATE[reason], 2 if is_named else 0),
        ("used", 1),
    ]
    count = "2 models" if is_named else "1 model"
    assert tiers("cache", "--model", str(folder)).out.startswith(f"{home}: {count}, ")
    assert tiers("--model", str(folder), "print").status == 0
    assert tiers("cache", "--clear").status == 0
    assert list(home.iterdir()) == []


def test_files_that_are_gone_are_listed_as_they_were_named(
    tiers: Tiers, home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several that were named without a directory each has its name."""
    folder = write(a=MODEL, b=SECOND)
    monkeypatch.chdir(folder)
    assert tiers("--model", "a.toml", "--model", "b.toml", "print").status == 0
    for each in folder.glob("*.toml"):
        each.unlink()
    assert tiers("cache").out.endswith(table((said_size(list(home.iterdir())), "a.toml, b.toml", "2")))


def test_what_belongs_to_no_model_is_listed(tiers: Tiers, home: Path) -> None:
    """The sizes that are listed are those of all files: also of one that a killed process left."""
    home.mkdir(parents=True)
    (home / f"deadbeef-1.{'0' * 32}.tiers").write_bytes(b"x" * 1500)
    left = "left by a command that did not finish, or by another version of tiers"
    assert tiers("cache") == Answer(
        0, f"{home}: 0 models, 2 kB; {LIMITS}\n\n" + table(("2 kB", left, "")).replace("  \n", "\n")
    )


def test_a_cache_that_is_no_directory_is_told(tiers: Tiers, home: Path) -> None:
    """A file in its place, and `--as-of`, are answered with what is wrong."""
    home.parent.mkdir()
    home.write_bytes(b"")
    assert tiers("cache") == Answer(2, "", f"error: `{home}` cannot be listed: not a directory\n")
    assert tiers("cache", "--as-of", "2022") == Answer(
        2,
        "",
        "error: the cache holds whole models, not their state at a date\n\nhint: leave `--as-of` out\n",
    )
