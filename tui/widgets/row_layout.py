"""The layout of a row of the tree in its line: name, words, tier, marks, in columns where there is room."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from tiers.model.format.attributes import TIERS
from tiers.model.format.unchanging import Value

from ..wording.relation_words import Weight
from ..wording.row_marks import MARKS, SHORT_TIERS
from .shortening import shortened

_ROOMY = 60
"""The width of the tree in cells from which tiers are written in full."""

_TINY = 30
"""The width of the tree in cells from which there are columns for tiers and marks."""

_LEAST_NAME = 12
"""The smallest width in cells of a name; words are left out to keep it, whatever their weight."""

_MIDDLING = Weight.STATE
"""The weight up to which words make a name shorter; less important words appear only beside a whole name."""

TIER_GAP = 2
"""The cells before the column of tiers, so that a tier does not look like one of the words."""

_BETWEEN = " · "
_GAP = 2


class Columns(Value):
    """The columns at the right of the tree.

    Attributes:
        tier: The cells for the tier; 0 for no column.
        short: Whether tiers have their short form.
        marks: The cells for the marks; 0 for no column.
        own_marks: Whether there are cells for the permanent marks of a row, before the temporary ones.
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
        more_marks: The cells for temporary marks: of differences, and of the entity marked for comparison.
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
        words: The words of the row that have a mark.
        further: The signs of differences, which come after the other marks.
        columns: The columns.
    """
    if not columns.marks:
        return ""
    said = set(words)
    own = "".join(sign if word in said else " " for word, (sign, _) in MARKS.items())
    text = (own if columns.own_marks else "") + "".join(further)
    return text[: columns.marks].ljust(columns.marks)


def fitted(name: str, words: Sequence[tuple[int, str]], room: int) -> tuple[str, str]:
    """Return a name and words that fit into a room; the name is shortened only if important words need it.

    Args:
        name: The name, safe to draw.
        words: The words of the row, each with its weight.
        room: The cells for both, including those between them.
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
