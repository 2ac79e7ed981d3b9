"""Partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import parse_date
from tiers.model.format.dates import after_end, documented, either, period


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "2020"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "Feb 2020"),
        ("2020-02-24", date(2020, 2, 24), date(2020, 2, 24), "24 Feb 2020"),
        ("2021-06~", date(2021, 6, 1), date(2021, 6, 30), "about Jun 2021"),
        ("2021-07/2021-12", date(2021, 7, 1), date(2021, 12, 31), "between Jul and Dec 2021"),
        ("2021/2021-12~", date(2021, 1, 1), date(2021, 12, 31), "between 2021 and about Dec 2021"),
        (
            "[2022-01-01..2026-08-01]",
            date(2022, 1, 1),
            date(2026, 8, 1),
            "between 1 Jan 2022 and 1 Aug 2026",
        ),
        ("[2021]", date(2021, 1, 1), date(2021, 12, 31), "2021"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "Dec 9999"),
    ],
)
def test_forms(text: str, first: date, last: date, words: str) -> None:
    """Each form of the format gives its first and last possible day and reads in plain words."""
    read = parse_date(text)

    assert (read.first, read.last, read.words(), str(read)) == (first, last, words, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021", "until 2021"),
        ("2021-06", "until Jun 2021"),
        ("2021-06-30", "until 30 Jun 2021"),
        ("2021~", "until about 2021"),
        ("2021-06~", "until about Jun 2021"),
        ("2021-02-28~", "until about 28 Feb 2021"),
        ("2021/2022", "until some time between 2021 and 2022"),
        ("2021-07/2021-12", "until some time between Jul and Dec 2021"),
        ("2021-07~/2021-12", "until some time between about Jul and Dec 2021"),
        ("2021-07/2021-12~", "until some time between Jul and about Dec 2021"),
        ("2021-07/2022-02", "until some time between Jul 2021 and Feb 2022"),
        ("2021-07-01/2021-07", "until some time between 1 Jul and Jul 2021"),
        ("2021-07/2021-07", "until Jul 2021"),
        ("2020-12-07/2020-12-13", "until some time between 7 and 13 Dec 2020"),
        ("2020-11-30/2020-12-06", "until some time between 30 Nov and 6 Dec 2020"),
        ("2020-12-28/2021-01-03", "until some time between 28 Dec 2020 and 3 Jan 2021"),
        ("[2022-01-01..2022-01-31]", "until some time between 1 and 31 Jan 2022"),
        ("[2021-06..2021-07]", "until some time between Jun and Jul 2021"),
    ],
)
def test_every_form_reads_after_a_word(text: str, words: str) -> None:
    """After a word that wants a time a range is some time in it, and what its ends share is said once."""
    assert parse_date(text).after("until") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021", "in 2021"),
        ("2021-06", "in Jun 2021"),
        ("2021-06-30", "on 30 Jun 2021"),
        ("2021-06-30~", "about 30 Jun 2021"),
        ("2021-07/2021-12", "between Jul and Dec 2021"),
    ],
)
def test_every_form_reads_after_a_verb(text: str, words: str) -> None:
    """A day has *on* before it, a month and a year have *in*, and a date that is not exact reads as it is."""
    assert parse_date(text).on() == words


def test_days_that_documents_disagree_about_read_after_a_verb() -> None:
    """Several days have no word before them, since the first and the second may want different ones."""
    day = either((parse_date("2022-04"), parse_date("2022-09-01")))
    assert day.on() == day.words() == "Apr 2022 or 1 Sep 2022 (the documents disagree)"


@pytest.mark.parametrize(
    ("start", "end", "held", "seen"),
    [
        ("2021-04-01", "2022-02-22", "1 Apr 2021 to 22 Feb 2022", "1 Apr 2021 to 22 Feb 2022"),
        ("2021-06~", "2022-02-22", "about Jun 2021 to 22 Feb 2022", "about Jun 2021 to 22 Feb 2022"),
        ("2021", "2021", "2021 to 2021", "2021"),
        (
            "2021-07/2021-12",
            "2022-02-22",
            "from some time between Jul and Dec 2021 until 22 Feb 2022",
            "first between Jul and Dec 2021, last 22 Feb 2022",
        ),
        (
            "2021-06~",
            "2021-07/2021-12",
            "from about Jun 2021 until some time between Jul and Dec 2021",
            "first about Jun 2021, last between Jul and Dec 2021",
        ),
    ],
)
def test_a_time_reads_from_its_first_to_its_last_day(start: str, end: str, held: str, seen: str) -> None:
    """Between two days stands `to`, and where one of them is a range, words that can stand before it."""
    first, last = parse_date(start), parse_date(end)

    assert (period(first, last), documented(first, last)) == (held, seen)
    assert (period(first, None), period(None, last)) == (first.after("since"), last.after("until"))
    assert period(None, None) == ""


def test_a_range_to_look_from_means_its_end() -> None:
    """Of a range the later date counts, with its own last day; any other date is itself."""
    forms = ("2021-07/2021-12", "[2022-01-01..2026-08-01]", "2021-06~", "2022")

    assert [str(parse_date(each).latest()) for each in forms] == ["2021-12", "2026-08-01", "2021-06~", "2022"]
    disputed = either(map(parse_date, ("2022-09-01", "2022-04-01")))
    assert str(disputed.latest()) == "[2022-04-01,2022-09-01]"


def test_only_one_day_that_is_not_about_is_certain() -> None:
    """Neither is a month or a range."""
    forms = ("2021-06-01", "2021-06-01~", "2021-06", "2021-06-01/2021-06-02", "2021-06-01/2021-06-01")
    assert [parse_date(each).certain for each in forms] == [True, False, False, False, True]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2021-13", "`2021-13` is not a day of the calendar"),
        ("2021-02-30", "`2021-02-30` is not a day of the calendar"),
        ("0000", "`0000` is not a day of the calendar"),
        ("2022/2021", "`2022/2021` ends before it begins"),
        *(
            (each, "expected a date such as `2022`, `2022-02`, `2022-02-24`, `2021-06~`, `2021-07/2021-12`")
            for each in ("[2021..20222", "22021..2022]", "[2021..2022", "2021..2022")
        ),
        (
            "24 Feb 2020",
            "expected a date such as `2022`, `2022-02`, `2022-02-24`, `2021-06~`, `2021-07/2021-12`",
        ),
        ("", "expected a date such as `2022`, `2022-02`, `2022-02-24`, `2021-06~`, `2021-07/2021-12`"),
        ("٢٠٢٠", "expected a date such as `2022`, `2022-02`, `2022-02-24`, `2021-06~`, `2021-07/2021-12`"),
    ],
)
def test_refused(text: str, message: str) -> None:
    """What is not a date of the format is refused with what was expected."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared below
        parse_date(text)

    assert str(caught.value) == message


