"""However the explorer ends, the terminal is as before."""

import signal
import sys
from pathlib import Path

import pytest

from .harness import Terminal, tiers

PUT_BACK = (
    b"\x1b[?1049l",
    b"\x1b[?25h",
    b"\x1b[?1000l",
    b"\x1b[?1003l",
    b"\x1b[?1006l",
    b"\x1b[?2004l",
    b"\x1b[?7h",
    b"\x1b[<u",
)
"""The screen before, the cursor, the mouse, pasting, wrapping and the keys."""

CRASHING = """
from tiers.tui.cli import main
from tiers.tui.screens.explorer_screen import ExplorerScreen

def crash(*_):
    DO

ExplorerScreen.press = crash
raise SystemExit(main())
"""
"""The explorer with something else done at each key."""


def is_as_before(terminal: Terminal) -> bool:
    """Whether everything the program set is put back, in the terminal's settings and on its screen."""
    tail = bytes(terminal.written)
    ends = [tail.rfind(each) for each in PUT_BACK]
    begun = tail.rfind(b"\x1b[?1049h")
    return terminal.settings() == terminal.before and min(ends) > begun


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_ends_it_in_order(number: signal.Signals) -> None:
    """128 and the number of the signal, and the terminal as before."""
    with Terminal(tiers()) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.kill(number)
        assert terminal.end() == 128 + number
        assert is_as_before(terminal)


@pytest.mark.parametrize(
    ("keys", "how", "shown"),
    [
        ("j", "ctrl+z", "England"),
        ("j", "SIGTSTP", "England"),
        ("P", "ctrl+z", "the first lines"),
        ("/harrow", "ctrl+z", "England"),
    ],
)
def test_stopped_it_gives_the_terminal_back_and_goes_on_as_it_was(keys: str, how: str, shown: str) -> None:
    """The shell has its terminal; `fg` brings back what was on the screen, a dialogue and what is typed too."""
    with Terminal(tiers("open", "harrow")) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.press(keys)
        if how == "ctrl+z":
            terminal.send("\x1a")
        else:
            terminal.kill(signal.SIGTSTP)
        terminal.until(b"\x1b[?1049l")
        terminal.settle()
        assert is_as_before(terminal)
        start = len(terminal.written)
        terminal.kill(signal.SIGCONT)
        terminal.until(shown, start=start)
        terminal.settle()
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.end() == 0
        assert is_as_before(terminal)


def test_a_closed_window_ends_it() -> None:
    """As the signal for it does, without a word and without spinning."""
    with Terminal(tiers()) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.hang_up()
        assert terminal.wait() == 128 + signal.SIGHUP


def test_a_signal_during_start_ends_it_too() -> None:
    """SIGTERM as soon as the terminal has changed its screen ends the explorer with the status of the signal."""
    with Terminal(tiers()) as terminal:
        terminal.until(b"\x1b[?1049h")
        terminal.kill(signal.SIGTERM)
        assert terminal.end() in {128 + signal.SIGTERM, -signal.SIGTERM}


@pytest.mark.parametrize(
    "keys", ["q", "\x11", "?\x11", "vq\x1bq"], ids=["q", "ctrl+q", "from help", "q typed first"]
)
def test_quitting_leaves_the_terminal_as_before(keys: str) -> None:
    """After each way to quit, the exit status is 0 and the modes of the terminal are those from before."""
    with Terminal(tiers()) as terminal:
        terminal.until("England")
        terminal.settle()
        for key in keys:
            terminal.press(key)
        assert terminal.end() == 0
        assert is_as_before(terminal)


LEAVING = """
import asyncio
from textual.app import SuspendNotSupported
from tiers.tui.cli import main
from tiers.tui.screens.explorer_screen import ExplorerScreen

async def press(self, *_):
    self.app.exit()
    await asyncio.sleep(0.5)
    try:
        with self.app.suspend():
            print("LENT")
    except SuspendNotSupported:
        pass

ExplorerScreen.press = press
raise SystemExit(main())
"""
"""The explorer that is asked for an editor when it has given the terminal back already."""


