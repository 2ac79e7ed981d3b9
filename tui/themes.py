"""The colour themes of the explorer: one dark, one light."""

from textual.theme import Theme

DARK = Theme(
    name="tiers-dark",
    primary="#7cc7b6",
    accent="#7cc7b6",
    foreground="#d6dbe1",
    background="#11151a",
    surface="#11151a",
    panel="#1a2027",
    dark=True,
    variables={
        "ink": "#d6dbe1",
        "bright": "#f4f6f8",
        "quiet": "#8d98a6",
        "faint": "#39434f",
        "cursor": "#21303a",
        "rest": "#1a2129",
        "raised": "#1b222a",
        "national": "#c3a6e8",
        "region": "#a9aef0",
        "system": "#8ab8ee",
        "place": "#86cf9b",
        "neighbourhood": "#dcb877",
    },
)
LIGHT = Theme(
    name="tiers-light",
    primary="#0b665a",
    accent="#0b665a",
    foreground="#252a30",
    background="#fbfaf6",
    surface="#fbfaf6",
    panel="#f0eee7",
    dark=False,
    variables={
        "ink": "#252a30",
        "bright": "#0c0f12",
        "quiet": "#5c6570",
        "faint": "#cfccc2",
        "cursor": "#dcebe6",
        "rest": "#efede6",
        "raised": "#f1efe8",
        "national": "#6b3fa0",
        "region": "#4a4cae",
        "system": "#1d5fa8",
        "place": "#1e6b38",
        "neighbourhood": "#7d5200",
    },
)
THEMES = (DARK, LIGHT)
"""Both themes; the explorer opens with the first."""
