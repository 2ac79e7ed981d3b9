"""The differences between two states of a model as text, of which a far diff of a large model has a hundred thousand lines."""

from collections.abc import Iterator

from tiers.model.answers.diff import Diff

from ...wording.description.diff import described_sections, lines_of_row
from ...wording.description.diff_sides import ManyRows, Row, Sides
from .description import STEP, write_without_fields

_AT_ONCE = 1 << 8
"""How many lines are joined: one odd character makes all of them take up twice as much memory."""


def write_text(sides: Sides, difference: Diff, *, colour: bool, width: int | None) -> Iterator[str]:
    """Yield the lines of `lines_of_diff`; those that are neither wrapped nor of a kind with a style, many at once."""
    for lines, found in described_sections(sides, difference):
        yield from write_without_fields(lines, colour=colour, width=width)
        at_once = found.texts() if width is None and isinstance(found, ManyRows) else found
        for each in at_once:
            if isinstance(each, Row):
                yield from write_without_fields(lines_of_row(each), colour=colour, width=width)
                continue
            for start in range(0, len(each), _AT_ONCE):
                yield "".join((STEP, f"\n{STEP}".join(each[start : start + _AT_ONCE]), "\n"))
