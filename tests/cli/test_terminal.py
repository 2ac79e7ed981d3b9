"""What a terminal gets: lines that fit, a pager for what is longer than the screen, colour as it is asked for."""

import os
from pathlib import Path

import pytest

from tiers.tui.printing.parts.table import columns
from tiers.tui.printing.parts.wrapping import fitted, hung, wrapped
from tiers.tui.wording.safe_text import screen_width

from .conftest import Answer, Screen, Tiers, set_size

SHORT = ("print", "ex", "--depth", "0")
LONG = ("print", "--help")


def test_a_line_is_broken_at_words_and_hangs(terminal: Tiers, tiers: Tiers) -> None:
    """At 80 columns a long line goes on below, indented; in a pipe the same line is whole."""
    piped = tiers("show", "ex-board", "--sources")
    shown = terminal("show", "ex-board", "--sources")
    assert max(map(len, piped.out.splitlines())) > 80
    wide = [line for line in shown.out.splitlines() if len(line) > 80]
    assert wide == [line for line in wide if len(line.split()) == 1], (
        "a word wider than the screen stays whole"
    )
    assert shown.out.split() == piped.out.split()


def test_no_word_is_cut_unless_it_is_wider_than_the_screen() -> None:
    """A word too long beside its indent stands further left; one wider than the screen stays whole."""
    assert hung("one two three four", 16, "- ", "    ") == "- one two three\n    four\n"
    assert hung("one abcdefghijklmnopqr s", 20, "  ", "      ") == "  one\n  abcdefghijklmnopqr\n      s\n"
    assert hung(f"one {'x' * 30} s", 20, "  ", "    ") == f"  one\n{'x' * 30}\n    s\n"
    assert wrapped("one " + "x" * 30, 20, "", "  ") == f"one\n  {'x' * 18}\n  {'x' * 12}\n"
    assert (
        "".join(fitted(["hint: `tiers open harrow` explores it\n"], 24))
        == "hint:\n  `tiers open harrow`\n  explores it\n"
    )
    assert list(fitted(["  a b\n\nc\n"], 80)) == ["  a b\n", "\n", "c\n"]
    assert list(fitted(["as it is\n"], None)) == ["as it is\n"]


def test_a_style_ends_and_begins_again_where_a_line_is_broken() -> None:
    """Where a styled line is broken, the style ends and begins again, so that neither the indent nor the lines of a tree have it."""
    styled = wrapped("name is said of it", 16, "├── ", "│   ", whole=True, styles=((0, 4, "<"), (5, 18, "(")))
    assert styled == "├── <name\x1b[0m (is said of\x1b[0m\n│   (it\x1b[0m\n"