def test_what_is_typed_after_the_last_key_takes_the_terminal_no_more(tmp_path: Path) -> None:
    """The keys behind the one that quits are still read; none of them may borrow the terminal, or have it back."""
    program = tmp_path / "leaving.py"
    program.write_text(LEAVING, encoding="utf-8")
    with Terminal([sys.executable, str(program)]) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.send("r")
        assert terminal.end() == 0
        assert is_as_before(terminal)
        assert b"LENT" not in terminal.written


def test_a_crash_is_not_a_success(tmp_path: Path) -> None:
    """Status 3, the terminal as before, one message that says where the report is, and nothing of the model in either."""
    program = tmp_path / "crashing.py"
    program.write_text(CRASHING.replace("DO", 'raise RuntimeError("\\x1b[2J Harrow")'), encoding="utf-8")
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal([sys.executable, str(program)], columns=200, lines=30, environment=environment) as terminal:
        terminal.until("England")
        terminal.settle()
        said = terminal.press("r")
        assert terminal.end() == 3
        assert is_as_before(terminal)
    after = (said + bytes(terminal.written)).rpartition(b"\x1b[?1006l")[2].decode()
    (report,) = (tmp_path / "tiers").iterdir()
    assert after.splitlines() == [
        "error: tiers is at fault, not the model",
        "",
        f"hint: what went wrong is in `{report}`, without anything of the model; send it to the maintainers",
    ]
    told = report.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in told
    assert "tiers/tui/screens/keyed_screen.py" in told
    assert not {"Harrow", "\x1b", str(tmp_path)} & set(told.split())
    assert "Harrow" not in told


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_a_busy_explorer_ends_on_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    """Though its loop never turns again: 128 and the number of the signal, and the terminal as before."""
    program = tmp_path / "busy.py"
    program.write_text(CRASHING.replace("DO", "while True: pass"), encoding="utf-8")
    with Terminal([sys.executable, str(program)]) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.send("r")
        terminal.read(1)
        terminal.kill(number)
        assert terminal.end() == 128 + number
        assert is_as_before(terminal)


@pytest.mark.parametrize(
    "columns",
    ["999999999", "0", "-1", "9" * 5000, "\u0663"],
    ids=["many", "none", "fewer", "digits", "arabic"],
)
def test_an_absurd_size_in_the_environment_is_passed_over(columns: str) -> None:
    """The explorer is drawn for the terminal as it is, and ends on a signal with the terminal as before."""
    with Terminal(tiers(), environment={"COLUMNS": columns, "LINES": columns}) as terminal:
        terminal.until("England")
        terminal.settle()
        terminal.kill(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert is_as_before(terminal)


def test_without_colour_none_is_sent() -> None:
    """With NO_COLOR every colour is the terminal's own, and the cursor is still told by its bar."""
    with Terminal(tiers(), environment={"NO_COLOR": "1"}) as terminal:
        terminal.until("England")
        terminal.settle()
        drawn = bytes(terminal.written) + terminal.press("/harrow\r")
    assert b"38;2;" not in drawn
    assert b"48;2;" not in drawn
    assert b"38;5;" not in drawn
    assert "┃".encode() in drawn
    assert b"\x1b[1;4;39;49m" in drawn


def test_what_the_terminal_cannot_carry_has_a_sign_as_wide() -> None:
    """Where it is not UTF-8 every line keeps its columns, and nothing is written by its number."""
    with Terminal(tiers("open", "harrow"), environment={"PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.until("England")
        terminal.settle()
        drawn = bytes(terminal.written) + terminal.press("P") + terminal.press("\x1b") + terminal.press("?")
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.end() == 0
    assert drawn.isascii()
    assert b"\\u{" not in drawn
    assert all(each in drawn for each in (b"v ", b" ----", b"Keys", b"the first lines"))
