"""The base of the records of a model, of which there are thousands: slotted, unchanging, equal by their values.

Its classes are written out and not made by attrs, which takes longer to import than the rest of a printed tree.
"""

from collections.abc import Callable
from typing import Any, NoReturn, Self

putting: Callable[[object], Callable[[str, object], None]] = object.__setattr__.__get__
"""Returns what sets the values of a record that is being made."""


class Record:
    """A record whose values never change; it is equal to another of its class with the same values.

    A class names its values in `__slots__`, and sets each with what `putting` returns.
    """

    __slots__: tuple[str, ...] = ()

    def _told(self) -> tuple[Any, ...]:
        """Return the values that make two records equal."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def __setattr__(self, name: str, _: object) -> NoReturn:
        msg = f"`{name}` of {type(self).__name__} never changes"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def but(self, **changed: Any) -> Self:
        """Return a copy with some values changed."""
        names: tuple[str, ...] = self.__slots__
        return type(self)(**{**{name: getattr(self, name) for name in names}, **changed})
