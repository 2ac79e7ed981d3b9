"""The marks of a row in the explorer and the short forms of the tiers, each with its meaning, for the legend."""

from collections.abc import Mapping
from types import MappingProxyType

from .readings import DISPUTED, INFERRED

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        DISPUTED: ("≠", "the documents disagree about it"),
        INFERRED: ("°", "inferred: our reading; no document says it in these words"),
    }
)
"""By the word of a row, the mark that stands for it in the column of marks, and what it means."""

COMPARED = ("x", "marked for comparison (key x)")
"""The mark of the entity that is marked for comparison, and what it means."""

DASH = ("–", "in a column: nobody is stated to have that role in a function")  # noqa: RUF001 - a dash
"""Stands where nobody is stated to have a role, and what it means."""

ALSO = ("also 2", "stands at so many more places of this view; o goes to the next")
"""The words of an entity that stands at several places, and what they mean."""

SHORT_TIERS: Mapping[str, str] = MappingProxyType(
    {
        "national": "natl",
        "region": "regn",
        "system": "syst",
        "place": "place",
        "neighbourhood": "nbhd",
    }
)
"""By tier its word where the tree is narrow."""


def row_marks() -> tuple[tuple[str, str], ...]:
    """Return each mark of a row and each short form of a tier with its meaning."""
    tiers = ((short, f"{tier} (tier)") for tier, short in SHORT_TIERS.items() if short != tier)
    return (*MARKS.values(), COMPARED, DASH, ALSO, *tiers)
