"""The changes on the screen after the model's files are saved, counted in reloads and frames."""

import os
import re
import stat
from pathlib import Path

import pytest

from tiers.model import Mistake, load
from tiers.model.cache.forests import CachedForest
from tiers.model.views import VIEWS
from tiers.tui.app import Explorer
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.live.editor import editor_command
from tiers.tui.exploring.live.reloader import News
from tiers.tui.exploring.live.watch import lay_out_ahead
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.screens.actions.live import take

from .conftest import PLACE
from .driving import Driver, exploring

NEW = '\n[[body]]\nid = "ex-new"\nname = "A new group"\npart_of = "ex-frailty"\nsources = ["slides"]\n'


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the small model, to be changed."""
    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    path = tmp_path / "place.toml"
    path.write_bytes(PLACE.read_bytes())
    return path


def changed(path: Path, old: str, new: str, more: str = "") -> News:
    """Change a text in the model's file, add something at its end, and return the model of it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new) + more, encoding="utf-8")
    return News(load(path))


def without(path: Path, entity_id: str) -> News:
    """Take the table of a body out of the model's file, and return the model of it."""
    text = path.read_text(encoding="utf-8")
    start = text.index(f'\n[[body]]\nid = "{entity_id}"')
    path.write_text(text[:start] + text[text.index("\n[[", start + 5) :], encoding="utf-8")
    return News(load(path))


