"""The rows of a view of which most are those of an earlier forest, and only some are its own.

Nothing is copied but the numbers of rows: names, kinds, entities and relations of the earlier rows are read from the
earlier forest when somebody looks at them.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, ClassVar, TypeVar, overload

from ..format.records import Relation
from ..format.unchanging import following
from .forest import Forest, Repeated

_Cell = TypeVar("_Cell")
_ENDLESS = 2**31
COLUMNS = ("ids", "kinds", "names", "relations")
"""The columns that are not numbers."""


NO_ROWS = Forest("", (), (), (), (), array("i"), array("i"), array("i"), b"")
"""A view without rows."""


class OwnRows:
    """The rows of a patched forest that are not in the earlier forest.

    Attributes:
        ids, kinds, names, relations: The columns, as in `Forest`.
    """

    __slots__ = COLUMNS

    def __init__(self) -> None:
        self.ids: list[str | None] = []
        self.kinds: list[str] = []
        self.names: list[str] = []
        self.relations: list[Relation | None] = []

    def __len__(self) -> int:
        return len(self.relations)  # the column that is filled last

    def add(self, entity_id: str | None, kind: str, name: str, relation: Relation | None) -> int:
        """Add a row and return its number."""
        self.ids.append(entity_id)
        self.kinds.append(kind)
        self.names.append(name)
        self.relations.append(relation)
        return len(self.relations) - 1

    def cells(self, start: int, length: int) -> Iterator[tuple[str | None, str, str, Relation | None]]:
        """Yield the entity, kind, name and relation of some rows."""
        some = slice(start, start + length)
        return zip(self.ids[some], self.kinds[some], self.names[some], self.relations[some], strict=True)


class Pieces:
    """The origins of the rows of a patched forest, by piece: rows whose origins follow each other.

    Attributes:
        starts: The first row of each piece.
        origins: The origin of the first row of each piece: its row in the earlier forest; of an own row, -1 minus its
            number among the own rows.
        size: The number of rows.
    """

    __slots__ = ("_by_origin", "origins", "size", "starts")

    def __init__(self) -> None:
        self.starts = array("i")
        self.origins = array("i")
        self.size = 0
        self._by_origin: tuple[list[int], list[int]] | None = None

    def add(self, origin: int, length: int = 1) -> None:
        """Add rows at the end: of the earlier forest, or own ones, whose origins count down."""
        if self.starts:
            begins, ahead = self.origins[-1], self.size - self.starts[-1]
            if origin == (begins + ahead if begins >= 0 else begins - ahead) and (begins >= 0) == (
                origin >= 0
            ):
                self.size += length  # they go on where the last piece ends
                return
        self.starts.append(self.size)
        self.origins.append(origin)
        self.size += length

    def origin(self, row: int) -> int:
        """Return the origin of a row, as in `origins`."""
        place = bisect_right(self.starts, row) - 1
        begins, ahead = self.origins[place], row - self.starts[place]
        return begins + ahead if begins >= 0 else begins - ahead

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the origin and the length of the pieces that rows come from."""
        place = bisect_right(self.starts, start) - 1
        while start < end:
            until = self.starts[place + 1] if place + 1 < len(self.starts) else self.size
            length = min(end, until) - start
            begins, ahead = self.origins[place], start - self.starts[place]
            yield (begins + ahead if begins >= 0 else begins - ahead), length
            start, place = start + length, place + 1

    def row_of(self, origin: int) -> int:
        """Return the row that comes from a row of the earlier forest; -1 if none does."""
        return self.run_of(origin)[0]

    def run_of(self, origin: int) -> tuple[int, int]:
        """Return the row that comes from a row of the earlier forest, and how many go on from there.

        The row is -1 if none comes from it; then the number is that of earlier rows from which none comes.
        """
        if self._by_origin is None:
            order = sorted(range(len(self.origins)), key=self.origins.__getitem__)
            self._by_origin = [self.origins[each] for each in order], order
        origins, order = self._by_origin
        at = bisect_right(origins, origin) - 1
        gap = origins[at + 1] - origin if at + 1 < len(origins) else _ENDLESS
        if at < 0 or origins[at] < 0:
            return -1, gap
        place = order[at]
        until = self.starts[place + 1] if place + 1 < len(self.starts) else self.size
        row = self.starts[place] + origin - origins[at]
        return (row, until - row) if row < until else (-1, gap)

    def kept(self) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces from the earlier forest: its first row, the first row here, how many they are."""
        for place, begins in enumerate(self.origins):
            if begins >= 0:
                until = self.starts[place + 1] if place + 1 < len(self.starts) else self.size
                yield begins, self.starts[place], until - self.starts[place]

    def own(self) -> Iterator[tuple[int, int]]:
        """Yield each own row and its number."""
        for place, begins in enumerate(self.origins):
            if begins < 0:
                until = self.starts[place + 1] if place + 1 < len(self.starts) else self.size
                yield from zip(range(self.starts[place], until), range(-1 - begins, self.size), strict=False)


class PatchedForest(Forest):
    """The rows of a view, most of them those of an earlier forest.

    Attributes:
        earlier: The earlier forest, never itself a patched one.
        own: The rows that it has beside.
        pieces: Which row comes from where.
    """

    is_patched: ClassVar[bool] = True
    earlier: Forest = following(factory=lambda _: NO_ROWS, init=False)
    own: OwnRows = following(factory=lambda _: OwnRows(), init=False)
    pieces: Pieces = following(factory=lambda _: Pieces(), init=False)

    def __init__(self, earlier: Forest, own: OwnRows, pieces: Pieces, **numbers: Any) -> None:
        self.__dict__.update(view=earlier.view, earlier=earlier, own=own, pieces=pieces, **numbers)
        self.__dict__.update({name: _Column(self, name) for name in COLUMNS}, repeated=Repeated(self))

    def __len__(self) -> int:
        return self.pieces.size

    def rows_of(self, entity_id: str) -> list[int]:
        found = [self.pieces.row_of(each) for each in self.earlier.rows_of(entity_id)]
        return sorted([*(each for each in found if each >= 0), *self._own_rows().get(entity_id, ())])

    def entities_with_several_rows(self) -> Iterator[str]:
        before, repeated = self.earlier.repeated, self.repeated
        yield from (each for each in before if each in repeated)
        yield from (each for each in self._own_rows() if each in repeated and each not in before)

    def _own_rows(self) -> dict[str, list[int]]:
        known: dict[str, list[int]] | None = self.__dict__.get("_own_found")
        if known is None:
            known = {}
            ids = self.own.ids
            for row, number in self.pieces.own():
                entity_id = ids[number]
                if entity_id is not None:
                    known.setdefault(entity_id, []).append(row)
            self.__dict__["_own_found"] = known
        return known


def shared_rows(old: Forest, new: Forest) -> Iterator[tuple[int, int, int]] | None:
    """Return the rows that two forests have from the same earlier one; `None` if no earlier forest is common to them.

    Returns:
        Runs of rows: the first row in the old one, the first in the new one, how many they are.
    """
    if isinstance(old, PatchedForest) and new is old.earlier:
        return ((row, origin, length) for origin, row, length in old.pieces.kept())
    if not isinstance(new, PatchedForest):
        return None
    if old is new.earlier:
        return ((origin, row, length) for origin, row, length in new.pieces.kept())
    if isinstance(old, PatchedForest) and old.earlier is new.earlier:
        return _shared(old.pieces, new.pieces)
    return None


def _shared(old: Pieces, new: Pieces) -> Iterator[tuple[int, int, int]]:
    for begin, row, size in new.kept():
        done = 0
        while done < size:
            there, run = old.run_of(begin + done)
            run = min(run, size - done)
            if there >= 0:
                yield there, row + done, run
            done += run


class _Column(Sequence[_Cell]):
    """A column of a patched forest."""

    __slots__ = ("_earlier", "_own", "_pieces")

    def __init__(self, forest: PatchedForest, name: str) -> None:
        self._earlier: Sequence[_Cell] = getattr(forest.earlier, name)
        self._own: Sequence[_Cell] = getattr(forest.own, name)
        self._pieces = forest.pieces

    def __len__(self) -> int:
        return self._pieces.size

    @overload
    def __getitem__(self, row: int) -> _Cell: ...
    @overload
    def __getitem__(self, row: slice) -> list[_Cell]: ...
    def __getitem__(self, row: int | slice) -> _Cell | list[_Cell]:
        if isinstance(row, slice):
            start, end, step = row.indices(self._pieces.size)
            if step != 1:
                return [self[each] for each in range(start, end, step)]
            return list(self._between(start, end))
        if row < 0 or row >= self._pieces.size:
            row = range(self._pieces.size)[row]
        origin = self._pieces.origin(row)
        return self._earlier[origin] if origin >= 0 else self._own[-1 - origin]

    def __iter__(self) -> Iterator[_Cell]:
        return self._between(0, self._pieces.size)

    def _between(self, start: int, end: int) -> Iterator[_Cell]:
        return chain.from_iterable(
            self._earlier[origin : origin + length]
            if origin >= 0
            else self._own[-1 - origin : -1 - origin + length]
            for origin, length in self._pieces.between(start, end)
        )
