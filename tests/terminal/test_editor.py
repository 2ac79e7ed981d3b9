"""The key `O` in a real terminal: the editor has it to itself, and the explorer comes back with what was saved."""

import sys
from pathlib import Path

from .harness import Terminal, tiers

PLACE = Path(__file__).parents[1] / "models" / "place.toml"

EDITOR = """\
import sys, termios
from pathlib import Path

line, path = sys.argv[1:]
cooked = bool(termios.tcgetattr(0)[3] & termios.ICANON)
number = int(line.removeprefix("+"))
text = Path(path).read_text()
print(f"EDITING {text.splitlines()[number]} cooked={cooked}")
input()
Path(path).write_text(text.replace('"Digital"', '"Digital matters"'))
sys.exit(3)
"""
"""An editor that tells the line and how the terminal is set, waits for Enter, saves and ends with a status."""


def test_the_editor_has_the_terminal_and_the_explorer_comes_back(tmp_path: Path) -> None:
    """It opens at the entity's line with the terminal as before, hears Ctrl-C alone, and what it saved is shown then."""
    model, program = tmp_path / "place.toml", tmp_path / "vi"
    model.write_bytes(PLACE.read_bytes())
    program.write_text(f"#!{sys.executable}\n{EDITOR}", encoding="utf-8")
    program.chmod(0o755)
    environment = {"VISUAL": str(program), "TIERS_NO_CACHE": "1"}
    with Terminal(
        tiers("--model", str(model), "open", "ex-digital"), columns=100, environment=environment
    ) as terminal:
        terminal.until("Digital")
        terminal.settle()
        start = len(terminal.written)
        terminal.send("O")
        terminal.until('EDITING id = "ex-digital" cooked=True', start=start)
        start = len(terminal.written)
        terminal.send("\r")
        terminal.until("the editor ended with status 3", start=start)
        terminal.until("Digital matters", start=start)
        terminal.settle()
        terminal.send("q")
        assert terminal.end() == 0
        assert terminal.settings() == terminal.before


def test_ctrl_c_is_the_editors(tmp_path: Path) -> None:
    """Ctrl-C while the editor has the terminal ends the editor, not the explorer."""
    model, program = tmp_path / "place.toml", tmp_path / "vi"
    model.write_bytes(PLACE.read_bytes())
    program.write_text("#!/bin/sh\necho WAITING\nexec sleep 100\n", encoding="utf-8")
    program.chmod(0o755)
    with Terminal(
        tiers("--model", str(model), "open", "ex-digital"), columns=100, environment={"EDITOR": str(program)}
    ) as terminal:
        terminal.until("Digital")
        terminal.settle()
        start = len(terminal.written)
        terminal.send("O")
        terminal.until("WAITING", start=start)
        terminal.send("\x03")
        terminal.until("the editor ended with status -2", start=start)
        terminal.send("q")
        assert terminal.end() == 0
