"""The base of classes whose values never change: the definitions of the format, views and their rows."""

from collections.abc import Callable
from typing import Any, ClassVar, NoReturn, Self, TypeVar, cast, dataclass_transform, get_origin

_Value = TypeVar("_Value")


class _Following:
    """A default computed from the other values, when first asked for, and then kept."""

    def __init__(self, factory: Callable[[Any], object], *, init: bool) -> None:
        self._factory = factory
        self.init = init

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, _: type) -> object:
        return one.__dict__.setdefault(self._name, self._factory(one))  # two threads must get the same object


def following(*, factory: Callable[[Any], _Value], init: bool = True) -> _Value:
    """Return a default that is computed from the other values.

    Args:
        factory: A function that returns the value for an object.
        init: Whether another value may be given instead.
    """
    return cast("_Value", _Following(factory, init=init))


@dataclass_transform(eq_default=False, frozen_default=True, field_specifiers=(following,))
class Unchanging:
    """An object with named values that never change; it is equal only to itself unless its class says otherwise.

    It is for classes with many values that every start imports, for which attrs would write and compile the
    methods anew: 0.3 to 1 ms for each class against 0.004. A value that is not given is found at the class.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _allowed: ClassVar[frozenset[str]] = frozenset()
    _required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = vars(cls)
        names = [
            name
            for name, sort in cls.__annotations__.items()
            if not _is_of_class(sort) and getattr(own.get(name), "init", True)
        ]
        cls._names = (*cls._names, *names)
        cls._allowed = frozenset(cls._names)
        cls._required = cls._required.union(names).difference(own)

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
        """Return a copy with some values changed; those that were computed from them stay the same.

        Args:
            named: The changed values, a private one without its underscore.
        """
        values = {name: getattr(self, name) for name in self._names}
        for name, value in named.items():
            values[f"_{name}" if f"_{name}" in values else name] = value
        return type(self)(**values)


def _is_of_class(annotation: object) -> bool:
    """Whether an annotated name belongs to the class, not to each object."""
    origin: object = get_origin(annotation)
    return origin is ClassVar


@dataclass_transform(frozen_default=True, field_specifiers=(following,))
class Value(Unchanging):
    """An unchanging object that is equal to another of its class with the same values."""

    def _equal_by(self) -> tuple[object, ...]:
        """Return the values that make two objects equal: all of them, unless a class leaves some out."""
        return tuple(getattr(self, name) for name in self._names)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Value) and type(self) is type(other) and self._equal_by() == other._equal_by()
        )

    def __hash__(self) -> int:
        return hash(self._equal_by())

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({said})"
