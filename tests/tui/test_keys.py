"""The table of keys."""

import pytest

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.exploring.pages.who import WhoPage
from tiers.tui.screens.help_screen import HOW, HelpPane, help_lines
from tiers.tui.screens.key import Group, written
from tiers.tui.screens.keys import EXPLORER_KEYS, FOOTER, WITHOUT_KEY
from tiers.tui.wording.legend import legend

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
    *("at", "d", "D", "x", "w", "u", "U", "s", "p", "t", "c", "C"),
}


def test_every_key_of_the_design_is_there() -> None:
    """Every key that was promised does something, and every view has its number."""
    keys = {name for key in EXPLORER_KEYS for name in key.names}
    assert keys >= ASKED_FOR | {str(view.number) for view in VIEWS.values()}


@pytest.mark.parametrize("before", [(), ("tab",), ("slash", "e"), ("at",), ("m",)], ids=str)
async def test_every_key_can_be_pressed_everywhere(place: Graph, before: tuple[str, ...]) -> None:
    """In the tree, in the detail and in each mode a key of the table does something or says why not; none fails."""
    names = sorted({key.names[0] for key in EXPLORER_KEYS} - {"q", "ctrl+z"})
    async with exploring(place, node="ex-board") as driver:
        for name in names:
            await driver.press(*before, name)
            for _ in range(3):
                if (driver.app.screen, driver.screen.mode, driver.screen.pane) != (
                    driver.screen,
                    None,
                    "tree",
                ):
                    await driver.press("escape")
            assert (driver.app.screen, driver.screen.mode) == (driver.screen, None), name
    assert driver.app._exception is None


def test_a_key_that_stands_twice_means_one_thing_at_a_time() -> None:
    """One is for the tree, one for the detail, one for a date that is being chosen."""
    by_name: dict[str, list[str]] = {}
    for key in EXPLORER_KEYS:
        for name in key.names if key.words else ():
            by_name.setdefault(name, []).append(key.words)
    twice = {name: tuple(words) for name, words in by_name.items() if len(words) > 1}
    assert set(twice.values()) == {
        ("go into the detail", "in the detail: follow the relation", "choosing a date: keep the date"),
        ("leave the search, the detail or a comparison", "choosing a date: back to the date before"),
        ("choosing a date: ten dates forward", "a page down"),
        ("choosing a date: ten dates back", "a page up"),
        ("choosing a date: next date", "open, or to the first below"),
        ("choosing a date: next date", "down", "down"),
        ("choosing a date: previous date", "up", "up"),
        ("down", "down"),
        ("up", "up"),
        ("choosing a date: first date", "to the first line", "to the first line"),
        ("choosing a date: latest state", "to the last line", "to the last line"),
        ("to the first line", "to the first line"),
        ("to the last line", "to the last line"),
        ("choosing a date: previous date", "close, or to the one above", "in the detail: back to the tree"),
        ("close, or to the one above", "in the detail: back to the tree"),
    }


@pytest.mark.parametrize("before", [(), ("tab",), ("slash", "e"), ("at",), ("m",)], ids=str)
async def test_one_meaning_of_a_key_is_live(place: Graph, before: tuple[str, ...]) -> None:
    """Of the screen's own keys one of a name does something at a time, and of the keys of the mode one."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press(*before)
        live = [(name, each.mode) for each in driver.screen.live_keys() for name in each.names]
    assert len(live) == len(set(live))
    assert ("question_mark", None) in live


def test_help_has_every_group_in_order() -> None:
    """Nothing is left out: every key, then every mark with its meaning."""
    lines = help_lines(EXPLORER_KEYS)
    headings = [line.text for line in lines if line.role == "heading"]
    marks = [heading for heading, _ in legend()]
    assert headings == [*(each.value for each in Group), *marks]
    told = {line.text for line in lines if line.role == "field"}
    meanings = {meaning for _, section in legend() for _, meaning in section}
    assert told == {each.words for each in EXPLORER_KEYS if each.group} | meanings


@pytest.mark.parametrize(
    ("before", "title", "first"),
    [((), "In the tree", "↵"), (("tab",), "In the detail", "↵"), (("at",), "While you choose", "→ ↓")],
)
async def test_help_opens_on_the_keys_of_where_one_is(
    place: Graph, before: tuple[str, ...], title: str, first: str
) -> None:
    """Those of the focused pane stand first, while a date is chosen those that choose it."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press(*before, "question_mark")
        lines = [line.strip(" ┃│") for line in driver.lines()]
    at = lines.index(title)
    assert [line.strip("▾ ") for line in lines[at - 4 : at - 2]] == ["Keys and marks", HOW]
    assert lines[at + 1].startswith(first)


