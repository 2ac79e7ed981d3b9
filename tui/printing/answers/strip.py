"""The timeline as a strip: a line for each entity, on which its period is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import attrs

from tiers.model import Graph
from tiers.model.answers.periods import Period
from tiers.model.format.dates import Date, parse_date

from ...wording.description.timeline import period_words
from ...wording.legend import (
    BEGINS,
    COMING,
    DAY,
    DUE,
    EARLIER,
    ENDS,
    LATER,
    ONE_DAY,
    SOME_TIME,
    STANDS,
    STRIP,
)
from ...wording.safe_text import safe
from ..parts.wrapping import as_written, cells, hung, kept_together, wrapped
from ..tree.boxes import Picture, Spot
from ..tree.diagram import Node

WIDTH = 80
"""The number of cells of a line by default."""

_LEAST, _MOST = 16, 34
"""The smallest and the largest width of the column of names."""

_ACROSS = "╪"
"""The mark of the date of the graph on a period."""

IN_ASCII: Mapping[str, str] = MappingProxyType(dict(zip("╞╡═╌•◦┈←→┊╪▼─┴", "[]=.o*_<>:+v-+", strict=True)))
"""The ASCII character for each character that a strip is drawn with."""

_TABLE = str.maketrans({**IN_ASCII})


_ALL_MONTHS = 60
"""The number of cells that the year and the short names of eleven months need."""


@attrs.frozen(eq=False, repr=False)
class Axis:
    """The days along a strip.

    Attributes:
        first: The day at its left end.
        last: The day at its right end.
        width: How many cells it has.
    """

    first: date
    last: date
    width: int

    def cell(self, day: date) -> int:
        """Return the cell of a day; below 0 or beyond the width if it is outside."""
        days = (self.last - self.first).days + 1
        at = (day - self.first).days
        return -1 if at < 0 else self.width if at >= days else at * self.width // days


def axis_of(
    found: Sequence[Period],
    width: int,
    since: Date | None = None,
    until: Date | None = None,
    at: Date | None = None,
) -> Axis:
    """Return the axis of some periods, in whole years: from the first documented day to the last.

    An earlier beginning, such as that of an old trust, is cut off: it would squeeze the documented years into
    a few cells.
    """
    seen = [
        each
        for period in found
        for each in (period.first, period.last, period.due, period.due_until)
        if each is not None
    ]
    seen = seen or [each for period in found for each in period.dates]
    days = [*seen, *(() if at is None else (at,))]
    first = min(each.first for each in days) if since is None else since.first
    last = max(each.last for each in days) if until is None else until.last
    if since is None:
        first = date(first.year, 1, 1)
    if until is None:
        last = date(last.year, 12, 31)
    return Axis(first, max(first, last), width)


def strip(
    graph: Graph,
    found: Sequence[Period],
    width: int = WIDTH,
    *,
    unicode: bool = True,
    since: Date | None = None,
    until: Date | None = None,
) -> Picture:
    """Return the strip of some periods, at least one; its first two lines are years and months.

    A name too long for its column continues below; the date of the graph is a line through all rows.
    """
    names = [as_written(safe(graph.name(each.id)), unicode=unicode) for each in found]
    column = min(max(map(cells, names)), max(min(width * 2 // 5, _MOST), _LEAST))
    axis = axis_of(found, max(width - column - 2, _LEAST), since, until, graph.at)
    day = None if graph.at is None else axis.cell(graph.at.last)
    picture = Picture(head=2)
    picture.lines += [" " * (column + 2) + line for line in _scale(axis, day)]
    for number, (period, name) in enumerate(zip(found, names, strict=True)):
        top = len(picture.lines)
        parts = wrapped(name, column, "", "  ").removesuffix("\n").split("\n")
        for part in parts:
            bar = _bar(period, axis) if part is parts[0] else " " * axis.width
            if day is not None and 0 <= day < axis.width and bar[day] in {" ", STANDS}:
                bar = f"{bar[:day]}{DAY if bar[day] == ' ' else _ACROSS}{bar[day + 1 :]}"
            picture.lines.append(f"{part}{' ' * (column + 2 - cells(part))}{bar}".rstrip())
        node = Node(number, name, safe(period_words(period)), graph.kind(period.id), id=period.id)
        end = len(picture.lines)
        picture.spots.append(Spot(node, top, end, 0, column + 2 + axis.width, end))
    if not unicode:
        picture.lines = [line.translate(_TABLE) for line in picture.lines]
    return picture


def write(picture: Picture, width: int = WIDTH, more: int = 0, *, unicode: bool = True) -> Iterator[str]:
    """Yield the lines of a strip, the number of further entities with only one day, and the meaning of the signs."""
    for line in picture.lines:
        yield f"{line}\n"
    if more:
        yield f"\n{more:,} more {'is' if more == 1 else 'are'} documented on one day only\n"
    said = (kept_together(f"{sign} {words}") for sign, words in STRIP.items())
    legend = hung("  ".join(said), width, "", "")
    yield f"\n{legend if unicode else legend.translate(_TABLE)}"


def _scale(axis: Axis, day: int | None) -> tuple[str, str]:
    """Return the years, or the months where there are few years, and a line with a tick at each of them."""
    first, years = axis.first.year, axis.last.year - axis.first.year + 1
    if years > 1:
        step = -(-years * 6 // axis.width)
        marks = [(date(year, 1, 1), str(year)) for year in range(first, first + years, step)]
    else:
        step = -(-_ALL_MONTHS // axis.width)
        days = [date(first, month, 1) for month in range(1, 13, step)]
        marks = [(day, parse_date(day.isoformat()[:7]).words()[:3]) for day in days]
        marks[0] = (days[0], str(first))
    labels, ticks = " " * (axis.width + 6), "─" * axis.width
    for start, label in marks:
        at = axis.cell(max(start, axis.first))
        if 0 <= at < axis.width:
            labels = f"{labels[:at]}{label}{labels[at + len(label) :]}"
            ticks = f"{ticks[:at]}┴{ticks[at + 1 :]}"
    if day is not None and 0 <= day < axis.width:
        ticks = f"{ticks[:day]}▼{ticks[day + 1 :]}"
    return labels.rstrip(), ticks


def _bar(period: Period, axis: Axis) -> str:
    """Return the line of a period, as wide as the axis."""
    chars = [" "] * axis.width
    _stretch(chars, axis, period)
    begins, ends = period.begins, period.ends
    for day in (begins, ends, period.due):
        if day is not None:
            _fill(chars, axis, day.first, day.last, SOME_TIME, over=False)
    if begins is not None and begins != ends:
        _put(chars, axis.cell(begins.last), BEGINS)
    if ends is not None and begins != ends:
        _put(chars, axis.cell(ends.first), ENDS)
    for day in (period.due, period.due_until):
        if day is not None:
            _put(chars, axis.cell(day.last), DUE)
    first, last_day = period.extent()
    if axis.cell(first) < 0:
        chars[0] = EARLIER
    if axis.cell(last_day) >= axis.width:
        chars[-1] = LATER
    return "".join(chars)


def _stretch(chars: list[str], axis: Axis, period: Period) -> None:
    """Draw the days between the ends of a period, as existing or as only planned."""
    begins, ends, due = period.begins, period.ends, period.due
    if due is not None:
        if period.due_until is not None:
            _fill(chars, axis, due.last, period.due_until.first, COMING)
        start = begins
    else:
        start = begins or period.first
    if begins is not None and begins == ends:
        within = axis.cell(begins.first) == axis.cell(begins.last)
        _fill(chars, axis, begins.first, begins.last, ONE_DAY if within else SOME_TIME)
    elif start is not None:
        end = ends or period.last or start
        last = max(end.first if ends is not None else end.last, start.last)
        sign = STANDS if axis.cell(start.last) < axis.cell(last) else ONE_DAY
        _fill(chars, axis, start.last, last, COMING if period.planned else sign)


def _fill(chars: list[str], axis: Axis, first: date, last: date, sign: str, *, over: bool = True) -> None:
    start, end = max(axis.cell(first), 0), min(axis.cell(last), axis.width - 1)
    for at in range(start, end + 1):
        if over or chars[at] == " ":
            chars[at] = sign


def _put(chars: list[str], at: int, sign: str) -> None:
    if 0 <= at < len(chars):
        chars[at] = sign
