"""One key, one frame."""

import pytest

from .harness import Terminal, tiers

STEPS = {
    "a move of the cursor, the detail with it": [
        "j",
        "k",
        "\x1b[B",
        "\x1b[A",
        "G",
        "g",
        "\x1b[6~",
        "\x1b[5~",
    ],
    "folding": [" ", " ", "l", "l", "h", "E", "e", "H", "L"],
    "a view": ["2", "3", "4", "1"],
    "a letter of a search, Enter, steps, Esc": ["/", "f", "r", "a", "\x7f", "\r", "n", "\\", "\x1b"],
    "a filter, completed; a query of before": ["/", "k", "i", "\t", "b", "\r", "/", "\x1b[A", "\x0e", "\x1b"],
    "the detail, a relation, back and forward": ["\r", "j", "\r", "\r", "[", "]"],
    "a date, its steps, one that is typed, kept": [
        "@",
        "\x1b[D",
        "\x1b[C",
        "\x1b[D",
        "2",
        "0",
        "2",
        "1",
        "\r",
    ],
    "a date to compare with, moves among what differs": ["d", "\x1b[D", "\r", "j", "e", "j", "d"],
    "who decides, what is not said, every statement": ["w", "\r", "j", "u", "U", "s", "\x1b"],
    "a topic, an acronym, promises": ["w", "f", "a", "\r", "t", "i", "\x1b", "p", "j", "\r", "["],
    "a concern, two dates, a citation": ["c", "\x1b[B", "\x1b", "D", "2", "\x1b", "\r", "y", "c"],
    "what is found in the detail": ["\r", "/", "t", "h", "\x1b[B", "\r", "/", "\x1b"],
    "the widths of the panes": ["z", "z", "\r", "h", "z", "z"],
    "two that are marked": ["x", "j", "x"],
    "a letter that was waited for": ["m", "a", "2", "'", "a", "y", "i"],
}


@pytest.mark.parametrize("keys", STEPS.values(), ids=list(STEPS))
def test_each_key_gives_one_frame(keys: list[str]) -> None:
    """Tree, detail, path and last line change together, in one frame, whatever the key."""
    with Terminal(tiers("open", "harrow"), columns=100, lines=30) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        counted = []
        for key in keys:
            before = terminal.frames
            terminal.press(key)
            counted.append((key, terminal.frames - before))
    assert counted == [(key, 1) for key in keys]


def test_each_choice_of_what_to_print_gives_one_frame() -> None:
    """Fields, command and first lines change together."""
    with Terminal(tiers("open", "harrow"), columns=100, lines=30) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        terminal.press("P")
        counted = []
        for key in ("j", "l", "l", "h", "j", "l", "j", "j", "j", "x", "\x7f", "\x1b[A"):
            before = terminal.frames
            terminal.press(key)
            counted.append((key, terminal.frames - before))
    assert [count for _, count in counted] == [1] * len(counted), counted


def test_each_key_in_the_help_gives_one_frame() -> None:
    """What is typed there, and moves."""
    with Terminal(tiers("open", "harrow"), columns=100, lines=30) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        terminal.press("?")
        counted = []
        for key in ("\x1b[B", "\x1b[6~", "d", "i", "\x7f"):
            before = terminal.frames
            terminal.press(key)
            counted.append((key, terminal.frames - before))
    assert [count for _, count in counted] == [1] * len(counted), counted


def test_keys_typed_ahead_reach_what_they_are_meant_for() -> None:
    """`/que` in one write is all typed, and `q` in it quits nothing; Enter, Esc and the keys after keep their order."""
    with Terminal(tiers(), columns=100, lines=30) as terminal:
        terminal.until("England")
        terminal.settle()
        assert b"que" in terminal.press("/que").replace(b"\x1b[", b"")
        terminal.press("\x1b")
        after = terminal.press("/frail\r2")
        assert b"Frailty" in after
        terminal.press(":close everything\r")
        terminal.press("?que")
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.end() == 0
