"""The colour themes of the explorer: dark, light, high contrast.

Text has a contrast of 4.5 to 1 with every background, bars and rules (`faint`) 3 to 1; in high contrast text
has 7 to 1.
"""

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
        "faint": "#6f7c8a",
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
        "faint": "#7f7c72",
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
HIGH_CONTRAST = Theme(
    name="tiers-high-contrast",
    primary="#ffe14d",
    accent="#ffe14d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0d0d0d",
    dark=True,
    variables={
        "ink": "#ffffff",
        "bright": "#ffffff",
        "quiet": "#d8d8d8",
        "faint": "#a8a8a8",
        "cursor": "#003a70",
        "rest": "#1c1c1c",
        "raised": "#0d0d0d",
        "national": "#e3c8ff",
        "region": "#cfd2ff",
        "system": "#a8d8ff",
        "place": "#9df5b4",
        "neighbourhood": "#ffcf7a",
    },
)
THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""All themes in the order of the key; the explorer starts with the first."""

WORDS = {DARK.name: "dark", LIGHT.name: "light", HIGH_CONTRAST.name: "high contrast"}
"""The words for each theme."""
