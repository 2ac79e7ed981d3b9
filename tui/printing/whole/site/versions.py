"""The lines of one part of the page at every date as one sequence, each line with the dates at which it is there."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from ....wording.description.line import Line


@attrs.define(eq=False)
class Version:
    """One line with the dates at which it is there.

    Attributes:
        line: The line; its sources are those of all dates.
        dates: The numbers of these dates.
    """

    line: Line
    dates: list[int] = attrs.field(factory=list)


@attrs.define(eq=False)
class Versions:
    """Collects the lines of one part of the page, date by date.

    Attributes:
        lines: All lines, in an order that is correct at every date.
    """

    lines: list[Version] = attrs.field(factory=list)

    def add(self, lines: Iterable[Line], dates: Sequence[int]) -> None:
        """Add the lines of some dates.

        A line that is there at another date is reused if it comes after the previous line, whatever its
        sources: those later than a date are recognised by their days.
        """
        places: dict[tuple[object, ...], list[int]] = {}
        for place, version in enumerate(self.lines):
            places.setdefault(_read(version.line), []).append(place)
        merged: list[Version] = []
        at = 0
        for line in lines:
            if line.role == "blank":
                continue
            further = places.get(_read(line), ())
            found = bisect_left(further, at)
            if found < len(further):
                merged.extend(self.lines[at : further[found] + 1])
                at = further[found] + 1
                same = merged[-1].line
                if not set(line.notes) <= set(same.notes):
                    merged[-1].line = same.but(notes=tuple(dict.fromkeys((*same.notes, *line.notes))))
            else:
                merged.append(Version(line))
            merged[-1].dates.extend(dates)
        merged.extend(self.lines[at:])
        self.lines = merged


def _read(line: Line) -> tuple[object, ...]:
    """Return what is read of a line, without its sources: a tuple, since a line as a key costs a third of the whole page."""
    return line.role, line.text, line.label, line.target, line.indent
