"""An answer that was given before is written again without opening the model; it is the one that would be found."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.generator import write_model
from tests.model.cache.test_same_answers import ASKED, words_of
from tests.model.several_files import dealt
from tiers.model.cache import answers
from tiers.model.cache.answers import MOST
from tiers.model.cache.disk import files
from tiers.model.cache.disk.code import PACKAGE, fingerprint
from tiers.tui import cli
from tiers.tui.cli import command_line, kept_answers, main, transcript
from tiers.tui.cli.table import KEPT

from .conftest import PLACE, Answer, Screen, Tiers

pytestmark = pytest.mark.usefixtures("kept_answers")

_MORE = (
    "diff 2015 2026",
    "diff 2026 2015 --exit-code",
    "diff 2019-01-01 2019-02-01 --format markdown",
    "diff 2020 2020",
    "gaps",
    "gaps --questions --color always",
    "gaps --only decides --not legal-form",
    "gaps --format csv",
    "gaps --format markdown --older-than 2020",
    "--as-of 2018 gaps",
    "--as-of Dec_2021 print",
    "print ex-frailty",
    "print --charset ascii",
    "glossary --format csv",
)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that takes the name of each command that is run, and whose answer is not a kept one."""
    run: list[str] = []
    find = command_line.found

    def counting(name: str, words: list[str]) -> int:
        run.append(name)
        return find(name, words)

    monkeypatch.setattr(command_line, "found", counting)
    return run


@pytest.fixture
def place(tmp_path: Path, home: Path, tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small model, copied for the test, with a cache of its own; its stamp counts at once, not after two seconds."""
    monkeypatch.setattr(files, "TOO_NEW", 0)
    path = tmp_path / "place.toml"
    shutil.copy(PLACE, path)
    monkeypatch.setenv("TIERS_MODEL", str(path))
    return path


def kept(home: Path) -> list[Path]:
    """Return the files that have an answer."""
    return sorted(home.glob("*.answer-*"))


@pytest.mark.parametrize("line", [*ASKED, *_MORE])
def test_an_answer_given_again_is_the_one_that_is_found(
    line: str, home: Path, tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text, messages and exit status: from the files alone, when it is found and kept, and twice from the cache."""
    words = words_of(line)
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    expected = tiers(*words)
    monkeypatch.delenv("TIERS_NO_CACHE")
    found.clear()
    assert [tiers(*words) for _ in range(3)] == [expected] * 3
    is_kept = KEPT.intersection(words) and "error: " not in expected.err and "--charset" not in words
    assert (len(found), len(kept(home))) == ((1, 1) if is_kept else (3, 0))


@pytest.mark.usefixtures("home")
def test_of_a_model_of_several_files_each_saved_one_is_seen(
    tmp_path: Path, tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer is asked twice, one file is saved, and it is asked twice again: always as from the files alone."""
    directory = tmp_path / "model"
    directory.mkdir()
    for name, text in dealt("place.toml", 5).items():
        (directory / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("TIERS_MODEL", str(directory))
    for number, line in enumerate((*ASKED, *_MORE)):
        words = words_of(line)
        saved = directory / f"{'abcde'[number % 5]}.toml"
        for _ in range(2):
            found.clear()
            again = [tiers(*words), tiers(*words)]
            assert found, line
            with monkeypatch.context() as patched:
                patched.setenv("TIERS_NO_CACHE", "1")
                assert again == [tiers(*words)] * 2, line
            text = saved.read_text(encoding="utf-8")
            saved.write_text(f"# {number}\n{text}".replace("Board", "Bord"), encoding="utf-8")


def test_a_question_of_a_large_model_is_found_once(
    tmp_path: Path, home: Path, tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The views and differences of a made-up model."""
    monkeypatch.setattr(files, "TOO_NEW", 0)
    write_model(tmp_path / "large", 500)
    for line in ("print", "gaps", "diff 2015 2026", "timeline", "search frailty"):
        once = tiers("--model", str(tmp_path / "large"), *line.split())
        assert tiers("--model", str(tmp_path / "large"), *line.split()) == once
    assert found == ["print", "gaps", "diff", "timeline", "search"]


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(path.read_text("utf-8").replace("Council", "Counsel"), "utf-8"),
        lambda path: (path.parent / "copy.toml").write_bytes(path.read_bytes()),
        lambda path: path.unlink(),
    ],
    ids=["the same size at once", "a further file", "no file"],
)
def test_a_changed_model_has_no_old_answers(
    change: Callable[[Path], object], place: Path, tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file changed in the same second to the same size is told from the old one by its bytes."""
    monkeypatch.setattr(files, "TOO_NEW", 2 * 10**9)
    monkeypatch.setenv("TIERS_MODEL", str(place.parent))
    before = [tiers("print"), tiers("print")]
    assert before[0] == before[1]
    change(place)
    changed = tiers("print")
    assert changed != before[0]
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    assert changed == tiers("print")


def test_a_file_with_a_new_time_alone_is_looked_at_once(
    place: Path, tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stamps of the files are kept with the answer: those of two seconds ago and older are compared, no byte is read."""
    monkeypatch.setattr(answers, "read_file", _refuse)
    once = tiers("print")
    os.utime(place, ns=(1, 1))
    monkeypatch.undo()
    monkeypatch.setenv("TIERS_MODEL", str(place))
    assert tiers("print") == once


def _refuse(*_: object) -> bytes:
    raise AssertionError


def _made_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:60]),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"Council", b"Counsel")),
        lambda path: path.chmod(0o666),
        lambda path: (path.rename(path.parent / "other"), path.symlink_to(path.parent / "other")),
        _made_a_pipe,
    ],
    ids=["empty", "cut in its head", "cut", "other bytes", "others may write", "a link", "a pipe"],
)
def test_a_damaged_answer_is_found_anew(
    damage: Callable[[Path], object], home: Path, place: Path, tiers: Tiers, found: list[str]
) -> None:
    """So is one that others may have written; it is replaced, and the next one is kept."""
    once = tiers("print")
    (path,) = kept(home)
    damage(path)
    assert [tiers("print") for _ in range(2)] == [once] * 2
    assert found == ["print"] * 2


