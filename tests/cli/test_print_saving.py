"""`tiers print -o`: what may be replaced, and what is left as it is."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PLACE, Answer, Tiers
from .test_print_selection import DECISIONS


def inside(directory: Path) -> list[str]:
    """Return the names of the files in a directory."""
    return sorted(each.name for each in directory.iterdir())


def test_a_file_without_a_name_is_refused(tiers: Tiers) -> None:
    """An empty variable of a shell is not the directory it stands in."""
    assert tiers(*DECISIONS, "-o", "") == Answer(2, "", "error: `` cannot be written: it has no name\n")


def test_the_file_that_standard_output_goes_to_is_not_replaced(tmp_path: Path) -> None:
    """`/dev/stdout` may lead to a file; what was written to it before and comes after stays."""
    path = tmp_path / "log.txt"
    with path.open("w") as stream:
        stream.write("before\n")
        stream.flush()
        done = subprocess.run(
            [sys.executable, "-m", "tiers.tui", *DECISIONS, "-o", "/dev/stdout"],
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "TIERS_MODEL": str(PLACE)},
        )
        stream.write("after\n")
    message = "error: `/dev/stdout` cannot be written: standard output or error goes there already\n"
    assert (done.returncode, done.stderr) == (2, message)
    assert (path.read_text(), inside(tmp_path)) == ("before\nafter\n", ["log.txt"])


def test_a_file_that_may_not_be_written_is_not_replaced(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That its directory may be written to does not make it ours."""
    path = tmp_path / "tree.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda place, mode: (place, mode) != (str(path), os.W_OK))
    assert tiers(*DECISIONS, "-o", str(path)) == Answer(
        2, "", f"error: `{path}` cannot be written: permission denied\n"
    )
    assert (path.read_text(), inside(tmp_path)) == ("old", ["tree.txt"])


@pytest.mark.parametrize("name", ["a" * 255, "日" * 85])
def test_a_name_may_be_as_long_as_the_system_lets_it(tiers: Tiers, tmp_path: Path, name: str) -> None:
    """While it is being written it has a name that is no longer."""
    assert tiers(*DECISIONS, "-o", str(tmp_path / name)) == Answer(0)
    assert (tmp_path / name).read_text("utf-8") == tiers(*DECISIONS).out
    assert inside(tmp_path) == [name]


def test_colour_that_is_asked_for_is_written_to_a_file_too(tiers: Tiers, tmp_path: Path) -> None:
    """`--color always` means always; `auto` means the terminal, and a file is none."""
    path = tmp_path / "tree.txt"
    assert tiers(*DECISIONS, "--color", "always", "-o", str(path)) == Answer(0)
    assert path.read_text("utf-8") == tiers(*DECISIONS, "--color", "always").out
    assert "\x1b[1m" in path.read_text("utf-8")
    assert tiers(*DECISIONS, "-o", str(path)) == Answer(0)
    assert "\x1b" not in path.read_text("utf-8")


def test_a_file_is_written_whole(tiers: Tiers, tmp_path: Path) -> None:
    """`-o` writes the bytes that stdout would get, keeps the permissions, and leaves nothing beside the file."""
    path = tmp_path / "tree.txt"
    path.write_text("old")
    path.chmod(0o640)
    assert tiers(*DECISIONS, "-o", str(path)) == Answer(0)
    assert path.read_text("utf-8") == tiers(*DECISIONS).out
    assert (path.stat().st_mode & 0o777, inside(tmp_path)) == (0o640, ["tree.txt"])


