"""The sections of a stored search index: parts, texts and numbers, each read when it is looked at."""

from bisect import bisect_left
from collections.abc import Callable
from typing import TypeVar

from ..compiled.making import ENCODING
from ..compiled.numbers import Numbers
from ..disk.mapped import DamagedError, Mapped

_Found = TypeVar("_Found")


class IndexFile:
    """The file of a search index, by its sections; where it turns out to be damaged, the index is built again."""

    def __init__(self, file: Mapped, numbers: Numbers, anew: Callable[[], Mapped]) -> None:
        self.file = file
        self.numbers = numbers
        self._anew = anew

    def part(self, section: str, at: int) -> memoryview:
        """Return a part of a section."""
        return self._sound(lambda: self.file.parts(section)[at])

    def text(self, section: str, at: int) -> str:
        """Return a text of a section."""
        return str(self.part(section, at), *ENCODING)

    def number(self, section: str, at: int) -> int:
        """Return a number of a section."""
        return self._sound(lambda: self.file.pages(section).number(at))

    def some(self, section: str, start: int, end: int) -> memoryview:
        """Return numbers of a section."""
        return self._sound(lambda: self.file.pages(section).some(start, end))

    def place(self, section: str, sought: bytes, order: str = "") -> int:
        """Return the position of the first part of a sorted section that is not before a text.

        Args:
            section: The section.
            sought: The text in UTF-8, in which texts have the same order as in Unicode.
            order: The section with the numbers of the parts in order, where they are not sorted themselves.
        """
        return self._sound(lambda: self._place(section, sought, order))

    def extent(self, section: str, first: bytes, after: bytes, order: str = "") -> tuple[int, int]:
        """Return where the parts of a sorted section begin that are not before a text, and where they end before another."""
        return self._sound(lambda: self._extent(section, first, after, order))

    def parts(self, section: str, start: int, end: int) -> list[memoryview]:
        """Return several parts of a section that follow each other."""
        return self._sound(lambda: self.file.parts(section).some(start, end)) if start < end else []

    def joined(self, section: str, start: int, end: int) -> memoryview:
        """Return several parts of a section that follow each other, as one."""
        return self._sound(lambda: self.file.parts(section).joined(start, end)[0])

    def _place(self, section: str, sought: bytes, order: str) -> int:
        return bisect_left(range(self._size(section)), sought, key=self._text_at(section, order))

    def _extent(self, section: str, first: bytes, after: bytes, order: str) -> tuple[int, int]:
        size, text_at = self._size(section), self._text_at(section, order)
        start = bisect_left(range(size), first, key=text_at)
        # mostly few parts are between them, so that the end is looked for from the start, ever farther
        low, high, step = start, start, 1
        while high < size and text_at(high) < after:
            low, high, step = high + 1, high + step, 2 * step
        return start, bisect_left(range(size), after, low, min(high, size), key=text_at)

    def _size(self, section: str) -> int:
        found: int = self.file.head["sizes"][section]
        return found

    def _text_at(self, section: str, order: str) -> Callable[[int], bytes]:
        """Return the function that reads a part of a section in order."""
        parts = self.file.parts(section)
        if not order:
            return lambda at: bytes(parts[at])
        number = self.file.pages(order).number
        return lambda at: bytes(parts[number(at)])

    def _sound(self, look: Callable[[], _Found]) -> _Found:
        try:
            return look()
        except DamagedError:
            self.file = self._anew()
            return look()
