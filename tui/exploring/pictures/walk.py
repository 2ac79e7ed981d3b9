"""A cursor that moves between the boxes of a picture."""

from collections.abc import Sequence
from typing import Protocol

import attrs

from ...printing.tree.boxes import Picture, Spot


class Showing(Protocol):
    """A picture that can be drawn in any width."""

    @property
    def title(self) -> str:
        """The contents of the picture, and its date."""

    @property
    def command(self) -> str:
        """The command that prints it."""

    def drawn(self, width: int, *, unicode: bool) -> Picture:
        """Return the picture."""

    def widen(self) -> str:
        """Show the whole model, or a part of it again; return the message about that."""


@attrs.define(eq=False, repr=False)
class PictureWalk:
    """A picture with a cursor on one of its boxes.

    Attributes:
        picture: The picture.
        at: The number of the cursor's box among the spots of the picture.
        column: The cell to which the cursor returns in a line with several boxes.
    """

    picture: Picture
    at: int = 0
    column: int = 0

    @classmethod
    def of(cls, picture: Picture, entity_id: str | None) -> "PictureWalk":
        """Return a walk that begins at an entity, preferably at its node rather than its box; else at the first box."""
        found = [number for number, spot in enumerate(picture.spots) if spot.node.id == entity_id is not None]
        walk = cls(picture)
        walk.put(found[0] if found else 0)
        return walk

    @property
    def spot(self) -> Spot | None:
        """The box of the cursor; `None` in an empty picture."""
        return self.picture.spots[self.at] if self.picture.spots else None

    def put(self, at: int) -> None:
        """Put the cursor on a box."""
        self.at = at
        if self.spot is not None:
            self.column = _middle(self.spot)

    def up_or_down(self, by: int) -> None:
        """Go to the nearest line of boxes above for -1, below for 1, and in it to the box nearest to the column."""
        here, spots = self.spot, self.picture.spots
        if here is None:
            return
        tops = {spot.top for spot in spots if (spot.top - here.top) * by > 0}
        if tops:
            self._nearest(min(tops, key=lambda top: abs(top - here.top)))

    def left_or_right(self, by: int) -> None:
        """Go to the next box in the same line, to the left for -1, to the right for 1."""
        here, spots = self.spot, self.picture.spots
        beside = [
            number
            for number, spot in enumerate(spots)
            if here is not None and spot.top == here.top and (spot.left - here.left) * by > 0
        ]
        if beside:
            self.put(min(beside, key=lambda number: abs(spots[number].left - spots[self.at].left)))

    def page(self, lines: int) -> None:
        """Go down by a number of lines, or up if it is negative; at the end to the last box there."""
        here = self.spot
        if here is not None:
            tops = [spot.top for spot in self.picture.spots if (spot.top - here.top) * lines > 0]
            if tops:
                self._nearest(min(tops, key=lambda top: abs(top - here.top - lines)))

    def to_end(self, *, last: bool) -> None:
        """Go to the first box or the last one."""
        self.put(len(self.picture.spots) - 1 if last and self.picture.spots else 0)

    def box_at(self, line: int, cell: int) -> int | None:
        """Return the number of the innermost box at a place; `None` where there is none."""
        inside = [
            (spot.left, number)
            for number, spot in enumerate(self.picture.spots)
            if spot.top <= line < spot.bottom and spot.left <= cell < spot.right
        ]
        return max(inside)[1] if inside else None

    def again(self, picture: Picture) -> "PictureWalk":
        """Return a walk of the redrawn picture at the same entity, else at the same name."""
        here = self.spot
        walk = PictureWalk(picture)
        if here is not None:
            walk.put(_same(picture.spots, here))
        return walk

    def _nearest(self, top: int) -> None:
        spots = self.picture.spots
        there = [number for number, spot in enumerate(spots) if spot.top == top]
        column = self.column
        self.at = min(there, key=lambda number: _beyond(spots[number], column))


def _middle(spot: Spot) -> int:
    """Return the middle cell of a node; for a box that of its title, which is on the left."""
    return spot.left if spot.node.is_box else (spot.left + spot.right) // 2


def _beyond(spot: Spot, column: int) -> int:
    """Return how many cells a column is outside a box."""
    return max(spot.left - column, column - spot.right + 1, 0)


def _same(spots: Sequence[Spot], here: Spot) -> int:
    alike = ((spot.node.number, spot.node.id, spot.node.name) for spot in spots)
    node = here.node
    keys = [
        (number == node.number) + 2 * (id_ == node.id) + 2 * (name == node.name)
        for number, id_, name in alike
    ]
    return max(range(len(keys)), key=keys.__getitem__, default=0)