@given(st.dates(min_value=date(1, 1, 2)))
def test_exact_days(day: date) -> None:
    """Every day of the calendar is read as itself, and the day before it is the day before."""
    read = parse_date(day.isoformat())

    assert (read.first, read.last, read.certain) == (day, day, True)
    assert (day - read.day_before().first).days == 1
    assert parse_date(str(read.day_before())) == read.day_before()


@given(st.text(max_size=12))
def test_any_text(text: str) -> None:
    """Any text is either a date whose first day is not after its last, or a ValueError."""
    try:
        read = parse_date(text)
    except ValueError:
        return
    assert read.first <= read.last
    assert read.words()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2021-04-01", "31 Mar 2021"),
        ("2021-04", "between 31 Mar and 29 Apr 2021"),
        ("0001-01-01", "1 Jan 0001"),
        ("0001", "between 1 Jan and 30 Dec 0001"),
    ],
)
def test_the_day_before(text: str, before: str) -> None:
    """The day before a date is as exact as the date; the first day of the calendar has none before it."""
    assert parse_date(text).day_before().words() == before


def test_what_is_over_is_so_since_the_day_after() -> None:
    """Of no exact day, or of the last of the calendar, after it."""
    ends = ("2024-08-31", "2024-08", "2024-08-31~", "9999-12-31")
    assert [after_end(parse_date(each)) for each in ends] == [
        "since 1 Sep 2024",
        "after Aug 2024",
        "after about 31 Aug 2024",
        "after 31 Dec 9999",
    ]
