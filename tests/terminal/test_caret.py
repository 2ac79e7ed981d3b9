"""The terminal's own cursor, in a terminal."""

from .harness import Terminal, tiers


def test_the_cursor_is_shown_while_one_types_and_is_where_one_types() -> None:
    """The last move of each frame leads there; hidden again with Esc."""
    with Terminal(tiers(), columns=80, lines=24) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        began = terminal.press("/")
        typed = terminal.press("f")
        left = terminal.press("\x1b")
        assert b"\x1b[?25h" in began
        assert b"\x1b[24;4H" in typed
        assert b"\x1b[?25l" in left
        terminal.press("q")
        assert terminal.end() == 0
