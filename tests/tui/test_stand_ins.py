"""What stands on a screen that is not UTF-8."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tiers.tui.screens.key import written
from tiers.tui.screens.keys import EXPLORER_KEYS
from tiers.tui.textual_fixes.stand_ins import Legible, legible
from tiers.tui.wording.signs import SIGNS


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("plain", "ascii", "plain"),
        ("▾ ● Harrow ¹ ²", "ascii", "v @ Harrow 1 2"),
        ("St Luke\u2019s Café \u2013 “so”…", "ascii", 'St Luke\'s Cafe - "so"~'),
        ("St Luke\u2019s Café \u2013 “so”…", "latin-1", 'St Luke\'s Café - "so"~'),
        ("健康 🏥 \u00a0x", "ascii", "???? ??  x"),
        ("e\u0301", "ascii", "e"),
        ("▾ Café", "utf-8", "▾ Café"),
    ],
)
def test_what_cannot_be_carried_has_a_stand_in(text: str, encoding: str, shown: str) -> None:
    """A sign, else its letter, else a question mark for each of its cells; what can be carried is as it was."""
    assert legible(text, encoding) == shown


def test_every_sign_of_the_explorer_has_one_of_its_own_width() -> None:
    """None of them is a question mark but the one that is one."""
    keys = [written(key) for each in EXPLORER_KEYS for key in each.names]
    signs = [*(each.symbol for each in SIGNS.values()), *keys, *"▾▸┃│─…·≠", "\u2039", "\u203a"]
    shown = [legible(each, "ascii") for each in signs]
    assert [cell_len(each) for each in shown] == [cell_len(each) for each in signs]
    assert all(each.isascii() for each in shown)
    assert [sign for sign, each in zip(signs, shown, strict=True) if "?" in each] == ["?", "?"]


def test_a_line_keeps_its_styles() -> None:
    """Where characters are replaced by plain ones, each segment of the line keeps its style."""
    bold, red = Style(bold=True), Style(color="red")
    line = [Segment("▾ ", bold), Segment("Café", red)]
    assert Legible("ascii").apply(line, Color(0, 0, 0)) == [Segment("v ", bold), Segment("Cafe", red)]
