"""Which rows of a view are open, kept so that they are open at another date too."""

from collections.abc import Iterable, Iterator

import attrs

from tiers.model.views.forest import Forest

from .outline import Outline

Key = str | tuple[object, str]
"""The key of a row with rows below it: its entity, or for a group the row above and its name."""


@attrs.define(eq=False, repr=False)
class Folding:
    """Which rows of a view are open or closed, including rows that exist at some dates only.

    Attributes:
        known: By row, whether it is open.
    """

    known: dict[Key, bool] = attrs.field(factory=dict)

    def keep(self, outline: Outline) -> None:
        """Remember which rows of an outline are open."""
        folding = outline.folding
        self.known.update((key, folding[row] == 1) for row, key in _keys(outline.forest))

    def fold(self, outline: Outline, opened: Iterable[int]) -> None:
        """Open and close the rows of an outline as remembered; rows not remembered are open where `opened` has them."""
        folding = bytearray(outline.folding)
        default = set(opened)
        for row, key in _keys(outline.forest):
            folding[row] = self.known.get(key, row in default)
        outline.folding = bytes(folding)


def _keys(forest: Forest) -> Iterator[tuple[int, Key]]:
    """Yield each row with rows below it, and its key."""
    keys: list[Key] = []
    for row, (entity_id, parent) in enumerate(zip(forest.ids, forest.parents, strict=True)):
        above: object = keys[parent] if parent >= 0 else None
        keys.append(entity_id if entity_id is not None else (above, forest.names[row]))
        if forest.ends[row] > row + 1:
            yield row, keys[row]
