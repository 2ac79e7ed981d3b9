"""The base of what the format is defined by (kinds, keys, relation kinds): classes of values with a name each."""

from collections.abc import Callable
from typing import Any, ClassVar, NoReturn, Self, TypeVar, cast, dataclass_transform

_Value = TypeVar("_Value")


class _Following:
    """A default that follows from the other values: worked out when it is first asked for, then kept."""

    def __init__(self, factory: Callable[[Any], object]) -> None:
        self._factory = factory

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, definition: Any, _: type) -> object:
        value = definition.__dict__[self._name] = self._factory(definition)
        return value


def following(*, factory: Callable[[Any], _Value]) -> _Value:
    """Return the default of a value that follows from the others, by a function of the definition."""
    return cast("_Value", _Following(factory))


@dataclass_transform(eq_default=False, frozen_default=True, field_specifiers=(following,))
class Definition:
    """A definition: its values by name, which never change; it is equal to itself alone.

    No class of attrs: for three of these, of ten to forty values each, attrs writes and compiles methods for 2 ms of
    every start. A value that is not given is found at the class.
    """

    _names: ClassVar[tuple[str, ...]]
    _allowed: ClassVar[frozenset[str]]
    _required: ClassVar[frozenset[str]]

    def __init_subclass__(cls) -> None:
        cls._names = tuple(cls.__annotations__)
        cls._allowed = frozenset(cls._names)
        cls._required = cls._allowed.difference(vars(cls))

    def __init__(self, *values: object, **named: object) -> None:
        given = dict(zip(self._names, values, strict=False), **named)
        if not self._required <= given.keys() <= self._allowed:
            wrong = sorted((self._required - given.keys()) | (given.keys() - self._allowed))
            msg = f"{type(self).__name__} lacks these values, or has no such: {', '.join(wrong)}"
            raise TypeError(msg)
        self.__dict__.update(given)

    def __setattr__(self, name: str, _: object) -> NoReturn:
        msg = f"`{name}` of {type(self).__name__} never changes"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def but(self, **named: object) -> Self:
        """Return the same definition with some values changed; those that followed from them stay as they are."""
        return type(self)(**{name: getattr(self, name) for name in self._names} | named)
