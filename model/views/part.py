"""Completes a part of a view: an entity whose children are shown elsewhere in the view gets them in this part too."""

from array import array
from collections.abc import Sequence
from itertools import compress
from typing import TypeVar, overload

from .forest import REPEAT, Forest

_Cell = TypeVar("_Cell")


class Reordered(Sequence[_Cell]):
    """A column of a view in another order of rows; a cell is read from the column when it is asked for.

    A print of a part asks for few relations, if its words are kept, and making all of them took a tenth of its time.
    """

    def __init__(self, column: Sequence[_Cell], rows: Sequence[int]) -> None:
        self._column, self._rows = column, rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, row: int) -> _Cell: ...
    @overload
    def __getitem__(self, row: slice) -> list[_Cell]: ...
    def __getitem__(self, row: int | slice) -> _Cell | list[_Cell]:
        if isinstance(row, slice):
            return [self._column[each] for each in self._rows[row]]
        return self._column[self._rows[row]]


def whole_part(forest: Forest, root: int) -> Forest:
    """Return a view in which the part below a row is complete; the same view if it was already.

    In the part, an entity has its children at its first row there, even if it has an earlier row outside. The
    rest of the view is unchanged, and the row keeps its position.
    """
    if root < 0 or not _lacks(forest, root):
        return forest
    sources, depths, again = _rows(forest, root)
    first, end = forest.extent(root)
    longer = len(sources) - (end - first)

    origins = array("i", (*range(first), *sources, *range(end, len(forest))))
    ids: list[str | None] = [*forest.ids[:first], *(forest.ids[each] for each in sources), *forest.ids[end:]]
    parents, ends = _within(depths, first, forest.parents[root])
    repeats = bytearray().join((forest.repeats[:first], again, forest.repeats[end:]))
    repeated = {*forest.repeated, *(each for each in compress(ids, repeats) if each is not None)}
    return Forest(
        forest.view,
        ids,
        Reordered(forest.kinds, origins),
        Reordered(forest.names, origins),
        Reordered(forest.relations, origins),
        array(
            "i",
            (
                *forest.parents[:first],
                *parents,
                *(_moved(each, end, longer) for each in forest.parents[end:]),
            ),
        ),
        array(
            "i",
            (
                *(_moved(each, end, longer) for each in forest.ends[:first]),
                *ends,
                *(each + longer for each in forest.ends[end:]),
            ),
        ),
        array("i", (*forest.depths[:first], *depths, *forest.depths[end:])),
        repeats,
        origins,
        repeated=repeated,
    )


def _moved(row: int, end: int, longer: int) -> int:
    return row + longer if row >= end else row


def _lacks(forest: Forest, root: int) -> bool:
    """Whether an entity in a part has its children only outside the part."""
    first, end = forest.extent(root)
    row = forest.repeats.find(REPEAT, first, end)
    while row >= 0:
        origin = forest.row_of(forest.ids[row] or "")
        if not first <= origin < end and forest.ends[origin] > origin + 1:
            return True
        row = forest.repeats.find(REPEAT, row + 1, end)
    return False


def _rows(forest: Forest, root: int) -> tuple[list[int], "array[int]", bytearray]:
    """Return the rows of a completed part: the original row of each, its depth, and its value in `Forest.repeats`."""
    sources: list[int] = []
    depths, again = array("i"), bytearray()
    seen: set[str] = set()
    waiting = [(*forest.extent(root), 0)]
    while waiting:
        row, end, deeper = waiting.pop()
        while row < end:
            entity_id = forest.ids[row]
            is_again = entity_id in seen
            sources.append(row)
            depths.append(forest.depths[row] + deeper)
            again.append(is_again)
            if entity_id is None:
                row += 1
            elif is_again:
                row = forest.ends[row]
            else:
                seen.add(entity_id)
                origin = forest.row_of(entity_id)
                if forest.repeats[row] == REPEAT and forest.ends[origin] > origin + 1:
                    waiting.append((row + 1, end, deeper))
                    waiting.append((origin + 1, forest.ends[origin], depths[-1] - forest.depths[origin]))
                    break
                row += 1
    return sources, depths, again


def _within(depths: "array[int]", first: int, parent: int) -> tuple["array[int]", "array[int]"]:
    """Return the parent of each row of a part, and one past the last row of its subtree, from the depths of the rows."""
    parents, ends = array("i"), array("i", range(first + 1, first + len(depths) + 1))
    open_rows: list[int] = []
    for number, depth in enumerate(depths):
        while open_rows and depths[open_rows[-1]] >= depth:
            ends[open_rows.pop()] = first + number
        parents.append(first + open_rows[-1] if open_rows else parent)
        open_rows.append(number)
    for number in open_rows:
        ends[number] = first + len(depths)
    return parents, ends
