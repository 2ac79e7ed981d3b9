"""The search index of a compiled model from the cache: names, words and their entities are read from the mapped file.

Only the complete index of the last known state is stored. If the file turns out to be damaged, the index is
built again, with the same result.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast, overload

import attrs

from ...facts.graph import Graph
from ...finding.corpus import Corpus
from ...finding.words.at_date import DateIndex
from ...finding.words.every_date import SharedIndex
from ...finding.words.names import Initials, Names
from ...finding.words.names_in_order import NameReader
from ...finding.words.table import Table
from ...finding.words.vocabulary import Vocabulary
from ..compiled.making import ENCODING
from ..compiled.numbers import Numbers
from ..disk.mapped import Mapped
from .sections import IndexFile
from .words import StoredPostings

TABLES = ("without_opening", "other_names", "acronyms", "codes")
"""The tables of whole texts that are stored as such; that of the names is their order."""

_LISTS = ("heads", "lengths", "stems")
_Found = TypeVar("_Found")


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
    def __getitem__(self, at: slice) -> Sequence[_Found]: ...
    def __getitem__(self, at: int | slice) -> _Found | Sequence[_Found]:
        if isinstance(at, slice):
            return list(map(self._cell, range(*at.indices(self._size))))
        return self._cell(range(self._size)[at])

    def __iter__(self) -> Iterator[_Found]:
        return map(self._cell, range(self._size))


class _Numbers(_Cells[int]):
    """The numbers of a section; several at once without an object for each."""

    def __init__(self, source: IndexFile, section: str, size: int) -> None:
        super().__init__(size, lambda at: source.number(section, at))
        self._source = source
        self._section = section

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            start, end, _ = at.indices(self._size)
            return self._source.some(self._section, start, max(start, end))
        return super().__getitem__(at)


@attrs.frozen(eq=False, repr=False)
class _StoredTable(Table):
    """A table whose texts are looked up in the file.

    Attributes:
        source: The file.
        section: The section of the texts.
        order: The section that has the entities in the order of their texts; empty where the texts are sorted.
    """

    source: IndexFile
    section: str
    order: str = ""

    def _between(self, first: str, after: str) -> Sequence[int]:
        opening, closing = (each.encode(*ENCODING) for each in (first, after))
        start, end = self.source.extent(self.section, opening, closing, self.order)
        return self.numbers[start:end]


class _ByText(Mapping[Any, Any]):
    """A dictionary from texts to plain values, which are read from the file."""

    def __init__(self, source: IndexFile, section: str, key: Callable[[str], Any] = str) -> None:
        self._source = source
        self._section = section
        self._key = key

    def __getitem__(self, key: object) -> Any:
        sought = str(key).encode(*ENCODING)
        at = self._source.place(self._section, sought)
        if at < len(self) and self._source.part(self._section, at) == sought:
            return marshal.loads(self._source.part(f"{self._section} values", at))  # noqa: S302 - checked
        raise KeyError(key)

    def __iter__(self) -> Iterator[Any]:
        return (self._key(self._source.text(self._section, at)) for at in range(len(self)))

    def __len__(self) -> int:
        return int(self._source.file.head["sizes"][self._section])


class Ranks(Mapping[str, int]):
    """The numbers of the entities in the index, by id.

    Attributes:
        numbers: The numbers of the entities in the model.
    """

    def __init__(self, source: IndexFile, size: int) -> None:
        self.numbers = source.numbers
        self._source = source
        self._size = size

    def by_number(self) -> memoryview:
        """Return the number in the index of each entity, in the order of the model."""
        return self._source.some("rank of", 0, self._size)

    def numbers_of(self, ranks: Iterable[int]) -> list[int]:
        """Return the numbers in the model of entities with some numbers in the index."""
        by_rank = self._source.some("ranks", 0, self._size)
        return [by_rank[each] for each in ranks]

    def __getitem__(self, entity_id: str) -> int:
        number = self.numbers.number(entity_id)
        if not 0 <= number < self._size:
            raise KeyError(entity_id)
        return self._source.number("rank of", number)

    def __iter__(self) -> Iterator[str]:
        return map(self.numbers.id, range(self._size))

    def __len__(self) -> int:
        return self._size


class _Others(Mapping[int, Sequence[str]]):
    """The other names of entities, by their numbers in the index."""

    def __init__(self, source: IndexFile, size: int) -> None:
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


class _StoredInitials(Initials):
    """The initials of an index."""

    source: IndexFile

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
    source, head, size = IndexFile(file, numbers, anew), file.head, len(graph)
    postings = StoredPostings(size)
    postings.source = source
    vocabulary = Vocabulary()
    for name in _LISTS:
        setattr(vocabulary, name, _ByText(source, name, int if name == "lengths" else str))
    vocabulary.count = head["words"]
    postings.vocabulary = vocabulary
    reading = NameReader(graph)
    reading.complete = True
    shared = SharedIndex(graph, reading, postings)
    initials = _ByText(source, "initials")
    shared.initials = _StoredInitials(cast("dict[str, list[int]]", initials))
    shared.initials.source = source
    shared.of_size = {each: int.from_bytes(bits, "little") for each, bits in head["of size"].items()}
    shared.complete(_names(source, size))
    at_date = DateIndex(graph, shared)
    at_date.postings = postings
    at_date.past = int.from_bytes(head["past"], "little")
    return Corpus(graph, shared, at_date, version=1, steps=None)


def _names(source: IndexFile, size: int) -> Names:
    head = source.file.head
    folded = _Cells(size, lambda at: source.text("folded", at))

    def table(name: str) -> Table:
        length = head["sizes"][f"{name} texts"]
        texts = _Cells(length, lambda at: source.text(f"{name} texts", at))
        return _StoredTable(texts, _Numbers(source, f"{name} numbers", length), source, f"{name} texts")

    in_order = _Numbers(source, "names", size)
    return Names(
        _Cells(size, lambda at: source.numbers.id(source.number("ranks", at))),
        (1 << head["bearers"]) - 1,
        Ranks(source, size),
        _Cells(size, lambda at: source.text("shown", at)),
        folded,
        head["spellings"],
        _Others(source, size),
        head["glossary terms"],
        _StoredTable(_Cells(size, lambda at: folded[in_order[at]]), in_order, source, "folded", "names"),
        *map(table, TABLES),
    )