@pytest.mark.usefixtures("place")
def test_other_code_finds_its_own_answer(
    tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code that reads the model, and the code that writes the answer."""
    once = tiers("print")
    own = (PACKAGE, str(Path(cli.__path__[0]).parent))
    for changed in own:
        looked = {each: (*(fingerprint(each) or ()), *(["more"] if each == changed else [])) for each in own}
        with monkeypatch.context() as patched:
            patched.setattr(kept_answers, "fingerprint", lambda each=PACKAGE, looked=looked: looked[each])
            assert [tiers("print") for _ in range(2)] == [once] * 2
    assert found == ["print"] * 3


@pytest.mark.usefixtures("place")
def test_another_stdout_has_an_answer_of_its_own(
    tiers: Tiers, terminal: Tiers, process: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal, its width, colour and the encoding change the text."""
    plain = tiers("show", "ex")
    on_terminal = terminal("show", "ex")
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = tiers("show", "ex")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR")
    assert len({plain.out, on_terminal.out, coloured.out}) == 3
    assert found == ["show"] * 3
    assert (tiers("show", "ex"), terminal("show", "ex")) == (plain, on_terminal)
    assert found == ["show"] * 3
    in_ascii = process("print", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert [process("print", PYTHONIOENCODING="utf-8"), process("print", PYTHONIOENCODING="ascii")] == [
        process("print", PYTHONIOENCODING="utf-8", TIERS_NO_CACHE="1"),
        in_ascii,
    ]
    assert "└" not in in_ascii.out


@pytest.mark.usefixtures("home")
def test_another_terminal_width_has_an_answer_of_its_own(
    tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS says the width of a terminal."""
    number = os.open(os.devnull, os.O_RDONLY)

    def shown(columns: int) -> str:
        with monkeypatch.context() as patched:
            patched.setenv("COLUMNS", str(columns))
            screen = Screen(number)
            patched.setattr(sys, "stdout", screen)
            assert main(["--model", str(PLACE), "--no-pager", "show", "ex"]) == 0
            return screen.getvalue()

    assert [shown(40), shown(60), shown(40), shown(60)] == [shown(40), shown(60)] * 2
    assert shown(40) != shown(60)
    assert len(found) == 2
    os.close(number)


def test_a_file_is_written_each_time(place: Path, tiers: Tiers, found: list[str]) -> None:
    """`-o FILE` does more than to write text."""
    path = place.parent / "tree.txt"
    for _ in range(2):
        assert tiers("print", "-o", str(path)) == Answer(0)
        assert "Ex" in path.read_text(encoding="utf-8")
        path.unlink()
    assert found == ["print"] * 2


def test_standard_input_and_paths_are_read_each_time(place: Path, process: Tiers, home: Path) -> None:
    """What is not in the files of one model, as they are now, is not kept."""
    process("--model", "-", "print")
    process("diff", "2015", f"path:{place}")
    process("diff", f"path:{place}", f"path:{place}")
    assert kept(home) == []


@pytest.mark.usefixtures("place")
def test_a_pager_left_early_leaves_no_half_answer(
    terminal: Tiers, found: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only an answer that was written to its end is kept; and what is kept goes through the pager too."""
    monkeypatch.setenv("TIERS_MODEL", str(PLACE))
    whole = terminal("print", "--no-pager")
    assert len(kept(home)) == 1
    paged = home.parent / "paged"
    for _ in range(2):
        with monkeypatch.context() as patched:
            patched.setenv("TIERS_PAGER", f"sh -c 'cat > {paged}'")
            assert terminal("print") == Answer(0)
        assert paged.read_text("utf-8") == whole.out
    assert found == ["print"] * 2


def test_an_answer_too_large_to_note_is_not_kept(
    place: Path, home: Path, tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is not kept if it is larger than what is held in memory, or than its model."""
    with monkeypatch.context() as patched:
        patched.setattr(transcript, "LARGEST", 10)
        assert "└" in tiers("print").out
    assert kept(home) == []
    monkeypatch.setattr(answers, "MOST_BYTES", 0)
    with monkeypatch.context() as patched:
        empty = SimpleNamespace(**{**vars(os), "stat": lambda _: SimpleNamespace(st_size=0)})
        patched.setattr(answers, "os", empty)  # for all that it knows, the compiled model has no bytes
        tiers("print")
    assert kept(home) == []
    tiers("print")
    assert len(kept(home)) == 1


@pytest.mark.usefixtures("place")
def test_so_many_answers_are_kept(
    home: Path, tiers: Tiers, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last ones; fewer where they have more bytes together than their model."""
    for number in range(MOST + 2):
        tiers("print", "--depth", str(number))
    assert len(kept(home)) == MOST
    tiers("print", "--depth", "2")
    assert len(found) == MOST + 2
    tiers("print", "--depth", "0")
    assert len(found) == MOST + 3
    (model,) = home.glob("*.model")
    monkeypatch.setattr(answers, "MOST_BYTES", 0)
    last = kept(home)
    tiers("print", *["--no-pager"] * (model.stat().st_size // 14))
    assert 1 <= len(kept(home)) < MOST
    assert sum(each.stat().st_size for each in kept(home)) <= model.stat().st_size
    assert not set(kept(home)).issubset(last)
