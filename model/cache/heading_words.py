"""The words of the headings of a large view, with the rows of these headings, in a file of the cache for each view.

A timeline has a heading for each day and event: to fold those of 300,000 entities takes 1.3 s, and to keep them 54 MiB.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..facts.graph import Graph
from ..format.text import fold
from ..views.forest import Forest
from ..views.row_bits import bits_of_rows
from .compiled.making import ENCODING
from .compiled.numbers import joined_texts
from .disk.code import fingerprint
from .disk.mapped import DamagedError, Mapped, opened, pieces
from .disk.store import write
from .forests import CachedForest
from .models import CacheEntry, entry_beside

LARGE = 50_000
"""From how many rows of a view the words of its headings are kept in a file; of fewer rows they are found faster than it is opened."""

_MANY = 64
"""The rows of a beginning of words are kept as bits if they are more than one row in this many."""

_AFTER = b"\xff"
"""Comes after every text in UTF-8."""


class HeadingWords:
    """The words of the headings of a view, folded."""

    def __init__(self, file: Mapped, anew: Callable[[], Mapped]) -> None:
        """Take a file.

        Args:
            file: The file.
            anew: A function that makes the same file in memory, if the one on disk turns out to be damaged.
        """
        self._file = file
        self._anew = anew

    def rows(self, words: Iterable[str]) -> int:
        """Return the rows of the headings that have a word beginning with each of some words, as bits, the first row the highest."""
        found = -1
        for word in words:
            try:
                found &= self._beginning(word)
            except DamagedError:
                self._file = self._anew()
                found &= self._beginning(word)
        return max(found, 0)

    def _beginning(self, letters: str) -> int:
        """Return the rows of the headings with a word that begins so."""
        size, words, many = self._file.head
        if letters in many:
            return int.from_bytes(self._file.pages("bits").part(*many[letters]), "little")
        parts = self._file.parts("words")
        opening = letters.encode(*ENCODING)
        start = bisect_left(range(words), opening, key=lambda at: bytes(parts[at]))
        end = bisect_left(range(words), opening + _AFTER, start, key=lambda at: bytes(parts[at]))
        if start == end:
            return 0
        return bits_of_rows(self._file.parts("rows").joined(start, end)[0].cast("I").tolist(), size)


def words_ending_of(view: str) -> str:
    """Return the ending of the file with the words of the headings of a view."""
    return f"{view}-headings"


def heading_words_in(graph: Graph, forest: Forest) -> HeadingWords | None:
    """Return the words of the headings of a large view from the cache; `None` for a small view, or if they are not kept yet.

    Args:
        graph: The model.
        forest: The rows of the view.
    """
    if not isinstance(forest, CachedForest) or len(forest) < LARGE:
        return None
    place = entry_beside(graph, words_ending_of(forest.view))
    file = None if place is None else opened(place.path, place.token)
    if place is None or file is None or file.head is None:
        return None

    def anew() -> Mapped:
        return Mapped(memoryview(b"".join(_pieces(place, forest))), place.name, place.token)

    return HeadingWords(file, anew)


def store_heading_words(graph: Graph, forest: Forest) -> None:
    """Store the words of the headings of a view; of a small view, none of them."""
    place = entry_beside(graph, words_ending_of(forest.view))
    if place is not None and fingerprint() is not None:
        if isinstance(forest, CachedForest) and len(forest) >= LARGE:
            write(place.path, _pieces(place, forest))
        else:
            write(place.path, pieces(place.name, place.token, None, {}, {}))


def _pieces(place: CacheEntry, forest: CachedForest) -> Iterable[bytes]:
    by_word = _rows_by_word(forest)
    words = sorted(by_word, key=lambda each: each.encode(*ENCODING))
    rows, ends = array("I"), array("I", (0,))
    for each in words:
        rows.extend(by_word[each])
        ends.append(rows.itemsize * len(rows))
    many, bits = _many(words, by_word, len(forest))
    texts, text_ends = joined_texts(words)
    paged = {"words": texts, "words ends": text_ends, "rows": rows, "rows ends": ends, "bits": bits}
    return pieces(place.name, place.token, (len(forest), len(words), many), {}, paged)


def _rows_by_word(forest: CachedForest) -> dict[str, "array[int]"]:
    """Return the rows of the headings that have each word."""
    by_name: dict[str, array[int]] = {}
    for row in forest.rows_of_kind("group"):
        by_name.setdefault(forest.names[row], array("I")).append(row)
    found: dict[str, array[int]] = {}
    for name, rows in by_name.items():
        for word in set(fold(name).split()):
            found.setdefault(word, array("I")).extend(rows)
    return found


def _many(
    words: Sequence[str], by_word: Mapping[str, "array[int]"], size: int
) -> tuple[dict[str, tuple[int, int]], bytearray]:
    """Return the beginnings of words in the headings of many rows, with the place of these rows; and the bytes of all places."""
    by_letters: dict[str, list[str]] = {}
    for word in words:
        for end in range(1, len(word) + 1):
            by_letters.setdefault(word[:end], []).append(word)
    places: dict[int, tuple[int, int]] = {}
    many: dict[str, tuple[int, int]] = {}
    section = bytearray()
    for letters, longer in by_letters.items():
        if sum([len(by_word[each]) for each in longer]) * _MANY > size:
            bits = bits_of_rows([row for each in longer for row in by_word[each]], size)
            if bits not in places:
                start = len(section)
                section += bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
                places[bits] = start, len(section)
            many[letters] = places[bits]
    return many, section
