"""Mistakes while they have a place in the data and no line yet."""

import attrs

from ..format.errors import ERROR, Mistake

KEY = "key"
VALUE = "value"
HEADER = "header"

Steps = tuple[str | int, ...]

Place = tuple["Place | None", str | int]
"""A place in the data of one file: the place around it, then a key or list position; outermost the file's number.

A pair and not a record, because one is made for every value that is read and looked at only when it is wrong.
"""


def steps_of(place: Place) -> tuple[int, Steps]:
    """Return the number of the file of a place and the keys and list positions that lead to it from the top."""
    steps: list[str | int] = []
    around: Place | None = place
    while around is not None:
        around, step = around
        steps.append(step)
    return int(steps[-1]), tuple(reversed(steps[:-1]))


@attrs.frozen(eq=False)
class Finding:
    """A mistake at a place.

    Attributes:
        place: Where it is in the data.
        part: Which part of the place its line and column name: `key`, `value` or `header`.
        mistake: What is wrong, without file and line.
        other: For a mistake about two places, the second; its line fills `{other}` in the message.
    """

    place: Place
    part: str
    mistake: Mistake
    other: Place | None = None


@attrs.define(eq=False)
class Report:
    """Collects the findings of all files.

    Attributes:
        findings: In the order found.
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
