"""What was printed, in a real terminal."""

import subprocess
import sys
from pathlib import Path

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
