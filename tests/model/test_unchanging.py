"""The base classes of immutable values: given values, defaults, and when two are equal."""

from typing import ClassVar

import pytest

from tiers.model.format.unchanging import Unchanging, Value, following


class _Seat(Value):
    sort: ClassVar[str] = "seat"

    body: str
    role: str = "member"
    words: str = following(factory=lambda seat: f"{seat.role} of {seat.body}")


class _Chair(_Seat):
    votes: bool = True


def test_a_value_is_equal_to_another_of_its_class_with_the_same_values() -> None:
    """Two values are one where their class and their values are."""
    assert _Seat("board") == _Seat(body="board", role="member")
    assert hash(_Seat("board")) == hash(_Seat("board"))
    assert _Seat("board") != _Seat("forum")
    assert _Chair("board") != _Seat("board")
    assert _Seat("board") != "board"


def test_a_value_says_in_a_failed_test_what_it_holds() -> None:
    """Its representation has every value by its name."""
    assert repr(_Chair("board")) == "_Chair(body='board', role='member', words='member of board', votes=True)"


def test_changed_values_make_another_and_leave_the_first() -> None:
    """`but` returns another object; an object never changes; what is of the class is no value."""
    one = _Seat("board")
    assert one.but(role="chair", words="chair").words == "chair"
    assert one.words == "member of board"
    with pytest.raises(AttributeError, match="`role` of _Seat never changes"):
        one.role = "chair"  # type: ignore[misc]
    with pytest.raises(TypeError, match="lacks these values, or has no such: sort"):
        _Seat("board", sort="chair")  # type: ignore[call-arg]


def test_what_has_no_equality_is_equal_to_itself_alone() -> None:
    """Two objects of a plain unchanging class are two, whatever they hold."""

    class Row(Unchanging):
        name: str

    one = Row("board")
    assert one == one  # noqa: PLR0124 - that is the promise
    assert one != Row("board")
