"""Which rows of a view are open, in a form that applies to other dates too."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from tiers.model.views.forest import Forest

from .outline import Outline

Key = str | tuple[object, str]
"""The key of a row with rows below it: its entity, or for a group the row above and its name."""


class Rows(Protocol):
    """Rows of a view: all of them, and whether one of all rows is among them."""

    def __iter__(self) -> Iterator[int]: ...
    def __contains__(self, row: int, /) -> bool: ...


class Folding:
    """Which rows of a view are open or closed, including rows that exist at some dates only.

    Attributes:
        known: Whether a row is open, by its key.
    """

    def __init__(self, known: dict[Key, bool] | None = None) -> None:
        self.known: dict[Key, bool] = {} if known is None else known

    def keep(self, outline: Outline) -> None:
        """Remember which rows of an outline are open."""
        folding = outline.folding
        self.known.update((key, folding[row] == 1) for row, key in _keys(outline.forest))

    def carry(self, old: Outline, new: Outline, opened: Rows) -> None:
        """Remember which rows of an outline are open, and open and close those of another outline of the same view."""
        if old.forest is new.forest:
            new.folding = old.folding
            return
        shared = None
        if old.forest.is_patched or new.forest.is_patched:
            from tiers.model.views.patched import shared_rows  # noqa: PLC0415 - only then it is imported already

            shared = shared_rows(old.forest, new.forest)
        if shared is None:
            self.keep(old)
            self.fold(new, opened)
            return
        before, after = old.folding, bytearray(new.folding)
        left, mine = bytearray(b"\1") * len(before), bytearray(b"\1") * len(after)
        for there, here, size in shared:
            after[here : here + size] = before[there : there + size]
            left[there : there + size] = mine[here : here + size] = bytes(size)
        for row in _leading(old.forest, left):
            self.known[_key(old.forest, row)] = before[row] == 1
        for row in _leading(new.forest, mine):
            is_open = self.known.get(_key(new.forest, row))
            after[row] = row in opened if is_open is None else is_open
        new.folding = bytes(after)

    def fold(self, outline: Outline, opened: Iterable[int]) -> None:
        """Open and close the rows of an outline as remembered; other rows are open if they are in `opened`."""
        if not self.known:
            outline.open_rows(opened)
            return
        folding = bytearray(outline.folding)
        default = set(opened)
        for row, key in _keys(outline.forest):
            folding[row] = self.known.get(key, row in default)
        outline.folding = bytes(folding)


def folded_otherwise(outline: Outline, opened: Iterable[int]) -> dict[Key, bool]:
    """Return the rows that differ from the initial folding of a view, each with whether it is open."""
    folding, default = outline.folding, set(opened)
    forest = outline.forest
    differing = [
        row
        for row, is_open in enumerate(folding)
        if forest.ends[row] > row + 1 and is_open != (row in default)
    ]
    return {_key(forest, row): folding[row] == 1 for row in differing}


def _leading(forest: Forest, marks: bytearray) -> Iterator[int]:
    """Yield the marked rows with rows below them."""
    row = marks.find(1)
    while row >= 0:
        if forest.ends[row] > row + 1:
            yield row
        row = marks.find(1, row + 1)


def _key(forest: Forest, row: int) -> Key:
    """Return the key of one row."""
    names: list[str] = []
    entity_id: str | None = None
    while row >= 0 and (entity_id := forest.ids[row]) is None:  # in rows laid out in part a look takes 2 µs
        names.append(forest.names[row])
        row = forest.parents[row]
    key: object = entity_id
    for name in reversed(names):
        key = (key, name)
    return key  # type: ignore[return-value] # a row that is no entity has a name


def _keys(forest: Forest) -> Iterator[tuple[int, Key]]:
    """Yield each row with rows below it, and its key."""
    keys: list[Key] = []
    for row, (entity_id, parent) in enumerate(zip(forest.ids, forest.parents, strict=True)):
        above: object = keys[parent] if parent >= 0 else None
        keys.append(entity_id if entity_id is not None else (above, forest.names[row]))
        if forest.ends[row] > row + 1:
            yield row, keys[row]
