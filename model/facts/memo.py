"""The results of functions of a model, each computed once and kept."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

_Asked = TypeVar("_Asked")
_Found = TypeVar("_Found")
_NOT_YET: Final = object()
"""Marks a result that was not computed yet, since `None` may be a result."""


class Memo:
    """A memo of function results, with the function as key, so that a result has the function's return type."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[object, Any] = {}

    def of(self, function: Callable[[_Asked], _Found], asked: _Asked) -> _Found:
        """Return the result of a function, which is called the first time only.

        If two threads ask at once, both may call it, and both get the result that was kept first. So no lock
        is needed, and all threads have the same value.
        """
        found: _Found = self._found.get(function, _NOT_YET)
        if found is _NOT_YET:
            found = self._found.setdefault(function, function(asked))
        return found

    def note(self, function: Callable[[_Asked], _Found], found: _Found) -> None:
        """Store the result of a function without calling it."""
        self._found[function] = found
