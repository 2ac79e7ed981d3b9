"""Printing from the explorer, driven by keys."""

import asyncio
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from tiers.model import Graph
from tiers.tui.exploring.print.delivery import copied, folder_of
from tiers.tui.exploring.print.printout import Printout
from tiers.tui.screens.print_screen import PrintScreen

from .driving import Driver, exploring


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty directory, and return it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


PRINTED = "Ex Joint Board (body, disputed)\n"
TAKEN = "a file of that name exists: ↵ once more replaces it"


def form(driver: Driver) -> list[str]:
    """Return the lines that are not blank, with `<` and `>` for the signs beside a value."""
    signs = {0x2039: "<", 0x203A: ">"}
    return [line.strip().translate(signs) for line in driver.lines() if line.strip()]


@pytest.fixture(autouse=True)
def however_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the form wait for the writing to end, so that a busy machine does not make it look slow."""
    monkeypatch.setattr(PrintScreen, "soon", 120.0)


class Slow:
    """Something to print that takes until it is let go on.

    Attributes:
        waits: Where it waits, between its two lines; set, it goes on.
        ended: Whether all of it was asked for.
    """

    def __init__(self) -> None:
        self.waits = threading.Event()
        self.ended = False

    def pieces(self) -> Iterator[str]:
        """Yield the lines."""
        yield PRINTED
        self.waits.wait(30)
        yield PRINTED
        self.ended = True

    async def begin(self, driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin to print it."""
        await driver.press("P")
        monkeypatch.setattr(PrintScreen, "soon", 0.1)
        monkeypatch.setattr(Printout, "pieces", lambda _: self.pieces())
        await driver.press("enter")


def files(directory: Path) -> list[str]:
    """Return the names of the files in a directory."""
    return [each.name for each in directory.iterdir()]


