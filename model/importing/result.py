"""What an import of a sheet of seats does to a file: the changed text, and what was done."""

import attrs

from .names import Addition


@attrs.frozen(eq=False)
class Result:
    """What an import does to a file.

    Attributes:
        text: The file as it is to be.
        new: How many seats are new.
        updated: How many seats are changed.
        unchanged: How many seats are as the sheet has them.
        left_out: How many rows are not written, since it is not sure whether their seats are there already.
        added: The entities that are new, in the order written.
        warnings: What a person should look at.
        nominated: The rows of people of whom the organisation was taken as who nominates them, which no column says.
    """

    text: str
    new: int
    updated: int
    unchanged: int
    left_out: int
    added: tuple[Addition, ...]
    warnings: tuple[str, ...]
    nominated: tuple[int, ...] = ()
