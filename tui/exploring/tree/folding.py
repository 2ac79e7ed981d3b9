"""How a view is folded, told so that it is folded alike at another date."""

from collections.abc import Iterable, Iterator

import attrs

from tiers.model.views.forest import Forest

from .outline import Outline

Key = str | tuple[object, str]
"""What a row below which others stand is known by: its entity, else what is above it and its name."""


@attrs.define(eq=False, repr=False)
class Folding:
    """Which rows of a view a reader has open, also of those that are not there at every date.

    Attributes:
        known: By row, whether it is open.
    """

    known: dict[Key, bool] = attrs.field(factory=dict)

    def keep(self, outline: Outline) -> None:
        """Remember how the rows of an outline are folded."""
        folding = outline.folding
        self.known.update((key, folding[row] == 1) for row, key in _keys(outline.forest))

    def fold(self, outline: Outline, opened: Iterable[int]) -> None:
        """Fold the rows of an outline as they are known to be; those not known are open where they are told to."""
        folding = bytearray(outline.folding)
        default = set(opened)
        for row, key in _keys(outline.forest):
            folding[row] = self.known.get(key, row in default)
        outline.folding = bytes(folding)


def _keys(forest: Forest) -> Iterator[tuple[int, Key]]:
    """Yield the rows below which others stand, each with what it is known by."""
    keys: list[Key] = []
    for row, (entity_id, parent) in enumerate(zip(forest.ids, forest.parents, strict=True)):
        above: object = keys[parent] if parent >= 0 else None
        keys.append(entity_id if entity_id is not None else (above, forest.names[row]))
        if forest.ends[row] > row + 1:
            yield row, keys[row]
