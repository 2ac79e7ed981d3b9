"""The table of keys."""

import re

import pytest

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.app import Explorer
from tiers.tui.exploring.walk import Walk
from tiers.tui.screens.explorer_screen import ExplorerScreen
from tiers.tui.screens.help_screen import help_lines
from tiers.tui.screens.keys import EXPLORER_KEYS, GROUPS
from tiers.tui.widgets.detail_pane import DetailPane

from .driving import exploring

ASKED_FOR = {
    *(
        "up",
        "down",
        "left",
        "right",
        "j",
        "k",
        "h",
        "l",
        "J",
        "K",
        "space",
        "e",
        "E",
        "L",
        "H",
        "g",
        "G",
        "home",
        "end",
    ),
    *(
        "pageup",
        "pagedown",
        "slash",
        "n",
        "N",
        "backslash",
        "escape",
        "tab",
        "enter",
        "v",
        "o",
        "m",
        "apostrophe",
        "r",
    ),
    *("left_square_bracket", "right_square_bracket", "y", "ctrl+p", "colon", "question_mark", "q"),
    *("at", "d", "x", "w", "u", "U", "s"),
}


def test_every_key_of_the_design_is_there() -> None:
    """Every key that was promised does something, and every view has its number."""
    keys = {key for binding in EXPLORER_KEYS for key in binding.key.split(",")}
    assert keys >= ASKED_FOR | {str(view.number) for view in VIEWS.values()}


def test_every_binding_names_something_that_exists() -> None:
    """The action, and where it names what a walk or the detail can do, that too."""
    owners = {"walk": Walk, "detail": DetailPane}
    for binding in EXPLORER_KEYS:
        action, _, rest = binding.action.partition("(")
        owner = Explorer if action.startswith("app.") else ExplorerScreen
        assert hasattr(owner, f"action_{action.removeprefix('app.')}"), binding.action
        if action in owners:
            name = re.findall(r"'(\w+)'", rest)[0]
            assert hasattr(owners[action], name), binding.action


def test_a_key_that_stands_twice_means_one_thing_at_a_time() -> None:
    """One is for the tree, one for the detail, one for a date that is being chosen."""
    by_key: dict[str, list[str]] = {}
    for binding in EXPLORER_KEYS:
        for key in binding.key.split(","):
            by_key.setdefault(key, []).append(binding.action)
    twice = {
        key: [action.partition("(")[0] for action in actions]
        for key, actions in by_key.items()
        if len(actions) > 1
    }
    assert {tuple(actions) for actions in twice.values()} == {
        ("enter_detail", "follow", "keep_date"),
        ("leave", "drop_date"),
        ("step_date", "page"),
        ("step_date", "walk"),
        ("step_date", "walk", "detail"),
        ("step_date", "walk", "to_tree"),
    }


def test_help_has_every_group_in_order() -> None:
    """Nothing is left out, what one needs first comes first."""
    lines = help_lines(EXPLORER_KEYS)
    assert tuple(line.text for line in lines if line.role == "heading") == GROUPS
    assert {line.text for line in lines if line.role == "field"} == {
        each.tooltip for each in EXPLORER_KEYS if each.group
    }


async def test_the_footer_names_only_what_works_now(place: Graph) -> None:
    """Back only after a step, follow only in the detail, next only with something found."""
    async with exploring(place, node="ex-board") as driver:
        footers = []
        for keys in ((), ("enter",), ("enter",), ("escape", "slash", "e", "x", "enter")):
            await driver.press(*keys)
            footers.append([hint.words for hint in driver.screen.hints()])
    assert footers == [
        ["search", "detail", "view", "date", "who", "print", "help", "quit"],
        ["search", "follow", "leave", "view", "date", "who", "print", "help", "quit"],
        ["search", "follow", "leave", "back", "view", "date", "who", "print", "help", "quit"],
        ["search", "detail", "next", "leave", "back", "view", "date", "who", "print", "help", "quit"],
    ]


