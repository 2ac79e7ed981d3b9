"""Printing from the explorer, driven by keys."""

from pathlib import Path

import pytest

from tiers.model import Graph

from .driving import Driver, exploring


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty directory, and return it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


PRINTED = "Ex Joint Board (body, disputed)\n"


def form(driver: Driver) -> list[str]:
    """Return the lines that are not blank, `<` and `>` for the signs beside a value."""
    signs = {0x2039: "<", 0x203A: ">"}
    return [line.strip().translate(signs) for line in driver.lines() if line.strip()]


def files(directory: Path) -> list[str]:
    """Return the names of the files in a directory."""
    return [each.name for each in directory.iterdir()]


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
        "Where to    a file",
        "File        ex-board-decisions.txt",
        "$ tiers print ex-board --view decisions -o ex-board-decisions.txt",
        f"── the first lines {'─' * 79}",
        "Ex Joint Board (body, disputed)",
    ]
    assert after[2:8] == [
        "What        Ex Joint Board, with what is below",
        "Format      plain · a line each, indented, in words alone: for screen readers",
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
    assert written == (PRINTED, "written to `ex-board-decisions.txt`")
    assert asked == ("`ex-board-decisions.txt` is there already: ↵ once more replaces it", "mine")
    assert replaced == PRINTED
    assert files(here) == ["ex-board-decisions.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "give the file a name"),
        ("no/such.txt", "`no/such.txt` cannot be written: no such file or directory"),
        (".", "`.` cannot be written: it is a directory"),
    ],
)
async def test_what_cannot_be_written_is_said_in_the_dialogue(
    place: Graph, here: Path, name: str, said: str
) -> None:
    """It stays open, and nothing is left behind; the next key unsays it."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", "up", *["down"] * 5, "ctrl+u", *name, "enter", *["enter"] * (name == "."))
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
    """What was sent is said."""
    sent: list[str] = []
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        monkeypatch.setattr(driver.app, "copy_to_clipboard", sent.append)
        await driver.press("P", *["down"] * 4, "right", "y")
        assert "the command was sent to the clipboard" in form(driver)
        await driver.press("enter")
        said = driver.state()["last line"].split("   ")[0]
        monkeypatch.setattr("tiers.tui.screens.printing._MUCH", 10)
        await driver.press("P", *["down"] * 4, "right", "enter")
        much = driver.state()["last line"].split("   ")[0]
    assert sent == ["tiers print ex-board --view decisions", PRINTED, PRINTED]
    assert said == f"sent to the clipboard: {len(PRINTED)} characters"
    assert much == f"sent to the clipboard: {len(PRINTED)} characters; some terminals take less"


async def test_what_is_for_standard_output_waits(place: Graph) -> None:
    """It is remembered, in order, until the explorer has ended."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P", *["down"] * 4, "left", "enter")
        said = driver.state()["last line"].split("   ")[0]
        await driver.press("P", "right", "down", "right", *["down"] * 3, "left", "enter", "q")
    later = driver.app.exploration.later
    assert said == "it will be written to standard output when you quit"
    assert [(subtree.root >= 0, name) for subtree, name in later] == [(True, "text"), (False, "ascii")]


async def test_a_click_goes_to_a_field_and_changes_it(place: Graph) -> None:
    """A click beside the form leaves."""
    async with exploring(place, view="decisions", node="ex-board", size=(104, 24)) as driver:
        await driver.press("P")
        await driver.click("PrintForm", 20, 5)
        await driver.click("PrintForm", 20, 4)
        await driver.click("PrintForm", 20, 4)
        assert "┃ Format    < ascii · the same in ASCII alone >" in form(driver)
        await driver.pilot.click(offset=(50, 0))
        await driver.pilot.pause()
        assert driver.state()["last line"].startswith("/ search")


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
