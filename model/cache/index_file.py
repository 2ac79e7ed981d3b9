"""The search index of a compiled model from the cache: names, words and their entities are read from the mapped file.

Only the complete index of the last known state is stored. If the file turns out to be damaged, the index is
built again, with the same result.
"""

import marshal
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast, overload

from ..facts.graph import Graph
from ..finding.corpus import Corpus
from ..finding.words.at_date import DateIndex
from ..finding.words.bits import bits_of
from ..finding.words.every_date import SharedIndex
from ..finding.words.names import Initials, Names
from ..finding.words.names_in_order import NameReader
from ..finding.words.postings import Postings
from ..finding.words.table import Table
from ..finding.words.vocabulary import Vocabulary
from .mapped import DamagedError, Mapped
from .numbers import Numbers

TABLES = ("without_opening", "other_names", "acronyms", "codes")
"""The tables of whole texts that are stored as such; that of the names is their order."""

_LISTS = ("heads", "lengths", "stems")
_Found = TypeVar("_Found")


class _Source:
    """The file of an index."""

    def __init__(self, file: Mapped, numbers: Numbers, anew: Callable[[], Mapped]) -> None:
        self.file = file
        self.numbers = numbers
        self._anew = anew

    def part(self, section: str, at: int) -> memoryview:
        """Return a part of a section."""
        return self._sound(lambda: self.file.parts(section)[at])

    def text(self, section: str, at: int) -> str:
        """Return a text of a section."""
        return str(self.part(section, at), "utf-8", "surrogatepass")

    def number(self, section: str, at: int) -> int:
        """Return a number of a section."""
        return self._sound(lambda: self.file.pages(section).number(at))

    def some(self, section: str, start: int, end: int) -> memoryview:
        """Return numbers of a section."""
        return self._sound(lambda: self.file.pages(section).some(start, end))

    def place(self, section: str, sought: bytes) -> int:
        """Return the position of the first part of a sorted section that is not before a text."""
        size = self.file.told["sizes"][section]
        return bisect_left(range(size), sought, key=lambda at: bytes(self.part(section, at)))

    def _sound(self, look: Callable[[], _Found]) -> _Found:
        try:
            return look()
        except DamagedError:
            self.file = self._anew()
            return look()


class _Cells(Sequence[_Found]):
    """A sequence whose items are made on access."""

    def __init__(self, size: int, cell: Callable[[int], _Found]) -> None:
        self._size = size
        self._cell = cell

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> _Found: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Found]: ...
    def __getitem__(self, at: int | slice) -> _Found | list[_Found]:
        if isinstance(at, slice):
            return list(map(self._cell, range(*at.indices(self._size))))
        return self._cell(range(self._size)[at])

    def __iter__(self) -> Iterator[_Found]:
        return map(self._cell, range(self._size))


class _ByText(Mapping[Any, Any]):
    """A dictionary from texts to plain values, which are read from the file."""

    def __init__(self, source: _Source, section: str, key: Callable[[str], Any] = str) -> None:
        self._source = source
        self._section = section
        self._key = key

    def __getitem__(self, key: object) -> Any:
        sought = str(key).encode("utf-8", "surrogatepass")
        at = self._source.place(self._section, sought)
        if at < len(self) and self._source.part(self._section, at) == sought:
            return marshal.loads(self._source.part(f"{self._section} values", at))  # noqa: S302 - checked
        raise KeyError(key)

    def __iter__(self) -> Iterator[Any]:
        return (self._key(self._source.text(self._section, at)) for at in range(len(self)))

    def __len__(self) -> int:
        return int(self._source.file.told["sizes"][self._section])


class _Ranks(Mapping[str, int]):
    """The numbers of the entities in the index, by id."""

    def __init__(self, source: _Source, size: int) -> None:
        self._source = source
        self._size = size

    def __getitem__(self, entity_id: str) -> int:
        number = self._source.numbers.number(entity_id)
        if not 0 <= number < self._size:
            raise KeyError(entity_id)
        return self._source.number("rank of", number)

    def __iter__(self) -> Iterator[str]:
        return map(self._source.numbers.id, range(self._size))

    def __len__(self) -> int:
        return self._size

    def by_entity(self) -> memoryview:
        """Return the numbers of all entities, in the order of the model."""
        return self._source.some("rank of", 0, self._size)


