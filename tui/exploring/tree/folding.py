"""Which rows of a view are open, in a form that applies to other dates too."""

from collections.abc import Iterable, Iterator

from tiers.model.views.forest import Forest

from .outline import Outline

Key = str | tuple[object, str]
"""The key of a row with rows below it: its entity, or for a group the row above and its name."""


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


def _key(forest: Forest, row: int) -> Key:
    """Return the key of one row."""
    names: list[str] = []
    while row >= 0 and forest.ids[row] is None:
        names.append(forest.names[row])
        row = forest.parents[row]
    key: object = forest.ids[row] if row >= 0 else None
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
