"""Files of the cache that are mapped and not loaded: sections of bytes, each checked against its sum when first touched.

A file of 300,000 records is open in half a millisecond and has no memory of its own. What is changed by others while
it is mapped is not seen: the cache writes a new file under a new name and never changes one.
"""

import binascii
import marshal
import os
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from operator import sub
from typing import Any

from .files import open_own

FORM = b"tiers\0\0\1"
"""The first bytes of every file, the version of this form last."""

READ_AT_ONCE = 1 << 20
"""A file of up to so many bytes is read: to import `mmap` and to map it takes longer."""

PAGE_BITS = 12
_PAGE = 1 << PAGE_BITS
_NUMBERS = PAGE_BITS - 2
"""A page has 4,096 bytes: its sum takes 9 µs, as long as making a record of it."""


class DamagedError(Exception):
    """A part of a file does not have the sum that it was written with."""


class Pages:
    """A section that is checked a page at a time.

    Attributes:
        view: Its bytes, and `numbers` the same as numbers of four bytes; to be looked at where they are checked.
        checked: For each page whether it has its sum.
    """

    __slots__ = ("_sums", "checked", "numbers", "view")

    def __init__(self, view: memoryview, sums: memoryview) -> None:
        self.view = view
        self._sums = sums
        self.checked = bytearray(len(sums))
        self.numbers = view.cast("I") if len(view) % 4 == 0 else view[:0]

    @classmethod
    def sound(cls, view: memoryview) -> "Pages":
        """Return the pages of bytes that need no check."""
        made = cls(view, view[::_PAGE])
        made.checked = bytearray(b"\1" * len(made.checked))
        return made

    def part(self, start: int, end: int) -> memoryview:
        """Return some of its bytes.

        Raises:
            DamagedError: They are not those that were written.
        """
        for page in range(start >> PAGE_BITS, (end + _PAGE - 1) >> PAGE_BITS):
            if not self.checked[page]:
                self._check(page)
        return self.view[start:end]

    def number(self, index: int) -> int:
        """Return one of its numbers.

        Raises:
            DamagedError: It is not the one that was written.
        """
        page = index >> _NUMBERS
        if not self.checked[page]:
            self._check(page)
        return self.numbers[index]

    def some(self, start: int, end: int) -> memoryview:
        """Return several of its numbers.

        Raises:
            DamagedError: They are not those that were written.
        """
        self.part(4 * start, 4 * end)
        return self.numbers[start:end]

    def _check(self, page: int) -> None:
        start = page << PAGE_BITS
        if binascii.crc32(self.view[start : start + _PAGE]) != self._sums[page]:
            raise DamagedError
        self.checked[page] = 1


class Parts:
    """A section of parts one after the other, by number, with the section that says where each begins and the last ends."""

    __slots__ = ("_checked", "_data", "_ends", "_view")

    def __init__(self, data: Pages, ends: Pages) -> None:
        self._data = data
        self._ends = ends
        self._checked = data.checked
        self._view = data.view

    def __getitem__(self, number: int) -> memoryview:
        """Return the bytes of a part.

        Raises:
            DamagedError: They are not those that were written.
        """
        ends = self._ends
        if not ends.checked[number >> _NUMBERS] or not ends.checked[(number + 1) >> _NUMBERS]:
            ends.part(4 * number, 4 * number + 8)
        start, end = ends.numbers[number], ends.numbers[number + 1]
        page, last = start >> PAGE_BITS, (end - 1) >> PAGE_BITS
        if end > start and (last > page + 1 or not self._checked[page] or not self._checked[last]):
            return self._data.part(start, end)
        return self._view[start:end]

    def joined(self, start: int, end: int) -> tuple[memoryview, list[int]]:
        """Return the bytes of several parts that follow each other, as one, and where each begins and the last ends in it.

        Raises:
            DamagedError: They are not those that were written.
        """
        ends = self._ends.some(start, end + 1).tolist()
        first = ends[0]
        return self._data.part(first, ends[-1]), [each - first for each in ends] if first else ends

    def some(self, start: int, end: int) -> list[memoryview]:
        """Return the bytes of several parts that follow each other.

        Raises:
            DamagedError: They are not those that were written.
        """
        view, ends = self.joined(start, end)
        return [view[ends[each] : ends[each + 1]] for each in range(end - start)]

    def lengths(self, start: int, end: int) -> list[int]:
        """Return the number of bytes of several parts that follow each other.

        Raises:
            DamagedError: The ends of the parts are not those that were written.
        """
        ends = self._ends.some(start, end + 1).tolist()
        return list(map(sub, ends[1:], ends))

    def all(self) -> list[memoryview]:
        """Return the bytes of all parts.

        Raises:
            DamagedError: They are not the bytes that were written.
        """
        return self.some(0, len(self._ends.numbers) - 1)


