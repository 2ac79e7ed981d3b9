"""The base of the records of a model, of which there are thousands: slotted, unchanging, equal by their values.

Its classes are written out and not made by attrs, which takes longer to import than the rest of a printed tree.
"""

from typing import Any, NoReturn, Self

set_class: Any = vars(object)["__class__"].__set__
"""Gives an object another class, though its own class lets no value be set."""


class Record:
    """A record whose values never change; it is equal to another of its class with the same values.

    A class names its values in `__slots__`; it is made as an object of the class that `filling` returns, and so has its
    values set without a call for each.
    """

    __slots__: tuple[str, ...] = ()

    def _equal_by(self) -> tuple[Any, ...]:
        """Return the values that make two records equal."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._equal_by() == other._equal_by()

    def __hash__(self) -> int:
        return hash(self._equal_by())

    def __setattr__(self, name: str, _: object) -> NoReturn:
        msg = f"`{name}` of {type(self).__name__} never changes"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __setstate__(self, state: tuple[None, dict[str, Any]]) -> None:
        """Give a copy its values: `copy` and `pickle` make a record without any, and then set these."""
        for name, value in state[1].items():
            object.__setattr__(self, name, value)

    def but(self, **changed: Any) -> Self:
        """Return a copy with some values changed."""
        names: tuple[str, ...] = self.__slots__
        return type(self)(**{**{name: getattr(self, name) for name in names}, **changed})


def filling(record: type[Record]) -> type[Record]:
    """Return the class as which a record is filled: the same, but its values can be set.

    Calling `object.__setattr__` for each value takes twice as long as all the rest of making a record; a large model has
    a million of them.
    """
    return type(record.__name__, (record,), {"__slots__": (), **_SETTING})


_SETTING = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
