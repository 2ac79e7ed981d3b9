"""The rows of a large view that the first letters of frequent words find, in a file of the cache for each view.

A row has one entity, so that where two sets of entities differ (`^`) their rows differ too. The rows of a set of
100,000 entities that is nearly that of a letter are therefore those of the letter with few changes, which takes a
twentieth of the time of finding them one by one.
"""

from collections.abc import Mapping, Sequence

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..finding.index import Index
from ..finding.ranking.ranks import strongest
from ..finding.words.bits import flags_of
from ..views.forest import Forest
from ..views.row_bits import bits_of_flags
from .disk.code import fingerprint
from .disk.mapped import DamagedError, Mapped, opened, pieces
from .disk.store import write
from .models import entry_beside
from .row_entities import are_stored, ranks_of_rows

LARGE = 50_000
"""From how many rows of a view the rows that letters find are kept in a file: those of 20,000 entities are found in 2 ms."""

_MANY = 32
"""Letters that find fewer than one entity in this many are left out."""

_TOGETHER = 8
"""How many sets are looked up at once, each as a bit of one byte for each entity."""

_AT_A_TIME = 1 << 12
"""How many rows are looked up in a step."""


class LetterRows:
    """The entities that the first letters of a word find, by their numbers in the search index, and their rows."""

    def __init__(self, file: Mapped) -> None:
        self._file = file

    def of(self, word: str) -> tuple[int, int]:
        """Return the entities that a word finds, and their rows as bits, the first row the highest.

        Where these are not kept, they are those of as many of its first letters as possible; both are 0 where none are.
        """
        places = self._file.head
        found = next((places[word[:size]] for size in range(len(word), 0, -1) if word[:size] in places), None)
        if found is None:
            return 0, 0
        try:
            entities, rows = (
                int.from_bytes(self._file.pages(section).part(*place), "little")
                for section, place in zip(("entities", "rows"), found, strict=True)
            )
        except DamagedError:
            return 0, 0
        return entities, rows


def ending_of(view: str) -> str:
    """Return the ending of the file with the letters of a view."""
    return f"{view}-letters"


def letters_in(graph: Graph, forest: Forest, numbers: Mapping[str, int]) -> LetterRows | None:
    """Return the letters of a view from the cache; `None` unless they are there, with the view and the search index.

    Args:
        graph: The model.
        forest: The rows of the view.
        numbers: The numbers of the entities in the search index.
    """
    place = entry_beside(graph, ending_of(forest.view))
    file = None if place is None or not are_stored(forest, numbers) else opened(place.path, place.token)
    return None if file is None else LetterRows(file)


def store_letters(graph: Graph, forest: Forest) -> None:
    """Store the letters of a view; of a small view, none of them.

    Args:
        graph: A model with a stored search index.
        forest: The rows of the view, stored too.
    """
    place = entry_beside(graph, ending_of(forest.view))
    if place is None or fingerprint() is None:
        return
    places: dict[int, tuple[tuple[int, int], tuple[int, int]]] = {}
    sections = {"entities": bytearray(), "rows": bytearray()}
    index = Index(graph)
    found: Mapping[str, int] = {}
    numbers = index.numbers if index.recall() else None
    if numbers is not None and are_stored(forest, numbers) and len(forest) >= LARGE:
        found = _found_by_letters(graph, index)
        sets = list(dict.fromkeys(found.values()))
        for entities, rows in zip(sets, _rows_of(sets, forest, numbers), strict=True):
            places[entities] = _put(sections["entities"], entities), _put(sections["rows"], rows)
    head = {letters: places[entities] for letters, entities in found.items()}
    write(place.path, pieces(place.name, place.token, head, {}, sections))


def _put(section: bytearray, bits: int) -> tuple[int, int]:
    """Add bits to a section; return where they begin and end."""
    start = len(section)
    section += bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return start, len(section)


def _found_by_letters(graph: Graph, index: Index) -> Mapping[str, int]:
    """Return the entities that letters find, by the letters that find many; found once for all views."""
    found = graph.once_for_all(_none)
    waiting = [] if found else index.beginnings()
    while waiting:
        letters = waiting.pop()
        entities = strongest(index.matches(letters, ready=True)).bits
        if entities.bit_count() * _MANY > len(graph):
            found[letters] = entities
            waiting += index.beginnings(letters)
    return found


def _none(_: Statements) -> dict[str, int]:
    return {}


def _rows_of(sets: Sequence[int], forest: Forest, numbers: Mapping[str, int]) -> list[int]:
    """Return the rows of each of several sets of entities as bits."""
    groups = [sets[start : start + _TOGETHER] for start in range(0, len(sets), _TOGETHER)]
    tables = [_packed(each, len(numbers)) for each in groups]
    by_row = [bytearray(1) for _ in groups]
    for part in ranks_of_rows(forest, numbers, _AT_A_TIME):
        for table, found in zip(tables, by_row, strict=True):
            found.extend(map(table.__getitem__, part))
    return [
        bits_of_flags(found.translate(bytes(each >> place & 1 for each in range(256))))
        for found, group in zip(by_row, groups, strict=True)
        for place in range(len(group))
    ]


def _packed(sets: Sequence[int], size: int) -> bytes:
    """Return one byte for each number below `size`, and one for none: the bit of each set that has the number is 1."""
    packed = 0
    for place, each in enumerate(sets):
        packed |= int.from_bytes(flags_of(each, size), "little") << place
    return packed.to_bytes(size + 1, "little")
