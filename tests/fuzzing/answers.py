"""What each input of the corpus must give: `python -m tests.fuzzing.answers` writes it; read each change of it.

A line of `answers.txt` has the input, the exit status and the first line that is written, to stdout or else to stderr.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.cli.repositories import FORUM, commit, repository
from tests.model.importing.sheets import BOARD
from tests.tui.test_terminal_input import read
from tiers.tui.exploring.kept.file import read_kept

from .running import answer, surroundings
from .targets import CORPUS, PLACE

TABLE = Path(__file__).with_name("answers.txt")
MOST = 160


def answers(folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each input of some folders with what it gives, as a line of the table has it."""
    for folder in folders:
        for path in sorted((CORPUS / folder).iterdir()):
            yield f"{folder}/{path.name}", ASKED[folder](path)


def table() -> dict[str, str]:
    """Return what each input must give."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def _first(status: int, out: str, err: str) -> str:
    line = next(iter((out or err).split("\n")))
    return f"{status} {line if len(line) <= MOST else f'{line[:MOST]}…'}".rstrip()


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _model(path: Path) -> str:
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        return _first(*answer("check", path.name))
    finally:
        os.chdir(before)


def _sheet(path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, "m.toml")
        model.write_text(BOARD, encoding="utf-8")
        status, _, said = answer("import", "members", str(path), "--into", str(model))
        return _first(status, "", said.replace(str(path), path.name)).replace(folder, "FOLDER")


def _list(path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "m")
        status, _, said = answer("import", "registered-practices", str(path), "--into", str(target))
        assert target.exists() == (status == 0)
        return _first(status, "", said.replace(str(path), path.name))


def _query(path: Path) -> str:
    return _first(*answer("--model", str(PLACE), "search", "--", _text(path)))


def _date(path: Path) -> str:
    return _first(*answer("--model", str(PLACE), f"--as-of={_text(path)}", "print", "--depth", "0"))


def _revision(path: Path) -> str:
    if not _CHECKOUT:
        folder = repository(Path(tempfile.mkdtemp()) / "checkout")
        commit(folder, FORUM, "other.toml")
        _CHECKOUT.append(folder)
    words = ("diff", f"git:{_text(path)}", "worktree", "--model", str(_CHECKOUT[0] / "m.toml"))
    return _first(*answer(*words)).replace(str(_CHECKOUT[0]), "CHECKOUT")


_CHECKOUT: list[Path] = []


def _keys(path: Path) -> str:
    found = " ".join(map(str, read([_text(path)])))
    return f"0 {found if len(found) <= MOST else f'{found[:MOST]}…'}".rstrip()


def _state(path: Path) -> str:
    with tempfile.TemporaryDirectory() as folder, surroundings(Path(folder)):
        kept = Path(folder, "state", "tiers", "explorer.json")
        kept.parent.mkdir(parents=True)
        shutil.copy(path, kept)
        _, message = read_kept()
        return f"0 {message}".rstrip()


ASKED: dict[str, Callable[[Path], str]] = {
    "model": _model,
    "sheet": _sheet,
    "list": _list,
    "query": _query,
    "date": _date,
    "revision": _revision,
    "keys": _keys,
    "state": _state,
}
"""What each folder of the corpus is asked."""


if __name__ == "__main__":
    os.environ |= {"COLUMNS": "100", "TIERS_NO_STATE": "1", "TIERS_NO_CACHE": "1"}
    TABLE.write_text("".join(f"{name}: {said}\n" for name, said in answers(tuple(ASKED))), encoding="utf-8")
