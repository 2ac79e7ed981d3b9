"""The marks of a row in the explorer and the short forms of tiers, each with its meaning, for the legend."""

from collections.abc import Mapping
from types import MappingProxyType

from .readings import DISPUTED, INFERRED

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        DISPUTED: ("≠", "the documents disagree about it"),
        INFERRED: ("°", "inferred: our reading; no document says it in these words"),
    }
)
"""The mark in the column of marks, with its meaning, by the word of a row that it replaces."""

COMPARED = ("x", "marked for comparison (key x)")
"""The mark of an entity that is marked for comparison, with its meaning."""

DASH = ("–", "in a column: nobody is stated to have that role in a function")  # noqa: RUF001 - a dash
"""The mark for a role that nobody is stated to have, with its meaning."""

ALSO = ("also 2", "stands at so many more places of this view; o goes to the next")
"""The words of an entity with several rows, with their meaning."""

SHORT_TIERS: Mapping[str, str] = MappingProxyType(
    {
        "national": "natl",
        "region": "regn",
        "system": "syst",
        "place": "place",
        "neighbourhood": "nbhd",
    }
)
"""The short form of each tier, for a narrow tree."""


def row_marks() -> tuple[tuple[str, str], ...]:
    """Return each mark of a row and each short form of a tier with its meaning."""
    tiers = ((short, f"{tier} (tier)") for tier, short in SHORT_TIERS.items() if short != tier)
    return (*MARKS.values(), COMPARED, DASH, ALSO, *tiers)
