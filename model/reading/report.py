"""Mistakes while they have a place in the data and no line yet."""

from collections.abc import Iterable

import attrs

from ..errors import ERROR, Mistake

KEY = "key"
VALUE = "value"
HEADER = "header"

Steps = tuple[str | int, ...]


@attrs.frozen(eq=False)
class Place:
    """A place in the data of one file.

    Attributes:
        file: The file's number in the model.
        steps: Keys and list positions that lead to it from the top of the file.
    """

    file: int
    steps: Steps

    def to(self, *steps: str | int) -> "Place":
        return Place(self.file, (*self.steps, *steps))


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
        self.findings.append(Finding(place, part, Mistake(code, message, hint=hint, severity=severity), other))

    def places(self) -> Iterable[Place]:
        for finding in self.findings:
            yield finding.place
            if finding.other is not None:
                yield finding.other