class Frames:
    """Counts how often a screen is drawn."""

    def __init__(self, driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self._show = driver.screen.show
        monkeypatch.setattr(driver.screen, "show", self)

    def __call__(self) -> None:
        self.count += 1
        self._show()


async def test_a_save_is_one_frame_with_everything_as_it_was(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """View, cursor, open rows, the kept search and the history stay; what is new and changed is marked until Esc."""
    async with exploring(load(model), size=(110, 40), view="tiers", node="ex-frailty") as driver:
        await driver.press("l", "l")
        await driver.press("slash", *"homes", "enter")
        before = driver.state()
        assert before["subject"] == "ex-frailty-homes"
        frames = Frames(driver, monkeypatch)
        take(driver.screen, changed(model, '"Care homes sub-group"', '"Care homes group"', NEW))
        await driver.pilot.pause()
        after = driver.state()
        assert frames.count == 1
        assert [after[each] for each in ("view", "pane", "subject")] == [
            before[each] for each in ("view", "pane", "subject")
        ]
        assert driver.screen.exploration.walk.kept == "homes"
        assert after["last line"].startswith("saved: 1 new, 1 changed")
        await driver.press("escape")
        rows = [line for line in driver.lines() if "group" in line]
        assert any(re.search(r"A new group .* \+│", line) for line in rows), rows
        assert any(re.search(r"Care homes group .* ~│", line) for line in rows), rows
        await driver.press("escape")
        assert not any(re.search(r" [+~]│", line) for line in driver.lines())
        assert driver.state()["subject"] == "ex-frailty-homes"


async def test_back_and_bookmarks_lead_to_the_same_entities(model: Path) -> None:
    """Places noted before a save are found again, though their rows have moved."""
    async with exploring(load(model), size=(110, 40), node="trust") as driver:
        await driver.press("m", "a")
        driver.screen.exploration.history.leave(driver.screen.place())
        await driver.press("g")
        take(
            driver.screen,
            changed(model, "# A small model", "# A small model", NEW.replace("ex-frailty", "wessex")),
        )
        await driver.pilot.pause()
        await driver.press("left_square_bracket")
        assert driver.screen.exploration.subject == "trust"
        await driver.press("g", "apostrophe", "a")
        assert driver.screen.exploration.subject == "trust"


async def test_who_is_gone_is_left_for_the_nearest_above(model: Path) -> None:
    """The entity of the cursor, a comparison and a place in the history may be gone: nothing fails."""
    async with exploring(load(model), size=(110, 40), node="ex-frailty-homes") as driver:
        await driver.press("x", "g", "x")
        driver.screen.exploration.history.leave(driver.screen.place())
        await driver.press("tab", "escape")
        driver.screen.exploration.go("ex-frailty-homes")
        take(driver.screen, without(model, "ex-frailty-homes"))
        await driver.pilot.pause()
        assert driver.screen.exploration.subject == "ex-frailty"
        assert "1 gone" in driver.lines()[-1]
        await driver.press("left_square_bracket", "j", "k", "w")


async def test_a_broken_save_keeps_the_model_and_lists_its_mistakes(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last line tells the first mistake until it is mended; `!` lists all; the model from before stays."""
    first = Mistake("x", "the first is wrong", str(model), 12)
    second = Mistake("x", "the second is wrong", str(model), 13)
    async with exploring(load(model), size=(110, 30), node="trust") as driver:
        rows = driver.lines()[:-1]
        frames = Frames(driver, monkeypatch)
        take(driver.screen, News(mistakes=(first, second)))
        await driver.pilot.pause()
        assert (frames.count, driver.lines()[:-1]) == (1, rows)
        assert (
            driver.lines()[-1]
            .strip()
            .startswith("save not shown, `!` lists all 2: place.toml:12: the first is wrong")
        )
        await driver.press("j", "exclamation_mark")
        listed = [line for line in driver.lines() if "is wrong" in line]
        assert ["place.toml:12" in listed[0], "place.toml:13" in listed[1]] == [True, True]
        await driver.press("escape")
        take(driver.screen, News(load(model)))
        await driver.pilot.pause()
        assert "save not shown" not in driver.lines()[-1]
        await driver.press("exclamation_mark")
        assert driver.lines()[-1].strip().startswith("the model's files have no mistakes")


async def test_a_mistake_of_a_save_is_read_in_full_in_a_narrow_terminal(model: Path) -> None:
    """The last line keeps its place, and `!` says it and how to correct it below the list, on as many lines as it needs."""
    message = "the key `name` is given twice in one table; the first time it is given is in line 9"
    first = Mistake("x", message, str(model), 12, hint="give the other one another name, or leave it out")
    second = Mistake("x", "short", str(model), 13)
    async with exploring(load(model), size=(80, 24), node="trust") as driver:
        take(driver.screen, News(mistakes=(first, second)))
        await driver.pilot.pause()
        last = driver.lines()[-1].strip()
        assert last.startswith("save not shown, `!` lists all 2: place.toml:12: the key `name` is")
        assert last.endswith("…")
        await driver.press("exclamation_mark")
        shown = " ".join(line.strip(" │┃") for line in driver.lines())
        assert message in shown
        assert "hint: give the other one another name, or leave it out" in shown
        await driver.press("down")
        assert message not in " ".join(line.strip(" │┃") for line in driver.lines())


async def test_a_save_leaves_the_matches_of_a_search_folded_as_they_are(model: Path) -> None:
    """What was opened among them stays open, with the cursor below it, after a save and at another date."""
    async with exploring(load(model), size=(110, 40), node="trust") as driver:
        await driver.press("slash", *"frailty", "enter", "L", "j")
        rows, subject = len(driver.screen.exploration.walk.outline.shown), driver.screen.exploration.subject
        assert driver.screen.exploration.walk.outline.is_filtered
        assert driver.screen.exploration.walk.found is not None
        assert rows > len(driver.screen.exploration.walk.found.rows)
        take(driver.screen, changed(model, '"Digital"', '"Digital things"'))
        await driver.pilot.pause()
        assert len(driver.screen.exploration.walk.outline.shown) == rows
        assert driver.screen.exploration.subject == subject
        await driver.press("at", "left", "left", "end", "enter")
        assert len(driver.screen.exploration.walk.outline.shown) == rows
        assert driver.screen.exploration.subject == subject


async def test_a_save_waits_while_something_is_chosen(model: Path) -> None:
    """While a list is open or a query is typed the model stays, since what is offered is of before; then it is shown."""
    async with exploring(load(model), node="trust") as driver:
        await driver.press("v")
        news = changed(model, '"Digital"', '"Digital things"')
        take(driver.screen, news)
        await driver.pilot.pause()
        assert driver.screen.exploration.graph.name("ex-digital") == "Digital"
        await driver.press("escape")
        await driver.until(lambda: driver.screen.exploration.graph.name("ex-digital") == "Digital things")


async def test_the_explorer_looks_by_itself(model: Path) -> None:
    """From after its first frame it looks at the files, and shows a save without a key."""
    app = Explorer(load(model), files=[str(model)])
    async with app.run_test() as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        changed(model, '"Digital"', '"Digital things"')
        await driver.until(lambda: app.exploration.graph.name("ex-digital") == "Digital things")


def test_the_rows_of_a_save_are_there_before_the_screen_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread that reads the save lays out the view shown and keeps it: the screen recalls it, whatever its size."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "place.toml"
    path.write_bytes(PLACE.read_bytes())
    model = load(path)
    exploration = Exploration(model, VIEWS, QueryMeanings(model), "workstreams")
    news = changed(path, '"Digital"', '"Digital things"')
    assert news.model is not None
    lay_out_ahead(exploration, news)
    for _ in range(2):
        exploration.renew(news.model)
        assert isinstance(exploration.walk.forest, CachedForest)
    assert "Digital things" in exploration.walk.forest.names
    lay_out_ahead(exploration, News(mistakes=()))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name an editor that notes its words in a file, which is returned."""
    program, noted = tmp_path / "vi", tmp_path / "noted"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {noted}\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", f"{program} -n")
    return noted


async def test_without_an_editor_or_a_terminal_a_word_is_said(
    model: Path, monkeypatch: pytest.MonkeyPatch, editor: Path
) -> None:
    """Where no editor is named, or the terminal cannot be lent, the last line says so."""
    async with exploring(load(model), node="trust") as driver:
        await driver.press("O")
        assert driver.lines()[-1].strip().startswith("this terminal cannot be lent to an editor")
        monkeypatch.delenv("VISUAL")
        monkeypatch.setenv("EDITOR", " ")
        await driver.press("O")
        assert (
            driver.lines()[-1]
            .strip()
            .startswith("no editor is named: set `VISUAL` or `EDITOR`, such as `EDITOR=nano`")
        )
        os.remove(model)  # noqa: PTH107 - a path in an async function is flagged
        await driver.press("O")
        assert "place.toml is not there to be opened" in driver.lines()[-1]
    assert "noted" not in os.listdir(editor.parent)  # noqa: PTH208 - as above


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "vi"}, ["vi", "+7", "{}"]),
        ({"VISUAL": "/usr/bin/nvim -R", "EDITOR": "vi"}, ["/usr/bin/nvim", "-R", "+7", "{}"]),
        ({"VISUAL": "  ", "EDITOR": "code --wait"}, ["code", "--wait", "--goto", "{}:7"]),
        ({"EDITOR": "hx"}, ["hx", "{}:7"]),
        ({"EDITOR": "kate"}, ["kate", "--line", "7", "{}"]),
        ({"EDITOR": "ed"}, ["ed", "{}"]),
        ({"EDITOR": '"/opt/my editor/emacs"'}, ["/opt/my editor/emacs", "+7", "{}"]),
        ({"EDITOR": "vi '"}, ["vi", "'", "+7", "{}"]),
        ({}, []),
    ],
)
def test_each_editor_gets_the_line_in_its_own_way(environment: dict[str, str], command: list[str]) -> None:
    """`VISUAL` counts before `EDITOR`; a file is named by its whole path, so that none is taken for an option."""
    path = str(Path("-x.toml").absolute())
    assert editor_command(environment, "-x.toml", 7) == [each.replace("{}", path) for each in command]
