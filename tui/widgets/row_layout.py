"""How a row of the tree shares its line: name, words, tier, marks, each in a column where it is a column."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from tiers.model.format.attributes import TIERS
from tiers.model.format.unchanging import Value

from ..wording.relation_words import Weight
from ..wording.row_marks import MARKS, SHORT_TIERS
from .shortening import shortened

_ROOMY = 60
"""Least cells of the tree for the whole word of a tier."""

_TINY = 30
"""Least cells of the tree for a column of tiers and one of marks."""

_LEAST_NAME = 12
"""Least cells for a name; below it words are left out, however much they matter."""

_MIDDLING = Weight.STATE
"""The least weight for which a name is shortened; lighter words are there only beside a whole name."""

TIER_GAP = 2
"""Cells before the column of tiers, so that it is no word of those before it."""

_BETWEEN = " · "
_GAP = 2


class Columns(Value):
    """The columns at the right of the tree.

    Attributes:
        tier: Cells for the tier; 0 for no column.
        short: Whether a tier stands in its short form.
        marks: Cells for the marks; 0 for no column.
        own_marks: Whether there are cells for the marks of a row itself, before those that are there only now.
    """

    tier: int
    short: bool
    marks: int
    own_marks: bool = True

    @property
    def width(self) -> int:
        """The cells of all columns, with the gaps before them."""
        return (self.tier + TIER_GAP if self.tier else 0) + (self.marks + 1 if self.marks else 0)


def columns_of(width: int, *, more_marks: int = 0) -> Columns:
    """Return the columns of a tree of a width.

    Args:
        width: The cells of the tree.
        more_marks: Cells for marks that are there only now: of differences, of what is marked.
    """
    if width < _TINY:
        return Columns(0, short=True, marks=more_marks, own_marks=False)
    short = width < _ROOMY
    words = SHORT_TIERS.values() if short else TIERS
    return Columns(max(map(len, words)), short, len(MARKS) + more_marks)


def tier_word(tier: str, columns: Columns) -> str:
    """Return the word of a tier in its column."""
    if not columns.tier:
        return ""
    return (SHORT_TIERS.get(tier, tier) if columns.short else tier)[: columns.tier].ljust(columns.tier)


def marks_of(words: Iterable[str], further: Iterable[str], columns: Columns) -> str:
    """Return the marks of a row, each in a cell of its own.

    Args:
        words: The words of the row for which a mark stands.
        further: The signs of what differs, which stand after the others.
        columns: The columns.
    """
    if not columns.marks:
        return ""
    said = set(words)
    own = "".join(sign if word in said else " " for word, (sign, _) in MARKS.items())
    text = (own if columns.own_marks else "") + "".join(further)
    return text[: columns.marks].ljust(columns.marks)


def fitted(name: str, words: Sequence[tuple[int, str]], room: int) -> tuple[str, str]:
    """Return the name and the words that share a room, the name shortened only where what matters needs it.

    Args:
        name: The name, safe to draw.
        words: The words of the row, each with what it says.
        room: The cells for both, and what is between them.
    """
    kept = [(weight, word) for weight, word in words if weight < Weight.TIER]
    while kept:
        said = _BETWEEN.join(word for _, word in kept)
        left = room - cell_len(said) - _GAP
        if cell_len(name) <= left:
            return name, said
        weightiest = max(weight for weight, _ in kept)
        if weightiest <= _MIDDLING and left >= min(_LEAST_NAME, cell_len(name)):
            return shortened(name, left), said
        at = max(number for number, (weight, _) in enumerate(kept) if weight == weightiest)
        del kept[at]
    return shortened(name, room), ""
