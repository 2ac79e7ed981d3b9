"""The base classes of immutable values: given values, defaults, and when two are equal."""

import copy
import pickle
from collections.abc import Callable
from typing import ClassVar

import pytest

from tiers.model import Claim, Entity, Evidence, Relation, parse_date
from tiers.model.format.records import Citation
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


_SAID = Evidence("inferred", (Citation("terms", "members"),), parse_date("2021-06~"), "as we read it")


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))],  # noqa: S301 - just written
    ids=["copy", "deep", "pickle"],
)
@pytest.mark.parametrize(
    "record",
    [
        _SAID,
        Evidence(also=(_SAID,)),
        Claim("name", "Board", _SAID, parse_date("2020"), details={"use": "short"}),
        Relation("member_of", "ann", "board", _SAID, end_date=parse_date("2024"), details={"role": "chair"}),
        Entity("board", "body", {"name": (Claim("name", "Board", _SAID, details={}),)}, _SAID, "a.toml", 3),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_record_can_be_copied_and_pickled(record: object, copied: Callable[[object], object]) -> None:
    """The copy is equal, of the same class, and does not change either."""
    found = copied(record)
    assert (found, type(found), repr(found)) == (record, type(record), repr(record))
    with pytest.raises(AttributeError, match="never changes"):
        found.evidence = None  # type: ignore[attr-defined]