async def test_help_is_narrowed_by_typing(place: Graph) -> None:
    """By words people use, by a key, by a mark; letters are text, `?` on an empty line and Esc close it."""
    found = {}
    async with exploring(place, node="ex-board") as driver:
        for typed in ("complain", "diff", "@", "gone", "zzzz"):
            await driver.press("question_mark", *(NAMES.get(each, each) for each in typed))
            pane = driver.app.screen.query_one(HelpPane)
            found[typed] = [line.text for line in pane.description if line.role in {"field", "text"}][1:]
            await driver.press("escape")
        await driver.press("question_mark", "question_mark")
        assert driver.app.screen is driver.screen
    assert found["complain"] == ["where to take a concern about it, or about a topic; again: another topic"]
    assert [each.split(",")[0] for each in found["diff"]] == [
        "what changed here between two dates",
        "mark what differs from another date",
        "changed",
        "how many differ inside a closed row; at an open one: are gone",
    ]
    assert [each.split(":")[0] for each in found["@"]] == ["the model at a date"]
    assert found["gone"] == [
        "gone",
        "how many differ inside a closed row; at an open one: are gone, or to come",
    ]
    assert found["zzzz"] == ["no key and no mark has these words"]


async def test_the_footer_names_only_what_works_now(place: Graph) -> None:
    """Back only after a step, follow only in the detail, next only with something found."""
    async with exploring(place, node="ex-board") as driver:
        footers = []
        for keys in ((), ("enter",), ("enter",), ("escape", "slash", "e", "x", "enter")):
            await driver.press(*keys)
            footers.append([hint.words for hint in driver.screen.hints()])
    further = ["promises", "changes", "compare", "gaps", "concern"]
    end = ["cite", "date", "print", "words", "view", *further]
    assert footers == [
        ["search", "open", "detail", "who", *end, "help", "quit"],
        ["search", "follow", "who", *end, "leave", "help", "quit"],
        ["search", "follow", "who", "back", *end, "leave", "help", "quit"],
        ["search", "open", "detail", "next", "who", "back", *end, "leave", "help", "quit"],
    ]


@pytest.mark.parametrize(
    ("width", "last"),
    [
        (80, " / search  → open  ↵ detail  w who  y cite  @ date  P print  ? help  q quit"),
        (40, " / search  → open  ? help  q quit"),
    ],
)
async def test_the_footer_uses_the_width_it_has(place: Graph, width: int, last: str) -> None:
    """What is needed most comes first; a hint that does not fit makes room for a shorter one."""
    async with exploring(place, node="ex-board", size=(width, 24)) as driver:
        assert driver.lines()[-1] == last


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("timeline", ["5", "T"]), ("glossary", ["t"]), ("gaps", ["u", "U"]), ("theme", [""]), ("seats", ["4"]),
        ("help", ["?"]), ("export", ["P"]), ("print", ["P"]), ("promises", ["p"]), ("complain", ["c"]),
        ("changed", ["D", "d"]), ("connected", ["C"]), ("quote", ["y"]), ("cite", ["y"]), ("compare", ["x", "d"]),
        ("diff", ["D", "d"]), ("jargon", ["t"]), ("responsible", ["w"]), ("markdown", ["P"]), ("exit", ["q"]),
    ],
)  # fmt: skip
def test_a_command_is_found_by_the_words_people_use(typed: str, keys: list[str]) -> None:
    """In the palette and in the help."""
    found = [each for each in (*EXPLORER_KEYS, *WITHOUT_KEY) if each.words and each.is_meant_by(typed)]
    assert [written(each.names[0]) if each.names else "" for each in found] == keys


async def test_commands_stand_before_entities_in_the_palette(place: Graph) -> None:
    """In the palette commands come first, also where the name of an entity has the same word."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press("colon", *"who")
        lines = [line.strip(" ┃│") for line in driver.lines()]
        at = next(number for number, line in enumerate(lines) if line.endswith(" who")) + 2
        await driver.press("enter")
        page = driver.screen.exploration.page
    assert lines[at].startswith("who decides about it")
    assert page == WhoPage(stood="ex-board")


def test_every_hint_has_its_place_on_the_last_line() -> None:
    """Those of keys that work outside a mode."""
    assert {each.hint for each in EXPLORER_KEYS if each.hint and each.mode is None} == set(FOOTER)


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
        await driver.press("tab", "at")
        chosen = driver.state()["last line"]
        await driver.press("tab")
        assert driver.state()["last line"] == chosen
    looked, tree = "no search yet: `/` starts one", "only in the tree; `tab` goes there"
    assert said == {
        **dict.fromkeys(("n", "N", "backslash"), looked),
        "left_square_bracket": "there is no place to go back to",
        "right_square_bracket": "there is no place to go forward to",
        "escape": "nothing to leave here; `q` quits",
        **dict.fromkeys(("e", "H", "space", "J", "r"), tree),
    }


async def test_a_key_that_is_none_says_where_the_keys_are(place: Graph) -> None:
    """In the tree and in the detail; the next key takes it away."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press("i")
        said = driver.state()["last line"]
        await driver.press("tab", "f5")
        other = driver.state()["last line"]
        await driver.press("tab")
        after = driver.state()["last line"]
    assert said.startswith("`i` does nothing here; `?` lists the keys")
    assert other.startswith("`f5` does nothing here; `?` lists the keys")
    assert after.startswith("/ search")