@pytest.mark.parametrize("variable", ["TIERS_PAGER", "PAGER"])
def test_longer_than_the_screen_goes_through_the_pager(
    terminal: Tiers, tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """`TIERS_PAGER`, else `PAGER`, gets what does not fit; what fits is written straight."""
    read = tmp_path / "read.txt"
    monkeypatch.delenv("TIERS_PAGER")
    monkeypatch.setenv("PAGER", "no-such-program")
    monkeypatch.setenv(variable, f"tee '{read}'")
    assert terminal(*LONG) == Answer(0)
    assert Answer(0, read.read_text(encoding="utf-8")) == terminal(*LONG, "--no-pager")
    read.unlink()
    assert terminal(*SHORT) == tiers(*SHORT)
    assert not read.exists()


@pytest.mark.parametrize("pager", ["no-such-program --here", "", "cat", "less 'unfinished"])
def test_without_a_pager_program_it_is_written_straight(
    terminal: Tiers, monkeypatch: pytest.MonkeyPatch, pager: str
) -> None:
    """A pager that is not there, or not wanted, loses nothing."""
    monkeypatch.setenv("TIERS_PAGER", "true")
    straight = terminal(*LONG, "--no-pager")
    monkeypatch.setenv("TIERS_PAGER", pager)
    assert straight.out.count("\n") > 24
    assert terminal(*LONG) == straight


def test_leaving_the_pager_early_is_done(terminal: Tiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who leaves before the end is not told of a closed pipe; the exit status is 0."""
    monkeypatch.setenv("TIERS_PAGER", "true")
    assert terminal(*LONG) == Answer(0)
    assert terminal("--no-pager", *LONG).out.count("\n") > 24


def test_a_dumb_terminal_gets_no_pager_and_no_escapes(
    terminal: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `TERM=dumb` text is written straight, without colour."""
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("TIERS_PAGER", "true")
    answer = terminal(*LONG)
    assert answer.out.count("\n") > 24
    assert "\x1b" not in answer.out


COLOURS = {
    "a terminal": ({}, True),
    "NO_COLOR": ({"NO_COLOR": "1"}, False),
    "TERM=dumb": ({"TERM": "dumb"}, False),
    "FORCE_COLOR on a dumb terminal": ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    "CLICOLOR_FORCE on a dumb terminal": ({"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
    "CLICOLOR_FORCE=0": ({"TERM": "dumb", "CLICOLOR_FORCE": "0"}, False),
    "NO_COLOR before FORCE_COLOR": ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
}


@pytest.mark.parametrize("case", COLOURS)
def test_colour_follows_the_variables(terminal: Tiers, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """NO_COLOR forbids colour, FORCE_COLOR and CLICOLOR_FORCE ask for it, `--color` decides before all of them."""
    monkeypatch.delenv("NO_COLOR")
    variables, coloured = COLOURS[case]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in terminal(*SHORT).out) is coloured
    assert "\x1b[" in terminal(*SHORT, "--color", "always").out
    assert "\x1b[" not in terminal(*SHORT, "--color", "never").out


def test_force_color_colours_a_pipe(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """FORCE_COLOR asks for colour where there is no terminal, and still nothing is broken."""
    plain = tiers(*SHORT).out
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = tiers(*SHORT).out
    assert coloured != plain
    assert coloured.count("\n") == plain.count("\n") == 1


def test_a_table_too_wide_is_stacked() -> None:
    """A table wider than the terminal is one that fits: the id, and beside it the name above what it is."""
    rows = [
        ("id", "name", "kind", "place"),
        ("harrow", "Harrow Borough Based Partnership", "partnership", "-"),
    ]
    assert list(columns(rows, 60)) == [
        "id      name                              kind         place\n",
        "harrow  Harrow Borough Based Partnership  partnership  -\n",
    ]
    assert "".join(columns(rows, 40)) == (
        "id      name\n"
        "          kind · place\n"
        "harrow  Harrow Borough Based Partnership\n"
        "          partnership\n"
    )
    assert "".join(
        columns([("an-id-that-is-long", "Some Name", "body", ""), ("four", "Name", "", "")], 30)
    ) == ("an-id-that-is-long\n    Some Name\n      body\nfour\n    Name\n")


@pytest.mark.parametrize(("columns", "lines", "width"), [(0, 0, None), (12, 24, 20), (200, 50, 200)])
def test_the_width_is_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, columns: int, lines: int, width: int | None
) -> None:
    """A terminal that does not know its size gets lines as they are, a very narrow one 20 columns."""
    monkeypatch.delenv("COLUMNS", raising=False)
    master, slave = os.openpty()
    set_size(slave, columns, lines)
    assert screen_width(Screen(slave)) == width
    os.close(master)
    os.close(slave)


def test_columns_goes_before_what_the_terminal_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS is a number of columns, and anything else in it is passed over."""
    master, slave = os.openpty()
    set_size(slave, 80, 24)
    for said, width in (("60", 60), ("0", 80), ("wide", 80), ("99999999", 80)):
        monkeypatch.setenv("COLUMNS", said)
        assert screen_width(Screen(slave)) == width
    os.close(master)
    os.close(slave)