class _Others(Mapping[int, Sequence[str]]):
    """The other names of entities, by their numbers in the index."""

    def __init__(self, source: _Source, size: int) -> None:
        self._source = source
        self._size = size

    def __getitem__(self, number: int) -> Sequence[str]:
        found = self._source.part("others", number)
        if not found:
            raise KeyError(number)
        return cast("Sequence[str]", marshal.loads(found))  # noqa: S302 - checked

    def __iter__(self) -> Iterator[int]:
        return (number for number in range(self._size) if self._source.part("others", number))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredPostings(Postings):
    """The words of an index with their entities, including shared ones.

    A word of few entities has a list of their numbers, one of many a set of bits; `key_of` distinguishes the
    two.
    """

    source: _Source

    def words(self, level: int) -> Iterator[tuple[str, int]]:
        source = self.source
        for dense in (False, True):
            opening = key_of(level, "", dense=dense)
            at, end = (source.place("words", each) for each in (opening, opening + b"\xff"))
            for each in range(at, end):
                found = source.part("words values", each)
                bearers = int.from_bytes(found, "little").bit_count() if dense else len(found) >> 2
                yield source.text("words", each)[len(opening) :], bearers

    def bearers(self, level: int, words: Collection[str]) -> int:
        lists = [found for word in words if (found := self._of(key_of(level, word, dense=False)))]
        bits = bits_of([each.cast("I") for each in lists], self.size)
        for word in words:
            bits |= int.from_bytes(self._of(key_of(level, word, dense=True)), "little")
        return bits

    def _of(self, sought: bytes) -> memoryview:
        at = self.source.place("words", sought)
        if at < self.source.file.told["sizes"]["words"] and self.source.part("words", at) == sought:
            return self.source.part("words values", at)
        return memoryview(b"")


def key_of(level: int, word: str, *, dense: bool) -> bytes:
    """Return the key for the entities of a word at a level."""
    return f"{level}{'=' if dense else '-'}{word}".encode("utf-8", "surrogatepass")


class _StoredInitials(Initials):
    """The initials of an index."""

    source: _Source

    def joined(self) -> str:
        return self.source.text("runs", 0)


def corpus_of(graph: Graph, file: Mapped, numbers: Numbers, anew: Callable[[], Mapped]) -> Corpus:
    """Return the complete index of a graph from the cache.

    Args:
        graph: The model in its last known state.
        file: Its index.
        numbers: The numbers of its entities.
        anew: A function that builds the index again.
    """
    source, told, size = _Source(file, numbers, anew), file.told, len(graph)
    postings = StoredPostings(size)
    postings.source = source
    vocabulary = Vocabulary()
    for name in _LISTS:
        setattr(vocabulary, name, _ByText(source, name, int if name == "lengths" else str))
    vocabulary.count = told["words"]
    postings.vocabulary = vocabulary
    reading = NameReader(graph)
    reading.complete = True
    shared = SharedIndex(graph, reading, postings)
    initials = _ByText(source, "initials")
    shared.initials = _StoredInitials(cast("dict[str, list[int]]", initials))
    shared.initials.source = source
    shared.of_size = {each: int.from_bytes(bits, "little") for each, bits in told["of size"].items()}
    shared.complete(_names(source, size))
    at_date = DateIndex(graph, shared)
    at_date.postings = postings
    at_date.past = int.from_bytes(told["past"], "little")
    return Corpus(graph, shared, at_date, version=1, steps=None)


def _names(source: _Source, size: int) -> Names:
    told = source.file.told
    folded = _Cells(size, lambda at: source.text("folded", at))

    def table(name: str) -> Table:
        length = told["sizes"][f"{name} texts"]
        texts = _Cells(length, lambda at: source.text(f"{name} texts", at))
        return Table(texts, _Cells(length, lambda at: source.number(f"{name} numbers", at)))

    in_order = _Cells(size, lambda at: source.number("names", at))
    return Names(
        _Cells(size, lambda at: source.numbers.id(source.number("ranks", at))),
        (1 << told["bearers"]) - 1,
        _Ranks(source, size),
        _Cells(size, lambda at: source.text("shown", at)),
        folded,
        told["spellings"],
        _Others(source, size),
        told["glossary terms"],
        Table(_Cells(size, lambda at: folded[in_order[at]]), in_order),
        *map(table, TABLES),
    )
