"""Bytes that no terminal should send."""

from pathlib import Path

import pytest

from .harness import Terminal, tiers
from .random_input import SIZES, tried
from .test_endings import is_as_before

ODD = (
    b"\xff",
    b"\xc3(",
    b"\x1b[M \xe0!",
    b"\x1b[1114112u",
    b"\x1b[99999999999999999999u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;99999;99999;1;1t",
    b"\x1b[<0;99999;99999M",
    b"\x1b[99;99z",
    b"\x1b]11;rgb:0/0/0\x07",
    b"\x1b[" + b"9" * 5000 + b"u",
)


def test_no_odd_byte_ends_the_explorer() -> None:
    """Each is passed over, in the tree and where one types; then `q` ends it with 0 and the terminal as before."""
    with Terminal(tiers(), columns=120) as terminal:
        terminal.until("England")
        terminal.settle()
        for odd in ODD:
            terminal.send(odd)
            terminal.settle()
        terminal.press("/")
        for odd in ODD:
            terminal.send(odd)
        terminal.settle()
        assert b"harrow" in terminal.press("harrow")
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.end() == 0
        assert is_as_before(terminal)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_random_bytes_and_keys_do_not_end_it_badly(size: tuple[int, int], tmp_path: Path) -> None:
    """200 at a size: it goes on or is quit, never with a traceback, and the terminal is as before; `random_input` tries 4,000."""
    assert tried(size, 200, "the suite", tmp_path) == []


def test_on_a_dumb_terminal_the_explorer_does_not_open() -> None:
    """Status 2, one message that names `tiers print`, and no escape sequence."""
    with Terminal(tiers(), environment={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 2
    assert bytes(terminal.written).decode().splitlines() == [
        "error: the explorer needs a terminal that can place text, and `TERM=dumb` says",
        "  that this one cannot",
        "",
        "hint: `tiers print` writes the structure as text",
    ]


@pytest.mark.parametrize("led", ["2>words", "2>&-", ">words", ""])
def test_it_opens_where_one_output_is_the_terminal(led: str, tmp_path: Path) -> None:
    """With standard error led into a file, or standard output, it is drawn on the other, and nothing of it is in the file."""
    command = ("sh", "-c", f'exec "$@" {led}', "sh", *tiers())
    with Terminal(command, directory=tmp_path) as terminal:
        terminal.settle()
        assert b"Harrow" in terminal.written
        terminal.press("q")
        assert terminal.end() == 0
        assert is_as_before(terminal)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([b""] if "words" in led else [])


@pytest.mark.parametrize(
    ("led", "lacks"),
    [
        ("</dev/null", "standard input, from which it takes the keys, is none here"),
        (">/dev/null", "its output leads elsewhere"),
        ("</dev/null >/dev/null", "there is none here"),
    ],
)
def test_it_says_where_the_terminal_lacks(led: str, lacks: str, tmp_path: Path) -> None:
    """Status 2 and one message: what of the terminal is missing, and what writes text."""
    command = ("sh", "-c", f'exec "$@" {led} 2>words', "sh", *tiers())
    with Terminal(command, directory=tmp_path) as terminal:
        assert terminal.end() == 2
        assert not terminal.written
    words = f"error: the explorer needs a terminal, and {lacks}\n\nhint: `tiers print` writes the structure as text\n"
    assert (tmp_path / "words").read_text() == words


@pytest.mark.parametrize("words", [("print", "harrow", "--depth", "0"), ("show", "harrow")])
def test_on_a_dumb_terminal_nothing_has_colour(words: tuple[str, ...]) -> None:
    """It knows no escape sequence, and gets none."""
    with Terminal(tiers(*words), environment={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 0
    assert b"Harrow" in terminal.written
    assert b"\x1b" not in terminal.written
