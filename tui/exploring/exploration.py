"""An exploration: a graph, the views of it, and where in them the reader is."""

from collections.abc import Mapping

import attrs

from tiers.model import Graph
from tiers.model.views import View

from .finding import Finder
from .history import History, Place
from .likeness import Likeness
from .opening import first_row, opened
from .outline import Outline
from .walk import Walk


@attrs.define(eq=False, repr=False)
class Exploration:
    """Where a reader is, and how they got there.

    Attributes:
        graph: The model at its date.
        views: The views by name.
        like: Says what a query may mean that nothing bears as typed.
        view: The name of the view that is shown.
        history: Where the reader has been.
        bookmarks: Places by letter.
    """

    graph: Graph
    views: Mapping[str, View]
    like: Likeness
    view: str
    history: History = attrs.field(factory=History)
    bookmarks: dict[str, Place] = attrs.field(factory=dict)
    _walks: dict[str, Walk] = attrs.field(factory=dict)
    # The entity that no view shows, with where the cursor was when the reader went to look at it.
    _visit: tuple[str, str, int] | None = None
    # Where the reader last chose a row, and where a change of view has carried the cursor since.
    _chosen: tuple[str, int] | None = None
    _carried: tuple[str, int] | None = None

    @property
    def walk(self) -> Walk:
        """The view that is shown, as the reader walks through it."""
        return self._walk(self.view)

    @property
    def visiting(self) -> str | None:
        """The entity looked at although no view shows it; `None` where the cursor says what is looked at."""
        if self._visit is not None and self._visit[1:] == (self.view, self.walk.cursor):
            return self._visit[0]
        return None

    @property
    def subject(self) -> str | None:
        """The entity looked at; `None` where the row of the cursor stands for none."""
        walk = self.walk
        return self.visiting or (walk.forest.ids[walk.cursor] if walk.cursor >= 0 else None)

    def see(self, view: str) -> str | None:
        """Show another view, the cursor on the same entity, else on the nearest above it that the view shows.

        A filter stays behind with the view it was made in.

        Returns:
            The entity the cursor could not stay on, because the view does not show it; `None` where it could.
        """
        if view == self.view:
            return None
        here = (self.view, self.walk.cursor)
        if here != self._carried:
            self._chosen = here
        self.walk.stop_finding()
        self.view, self._visit = view, None
        row, missing = self._nearest(*(self._chosen or here))
        self.walk.put(row)
        self._carried = (view, self.walk.cursor)
        return missing

    def go(self, entity_id: str) -> bool:
        """Go to an entity: in this view where it is shown, else in the first that shows it, else look at it alone.

        Returns:
            Whether a view shows it.
        """
        for name in (self.view, *(each for each in self.views if each != self.view)):
            rows = self._walk(name).forest.rows_of(entity_id)
            if rows:
                self.see(name)
                self.walk.put(next((row for row in rows if row in self.walk.outline.shown), rows[0]))
                self._visit = None
                return True
        self._visit = (entity_id, self.view, self.walk.cursor)
        return False

    def next_place(self) -> tuple[int, int] | None:
        """Go to the next row at which the same entity stands.

        Returns:
            The how-manieth of how many it is, from 1; `None` where there is no other.
        """
        walk = self.walk
        entity_id = walk.forest.ids[walk.cursor] if walk.cursor >= 0 else None
        rows = walk.forest.rows_of(entity_id) if entity_id is not None else []
        if len(rows) <= 1:
            return None
        at = (rows.index(walk.cursor) + 1) % len(rows)
        walk.put(rows[at])
        return at + 1, len(rows)

    def place(self, link: int | None = None) -> Place:
        """Return where the reader is.

        Args:
            link: Which link of the detail is chosen; `None` where the reader is in the tree.
        """
        return Place(self.view, self.walk.cursor, self.walk.kept, self.visiting, link)

    def return_to(self, place: Place) -> None:
        """Go to a place where the reader was."""
        self.see(place.view)
        walk = self.walk
        if place.query and place.query != walk.kept:
            walk.filtering = True
            walk.find(place.query)
        elif not place.query:
            walk.stop_finding()
        walk.put(place.row)
        self._visit = None if place.visiting is None else (place.visiting, place.view, walk.cursor)

    def _walk(self, view: str) -> Walk:
        known = self._walks.get(view)
        if known is None:
            forest = self.views[view].make(self.graph)
            outline = Outline(forest)
            outline.open_rows(opened(self.graph, forest))
            known = Walk(outline, Finder(self.graph, forest, self.like), first_row(self.graph, forest))
            self._walks[view] = known
        return known

    def _nearest(self, view: str, row: int) -> tuple[int, str | None]:
        """Return the row of the view shown that is nearest to one of another view, and what it does not show."""
        walk = self.walk
        if row < 0:
            return walk.cursor, None
        if view == self.view:
            return row, None
        forest = self._walk(view).forest
        for above in (row, *forest.ancestors(row)):
            entity_id = forest.ids[above]
            rows = walk.forest.rows_of(entity_id) if entity_id is not None else []
            if rows:
                return rows[0], None if above == row else forest.ids[row]
        return walk.cursor, forest.ids[row]
