"""The rows of a view (`Forest`), from which the explorer's tree and every printed format are made."""

from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from operator import eq
from typing import ClassVar, TypeAlias

from ..format.records import Relation
from ..format.unchanging import Unchanging, following

REPEAT, MENTION = 1, 2

Numbers: TypeAlias = "array[int] | memoryview"
"""One number for each row, in memory or in a file of the cache."""


def _repeated(forest: "Forest") -> set[str]:
    return {each for each in compress(forest.ids, forest.repeats) if each is not None}


class Forest(Unchanging):
    """The rows of a view from top to bottom (preorder), as parallel sequences of equal length.

    They are sequences rather than row objects because a view of the whole country has hundreds of thousands
    of rows, and a sequence is stored and read at once.

    Attributes:
        view: The name of the view.
        ids: The entity of each row; `None` for a group, a delegation or a seat without a named holder.
        kinds: The kind of that entity, else `group`, `delegation` or `seat`.
        names: The name at the date of the graph; for a group its heading.
        relations: The relation that puts the row below its parent, where there is one.
        parents: The row of the parent; -1 for a root.
        ends: One past the last row of the subtree.
        depths: The number of ancestors.
        repeats: 0 in the row with the entity's children; `REPEAT` in a further row, whose children are in
            another one; `MENTION` in a further row below which the view shows nothing by design.
        origins: In a view changed by `whole_part`, the row of the original view for each row; `None` in other
            views.
        places: The rows of the places, if they were found before.
        repeated: The entities with several rows.
    """

    is_patched: ClassVar[bool] = False
    """Whether most rows are those of an earlier forest, see `PatchedForest`."""

    view: str
    ids: Sequence[str | None]
    kinds: Sequence[str]
    names: Sequence[str]
    relations: Sequence[Relation | None]
    parents: Numbers
    ends: Numbers
    depths: Numbers
    repeats: bytes | bytearray
    origins: "array[int] | None" = None
    places: list[int] | None = None
    repeated: AbstractSet[str] = following(factory=_repeated)
    _rows: dict[str, list[int]] = following(factory=lambda _: {}, init=False)

    def __len__(self) -> int:
        return len(self.ids)

    def leaves(self) -> bytes:
        """Return a byte for each row: 1 where no row is below it, else 0."""
        return bytes(map(eq, self.ends, range(1, len(self) + 1)))

    def rows_of(self, entity_id: str) -> list[int]:
        """Return all rows of an entity in order; empty when it is not in this view."""
        if not self._rows:
            rows: dict[str, list[int]] = {}
            for row, each in enumerate(self.ids):
                if each is not None:
                    rows.setdefault(each, []).append(row)
            self._rows.update(rows)  # in one step, since another thread may be printing the view meanwhile
        return self._rows.get(entity_id, [])

    def entities_with_several_rows(self) -> Iterator[str]:
        """Yield the entities with several rows, each once."""
        return iter(_repeated(self))

    def row_of(self, entity_id: str) -> int:
        """Return the row of an entity that has its children; -1 when it is not in this view."""
        rows = self.rows_of(entity_id)
        return next((row for row in rows if not self.repeats[row]), rows[0] if rows else -1)

    def extent(self, row: int) -> tuple[int, int]:
        """Return the first row of a subtree and one past its last; for -1 those of the whole view."""
        return (row, self.ends[row]) if row >= 0 else (0, len(self.ids))

    def children(self, row: int) -> Iterator[int]:
        """Yield the child rows of a row; for -1 the roots."""
        child, end = (row + 1, self.ends[row]) if row >= 0 else (0, len(self.ids))
        while child < end:
            yield child
            child = self.ends[child]

    def entities(self, row: int) -> list[int]:
        """Return the rows of the entities in a group, also those in groups inside it; each entity once."""
        found: dict[str, int] = {}
        child = row + 1
        while child < self.ends[row]:
            entity_id = self.ids[child]
            if entity_id is not None:
                found.setdefault(entity_id, child)
                child = self.ends[child]
            else:
                child += 1
        return list(found.values())

    def count_entities(self, row: int) -> int:
        """Return the number of the entities in a group, as in `entities`."""
        return len(self.entities(row))

    def ancestors(self, row: int) -> Iterator[int]:
        """Yield the ancestor rows of a row, nearest first."""
        row = self.parents[row]
        while row >= 0:
            yield row
            row = self.parents[row]

    def entity_above(self, row: int) -> str | None:
        """Return the entity of the nearest ancestor that is one; `None` where groups only, or nothing, is above a row."""
        above = (self.ids[each] for each in self.ancestors(row))
        return next((each for each in above if each is not None), None)


class Repeated(AbstractSet[str]):
    """The entities of a view with several rows, found in its rows when they are asked for."""

    __slots__ = ("_forest",)

    def __init__(self, forest: Forest) -> None:
        self._forest = forest

    def __contains__(self, entity_id: object) -> bool:
        return isinstance(entity_id, str) and len(self._forest.rows_of(entity_id)) > 1

    def __iter__(self) -> Iterator[str]:
        return self._forest.entities_with_several_rows()

    def __len__(self) -> int:
        return sum(1 for _ in self)
