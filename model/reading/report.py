"""Collects mistakes while reading; their places in the data become lines and columns later, in `building`."""

from collections.abc import Collection, Iterator

import attrs

from ..format.errors import ERROR, Mistake
from ..format.text import did_you_mean

KEY = "key"
VALUE = "value"
HEADER = "header"

SHOWN = 100
"""How many mistakes of one sort are told one by one; the rest are counted, so that a wrong model costs no more than itself."""

_COMPARED = 300_000
"""With how many words in all what is written wrong is compared; beyond that nothing is suggested."""

_COMPARED_LETTERS = 100
"""What is longer is not compared: nobody meant to write it."""

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
        named: What is written where an id belongs, which may be the name of an entity; empty for nothing.
    """

    place: Place
    part: str
    mistake: Mistake
    other: Place | None = None
    named: str = ""


@attrs.define(eq=False)
class Allowance:
    """A code of warnings that a file allows.

    Attributes:
        place: Where that is written.
        used: Whether there was such a warning.
    """

    place: Place
    used: bool = False


@attrs.define(eq=False)
class Report:
    """The findings of all files.

    Attributes:
        findings: In the order found, so many of each sort as are told one by one.
        found: How many there are in all.
        allowed: What files allow, by number of the file and code of the warning.
    """

    findings: list[Finding] = attrs.field(factory=list)
    found: int = 0
    allowed: dict[tuple[int, str], Allowance] = attrs.field(factory=dict)
    _by_sort: dict[tuple[str, str], int] = attrs.field(factory=dict)
    _compared: int = 0

    def add(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        part: str = VALUE,
        hint: str = "",
        meant: str = "",
        among: Collection[str] = (),
        severity: str = ERROR,
        other: Place | None = None,
        named: str = "",
        otherwise: str = "",
    ) -> None:
        """Add a finding.

        Args:
            code: Its sort.
            message: What is wrong.
            place: Where it is in the data.
            part: Which part of the place its line and column name.
            hint: What to do about it.
            meant: What is written, where the nearest of some words is to be suggested.
            among: Those words.
            severity: `error` or `warning`.
            other: For a mistake about two places, the second.
            otherwise: What to do about it where no word is near what is written.
            named: What is written where an id belongs; where it is the name of an entity, its id is suggested.
        """
        if severity != ERROR and self.allowed:
            allowance = self.allowed.get((steps_of(place)[0], code))
            if allowance is not None:
                allowance.used = True
                return
        self.found += 1
        count = self._by_sort[code, severity] = self._by_sort.get((code, severity), 0) + 1
        if count > SHOWN:
            return
        if (
            meant
            and not hint
            and len(meant) <= _COMPARED_LETTERS
            and self._compared + len(among) <= _COMPARED
        ):
            self._compared += len(among)
            hint = did_you_mean(meant, among)
        hint = hint or otherwise
        self.findings.append(
            Finding(place, part, Mistake(code, message, hint=hint, severity=severity), other, named)
        )

    def has_room(self, code: str, severity: str = ERROR) -> bool:
        """Whether one more mistake of a sort would be told by itself."""
        return self._by_sort.get((code, severity), 0) < SHOWN

    def has_errors(self) -> bool:
        """Whether anything was found that makes the files no model."""
        return any(severity == ERROR for _, severity in self._by_sort)

    def rest(self) -> Iterator[Mistake]:
        """Yield for each sort of which there are more than are told how many those are."""
        for (code, severity), count in self._by_sort.items():
            more = count - SHOWN
            if more > 0:
                what = "mistake" if severity == ERROR else severity
                are = "is" if more == 1 else "are"
                message = (
                    f"{more:,} more {what}{'' if more == 1 else 's'} with the code `{code}` {are} not shown"
                )
                hint = "put right what is shown, and check again"
                yield Mistake(code, message, hint=hint, severity=severity, count=more)