class Mapped:
    """A file of the cache, or the same bytes in memory.

    Attributes:
        head: The contents of its head beside the places of the sections.
    """

    __slots__ = ("_checked", "_data", "_pages", "_parts", "_places", "head")

    def __init__(self, data: memoryview, name: str, token: object) -> None:
        """Take up the bytes of a file.

        Args:
            data: The bytes.
            name: The name the file was written under.
            token: What it was written with.

        Raises:
            ValueError: It is another file, or its head is damaged.
        """
        if data[:8] != FORM:
            raise ValueError(name)
        length, checksum = data[8:16].cast("I")
        head = data[16 : 16 + length]
        if len(head) != length or binascii.crc32(head) != checksum:
            raise ValueError(name)
        (written_as, written_with), size, places, self.head = marshal.loads(head)  # noqa: S302 - the user's own file, checked
        if (written_as, written_with) != (name, token) or len(data) != size + _up(16 + length):
            raise ValueError(name)
        self._data = data[_up(16 + length) :]
        self._places: dict[str, tuple[int, int, int]] = places
        self._checked: dict[str, memoryview] = {}
        self._pages: dict[str, Pages] = {}
        self._parts: dict[str, Parts] = {}

    def has(self, section: str) -> bool:
        """Return whether the file has a section."""
        return section in self._places

    def whole(self, section: str) -> memoryview:
        """Return the bytes of a section that is checked as a whole.

        Raises:
            DamagedError: They are not those that were written.
        """
        found = self._checked.get(section)
        if found is None:
            start, length, checksum = self._places[section]
            found = self._data[start : start + length]
            if binascii.crc32(found) != checksum:
                raise DamagedError
            self._checked[section] = found
        return found

    def check(self) -> None:
        """Raise a `DamagedError` if a section does not have the sums with which it was written."""
        for section, (_, length, _) in self._places.items():
            if f"{section} sums" in self._places:
                self.pages(section).part(0, length)
            else:
                self.whole(section)

    def pages(self, section: str) -> Pages:
        """Return a section that is checked a page at a time.

        Raises:
            DamagedError: Its sums are not those that were written.
        """
        found = self._pages.get(section)
        if found is None:
            start, length, _ = self._places[section]
            sums = self.whole(f"{section} sums").cast("I")
            found = self._pages.setdefault(section, Pages(self._data[start : start + length], sums))
        return found

    def parts(self, section: str) -> Parts:
        """Return a section of parts, of which another says where they end.

        Raises:
            DamagedError: The sums of its pages are not those that were written.
        """
        found = self._parts.get(section)
        if found is None:
            found = Parts(self.pages(section), self.pages(f"{section} ends"))
            self._parts[section] = found
        return found


def _up(size: int) -> int:
    return (size + 7) & ~7


def opened(path: str, token: object) -> Mapped | None:
    """Return a file of the cache; `None` when it is missing, of another form, or was written by another name or token."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        return Mapped(data_in(path), os.path.basename(path), token)
    return None


def data_in(path: str) -> memoryview:
    """Return the bytes of a file that only this user can have written; a large one is mapped.

    Raises:
        OSError: It cannot be opened, or others may have written it.
    """
    with open(open_own(path), "rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size <= READ_AT_ONCE:
            return memoryview(stream.read(size))
        import mmap  # noqa: PLC0415 - small files are read

        return memoryview(mmap.mmap(stream.fileno(), size, access=mmap.ACCESS_READ))


def pieces(
    name: str, token: Any, values: Any, whole: Mapping[str, Any], paged: Mapping[str, Any]
) -> Iterable[Any]:
    """Return the bytes of a file one after the other.

    Args:
        name: The name of the file.
        token: What must be given again to open it.
        values: Plain values for the head, which is read at once.
        whole: By name the bytes of sections that are checked as a whole.
        paged: The bytes of those that are checked a page at a time.
    """
    sections = {each: memoryview(data).cast("B") for each, data in (*whole.items(), *paged.items())}
    for each in paged:
        view = sections[each]
        sums = (binascii.crc32(view[start : start + _PAGE]) for start in range(0, len(view), _PAGE))
        sections[f"{each} sums"] = memoryview(array("I", sums)).cast("B")
    places: dict[str, tuple[int, int, int]] = {}
    size = 0
    for each, view in sections.items():
        places[each] = (size, len(view), 0 if each in paged else binascii.crc32(view))
        size = _up(size + len(view))
    head = marshal.dumps(((name, token), size, places, values))
    yield FORM + array("I", (len(head), binascii.crc32(head))).tobytes() + head
    yield bytes(-len(head) % 8)
    for view in sections.values():
        yield view
        yield bytes(-len(view) % 8)
