"""Dates as people type them: `2 Dec 2020`, `2/12/2020`, `Dec 2020`; files of a model use only EDTF, see `dates`."""

import re
from datetime import timedelta

from .dates import EXPECTED, MONTH_NAMES, Date, parse_date

FORMS = (
    "expected a date such as `2 Dec 2020`, `2/12/2020` (the day first), `Dec 2020`, `2020`, `2020-12-02`, `2021-06~`, "
    "`2021-07/2021-12`"
)
"""The message if a typed date cannot be read."""

_MONTHS = tuple(map(str.lower, MONTH_NAMES))
_SHORTEST = 3
"""The number of letters of the shortest form of a month, such as `Dec`."""

_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<name>[a-z]+)\.?"
_NUMBER = r"(?P<month>\d{1,2})"
_FORMS = (
    rf"{_DAY}(?: of)?[ -]?{_MONTH},?[ -]?{_YEAR}",
    rf"{_MONTH} ?{_DAY},? {_YEAR}",
    rf"{_MONTH},?[ -]?{_YEAR}",
    rf"(?P<day>\d{{1,2}})(?P<sign>[/.-]){_NUMBER}(?P=sign){_YEAR}",
    rf"{_YEAR}(?P<sign>[/.]){_NUMBER}(?P=sign)(?P<day>\d{{1,2}})",
    rf"{_NUMBER}[/.]{_YEAR}",
)
"""The forms that people type; compiled when a date is first read, since the explorer can start without one."""

BETWEEN = ("to", "until", "till", "and", "-", "\N{EN DASH}", "\N{RIGHTWARDS ARROW}")
"""Words between two dates, with a space on either side."""

_DURING = ("in", "during")
"""Words before a date that mean the days of it, as in `in April 2021`."""

_LONGEST = 4
"""The most words of a date that people write in a question, such as `2 of December 2020`."""

_ABOUT = r"(?:about|around|circa|c\.?) +(?=\w)"


def read_date(text: str) -> Date:
    """Return the date that a person typed, in EDTF or an everyday form; of two numbers the day comes before the month.

    Raises:
        ValueError: It cannot be read, or is no day of the calendar; the message says which.
    """
    typed = " ".join(text.split())
    written = _edtf(typed.casefold())
    try:
        return parse_date(typed if written is None else written)
    except ValueError as error:
        wrong = str(error)
    if wrong == EXPECTED:
        raise ValueError(FORMS)
    if written is None:
        raise ValueError(wrong)
    order = "" if any(map(str.isalpha, typed)) else "; the day comes before the month"
    raise ValueError(f"`{typed}` is not a day of the calendar{order}")


def is_date(text: str) -> bool:
    """Whether a text can be read as a date."""
    try:
        read_date(text)
    except ValueError:
        return False
    return True


def read_two_dates(text: str) -> tuple[Date, Date | None]:
    """Return the two dates that a person typed, as `2021 to 2022`; `None` for the second if only one is typed.

    `in April 2021` is the day before April 2021 and April 2021: what changed in a month changed between these two.

    Raises:
        ValueError: It cannot be read; the message says what is expected.
    """
    words = text.removeprefix("from ").removeprefix("between ").split()
    if len(words) > 1 and words[0].casefold() in _DURING:
        return whole_period(read_date(" ".join(words[1:])))
    wrong = None
    for at in range(1, len(words)):
        parted = words[at].casefold() in BETWEEN
        try:
            return read_date(" ".join(words[:at])), read_date(" ".join(words[at + parted :]))
        except ValueError as error:
            wrong = error if parted and wrong is None else wrong
    if wrong is not None:
        raise wrong
    return read_date(" ".join(words)), None


def whole_period(day: Date) -> tuple[Date, Date]:
    """Return the two dates between which a period lies: the day before it, and the period, read as its last day."""
    return parse_date((day.first - timedelta(days=1)).isoformat()), day.latest()


def date_at_end(text: str) -> str:
    """Return the date at the end of a question, as it is written; empty where there is none."""
    words = text.rstrip("? ").split()
    found = (" ".join(words[-number:]) for number in range(min(len(words), _LONGEST), 0, -1))
    return next(filter(is_date, found), "")


def wrong_words(typed: str, error: ValueError) -> str:
    """Return why a typed date cannot be read, with what was typed.

    Args:
        typed: The text as it was typed.
        error: The error of `read_date` or `read_two_dates`.
    """
    return f"`{typed.strip()}` is not a date: {error}" if str(error) == FORMS else str(error)


def _edtf(typed: str) -> str | None:
    """Return a typed date in EDTF; `None` if it has no everyday form."""
    plain = re.sub(_ABOUT, "", typed, count=1) if re.match(_ABOUT, typed) else typed
    match = next((found for form in _FORMS if (found := re.fullmatch(form, plain, re.ASCII))), None)
    about = "~" if plain != typed else ""
    if match is None:
        return f"{plain}{about}" if about else None
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    if month is None:
        return None
    day = f"-{int(parts['day']):02}" if "day" in parts else ""
    return f"{parts['year']}-{month:02}{day}{about}"


def _month(name: str) -> int | None:
    """Return the number of a month by its name or the beginning of it; `None` for any other word."""
    if name == "sept":
        name = name[:_SHORTEST]
    known = (number for number, each in enumerate(_MONTHS, 1) if name in {each, each[:_SHORTEST]})
    return next(known, None)
