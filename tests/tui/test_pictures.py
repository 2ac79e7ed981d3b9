"""What stands on twelve screens: readable, whole, and every mark explained."""

import re
from collections.abc import Iterator

import pytest
from rich.segment import Segment

from docs.pictures import SCREENS, Screen
from tests.tui.driving import Driver
from tests.tui.test_looks import contrast
from tiers.model import Graph, bundled, load
from tiers.model.views import VIEWS
from tiers.tui.app import Explorer
from tiers.tui.exploring.kept.records import Kept
from tiers.tui.exploring.kept.session import Session
from tiers.tui.themes import THEMES
from tiers.tui.widgets.pane import RULE, THUMB, Pane
from tiers.tui.wording.labels import weighted_words
from tiers.tui.wording.relation_words import Weight
from tiers.tui.wording.row_marks import COMPARED, MARKS, row_marks

_DRAWN = frozenset(f"{RULE}{THUMB}─ ")
"""What is bar, rule or nothing, and no text."""

_DAY = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*…")


@pytest.fixture(scope="module")
def harrow() -> Graph:
    """Return the bundled model."""
    return load(bundled())


def segments(driver: Driver) -> Iterator[Segment]:
    """Yield what the panes of the screen on top have drawn; what lies dimmed behind a dialogue is not to be read."""
    for pane in driver.app.screen.query(Pane):
        for strip in pane.render_lines(pane.size.region):
            yield from strip


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.name)
async def test_every_screen_can_be_read_and_cuts_no_number(
    harrow: Graph, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every theme text stands out 4.5 to 1, bars and rules 3 to 1; no number and no date is cut in its middle."""
    monkeypatch.chdir("/")  # the print form names the folder, and that of the tests has a number of its own
    session = Session("", Kept(introduced=not screen.first), "")
    app = Explorer(harrow, view=screen.view, node=screen.node, session=session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*screen.keys)
        driver = Driver(app, pilot)
        lines = driver.lines()
        seen = set()
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            for text, style, _ in segments(driver):
                assert style is not None
                assert style.color is not None
                assert style.bgcolor is not None
                is_text = bool(set(text) - _DRAWN)
                if text.strip():
                    seen.add((style.color.name, style.bgcolor.name, is_text))
    low = [(ink, ground) for ink, ground, is_text in seen if contrast(ink, ground) < (4.5 if is_text else 3)]
    assert low == []
    numbers = {
        word
        for view in VIEWS.values()
        for name in view.make(harrow).names
        for word in name.split()
        if any(letter.isdigit() for letter in word)
    }
    cut = [
        word
        for line in lines
        for part in re.split(r"[│┃]", line)
        for word in re.findall(r"(\S*\d\S*)…|…(\S*\d\S*)", part)
    ]
    assert [each for each in cut if not set(filter(None, each)) <= numbers] == []
    assert [line for line in lines if _DAY.search(line)] == []


def test_every_mark_of_a_row_is_in_the_legend(harrow: Graph) -> None:
    """Whatever word of a row has a mark."""
    forest = VIEWS["tiers"].make(harrow)
    said = {
        word
        for row in range(len(forest))
        for weight, word in weighted_words(harrow, forest, row)
        if weight == Weight.MARK
    }
    assert said == set(MARKS)
    told = [sign for sign, _ in row_marks()]
    assert {*(sign for sign, _ in MARKS.values()), COMPARED[0]} <= set(told)
    assert len(told) == len(set(told))