async def test_a_key_of_the_help_that_does_nothing_here_says_why(place: Graph) -> None:
    """Nothing found, nowhere to go back to, a key of the tree pressed in the detail; while a date is chosen all else waits."""
    said = {}
    async with exploring(place, node="ex-board") as driver:
        for key in ("n", "N", "backslash", "left_square_bracket", "right_square_bracket", "escape"):
            await driver.press(key)
            said[key] = driver.state()["last line"].split("   ")[0]
        await driver.press("tab")
        for key in ("e", "H", "space", "J", "r"):
            await driver.press(key)
            said[key] = driver.state()["last line"].split("   ")[0]
        await driver.press("tab", "at", "n")
        chosen = driver.state()["last line"]
        await driver.press("e")
        assert driver.state()["last line"] == chosen
    looked, tree = "nothing is looked for: `/` searches", "for the tree; `tab` goes there"
    assert said == {
        **dict.fromkeys(("n", "N", "backslash"), looked),
        "left_square_bracket": "there is no place to go back to",
        "right_square_bracket": "there is no place to go forward to",
        "escape": said["escape"],
        **dict.fromkeys(("e", "H", "space", "J", "r"), tree),
    }
    assert said["escape"].startswith("/ search")


@pytest.mark.parametrize("key", ["v", "question_mark", "P", "ctrl+p"])
async def test_what_was_said_is_unsaid_below_a_dialogue_too(place: Graph, key: str) -> None:
    """And it is not said again when that is left."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press("n")
        said = driver.state()["last line"].split("   ")[0]
        await driver.press(key)
        below = driver.screen.key_line._shown[2]
        await driver.press("escape")
        after = driver.state()["last line"]
    assert (said, below) == ("nothing is looked for: `/` searches", "")
    assert after.startswith("/ search")


async def test_what_each_view_shows_is_told_whole_at_80_columns(place: Graph) -> None:
    """Where there is no room beside the name nothing would stand there, as if there was nothing to say."""
    async with exploring(place) as driver:
        await driver.press("v")
        lines = [line.strip(" ┃│") for line in driver.lines()]
    told = [tuple(line.split(None, 2)) for line in lines if line[:1].isdigit()]
    assert told[-len(VIEWS) :] == [(str(each.number), each.title, each.meaning) for each in VIEWS.values()]


async def test_what_is_said_is_whole_at_40_columns(place: Graph) -> None:
    """Of what the keys say nothing is cut off, nor of what they wait for."""
    said = {}
    async with exploring(place, node="ex-board", size=(40, 15)) as driver:
        for keys in (*"rxx[]oyzma'bn", "\t", "e", "\t", "dv", "d"):
            await driver.press(*(NAMES.get(key, key) for key in keys))
            if keys == "dv":
                await driver.press("enter")
            said[keys] = driver.state()["last line"].split("   ")[0]
        await driver.press("P", *["down"] * 4, "left", "enter")
        said["P"] = driver.state()["last line"].split("   ")[0]
    assert said == {
        "r": "only this and below; `r` here widens",
        "x": "nothing is marked any more",
        "o": "place 2 of 2",
        "y": "copy: n name, p path, i id, c citation",
        "z": "nothing of that kind to copy here",
        "m": "bookmark this place as (a letter)",
        "a": "bookmark a is set",
        "'": "go to the bookmark (its letter)",
        "b": "there is no bookmark b",
        "n": "nothing is looked for: `/` searches",
        "[": "there is no place to go back to",
        "]": "there is no place to go forward to",
        "\t": said["\t"],
        "e": "for the tree; `tab` goes there",
        "dv": said["dv"],
        "d": "nothing is compared any more",
        "P": "it will be written when you quit",
    }


NAMES = {"'": "apostrophe", "[": "left_square_bracket", "]": "right_square_bracket", "\t": "tab"}
