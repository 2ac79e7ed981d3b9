"""The base of the records of a model, of which there are thousands: slotted, unchanging, equal by their values.

Its classes are written out and not made by attrs, which takes longer to import than all of a printed tree.
"""

from operator import attrgetter
from typing import Any, ClassVar, NoReturn, Self

put = object.__setattr__
"""Sets a value of a record that is being made."""


class Record:
    """A record whose values never change; it is equal to another of its class with the same values.

    A class names its values in `__slots__` and sets each with `put`.
    """

    __slots__ = ()
    _names: ClassVar[tuple[str, ...]]
    _told: ClassVar["attrgetter[tuple[object, ...]]"]

    def __init_subclass__(cls, *, apart: int = 0) -> None:
        """Note the values of a class.

        Args:
            apart: How many of them, at the end, do not make two records different.
        """
        super().__init_subclass__()
        cls._names = tuple(vars(cls)["__slots__"])
        cls._told = attrgetter(*cls._names[: len(cls._names) - apart])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._told(self) == self._told(other)

    def __hash__(self) -> int:
        return hash(self._told(self))

    def __setattr__(self, name: str, _: object) -> NoReturn:
        msg = f"`{name}` of {type(self).__name__} never changes"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def but(self, **changed: Any) -> Self:
        """Return a copy with some values changed."""
        return type(self)(**{**{name: getattr(self, name) for name in self._names}, **changed})