@pytest.mark.parametrize("width", [60, 80])
async def test_every_page_says_how_to_leave_it(place: Graph, width: int) -> None:
    """On the last line, and Esc does it."""
    said = {}
    async with exploring(place, node="ex", size=(width, 24)) as driver:
        for key in (
            "w",
            "p",
            "t",
            "c",
            "u",
            "U",
            "s",
            "D",
            "at",
            "slash",
            "v",
            "colon",
            "C",
            "question_mark",
        ):
            await driver.press(key)
            said[key] = any("esc" in line for line in driver.lines())
            if key in {"w", "t", "c", "D"}:
                await driver.press("enter")
                said[key] &= "esc leave" in driver.lines()[-1]
            await driver.press("escape")
            assert (driver.app.screen, driver.state()["pane"]) == (driver.screen, "tree")
    assert said == {**dict.fromkeys(said, True), "slash": said["slash"]}


async def test_what_is_pasted_where_nothing_is_typed_is_a_query(place: Graph) -> None:
    """Several lines are one query, and no letter of it is a command."""
    async with exploring(place) as driver:
        driver.screen.pastes("Ex Joint\n  Board\n")
        await driver.press("enter")
        assert driver.screen.exploration.walk.kept == "Ex Joint   Board"
        assert driver.state()["subject"] == "ex-board"


@pytest.mark.parametrize("key", ["v", "question_mark", "P", "ctrl+p"])
async def test_what_was_said_is_unsaid_below_a_dialogue_too(place: Graph, key: str) -> None:
    """A message is gone below a dialogue, and does not come back when the dialogue is left."""
    async with exploring(place, node="ex-board") as driver:
        await driver.press("n")
        said = driver.state()["last line"].split("   ")[0]
        await driver.press(key)
        below = driver.screen.key_line._shown[2]
        await driver.press("escape")
        after = driver.state()["last line"]
    assert (said, below) == ("no search yet: `/` starts one", "")
    assert after.startswith("/ search")


async def test_every_command_of_the_palette_has_its_key_in_sight_at_80_columns(place: Graph) -> None:
    """The words of a long command give way, not its key."""
    async with exploring(place) as driver:
        await driver.press("colon")
        shown = []
        for _ in range(5):
            shown += [line.strip(" ┃│").split("  ") for line in driver.lines()[7:19]]
            await driver.press("pagedown")
    named = {words[0]: words[-1].strip() for words in shown if len(words) > 1}
    for view in VIEWS.values():
        assert [key for name, key in named.items() if name.startswith(f"{view.title}:")] == [str(view.number)]


async def test_what_each_view_shows_is_told_whole_at_80_columns(place: Graph) -> None:
    """Where there is no room beside the name nothing would stand there, as if there was nothing to say."""
    async with exploring(place) as driver:
        await driver.press("v")
        lines = [line.strip(" ┃│") for line in driver.lines()]
    told = [tuple(line.split(None, 2)) for line in lines if line[:1].isdigit() and line[1:2] == " "]
    assert told[-len(VIEWS) :] == [(str(each.number), each.title, each.meaning) for each in VIEWS.values()]


async def test_what_is_said_is_whole_at_40_columns(place: Graph) -> None:
    """Of what the keys say nothing is cut off, nor of what they wait for."""
    said = {}
    async with exploring(place, node="ex-board", size=(40, 15)) as driver:
        for keys in (*"rxx[]oyzma'bn", "\t", "e", "\t", "d←", "d"):
            await driver.press(*(NAMES.get(key, key) for key in keys))
            if keys == "d←":
                await driver.press("enter")
            said[keys] = driver.state()["last line"].split("   ")[0]
        await driver.press("P", *["down"] * 4, "left", "enter")
        said["P"] = driver.state()["last line"].split("   ")[0]
    assert said == {
        "r": "only this and below; `r` shows all",
        "x": "the mark for comparison is removed",
        "o": "place 2 of 2",
        "y": "copy: ↵ citation, n name, p path, i id",
        "z": "after `y` comes ↵, n, p or i",
        "m": "bookmark this place (press a letter)",
        "a": "bookmark a is set",
        "'": "go to a bookmark (press its letter)",
        "b": "there is no bookmark b",
        "n": "no search yet: `/` starts one",
        "[": "there is no place to go back to",
        "]": "there is no place to go forward to",
        "\t": said["\t"],
        "e": "only in the tree; `tab` goes there",
        "d←": said["d←"],
        "d": "no longer comparing with another date",
        "P": "the print is written when you quit",
    }


NAMES = {
    "'": "apostrophe",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "\t": "tab",
    "←": "left",
    "@": "at",
}