def test_a_link_to_a_file_stays_a_link(tiers: Tiers, tmp_path: Path) -> None:
    """The file it leads to is replaced, not the link."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert tiers(*DECISIONS, "-o", str(tmp_path / "link.txt")) == Answer(0)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8") == tiers(*DECISIONS).out


def test_a_full_disk_leaves_the_old_file(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, the old file is as it was, nothing is left beside it, exit 2."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "tree.txt"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    assert tiers(*DECISIONS, "-o", str(path)) == Answer(
        2, "", f"error: `{path}` cannot be written: no space left on device\n"
    )
    assert (path.read_text(), inside(tmp_path)) == ("old", ["tree.txt"])


def test_a_file_that_grows_too_large_leaves_the_old_file(tmp_path: Path) -> None:
    """A real limit of the system, in a process of its own: the write fails half way."""
    path = tmp_path / "tree.txt"
    path.write_text("old")
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))\n"
        "from tiers.tui.cli import main\n"
        f"sys.exit(main(['print', '-o', {str(path)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TIERS_MODEL": str(PLACE), "TIERS_NO_CACHE": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, done.stderr) == (2, f"error: `{path}` cannot be written: file too large\n")
    assert (path.read_text(), inside(tmp_path)) == ("old", ["tree.txt"])


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("missing/tree.txt", "no such file or directory"),
        ("", "it is a directory"),
        ("pipe", "it is not a file"),
    ],
)
def test_what_cannot_be_written_is_said(tiers: Tiers, tmp_path: Path, where: str, why: str) -> None:
    """No directory, a directory, a pipe: one message each, exit 2."""
    os.mkfifo(tmp_path / "pipe")
    path = str(tmp_path / where)
    assert tiers(*DECISIONS, "-o", path) == Answer(2, "", f"error: `{path}` cannot be written: {why}\n")


MODEL = '[[body]]\nid = "b"\nname = "Board"\n'
THERE = "is there already, which nothing that is printed replaces; name another file"


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("other.toml", MODEL, "a file of a model"),
        ("broken.toml", f"{MODEL}name = [\n", "a file of a model"),
        ("marked.toml", f"\ufeff# ours\r\n{MODEL}", "a file of a model"),
        ("sources.toml", "# cited\n\n[file]\nsources = []\n", "a file of a model"),
        ("model.txt", MODEL, "a file of a model"),
        ("settings.toml", "[tool]\nname = 1\n", "a TOML file"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        ("print", "-o"),
        ("schema", "-o"),
        ("schema", "--of", "show", "-o"),
        ("export", "popolo", "-o"),
        ("export", "site"),
    ],
    ids=" ".join,
)
def test_no_other_model_is_replaced(
    tiers: Tiers, tmp_path: Path, words: tuple[str, ...], name: str, text: str, what: str
) -> None:
    """A file that reads as a model, or is TOML, stays as it is whatever is written: one message, exit 2."""
    path = tmp_path / name
    path.write_bytes(text.encode())
    assert tiers(*words, str(path)) == Answer(2, "", f"error: `{path}` cannot be written: {what} {THERE}\n")
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("name", ["empty.toml", "guide.md", "answer.json", "printed.toml"])
def test_what_is_no_model_is_replaced(tiers: Tiers, tmp_path: Path, name: str) -> None:
    """An empty file, one that only shows lines of a model, one that was printed before."""
    texts = {
        "guide.md": f"```toml\n{MODEL}```\n",
        "answer.json": "[]\n",
        "printed.toml": "Ex Borough Partnership\n",
    }
    path = tmp_path / name
    path.write_text(texts.get(name, ""), encoding="utf-8")
    assert tiers("print", "ex", "--depth", "0", "-o", str(path)) == Answer(0)
    assert path.read_text(encoding="utf-8").startswith("Ex Borough Partnership")


@pytest.mark.parametrize("name", ["out.toml", "below/out.toml", "sub/../out.toml"])
def test_nothing_is_written_that_would_be_read_as_the_model(tiers: Tiers, tmp_path: Path, name: str) -> None:
    """A new TOML file in a directory of the model is refused; one beside it, hidden or of another name is written."""
    model = tmp_path / "model"
    for each in ("below", "sub"):
        (model / each).mkdir(parents=True)
    (model / "place.toml").write_bytes(PLACE.read_bytes())
    words = (*DECISIONS, "--model", str(model), "-o")
    path = str(model / name)
    assert tiers(*words, path) == Answer(
        2,
        "",
        f"error: `{path}` cannot be written: it would be read as a file of the model; "
        "name it otherwise or put it elsewhere\n",
    )
    for allowed in (tmp_path / "out.toml", model / "out.txt", model / ".out.toml"):
        assert tiers(*words, str(allowed)) == Answer(0)
    assert tiers("check", str(model)).status == 0
