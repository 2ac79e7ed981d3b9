"""What the explorer keeps from one session to the next."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driving import Driver
from tests.tui.shapes import walked
from tiers.model import Graph
from tiers.tui.app import Explorer
from tiers.tui.exploring.kept.file import path_of_kept, read_kept, write_kept
from tiers.tui.exploring.kept.records import Kept, KeptModel, KeptPlace, kept_of, values_of
from tiers.tui.exploring.kept.session import Session
from tiers.tui.widgets.introduction import LINES

TEXTS = st.text(max_size=20)
PLACES = st.builds(
    KeptPlace,
    TEXTS,
    st.lists(st.tuples(st.none() | TEXTS, TEXTS), max_size=3).map(tuple),
    TEXTS,
    st.none() | TEXTS,
    st.none() | TEXTS,
)
KEYS = TEXTS | st.tuples(TEXTS, TEXTS) | st.tuples(st.tuples(st.none(), TEXTS), TEXTS)
MODELS = st.builds(
    KeptModel,
    st.none() | PLACES,
    st.dictionaries(TEXTS, st.dictionaries(KEYS, st.booleans(), max_size=3), max_size=2),
    st.dictionaries(TEXTS, PLACES, max_size=2),
    st.lists(TEXTS, max_size=3).map(tuple),
)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the state a directory of its own, and return the file that is to be in it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "tiers" / "explorer.json"


@asynccontextmanager
async def session(
    graph: Graph, *, view: str | None = None, node: str | None = None, model: tuple[str, ...] = ()
) -> AsyncIterator[Driver]:
    """Explore a graph as `tiers open` does, and keep what it keeps."""
    kept = Session.of(model)
    app = Explorer(graph, view=view, node=node, session=kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)
    kept.keep(app.exploration, app.theme)


def written(path: Path, text: str) -> None:
    """Write a file and the directory it is in."""
    path.parent.mkdir()
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


@given(st.builds(Kept, TEXTS, st.booleans(), st.dictionaries(TEXTS, MODELS, max_size=2)))
def test_what_is_read_is_what_was_written(kept: Kept) -> None:
    """Through JSON and back, whatever the names are."""
    assert kept_of(json.loads(json.dumps(values_of(kept)))) == kept


async def test_the_next_session_begins_where_this_one_ended(place: Graph, state: Path) -> None:
    """The view, the row, and which rows are open; in another view what was open there."""
    async with session(place) as driver:
        await driver.press("l", "l", "J", "l", "l", "2", "J", "j")
        decisions = driver.state()
        await driver.press("1")
        tiers = driver.state()
        await driver.press("2")
    async with session(place) as driver:
        again = driver.state()
        assert (again["view"], again["subject"]) == ("decisions", decisions["subject"])
        assert again["rows"] == decisions["rows"]
        await driver.press("1")
        assert driver.state()["rows"] == tiers["rows"]


async def test_a_node_or_a_view_that_is_given_goes_before_what_was_kept(place: Graph, state: Path) -> None:
    """A node or a view that is given comes before the kept one; another model begins with nothing kept."""
    async with session(place) as driver:
        await driver.press("2", "G")
    async with session(place, node="ex-board") as driver:
        assert (driver.state()["view"], driver.state()["subject"]) == ("tiers", "ex-board")
    async with session(place, view="sources") as driver:
        assert driver.state()["view"] == "sources"
    async with session(place, model=("other.toml",)) as driver:
        assert (driver.state()["view"], driver.state()["subject"]) == ("tiers", "ex")
    assert [Path(name).name for name in read_kept()[0].models] == ["", "other.toml"]


async def test_a_bookmark_is_there_the_next_time(place: Graph, state: Path) -> None:
    """At its view and its date, and where its row is gone, there is none."""
    async with session(place) as driver:
        await driver.press("at", "home", "enter", "2", "m", "a", "at", "end", "enter", "1")
    async with session(place) as driver:
        await driver.press("apostrophe", "a")
        assert driver.state()["view"] == "decisions"
        assert driver.lines()[0].endswith("as of Jun 2021")
    write_kept(lambda kept: kept.with_model("", KeptModel(bookmarks={"a": KeptPlace("nowhere", ())})))
    async with session(place) as driver:
        await driver.press("apostrophe", "a")
        assert driver.state()["last line"].startswith("there is no bookmark a")


async def test_the_palette_begins_with_what_was_gone_to_last(place: Graph, state: Path) -> None:
    """In this session and in the next, until something is typed."""
    async with session(place, node="ex-board") as driver:
        await driver.press("colon")
        assert "Ex Joint Board" in "".join(driver.lines()[3:9])
    async with session(place) as driver:
        await driver.press("colon", "enter")
        assert driver.state()["subject"] == "ex-board"


async def test_the_theme_is_kept(place: Graph, state: Path) -> None:
    """A name that is no theme of tiers is not taken."""
    async with session(place) as driver:
        driver.app.theme = "tiers-light"
    async with session(place) as driver:
        assert driver.app.theme == "tiers-light"
    async with session(place) as driver:
        assert driver.app.theme == "tiers-light"
    write_kept(lambda kept: kept.but(theme="loud"))
    async with session(place) as driver:
        assert driver.app.theme == "tiers-dark"


async def test_the_first_run_says_what_this_is_and_never_again(place: Graph, state: Path) -> None:
    """In three lines above the last, until a key does more than move, or the cursor comes there."""
    async with session(place) as driver:
        assert [line.strip() for line in driver.lines()[-4:-1]] == list(LINES)
        await driver.press("j", "k", "l")
        assert driver.lines()[-4].strip() == LINES[0]
        rows = walked(driver.screen.exploration.walk)
        await driver.press("escape")
        assert not set(LINES) & {line.strip() for line in driver.lines()}
        assert walked(driver.screen.exploration.walk) == rows
    async with session(place) as driver:
        assert not set(LINES) & {line.strip() for line in driver.lines()}


@pytest.mark.parametrize(
    ("text", "aside", "words"),
    [
        ("{", "explorer-damaged.json", "it is damaged"),
        ("[]", "explorer-damaged.json", "it is damaged"),
        ('{"version": 1, "models": {"": 3}}', "explorer-damaged.json", "it is damaged"),
        ("[" * 100_000, "explorer-damaged.json", "it is damaged"),
        ("\udcff", "explorer-damaged.json", "it is damaged"),
        ('{"version": 2}', "explorer-newer.json", "a later tiers wrote it"),
    ],
)
async def test_a_file_that_cannot_be_read_is_put_aside(
    place: Graph, state: Path, text: str, aside: str, words: str
) -> None:
    """With one line, and the explorer starts as for the first time."""
    written(state, text)
    async with session(place) as driver:
        said = f"what was kept is put aside as {aside}: {words}"
        assert said in driver.lines()[-1]
        assert driver.state()["subject"] == "ex"
    assert state.with_name(aside).read_bytes() == text.encode("utf-8", "surrogateescape")
    assert read_kept()[1] == ""


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of it, and nothing left half done."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    write_kept(lambda kept: kept)
    assert read_kept() == (Kept(), "")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_the_file_stays_small(state: Path) -> None:
    """Of many models the last are kept, and of each no more than a reader can use."""
    many = KeptModel(
        folding={"tiers": {f"row {number}": True for number in range(9_999)}},
        recent=tuple(map(str, range(9_999))),
    )
    for number in range(30):
        write_kept(lambda kept, name=str(number): kept.with_model(name, many))  # type: ignore[misc]
    assert [*read_kept()[0].models] == [str(number) for number in range(10, 30)]
    assert state.stat().st_size < 500_000
    assert [each.name for each in state.parent.iterdir()] == ["explorer.json"]
    assert path_of_kept() == state
