"""What was printed, in a real terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from .harness import Terminal, tiers

EXECUTIVE = ("harrow-hce", "--view", "decisions")
TO_STANDARD_OUTPUT = "\x1b[B" * 4 + "\x1b[D\r"
"""In the form: down to where it goes, one back, Enter."""


def explored(redirected: str) -> list[str]:
    """Return the command that explores the executive's tree, with its stdout redirected as the shell has it."""
    return ["sh", "-c", f"exec {sys.executable} -m tiers.tui open {' '.join(EXECUTIVE)} {redirected}"]


def drawn(terminal: Terminal) -> None:
    """Wait until the explorer is drawn."""
    terminal.until("quit")
    terminal.settle()


def print_to_standard_output(terminal: Terminal) -> None:
    """Open the form, and choose standard output."""
    drawn(terminal)
    terminal.press("P")
    terminal.press(TO_STANDARD_OUTPUT)


def test_what_is_for_standard_output_is_written_when_the_explorer_has_ended(tmp_path: Path) -> None:
    """Into a file that stdout leads to, as `tiers print` writes it; the explorer itself is drawn elsewhere."""
    paper = tmp_path / "paper.txt"
    with Terminal(explored(f"> {paper}"), columns=100, lines=30) as terminal:
        print_to_standard_output(terminal)
        terminal.send("q")
        status = terminal.end()
    printed = subprocess.run(tiers("print", *EXECUTIVE), capture_output=True, text=True, check=True).stdout
    assert (status, paper.read_text(encoding="utf-8")) == (0, printed)


def test_after_a_signal_nothing_is_written(tmp_path: Path) -> None:
    """Whoever ends the program from outside does not wait for its output."""
    paper = tmp_path / "paper.txt"
    with Terminal(explored(f"> {paper}"), columns=100, lines=30) as terminal:
        print_to_standard_output(terminal)
        terminal.kill(15)
        status = terminal.end()
    assert (status, paper.read_text(encoding="utf-8")) == (143, "")


@pytest.mark.parametrize("wanted", [False, True], ids=["nothing to write", "something to write"])
def test_without_standard_output_that_is_said(wanted: bool) -> None:  # noqa: FBT001
    """At the end, when the terminal is as before; without anything to write it ends well."""
    with Terminal(explored(">&-"), columns=100, lines=30) as terminal:
        if wanted:
            print_to_standard_output(terminal)
        else:
            drawn(terminal)
        terminal.send("q")
        status = terminal.end()
        after = bytes(terminal.written).rpartition(b"\x1b[?1049l")[2]
    said = b"error: standard output is closed" in after
    assert (status, said) == ((2, True) if wanted else (0, False))
    assert b"Traceback" not in after


def test_the_command_names_the_model_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader copies prints the same where `TIERS_MODEL` is not set."""
    monkeypatch.chdir(tmp_path)
    Path("ours.toml").write_text('[[body]]\nid = "board"\nname = "Board"\n', encoding="utf-8")
    with Terminal(
        tiers("open", "board"), columns=100, lines=30, environment={"TIERS_MODEL": "ours.toml"}
    ) as terminal:
        drawn(terminal)
        terminal.press("P")
        shown = bytes(terminal.written).decode()
        terminal.press("\x1b")
        terminal.send("q")
        assert terminal.end() == 0
    assert "tiers print board --model ours.toml" in shown
