"""What was printed, in a real terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from .harness import Terminal, tiers


def test_what_is_for_standard_output_is_written_when_the_explorer_has_ended(tmp_path: Path) -> None:
    """Into a file that stdout leads to, as `tiers print` writes it; the explorer itself is drawn elsewhere."""
    paper = tmp_path / "paper.txt"
    command = ["sh", "-c", f"exec {sys.executable} -m tiers.tui open harrow-hce --view decisions > {paper}"]
    with Terminal(command, columns=100, lines=30) as terminal:
        terminal.until("quit")
        terminal.settle()
        terminal.press("P")
        terminal.press("\x1b[B" * 4 + "\x1b[D\r")
        terminal.send("q")
        status = terminal.end()
    printed = subprocess.run(
        tiers("print", "harrow-hce", "--view", "decisions"), capture_output=True, text=True, check=True
    ).stdout
    assert (status, paper.read_text(encoding="utf-8")) == (0, printed)


def test_after_a_signal_nothing_is_written(tmp_path: Path) -> None:
    """Whoever ends the program from outside does not wait for its output."""
    paper = tmp_path / "paper.txt"
    command = ["sh", "-c", f"exec {sys.executable} -m tiers.tui > {paper}"]
    with Terminal(command, columns=100, lines=30) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.press("P")
        terminal.press("\x1b[B" * 4 + "\x1b[D\r")
        terminal.kill(15)
        status = terminal.end()
    assert (status, paper.read_text(encoding="utf-8")) == (143, "")


def test_without_standard_output_that_is_said() -> None:
    """At the end, when the terminal is as before; without anything to write it ends well."""
    command = ["sh", "-c", f"exec {sys.executable} -m tiers.tui open harrow-hce --view decisions >&-"]
    statuses = []
    for keys in (("q",), ("P", "\x1b[B" * 4 + "\x1b[D\r", "q")):
        with Terminal(command, columns=100, lines=30) as terminal:
            terminal.until("quit")
            terminal.settle()
            for key in keys[:-1]:
                terminal.press(key)
            terminal.send(keys[-1])
            statuses.append(terminal.end())
            after = bytes(terminal.written).rpartition(b"\x1b[?1049l")[2]
    assert statuses == [0, 2]
    assert b"error: there is no standard output to write to" in after
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
        terminal.until("quit")
        terminal.settle()
        terminal.press("P")
        shown = bytes(terminal.written).decode()
        terminal.press("\x1b")
        terminal.send("q")
        assert terminal.end() == 0
    assert "tiers print board --model ours.toml" in shown
