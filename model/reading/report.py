"""Collects mistakes while reading, with their places in the data; `building` adds lines and columns later."""

from collections.abc import Collection, Iterator

import attrs

from ..format.errors import ERROR, Mistake
from ..format.text import did_you_mean

KEY = "key"
VALUE = "value"
HEADER = "header"

SHOWN = 100
"""How many mistakes of one code are listed; the rest are counted, so that a wrong model does not cost too much."""

_COMPARED = 300_000
"""How many words in total are compared with misspelt ones; beyond that nothing is suggested."""

_COMPARED_LETTERS = 100
"""The length from which a text is not compared, since nobody meant to write a word of that length."""

Steps = tuple[str | int, ...]

Place = tuple["Place | None", str | int]
"""A place in the data of one file: the surrounding place, then a key or list position; outermost the file's number.

It is a pair rather than a record: one is made for every value read, in a sixth of the time that a record
would take, and used only if the value is wrong.
"""


def steps_of(place: Place) -> tuple[int, Steps]:
    """Return the file number of a place, and the keys and list positions that lead to it from the top."""
    steps: list[str | int] = []
    around: Place | None = place
    while around is not None:
        around, step = around
        steps.append(step)
    return int(steps[-1]), tuple(reversed(steps[:-1]))


def table_of(place: Place) -> Place:
    """Return the place of the table that a place is in."""
    kind: Place | None = place[0]
    while kind is not None and kind[0] is not None and kind[0][0] is not None:
        place, kind = kind, kind[0]
    return place


@attrs.frozen(eq=False)
class Finding:
    """A mistake with its place in the data.

    Attributes:
        place: Its place in the data.
        part: Which part of the place is marked: `key`, `value` or `header`.
        mistake: The mistake, without file and line.
        other: The second place of a mistake about two; its line replaces `{other}` in the message.
        named: The text in place of an id, which may be the name of an entity; empty for none.
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
        place: The place of the allowance.
        used: Whether there was such a warning.
    """

    place: Place
    used: bool = False


@attrs.define(eq=False)
class Report:
    """The findings of all files.

    Attributes:
        findings: The findings in the order found; only as many of each code as are listed.
        found: The number of all findings.
        allowed: The allowances of files, by number of the file and code of the warning.
    """

    findings: list[Finding] = attrs.field(factory=list)
    found: int = 0
    allowed: dict[tuple[int, str], Allowance] = attrs.field(factory=dict)
    _counts: dict[tuple[str, str], int] = attrs.field(factory=dict)  # by code and severity
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
            code: Its code.
            message: What is wrong.
            place: Its place in the data.
            part: The part of the place that line and column refer to.
            hint: What to do about it.
            meant: The written text, if the most similar of some words is to be suggested.
            among: Those words.
            severity: `error` or `warning`.
            other: The second place of a mistake about two.
            otherwise: What to do about it if no word is similar.
            named: The text in place of an id; if it is the name of an entity, that entity's id is suggested.
        """
        if severity != ERROR and self.allowed:
            allowance = self.allowed.get((steps_of(place)[0], code))
            if allowance is not None:
                allowance.used = True
                return
        self.found += 1
        count = self._counts[code, severity] = self._counts.get((code, severity), 0) + 1
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
        """Whether one more mistake of a code would be listed."""
        return self._counts.get((code, severity), 0) < SHOWN

    def has_errors(self) -> bool:
        """Whether there is a finding that makes the model invalid."""
        return any(severity == ERROR for _, severity in self._counts)

    def rest(self) -> Iterator[Mistake]:
        """Yield, for each code with more mistakes than are listed, their number."""
        for (code, severity), count in self._counts.items():
            more = count - SHOWN
            if more > 0:
                what = "mistake" if severity == ERROR else severity
                are = "is" if more == 1 else "are"
                message = (
                    f"{more:,} more {what}{'' if more == 1 else 's'} with the code `{code}` {are} not shown"
                )
                hint = "put right what is shown, and check again"
                yield Mistake(code, message, hint=hint, severity=severity, count=more)
