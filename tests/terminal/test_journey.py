"""A reader's way through the real partnership, in a real terminal."""

import sys

from .tmux import Tmux, terminal

__all__ = ["terminal"]


def settings(tmux: Tmux, mark: str) -> str:
    """Return how the terminal is set, as `stty` tells it."""
    tmux.type(f"clear; stty -a; echo {mark}-\n")
    screen = tmux.until(rf"(?m)^{mark}-")
    return screen[: screen.index(f"{mark}-")]


def test_from_the_places_to_the_executive_and_back(terminal: Tmux) -> None:
    """To Harrow, its decisions, `/frail`, the relation to the Executive, back, help, quit; the terminal as before."""
    stty, modes = settings(terminal, "before"), terminal.modes()

    terminal.type(f"clear; {sys.executable} -m tiers.tui\n")
    opened = terminal.until(r"England[\s\S]*quit")  # `stty` tells a key for quit too
    assert "● Harrow Borough" in opened
    assert terminal.modes()[:5] == "1 1 0"

    terminal.type(":harrow borough based")
    terminal.press("Enter")
    terminal.until(r"(?m)^┃ .*● Harrow Borough")
    terminal.type("2")
    decisions = terminal.until(r"(?m)^┃▾ ● Harrow Borough")
    assert "■ Harrow Joint Man" in decisions
    assert "↓ to Harrow Joint" in decisions

    terminal.type("/frail")
    found = terminal.until(r"/frail +1 of \d")
    assert "◆ Frailty" in found
    terminal.press("Enter")
    terminal.until(r"/frail  1 of \d.* search")
    terminal.press("Enter")
    terminal.until("↵ follow")
    while "┃  Harrow Health and Care" not in (before := terminal.screen()):
        terminal.type("j")
        terminal.until_other(before)
    terminal.press("Enter")
    followed = terminal.until("\u203a Harrow Health and Care Executive ")
    assert "■ Harrow Healt" in followed

    terminal.type("[")
    back = terminal.until("\u203a Frailty and care settings ")
    assert "┃  Harrow Health and Care" in back
    terminal.type("?")
    helped = terminal.until("Keys and marks")
    assert "In the tree" in helped or "In the detail" in helped
    terminal.press("Escape")
    terminal.until(r"q quit")
    terminal.type("q")
    terminal.until(r"(?m)^ready>")

    assert (settings(terminal, "after"), terminal.modes()) == (stty.replace("before", "after"), modes)


def test_through_the_years(terminal: Tmux) -> None:
    """The partnership under its names; who decides, what is not said and the system beside it, back at the last known."""
    terminal.type(f"clear; {sys.executable} -m tiers.tui open harrow\n")
    terminal.until("quit")
    terminal.type("@2021-06-30")
    terminal.until("as of 2021-06-30")
    terminal.press("Enter")
    terminal.until(r"\A.*\u203a Harrow Integrated Care Partnership +as of 30 Jun 2021")
    terminal.type("@")
    terminal.until("keep")
    while "Borough" not in (before := terminal.screen()).partition("\n")[0]:
        terminal.press("Right")
        terminal.until_other(before)
    assert "as of 22 Feb 2022" in before
    terminal.press("Enter")
    terminal.until("↵ detail")
    terminal.type("d")
    terminal.press("Enter")
    terminal.until(r"(?m)^┃.*● Harrow Borough.*~\*")
    terminal.type("dw")
    terminal.until("who decides, here and in the")
    terminal.press("Enter")
    terminal.until("↵ follow")
    terminal.type("u")
    terminal.until("What no document says")
    terminal.press("Escape")
    terminal.until("↵ detail")
    terminal.type("xkx")
    terminal.until("~ Name")
    terminal.press("Escape")
    terminal.until("↵ detail")
    terminal.type("q")
    terminal.until(r"(?m)^ready>")


def test_resizing_keeps_the_cursor_in_sight(terminal: Tmux) -> None:
    """Made small and large again, the tree is drawn anew around the cursor."""
    terminal.type(f"clear; {sys.executable} -m tiers.tui open harrow-hce --view decisions\n")
    terminal.until("quit")
    for columns, lines in ((50, 10), (160, 50), (80, 24)):
        terminal.resize(columns, lines)
        terminal.until("┃ .*■ Harrow Healt")
        terminal.until(rf"\A(.*\n){{{lines - 1}}}.*help")
    terminal.type("q")
    terminal.until(r"(?m)^ready>")
