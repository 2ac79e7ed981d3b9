"""The lines of one part of the page at every date as one sequence, each line with the dates at which it is there."""

from bisect import bisect_left
from collections.abc import Iterable

import attrs

from ....wording.description.line import Line

Spans = tuple[tuple[int, int], ...]
"""Dates by number, as the first and the last of each run of dates, in order."""

_Words = tuple[str, str, str, str | None, int]


@attrs.define(eq=False)
class Version:
    """One line with the dates at which it is there.

    Attributes:
        line: The line; its sources are those of all dates.
        words: What is said in it, without its sources.
        runs: The first and the last of each run of dates, in the order in which they were added.
    """

    line: Line
    words: _Words
    runs: list[tuple[int, int]] = attrs.field(factory=list)

    def stands(self, number: int) -> bool:
        """Whether the line stands there at the date with a number."""
        return any(first <= number <= last for first, last in self.runs)

    def spans(self) -> Spans:
        """Return the dates at which it stands there; runs that follow each other are one."""
        found: list[tuple[int, int]] = []
        for first, last in sorted(self.runs):
            if found and found[-1][1] == first - 1:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return tuple(found)


@attrs.define(eq=False)
class Versions:
    """Collects the lines of one part of the page, run of dates by run of dates.

    Attributes:
        lines: All lines, in an order that is correct at every date.
    """

    lines: list[Version] = attrs.field(factory=list)

    def add(self, lines: Iterable[Line], first: int, last: int) -> None:
        """Add the lines that stand there from one date to another.

        A line that is there at another date is reused if it comes after the previous line, whatever its
        sources: those later than a date are recognised by their days.
        """
        places: dict[_Words, list[int]] = {}
        for place, version in enumerate(self.lines):
            places.setdefault(version.words, []).append(place)
        merged: list[Version] = []
        at = 0
        for line in lines:
            words = words_of(line)
            further = places.get(words, ())
            found = bisect_left(further, at)
            if found < len(further):
                merged.extend(self.lines[at : further[found] + 1])
                at = further[found] + 1
                same = merged[-1].line
                if not set(line.notes) <= set(same.notes):
                    merged[-1].line = same.but(notes=tuple(dict.fromkeys((*same.notes, *line.notes))))
            else:
                merged.append(Version(line, words))
            merged[-1].runs.append((first, last))
        merged.extend(self.lines[at:])
        self.lines = merged


def words_of(line: Line) -> _Words:
    """Return what is said in a line, without its sources."""
    return line.role, line.text, line.label, line.target, line.indent
