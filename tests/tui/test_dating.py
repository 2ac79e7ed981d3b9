"""A date being chosen."""

import pytest

from tiers.model import Date, parse_date
from tiers.model.format.plain_dates import FORMS
from tiers.tui.exploring.dates.dating import Dating

STEPS = tuple(map(parse_date, ("2020", "2021-06", "2022-02-22")))


def dating(date: str | None = None) -> Dating:
    """Return a date being chosen among three steps, begun at a date or at the last known state."""
    return Dating(STEPS, None if date is None else parse_date(date))


def typed(text: str, keys: tuple[str, ...] = ()) -> Dating:
    """Return the dates chosen after a text, and then keys, were typed."""
    choosing = dating()
    assert all(choosing.press(char, char) for char in text)
    assert all(choosing.press(key, None) for key in keys)
    return choosing


def words(date: Date | None) -> str:
    """Return a date as it was written."""
    return "latest" if date is None else date.text


@pytest.mark.parametrize(
    ("begun", "steps", "expected"),
    [
        (None, [-1], ["2022-02-22"]),
        (None, [1], ["latest"]),
        ("2021-06", [-1, -1], ["2020", "2020"]),
        ("2021-06", [1, 1, 1], ["2022-02-22", "latest", "latest"]),
        ("2021-12-31", [1], ["2022-02-22"]),
        ("2021-12-31", [-1], ["2021-06"]),
        ("2019", [-1, 1], ["2020", "2021-06"]),
        ("2030", [-1], ["2022-02-22"]),
        ("2030", [1], ["latest"]),
        ("2020", [9999, -9999], ["latest", "2020"]),
    ],
)
def test_it_steps_through_the_dates(begun: str | None, steps: list[int], expected: list[str]) -> None:
    """From one to the next, from a day between two to the nearer on that side, and at both ends no farther."""
    choosing = dating(begun)
    chosen = []
    for by in steps:
        choosing.step(by)
        chosen.append(words(choosing.date))
    assert chosen == expected


def test_latest_is_typed_as_a_date() -> None:
    """It is the last known state, understood and kept, whatever was chosen before."""
    choosing = dating("2020")
    choosing.paste(" Latest")
    assert (choosing.date, choosing.note(), choosing.settle()) == (None, "latest", True)


def test_it_steps_where_there_are_no_dates() -> None:
    """A model without dates has its last known state only."""
    choosing = Dating((), None)
    choosing.step(-1)
    choosing.step(1)
    assert (choosing.date, choosing.note()) == (None, "latest")


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (text, text)
        for text in ("2021", "2021-06", "2021-06-30", "2021-06~", "2021-07/2021-12", "[2021..2022]")
    ]
    + [("2 Dec 2020", "2020-12-02"), ("2/12/2020", "2020-12-02"), ("December 2020", "2020-12")],
)
def test_every_form_of_a_date_can_be_typed(text: str, understood: str) -> None:
    """It is chosen as soon as it is one, and kept."""
    choosing = typed(text)
    assert (words(choosing.date), choosing.settle(), choosing.wrong) == (understood, True, "")


def test_what_is_no_date_chooses_nothing_and_is_said_when_it_is_to_be_kept() -> None:
    """Not before: it may only be unfinished."""
    choosing = typed("2021-13")
    assert (words(choosing.date), choosing.wrong) == ("2021", "")
    assert choosing.note() == "not yet a date; shown: 2021  between two dates of change"
    assert choosing.settle() is False
    assert choosing.wrong == "`2021-13` is not a day of the calendar"
    choosing = typed("22")
    assert choosing.settle() is False
    assert choosing.wrong == FORMS
    assert choosing.lines()[1].text == choosing.wrong


def test_typing_can_be_undone() -> None:
    """Backspace erases; a step forgets what was typed and what was wrong with it."""
    choosing = typed("2021-067", ("backspace",))
    assert words(choosing.date) == "2021-06"
    choosing = typed("9", ())
    choosing.settle()
    choosing.step(-1)
    assert (words(choosing.date), choosing.typed.text, choosing.wrong) == ("2022-02-22", "", "")


@pytest.mark.parametrize("begun", ["", "2021"])
def test_a_cleared_date_is_the_latest_state(begun: str) -> None:
    """Whether something was typed before, or a date was shown already."""
    choosing = dating("2020")
    for char in begun:
        choosing.press(char, char)
    choosing.press("ctrl+u", None)
    assert (choosing.settle(), words(choosing.date), choosing.note()) == (True, "latest", "latest")


def test_letters_are_text() -> None:
    """So that nothing of `2 Dec 2020` is dropped; only `?` is help, and Enter no text."""
    choosing = dating()
    keys = (("2", "2"), ("space", " "), ("q", "q"), ("enter", "\r"), ("question_mark", "?"))
    assert [choosing.press(key, character) for key, character in keys] == [True, True, True, False, False]
    assert (choosing.typed.text, choosing.date) == ("2 q", None)


def test_no_year_is_seen_on_the_way_to_a_day() -> None:
    """Until `2 Dec 2020` is whole nothing is chosen; then what was understood stands beside it."""
    choosing = dating()
    notes = []
    for char in "2 Dec 2020":
        choosing.press(char, char)
        notes.append(choosing.note())
    assert notes == ["not yet a date; shown: latest"] * 9 + ["2 Dec 2020  between two dates of change"]


def test_a_pasted_date_is_kept_whole() -> None:
    """A date that is pasted over several lines is read as one."""
    choosing = dating()
    choosing.paste(" 2 Dec\n2020\n")
    assert (choosing.typed.text, words(choosing.date)) == ("2 Dec 2020", "2020-12-02")


def test_a_date_says_why_it_is_in_the_list() -> None:
    """In the list of dates the reason for a date stands beside it; a date without one stands alone."""
    choosing = Dating(STEPS, None, reasons=("Ex begins", "", "8 have ended"))
    assert [line.text for line in choosing.lines() if line.role == "relation"] == [
        "2020 · Ex begins",
        "Jun 2021",
        "22 Feb 2022 · 8 have ended",
        "latest",
    ]


def test_the_steps_are_told_year_by_year() -> None:
    """Each is a link, and at the one chosen there is said what has to be."""
    lines = dating("2021-06").lines("Ex: not yet documented")
    assert [
        (line.role, line.text, line.target) for line in lines if line.role in {"heading", "relation"}
    ] == [
        ("heading", "2020", None),
        ("relation", "2020", "0"),
        ("heading", "2021", None),
        ("relation", "Jun 2021 · Ex: not yet documented", "1"),
        ("heading", "2022", None),
        ("relation", "22 Feb 2022", "2"),
        ("relation", "latest", "3"),
    ]
    assert dating("2021-06").note() == "Jun 2021  2 of 3"


def test_a_date_to_compare_with_is_chosen_in_the_same_way() -> None:
    """The title says what it is for."""
    lines = Dating(STEPS, None, against=True).lines()
    assert [line.text for line in lines[:2]] == [
        "Compare with the model at a date",
        "choose a date on which something changed, or type a date; `latest` returns",
    ]
