"""Partial and uncertain dates, after EDTF (ISO 8601-2).

A model may have these forms of EDTF: `2020`, `2020-02`, `2020-02-24`, each with a final `~` for "about";
`2021-07/2021-12`, sometime between the two; `[2022-01-01..2026-08-01]`, one day in that range. An answer may
also have `[2022-04-01,2022-09-01]`, one of these days: documents disagree which. Authors do not write it.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from .unchanging import Unchanging

EXPECTED = "expected a date such as `2022`, `2022-02`, `2022-02-24`, `2021-06~`, `2021-07/2021-12`"
"""The message for a text that is no date."""

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)
_EXACT = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_DECEMBER = 12
_SECOND_DAY = date.min + timedelta(days=1)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS = tuple(name[:3] for name in MONTH_NAMES)
"""The months as dates in words have them."""


class Date(Unchanging):
    """A date that may be partial, approximate or a range.

    Attributes:
        text: As written, an EDTF string.
        first: The first day it may mean.
        last: The last day it may mean.
    """

    text: str
    first: date
    last: date

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def certain(self) -> bool:
        """Whether it is one exact day."""
        return self.first == self.last and not self.text.endswith("~")

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Date({self.text!r})"

    @property
    def sides(self) -> "tuple[Date, ...]":
        """The dates that documents give who disagree about this one; empty for any other date."""
        if not self.text.startswith("[") or "," not in self.text:
            return ()
        return tuple(parse_date(each.replace("..", "/")) for each in self.text[1:-1].split(","))

    def day_before(self) -> "Date":
        """Return the day before this date, with the same uncertainty; the first day of the calendar is returned unchanged."""
        if self.sides:
            return either(each.day_before() for each in self.sides)
        first, last = (max(each, _SECOND_DAY) - timedelta(days=1) for each in (self.first, self.last))
        if first == last:
            return Date(first.isoformat(), first, last)
        return Date(f"[{first.isoformat()}..{last.isoformat()}]", first, last)

    def latest(self) -> "Date":
        """Return the later end of a range, and any other date unchanged; a model seen at a range is seen at that end."""
        _, _, end = self.text.strip("[]").replace("..", "/").partition("/")
        return parse_date(end) if end else self

    def words(self) -> str:
        """Return the date in words: `22 Feb 2022`, `about Jun 2021`, `between Jul and Dec 2021`.

        If documents disagree, the words say so: `1 Apr 2022 or 1 Sep 2022 (the documents disagree)`.
        """
        return _in_words(self)

    def after(self, word: str) -> str:
        """Return the date after a preposition: `since 2021`, `until some time between Jul and Dec 2021`."""
        said = self.words()
        return f"{word} some time {said}" if said.startswith("between ") else f"{word} {said}"

    def on(self) -> str:
        """Return the date as it stands after a verb: `on 22 Feb 2022`, `in Feb 2022`, `about 2021`, `between Jul and Dec 2021`.

        One about which documents disagree has no word before it either.
        """
        said = self.words()
        if self.sides or said.startswith(("about ", "between ")):
            return said
        return f"{'on' if self.certain else 'in'} {said}"


def either(days: Iterable[Date]) -> Date:
    """Return the date that stands for one of several, in EDTF: `[2022-04-01,2022-09-01]`, the earliest first."""
    found = sorted(set(days), key=by_first)
    text = ",".join(each.text.strip("[]").replace("/", "..") for each in found)
    return Date(f"[{text}]", found[0].first, max(each.last for each in found))


def by_first(day: Date) -> tuple[date, date, str]:
    """Return the sort key of a date: the first day it may mean, then the last, then the text."""
    return day.first, day.last, day.text


def earliest(days: Iterable[Date]) -> Date | None:
    """Return the earliest date; `None` where there are no dates."""
    return min(days, key=by_first, default=None)


def after_end(end: Date) -> str:
    """Return since when something is over, by its last day: `since 1 Sep 2024`; for a month `after Aug 2024`."""
    if not end.certain or end.last == date.max:
        return end.after("after")
    return parse_date((end.last + timedelta(days=1)).isoformat()).after("since")


def exact(day: Date | None) -> str | None:
    """Return a date as text if it is an exact day, month or year; `None` for any other."""
    return day.text if day is not None and _EXACT.fullmatch(day.text) else None


def period(start: Date | None, end: Date | None) -> str:
    """Return a period in words, such as `since 2021` or `2019 to 2021`; empty without start and end."""
    if start is None:
        return "" if end is None else end.after("until")
    if end is None:
        return start.after("since")
    said = f"{start.words()} to {end.words()}"
    return f"{start.after('from')} {end.after('until')}" if "between " in said else said


def documented(first: Date, last: Date) -> str:
    """Return the days of the first and last document in words; one day where they are the same."""
    if first == last:
        return first.words()
    said = f"{first.words()} to {last.words()}"
    return f"first {first.words()}, last {last.words()}" if "between " in said else said


def _shared(first: list[str], last: list[str]) -> list[str]:
    """Return the year, and the month, that both ends share: `between Jul and Dec 2021`, not `Jul 2021 and Dec 2021`."""
    if len(first) == 1 or first[0] != last[0]:
        return []
    days = len(first) == len(last) == 3  # noqa: PLR2004 - year, month, day
    return [first[0], *([MONTHS[int(first[1]) - 1]] if days and first[1] == last[1] else [])]


@lru_cache(maxsize=4096)
def _in_words(day: Date) -> str:
    """Return a date in words; a timeline asks for few days, and for each of them often."""
    if day.sides:
        return f"{' or '.join(each.words() for each in day.sides)} (the documents disagree)"
    if day.text.startswith("["):
        start, _, end = day.text[1:-1].partition("..")
    else:
        start, _, end = day.text.partition("/")
    said = _end_in_words(start)
    if not end or start == end:
        return said
    for shared in _shared(start.rstrip("~").split("-"), end.rstrip("~").split("-")):
        said = said.removesuffix(f" {shared}")
    return f"between {said} and {_end_in_words(end)}"


def _end_in_words(part: str) -> str:
    """Return one end of a date in words: `about Jun 2021`."""
    about = "about " if part.endswith("~") else ""
    pieces = part.rstrip("~").split("-")
    words = [pieces[0]]
    if len(pieces) > 1:
        words.insert(0, MONTHS[int(pieces[1]) - 1])
    if len(pieces) > 2:  # noqa: PLR2004 - year, month, day
        words.insert(0, str(int(pieces[2])))
    return about + " ".join(words)


def _part(text: str) -> tuple[date, date]:
    """Return the first and the last day that one end of a date may mean."""
    match = _PART.fullmatch(text)
    if match is None:
        raise ValueError(EXPECTED)
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact
        if month:
            first = date(year, int(month), 1)
            following = date(year, first.month + 1, 1) if first.month < _DECEMBER else None
            return first, following - timedelta(days=1) if following else date(year, _DECEMBER, 31)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        msg = f"`{text}` is not a day of the calendar"
        raise ValueError(msg) from None


@lru_cache(maxsize=65536)
def parse_date(text: str) -> Date:
    """Return the date of an EDTF string.

    Raises:
        ValueError: It has none of the forms above; the message says what was expected.
    """
    if text.startswith("[") and text.endswith("]"):
        start, separator, end = text[1:-1].partition("..")
    else:
        start, separator, end = text.partition("/")
    first, last = _part(start)
    if separator:
        later, last = _part(end)
        if later < first:
            msg = f"`{text}` ends before it begins"
            raise ValueError(msg)
    return Date(text, first, last)
