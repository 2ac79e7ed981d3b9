"""Collects mistakes while reading; their places in the data become lines and columns later, in `building`."""

import attrs

from ..format.errors import ERROR, Mistake

KEY = "key"
VALUE = "value"
HEADER = "header"

Steps = tuple[str | int, ...]

Place = tuple["Place | None", str | int]
"""A place in the data of one file: the place around it, then a key or list position; outermost the file's number.

A pair and not a record: one is made for every value read, in a sixth of the time that a record would take, and looked
at only where the value is wrong.
"""


def steps_of(place: Place) -> tuple[int, Steps]:
    """Return the file number of a place, and the keys and list positions that lead to it from the top."""
    steps: list[str | int] = []
    around: Place | None = place
    while around is not None:
        around, step = around
        steps.append(step)
    return int(steps[-1]), tuple(reversed(steps[:-1]))


@attrs.frozen(eq=False)
class Finding:
    """A mistake with its place in the data.

    Attributes:
        place: Where it is in the data.
        part: Which part of the place is marked: `key`, `value` or `header`.
        mistake: The mistake, still without file and line.
        other: The second place of a mistake about two; its line replaces `{other}` in the message.
    """

    place: Place
    part: str
    mistake: Mistake
    other: Place | None = None


@attrs.define(eq=False)
class Report:
    """The findings of all files.

    Attributes:
        findings: The findings in the order found.
    """

    findings: list[Finding] = attrs.field(factory=list)

    def add(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        part: str = VALUE,
        hint: str = "",
        severity: str = ERROR,
        other: Place | None = None,
    ) -> None:
        self.findings.append(
            Finding(place, part, Mistake(code, message, hint=hint, severity=severity), other)
        )
