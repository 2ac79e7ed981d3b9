"""Colours, and what stands in for them."""

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from tiers.model import Graph
from tiers.model.format.attributes import TIERS
from tiers.tui.themes import THEMES, WORDS
from tiers.tui.widgets.styles import style_of

from .driving import exploring

TEXTS = ("ink", "bright", "quiet", "accent", *TIERS)
GROUNDS = ("background", "raised", "cursor", "rest")


def colours_of(theme: Theme) -> dict[str, str]:
    """Return the colours the looks are made from."""
    return {"background": str(theme.background), "accent": str(theme.accent), **theme.variables}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2.2 defines it."""
    parts = (part / 255 for part in Color.parse(colour).rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return how many to one two colours stand out from each other."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), product(TEXTS, GROUNDS))
def test_every_text_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    """Contrast is at least 4.5 to 1, on the row of the cursor and for what is quiet too (WCAG 2.2, 1.4.3)."""
    colours = colours_of(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_bar_and_rule_can_be_seen_on_every_ground(theme: Theme, ground: str) -> None:
    """Contrast is at least 3 to 1 (WCAG 2.2, 1.4.11); in high contrast text has 7 to 1."""
    colours = colours_of(theme)
    assert contrast(colours["faint"], colours[ground]) >= 3
    if theme.name == "tiers-high-contrast":
        assert all(contrast(colours[text], colours[ground]) >= 7 for text in TEXTS)


async def test_colours_are_changed_from_the_palette(place: Graph) -> None:
    """To each theme in turn, and its name is said."""
    async with exploring(place) as driver:
        said = []
        for _ in THEMES:
            await driver.press("colon", *"theme", "enter")
            said.append((driver.app.theme, driver.state()["last line"].split("   ")[0]))
    names = [each.name for each in (*THEMES[1:], THEMES[0])]
    assert said == [(name, f"colours: {WORDS[name]}") for name in names]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_all_themes_have_the_same_colours(theme: Theme) -> None:
    """No look is missing in one of them."""
    assert colours_of(theme).keys() == colours_of(THEMES[0]).keys()


def test_a_match_is_told_by_more_than_colour() -> None:
    """Bold and underlined, and still so on the row of the cursor."""
    colours = colours_of(THEMES[0])
    plain, match = style_of(("cursor",), colours), style_of(("match", "cursor"), colours)
    assert (plain.bold, plain.underline) == (None, None)
    assert (match.bold, match.underline) == (True, True)
    assert match.bgcolor == plain.bgcolor


def test_an_unknown_look_is_a_mistake() -> None:
    """No look falls back to another."""
    with pytest.raises(KeyError, match="loud"):
        style_of(("loud",), colours_of(THEMES[0]))