async def test_what_is_typed_replaces_the_suggested_name(place: Graph) -> None:
    """Typed or pasted; after a move of the cursor it goes into the name instead. Where the file goes is said."""
    names = []
    for keys in (("x", "y"), ("left", "end", "left", "x"), ("backspace", "x")):
        async with exploring(place, node="ex-board", size=(104, 24)) as driver:
            await driver.press("P", *["down"] * 5, *keys)
            names.append(form(driver)[7].split()[-1])
    async with exploring(place, node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", *["down"] * 5)
        driver.app.screen.pastes("/no/such/z.txt")  # type: ignore[attr-defined] # the form
        await driver.pilot.pause()
        pasted = form(driver)[6:8]
    assert names == ["xy", "ex-board-tiers.txxt", "ex-board-tiers.txx"]
    assert pasted == ["Where to    a file in /no/such", "┃ File        /no/such/z.txt"]


async def test_it_shows_what_is_chosen_the_command_and_the_first_lines(place: Graph) -> None:
    """Each choice changes all of them at once."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P")
        before = form(driver)
        await driver.press("down", "l", "l", "j", "j", "j", "right")
        after = form(driver)
    assert before[1:11] == [
        "Print",
        "┃ What      < Ex Joint Board, with what is below >",
        "Format      text · a tree drawn with lines",
        "Depth       all levels",
        "Sources     no",
        f"Where to    a file in {folder_of('x')}",
        "File        ex-board-decisions.txt",
        "$ tiers print ex-board --view decisions -o ex-board-decisions.txt",
        f"── the first lines {'─' * 79}",
        "Ex Joint Board (body, disputed)",
    ]
    assert after[2:8] == [
        "What        Ex Joint Board, with what is below",
        "Format      plain · a line each, indented, in words alone, for screen readers",
        "Depth       all levels",
        "Sources     no",
        "┃ Where to  < the clipboard >",
        "$ tiers print ex-board --view decisions --format plain",
    ]
    assert "↵ print  ↑↓ move  ←→ change  ctrl+y copy the command  esc leave" in after


async def test_a_file_is_written_and_not_replaced_without_asking(place: Graph, here: Path) -> None:
    """Once more the same key replaces it; another key in between asks again."""
    file = here / "ex-board-decisions.txt"
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", "enter")
        written = file.read_text(encoding="utf-8"), driver.state()["last line"].split("   ")[0]
        file.write_text("mine", encoding="utf-8")
        await driver.press("P", "enter")
        asked = form(driver)[9], file.read_text(encoding="utf-8")
        await driver.press("enter")
        replaced = file.read_text(encoding="utf-8")
    assert written == (PRINTED, f"written to `ex-board-decisions.txt` in {folder_of(str(file))}")
    assert asked == (TAKEN, "mine")
    assert replaced == PRINTED
    assert files(here) == ["ex-board-decisions.txt"]


@pytest.mark.parametrize("between", ["down", "up", "y", "right left", "click"])
async def test_what_was_asked_is_asked_again_after_anything_else(
    place: Graph, here: Path, between: str
) -> None:
    """A reader who has turned to something else has not agreed to replace a file."""
    file = here / "ex-board-decisions.txt"
    file.write_text("mine", encoding="utf-8")
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", "enter")
        if between == "click":
            await driver.click("PrintForm", 20, 5)
        else:
            await driver.press(*between.split())
        assert TAKEN not in form(driver)
        await driver.press("enter")
        assert TAKEN in form(driver)
    assert file.read_text(encoding="utf-8") == "mine"


async def test_a_file_that_was_made_in_the_meantime_is_not_replaced(
    place: Graph, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look whether there is one and the last line that is written somebody else may have made it."""
    file = here / "ex-board-decisions.txt"

    def pieces(_: Printout) -> Iterator[str]:
        file.write_text("theirs", encoding="utf-8")
        yield PRINTED

    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P")
        monkeypatch.setattr(Printout, "pieces", pieces)
        await driver.press("enter")
        asked = TAKEN in form(driver), file.read_text(encoding="utf-8")
        await driver.press("enter")
    assert (asked, file.read_text(encoding="utf-8")) == ((True, "theirs"), PRINTED)
    assert files(here) == ["ex-board-decisions.txt"]


async def test_what_takes_long_is_said_and_can_be_broken_off(
    place: Graph, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile other keys and clicks change nothing; broken off there is no file, else the whole of it."""
    slow = Slow()
    said = []
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await slow.begin(driver, monkeypatch)
        said.append(form(driver)[9])
        await driver.press("l", "q", "enter")
        await driver.click("PrintForm", 20, 5)
        said.append(form(driver)[9])
        await driver.press("escape")
        said.append(form(driver)[9])
        slow.waits.set()
        await driver.until(lambda: "cancelling" not in form(driver))
        said.append(form(driver)[9])
        left = files(here)
        slow.waits.clear()
        await driver.press("enter")
        slow.waits.set()
        await driver.until(lambda: driver.app.screen is driver.screen)
    writing = "writing; esc cancels"
    assert said == [writing, writing, "cancelling", "cancelled; nothing was written"]
    assert (left, files(here)) == ([], ["ex-board-decisions.txt"])
    assert (here / "ex-board-decisions.txt").read_text(encoding="utf-8") == PRINTED * 2


async def test_a_click_beside_the_form_breaks_off_what_is_being_written(
    place: Graph, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click beside the form breaks off the writing as Esc does; the form stays until that is done, and says so."""
    slow = Slow()
    said = []
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await slow.begin(driver, monkeypatch)
        await driver.pilot.click(offset=(50, 0))
        await driver.pilot.pause()
        said.append(form(driver)[9])
        slow.waits.set()
        await driver.until(lambda: "cancelling" not in form(driver))
        said.append(form(driver)[9])
    assert said == ["cancelling", "cancelled; nothing was written"]
    assert files(here) == []


async def test_quitting_does_not_wait_for_what_is_being_written(
    place: Graph, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is broken off, and no part of it is left."""
    slow = Slow()
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await slow.begin(driver, monkeypatch)
        screen = driver.app.screen
        assert isinstance(screen, PrintScreen)
        work = screen._work
        await driver.press("ctrl+q")
    slow.waits.set()
    assert work is not None
    await asyncio.wait((work,))
    assert (slow.ended, files(here)) == (False, [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "the file needs a name"),
        ("no/such.txt", "the file cannot be written: no such file or directory"),
        (".", "the file cannot be written: it is a directory"),
        ("/dev/null", "the file cannot be written: it is not a file"),
        ("a" * 300, "the file cannot be written: file name too long"),
    ],
    ids=["no name", "no folder", "a folder", "a device", "a long name"],
)
async def test_what_cannot_be_written_is_said_in_the_dialogue(
    place: Graph, here: Path, name: str, said: str
) -> None:
    """It stays open, and nothing is left behind; the next key unsays it."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", "up", *["down"] * 5, "ctrl+u")
        if name:
            driver.app.screen.post_message(events.Paste(name))
        await driver.press("enter")
        assert said in form(driver)
        await driver.press("up")
        assert said not in form(driver)
        await driver.press("escape")
        assert driver.state()["last line"].startswith("/ search")
    assert files(here) == []


async def test_letters_are_typed_into_the_name_and_choose_nothing(place: Graph) -> None:
    """In the field of the name `j`, `y` and a space are letters."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", *["down"] * 5, "ctrl+u", *"j y", "left", "x")
        assert "┃ File        jx y" not in form(driver)
        assert "┃ File        j xy" in form(driver)
        assert "$ tiers print ex-board --view decisions -o 'j xy'" in form(driver)


async def test_text_and_command_are_copied(place: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command, or the text itself, is sent to the clipboard, and the screen says so; text that is too long is refused."""
    sent: list[str] = []
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        monkeypatch.setattr(driver.app, "copy_to_clipboard", sent.append)
        await driver.press("P", *["down"] * 4, "right", "y")
        assert "the command was sent to the clipboard" in form(driver)
        await driver.press("enter")
        said = driver.state()["last line"].split("   ")[0]
        monkeypatch.setattr("tiers.tui.exploring.print.delivery.TOO_MUCH", len(PRINTED) - 1)
        await driver.press("P", *["down"] * 4, "right", "enter")
        too_much = "more than 1,000,000 characters are too many for the clipboard; print to a file instead"
        assert too_much in form(driver)
    assert sent == ["tiers print ex-board --view decisions", PRINTED]
    assert said == f"sent to the clipboard: {len(PRINTED)} characters"


def test_what_some_terminals_do_not_take_is_said() -> None:
    """Up to 74,000 bytes are taken by every terminal that takes any."""
    taken, not_taken = copied(iter(["x" * 73_998, "é"])), copied(iter(["x" * 73_999, "é"]))
    assert taken.message == "sent to the clipboard: 73,999 characters"
    assert not_taken.message == "sent to the clipboard: 74,000 characters; some terminals accept less"
    assert not_taken.copied == "x" * 73_999 + "é"


async def test_what_is_for_standard_output_waits(place: Graph) -> None:
    """It is remembered, in order, until the explorer has ended."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", *["down"] * 4, "left", "enter")
        said = driver.state()["last line"].split("   ")[0]
        await driver.press("P", "right", "down", "right", *["down"] * 3, "left", "enter", "q")
    later = driver.app.exploration.later
    assert said == "the print is written when you quit"
    assert [(subtree.root >= 0, name) for subtree, name in later] == [(True, "text"), (False, "ascii")]


async def test_a_click_goes_to_a_field_and_changes_it(place: Graph) -> None:
    """A click beside the form leaves."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P")
        await driver.click("PrintForm", 20, 5)
        await driver.click("PrintForm", 20, 4)
        await driver.click("PrintForm", 20, 4)
        assert "┃ Format    < ascii · the same in ASCII alone  2 of 13 >" in form(driver)
        await driver.pilot.click(offset=(50, 0))
        await driver.pilot.pause()
        assert driver.state()["last line"].startswith("/ search")


async def test_in_little_room_what_is_said_and_the_keys_are_whole(place: Graph) -> None:
    """At 40 columns and 15 lines nothing of either is cut; the first lines of the file give way."""
    async with exploring(place, view="decisions", node="ex-board", size=(40, 15)) as driver:
        await driver.press("P", *["down"] * 5, *["backspace"] * 30, *"no/such/folder/x", "enter")
        lines = form(driver)
    assert lines == [
        "Print",
        "What        Ex Joint Board, with…",
        "Format      text · a tree drawn…",
        "Depth       all levels",
        "Sources     no",
        "Where to    a file in …/no/such/f…",
        "┃ File        no/such/folder/x",
        "$ tiers print ex-board --view",
        "decisions -o no/such/folder/x",
        "the file cannot be written: no",
        "such file or directory",
        "↵ print  ↑↓ move  ←→ change  esc leave",
    ]


async def test_in_next_to_no_room_the_field_of_the_cursor_is_seen(place: Graph) -> None:
    """In a window of five lines the chosen field is seen, and a click meets the field under it."""
    async with exploring(place, view="decisions", node="ex-board", size=(33, 5)) as driver:
        await driver.press("P", *["down"] * 4)
        before = form(driver)
        await driver.click("PrintForm", 14, 1)
        await driver.click("PrintForm", 14, 1)
        after = form(driver)
    assert before == [
        "Format      text · a tree…",
        "Depth       all levels",
        "Sources     no",
        "┃ Where to  < a file in… >",
        "↵ print  ↑↓ move  esc leave",
    ]
    assert after == [
        "What        Ex Joint Board…",
        "┃ Format    < text…  1 of 13 >",
        "Depth       all levels",
        "Sources     no",
        "↵ print  ↑↓ move  esc leave",
    ]


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_a_key_that_leaves_prints_nothing(place: Graph, here: Path, key: str) -> None:
    """Ctrl+C too, which in a dialogue asks for nothing else."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", key)
        assert driver.state()["last line"].startswith("/ search")
    assert (files(here), driver.app.exploration.later) == ([], [])


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (33, 7), (300, 100)])
async def test_every_size_can_be_drawn(place: Graph, size: tuple[int, int]) -> None:
    """Nothing breaks where there is next to no room, or very much."""
    async with exploring(place, size=size) as driver:
        await driver.press("P", *["down", "right"] * 6, "enter", "escape", "escape")
        assert all(len(line) <= size[0] for line in driver.lines())


async def test_an_empty_view_is_not_printed() -> None:
    """It is said that there is nothing."""
    async with exploring(Graph.of({}, ())) as driver:
        await driver.press("P")
        assert driver.state()["last line"].startswith("there is nothing in this view to print")


@pytest.mark.skipif(os.sep != "/", reason="the folders are written as on Unix")
def test_a_folder_is_told_by_its_last_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With `~` for the reader's own; one that is too long without its beginning."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder_of(str(tmp_path / "x")) == "~"
    assert folder_of(str(tmp_path / "papers" / "x")) == "~/papers"
    assert folder_of(f"/{'a' * 30}/{'b' * 20}/c/x") == f"…/{'b' * 20}/c"
    assert folder_of(f"/{'a' * 60}/x") == f"/{'a' * 60}"
