"""A line of text being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.tui.exploring.typed_line import LONGEST, TypedLine


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("a b c", "abc|"),
        ("a b left c", "ac|b"),
        ("a b backspace", "a|"),
        ("a b left delete", "a|"),
        ("a b home delete c", "c|b"),
        ("a b home right left end c", "abc|"),
        ("a b home left backspace", "|ab"),
        ("a b c left ctrl+k", "ab|"),
        ("a b c left ctrl+u", "|c"),
        ("f o space b a ctrl+w", "fo |"),
        ("f o space ctrl+w", "|"),
        ("a ctrl+a b ctrl+e c", "bac|"),
    ],
)
def test_keys_do_what_they_do_in_a_line(keys: str, expected: str) -> None:
    """Each key types, removes or moves as in any line of text; `|` is the cursor."""
    line = TypedLine()
    for key in keys.split():
        character = " " if key == "space" else key if len(key) == 1 else None
        assert line.press(key, character) is True
    assert f"{line.text[: line.at]}|{line.text[line.at :]}" == expected


@pytest.mark.parametrize(
    ("key", "character"), [("enter", "\r"), ("tab", "\t"), ("escape", None), ("f1", None), ("up", None)]
)
def test_other_keys_are_not_taken(key: str, character: str | None) -> None:
    """What means nothing in a line is left to whoever has a use for it."""
    line = TypedLine("a", 1)
    assert (line.press(key, character), line.text) == (False, "a")


def test_lines_that_are_pasted_become_one() -> None:
    """Nothing that acts on a terminal gets in, and no line break: a name broken over lines is one name."""
    line = TypedLine("<>", 1)
    line.insert("\nfrail\x1b[2Jty\u202e\r\nand care\n")
    assert (line.text, line.at) == ("<frail[2Jty and care>", 20)


def test_a_line_takes_so_much_and_no_more() -> None:
    """A million letters that are pasted leave a line as long as a line may be, and typing adds nothing to it."""
    line = TypedLine("ab", 1)
    line.insert("x" * 1_000_000)
    line.press("y", "y")
    assert (line.text, line.at) == ("a" + "x" * (LONGEST - 2) + "b", LONGEST - 1)


@given(
    st.lists(
        st.sampled_from(
            ["x", "backspace", "delete", "left", "right", "home", "end", "ctrl+w", "ctrl+u", "ctrl+k"]
        )
    )
)
def test_the_cursor_never_leaves_the_line(keys: list[str]) -> None:
    """After any keys the cursor is between the first and the last place of the line."""
    line = TypedLine()
    for key in keys:
        line.press(key, key if len(key) == 1 else None)
        assert 0 <= line.at <= len(line.text)
