"""Dates as people write them."""

from calendar import month_name

import pytest

from tiers.model.format.plain_dates import FORMS, read_date, read_two_dates, wrong_words


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2 Dec 2020", "2020-12-02"),
        ("2 December 2020", "2020-12-02"),
        ("2nd December 2020", "2020-12-02"),
        *((f"1 {name} 2021", f"2021-{number:02}-01") for number, name in enumerate(month_name[1:], 1)),
        ("2 of december 2020", "2020-12-02"),
        ("December 2, 2020", "2020-12-02"),
        ("  2   dec.  2020 ", "2020-12-02"),
        ("2Dec2020", "2020-12-02"),
        ("2-Dec-2020", "2020-12-02"),
        ("2/12/2020", "2020-12-02"),
        ("02.12.2020", "2020-12-02"),
        ("2-12-2020", "2020-12-02"),
        ("2020/12/02", "2020-12-02"),
        ("Dec 2020", "2020-12"),
        ("December 2020", "2020-12"),
        ("Sept 2021", "2021-09"),
        ("12/2020", "2020-12"),
        ("about Jun 2021", "2021-06~"),
        ("about 2021", "2021~"),
        ("2020", "2020"),
        ("2020-12-02", "2020-12-02"),
        ("2021-07/2021-12", "2021-07/2021-12"),
        ("[2022-01-01..2026-08-01]", "[2022-01-01..2026-08-01]"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, understood: str) -> None:
    """By name or number of the month, the day first; EDTF stays as it is."""
    assert read_date(typed).text == understood


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ("in April 2021", "2021-03-31", "2021-04"),
        ("during 2021", "2020-12-31", "2021"),
        ("in 2 Dec 2020", "2020-12-01", "2020-12-02"),
    ],
)
def test_in_a_period_is_from_the_day_before_it_to_its_end(typed: str, old: str, new: str) -> None:
    """What changed in April is not what changed since its last day."""
    one, other = read_two_dates(typed)
    assert other is not None
    assert (one.text, other.text) == (old, new)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", FORMS),
        ("soon", FORMS),
        ("2 foo 2020", FORMS),
        ("2/12/20", FORMS),
        ("Dec 2", FORMS),
        ("2 Dec 202", FORMS),
        ("2 Dec 20200", FORMS),
        ("\u0662 Dec 2020", FORMS),
        ("31 Feb 2021", "`31 Feb 2021` is not a day of the calendar"),
        ("12/31/2020", "`12/31/2020` is not a day of the calendar; the day comes before the month"),
        ("2021-13", "`2021-13` is not a day of the calendar"),
        ("2021/2020", "`2021/2020` ends before it begins"),
    ],
)
def test_what_cannot_be_read_is_said(typed: str, message: str) -> None:
    """It is taken for no other date: the message has the forms that can be read, or that there is no such day."""
    with pytest.raises(ValueError, match=r".") as caught:
        read_date(typed)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2021 to 2022", ("2021", "2022")),
        ("from 2021 until Feb 2022", ("2021", "2022-02")),
        ("2 Dec 2020 22 Feb 2022", ("2020-12-02", "2022-02-22")),
        ("2/12/2020 - 2021-06-30", ("2020-12-02", "2021-06-30")),
        ("between Dec 2020 and about Jun 2021", ("2020-12", "2021-06~")),
        ("2 Dec 2020", ("2020-12-02", None)),
        ("2021-07/2021-12", ("2021-07/2021-12", None)),
    ],
)
def test_two_dates_are_read_with_or_without_a_word_between(
    typed: str, understood: tuple[str, str | None]
) -> None:
    """One date is one: its parts are not taken for two."""
    one, other = read_two_dates(typed)
    assert (one.text, None if other is None else other.text) == understood


@pytest.mark.parametrize("typed", ["", "from here to there", "2021 to soon", "2020 2021 2022"])
def test_what_is_not_two_dates_is_said(typed: str) -> None:
    """With the forms that can be read."""
    with pytest.raises(ValueError, match="expected a date"):
        read_two_dates(typed)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2021 to 30 Feb 2022", "`30 Feb 2022` is not a day of the calendar"),
        ("30 Feb 2021 until 2022", "`30 Feb 2021` is not a day of the calendar"),
        ("2021 to soon", f"`2021 to soon` is not a date: {FORMS}"),
        (" ec 2021", f"`ec 2021` is not a date: {FORMS}"),
    ],
)
def test_the_message_names_what_was_typed(typed: str, message: str) -> None:
    """The day that is none of two dates, else the whole text; the line that it was typed in is gone by then."""
    with pytest.raises(ValueError, match=r".") as caught:
        read_two_dates(typed)
    assert wrong_words(typed, caught.value) == message
