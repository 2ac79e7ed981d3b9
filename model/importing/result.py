"""The result of an import of a sheet of seats into a file: the changed text, and a summary."""

import attrs

from .names import Addition

NEW, CHANGED, UNCHANGED, LEFT_OUT = range(4)
"""What becomes of a row: a new seat, a change of one, nothing since the seat says it already, nothing since it is not certain."""


@attrs.frozen(eq=False)
class Result:
    """The result of an import into a file.

    Attributes:
        text: The new text of the file.
        new: How many seats are new.
        updated: How many seats are changed.
        unchanged: How many seats are already as in the sheet.
        left_out: How many rows are not written, since their seats may be there already.
        added: The entities that are new, in the order of writing.
        warnings: Messages for a person to look at.
        nominated: The rows of people whose organisation was taken as their nominator, which no column says.
    """

    text: str
    new: int
    updated: int
    unchanged: int
    left_out: int
    added: tuple[Addition, ...]
    warnings: tuple[str, ...]
    nominated: tuple[int, ...] = ()
