"""The state of the explorer: the model at a date, its views, the cursor, the search, the history."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tiers.model import Date, Graph
from tiers.model.cache.views import forest_of, renew_view
from tiers.model.views import Forest, View
from tiers.model.views.part import whole_part

from .history import History, Place
from .pages.page import ENTITY, Page, Seen
from .search.earlier_queries import Recall
from .search.finding import Finder
from .search.meaning import QueryMeanings
from .spare_records import SpareRecords
from .tree.carrying import carry_matches, relaid, row_of, row_within, walk_over
from .tree.folding import Folding
from .tree.trail import Trail, row_again, row_nearest, trail_of
from .tree.walk import Walk

if TYPE_CHECKING:
    from ..printing import Subtree
    from .dates.diff import Differences
    from .kept.records import KeptPlace


class Exploration:
    """The state of one session of the explorer.

    Attributes:
        graph: The model at its date.
        views: The views by name.
        like: Gives the meaning of a query.
        view: The name of the view that is shown.
        history: The places where the reader has been.
        bookmarks: Places by letter.
        recall: Earlier queries.
        page: The page that the detail shows.
        marked: The entity marked for comparison; `None` for none.
        model: The paths of the model from the command line; none for the model that comes with tiers.
        later: Prints to write to stdout after quitting, each with its format.
        against: The model at the date of comparison (key `d`); `None` for none.
        walks: The last walk of each view with its graph, by view; `foldings` has the folding for all dates.
        spare: The records in memory.
    """

    def __init__(
        self,
        graph: Graph,
        views: Mapping[str, View],
        like: QueryMeanings,
        view: str,
        *,
        model: Sequence[str] = (),
    ) -> None:
        self.graph = graph
        self.views = views
        self.like = like
        self.view = view
        self.history = History()
        self.bookmarks: dict[str, Place | KeptPlace] = {}
        self.recall = Recall()
        self.page: Page = ENTITY
        self.marked: Seen | None = None
        self.model = model
        self.later: list[tuple[Subtree, str]] = []
        self.against: Graph | None = None
        self.walks: dict[str, tuple[Graph, Walk]] = {}
        self.foldings: dict[str, Folding] = {}
        self.spare = SpareRecords(graph)
        self._wholes: dict[str, Forest] = {}  # the whole views, by name, while only a part of each is shown
        # the entity that no view shows, with the place of the cursor before the reader went to it
        self._visit: tuple[str, str, int] | None = None
        # the row that the reader chose last, and the row to which a change of view or date has moved the cursor since
        self._chosen: Trail = ()
        self._carried: tuple[Date | None, str, int] | None = None
        self._differences: Differences | None = None
        self._last_known = graph if graph.at is None else graph.as_of(None)
        self._meanings: dict[Date | None, QueryMeanings] = {graph.at: like}

    @property
    def walk(self) -> Walk:
        """The state of the view shown: cursor, folding, matches."""
        return self._walk(self.view)

    @property
    def visiting(self) -> str | None:
        """The entity in the detail that no view shows; `None` where the detail follows the cursor."""
        if self._visit is not None and self._visit[1:] == (self.view, self.walk.cursor):
            return self._visit[0]
        return None

    @property
    def subject(self) -> str | None:
        """The entity in the detail; `None` where the row of the cursor is no entity."""
        walk = self.walk
        return self.visiting or (walk.forest.ids[walk.cursor] if walk.cursor >= 0 else None)

    @property
    def concerned(self) -> str | None:
        """The entity in the detail; where the row is no entity, the nearest entity above it."""
        above = (self.walk.forest.ids[row] for row in reversed(self.walk.path))
        return self.subject or next((each for each in above if each is not None), None)

    @property
    def differences(self) -> "Differences | None":
        """The differences of the view shown from the date of comparison; `None` without one."""
        if self.against is None:
            return None
        known, forest = self._differences, self.walk.forest
        if known is None or known.forest is not forest or known.against is not self.against:
            from .dates.diff import Differences  # noqa: PLC0415 - paid for when it is asked for

            other = forest_of(self.against, self.views[self.view])
            known = self._differences = Differences(self.graph, self.against, forest, other)
        return known

    @property
    def stage(self) -> int:
        """A number that rises as more is indexed; a query is worth repeating after it rises."""
        return self.like.stage if self.walk.finder.is_ready else -1

    @property
    def is_prepared(self) -> bool:
        """Whether nothing is left to do between key presses; an index that is not wanted yet is not to be made."""
        is_indexed = not self.like.is_wanted or (self.like.whole and not self.walk.finder.is_behind)
        return is_indexed and not self.spare.is_due

    def work(self, seconds: float) -> bool:
        """Index for at most this many seconds, then let go of records; return whether work may be left."""
        indexing = self.like.is_wanted and (self.walk.finder.work(seconds) or self.like.work(seconds))
        return indexing or self.spare.work(seconds)

    def see(self, view: str) -> str | None:
        """Show another view, with the cursor on the same entity or on the nearest one above it that the view shows.

        A search is repeated there.

        Returns:
            The entity that the cursor had to leave, because the view does not show it; `None` for none.
        """
        if view == self.view:
            return None
        trail, found, filtering = self._trail(), self.walk.found, self.walk.filtering
        self.walk.stop_finding()
        self.walk.finder.rest()
        self.view, self._visit = view, None
        missing = self._land(trail)
        if found is not None:
            self._carry_on_finding(found.query, filtering=filtering)
        return missing

    def graph_at(self, date: Date | None) -> Graph:
        """Return the model at a date; in its last known state for `None`."""
        return self._last_known if date is None else self._last_known.as_of(date)

    def turn_to(self, date: Date | None) -> str | None:
        """Show the model at another date, with the same folding and the cursor on the same entity or the nearest above it.

        Returns:
            The entity that the cursor had to leave, because it is not shown at that date; `None` for none.
        """
        if date == self.graph.at:
            return None
        return self._turn(self.graph_at(date), self._meanings.get(date))

    def renew(self, model: Graph) -> None:
        """Show the model from changed files, with the same date, folding, search and cursor."""
        self._last_known, self._meanings, self.spare = model, {}, SpareRecords(model)
        if self.against is not None:
            self.against = self.graph_at(self.against.at)
        if any(each not in model for each in self.page.about):
            self.page = ENTITY
        self.history.recent[:] = [each for each in self.history.recent if each in model]
        if self.marked is not None and self.marked.id not in model:
            self.marked = None
        if self._visit is not None and self._visit[0] not in model:
            self._visit = None
        self._turn(self.graph_at(self.graph.at), None)
        self._meanings[self.graph.at] = self.like

    def _turn(self, graph: Graph, like: QueryMeanings | None) -> str | None:
        """Show another graph, with a kept index if there is one; return the cursor's entity if it is not shown."""
        visiting, trail, before = self.visiting, self._trail(), self.walk
        self.graph, self._visit, self._differences = graph, None, None  # another date may have the same rows
        self.like = like if like is not None else self.like.of(graph)
        self.like.forget_other_dates()
        missing = self._land(trail)
        if before.found is not None:
            carry_matches(before, self.walk)
            self._carried = (self.graph.at, self.view, self.walk.cursor)
        if visiting is None:
            return missing
        return None if self.go(visiting) else visiting

    def go(self, entity_id: str) -> bool:
        """Go to an entity: in this view, else in the first view that shows it, else in the detail only.

        Returns:
            Whether a view shows it.
        """
        self.history.meet(entity_id)
        for name in (self.view, *(each for each in self.views if each != self.view)):
            rows = self._walk(name).forest.rows_of(entity_id)
            if rows:
                self.see(name)
                shown = (row for row in rows if row in self.walk.outline.shown)
                self.walk.put(next(shown, self.walk.forest.row_of(entity_id)))
                self._visit = None
                return True
        self._visit = (entity_id, self.view, self.walk.cursor)
        return False

    def root_here(self) -> bool:
        """Make the row of the cursor the root, completed, or widen the view again; return whether it was narrowed."""
        walk = self.walk
        if walk.cursor != walk.outline.root:
            forest = whole_part(walk.forest, walk.cursor)
            if forest is not walk.forest:
                self._wholes.setdefault(self.view, walk.forest)
                walk = self._relaid(self.view, forest)
        return walk.root_here()

    def place(self, link: int | None = None) -> Place:
        """Return the present place of the reader.

        Args:
            link: The chosen link of the detail; `None` if the reader is in the tree.
        """
        walk, at = self.walk, self.graph.at
        whole = self._whole(self.view, walk)
        row = row_of(whole, walk.forest, walk.cursor)
        return Place(self.view, row, walk.kept, self.visiting, link, at, self.page, trail_of(whole, row))

    def return_to(self, place: Place) -> None:
        """Go to a place of the reader."""
        self.turn_to(place.at)
        self.see(place.view)
        self.page = place.page if all(each in self.graph for each in place.page.about) else ENTITY
        walk = self.walk
        if place.query and place.query != walk.kept:
            walk.filtering = True
            walk.find(place.query)
        elif not place.query:
            walk.stop_finding()
        whole = self._whole(place.view, walk)
        walk.put(row_within(walk, whole, row_again(whole, place.row, place.trail)))
        visiting = place.visiting if place.visiting in self.graph else None
        self._visit = None if visiting is None else (visiting, place.view, walk.cursor)

    def _walk(self, view: str) -> Walk:
        graph, known = self.walks.get(view, (None, None))
        if known is not None and graph is self.graph:
            if view not in self._wholes or known.roots:
                return known
            return self._relaid(view, self._wholes.pop(view))
        if known is not None and graph is not None:
            renew_view(self.views[view], self._whole(view, known), graph, self.graph)
        self._wholes.pop(view, None)
        forest = forest_of(self.graph, self.views[view])
        folding = self.foldings.setdefault(view, Folding())
        walk = walk_over(self.graph, forest, Finder(forest, self.like), folding, known)
        self.walks[view] = (self.graph, walk)
        return walk

    def _whole(self, view: str, walk: Walk) -> Forest:
        """Return all rows of a view, even if only a part of it is shown."""
        return self._wholes.get(view, walk.forest)

    def renew_ahead(self, model: Graph) -> None:
        """Lay out the view shown for the model from changed files, before it is shown."""
        graph, walk = self.walks.get(self.view, (None, None))
        if graph is not None and walk is not None:
            renew_view(self.views[self.view], self._whole(self.view, walk), graph, model)
        forest_of(model, self.views[self.view])

    def _relaid(self, view: str, forest: Forest) -> Walk:
        """Return the walk of a view over changed rows."""
        walk = relaid(self.walks[view][1], Finder(forest, self.like))
        self.walks[view] = (self.graph, walk)
        return walk

    def _trail(self) -> Trail:
        """Return the trail of the row that the reader chose last, even if a change of view or date has moved the cursor."""
        if (self.graph.at, self.view, self.walk.cursor) != self._carried:
            self._chosen = trail_of(self.walk.forest, self.walk.cursor)
        return self._chosen

    def _carry_on_finding(self, query: str, *, filtering: bool) -> None:
        """Repeat the search of the previous view in this view, which may move the cursor to a match."""
        self.walk.carry_on_finding(query, filtering=filtering)
        self._carried = (self.graph.at, self.view, self.walk.cursor)

    def _land(self, trail: Trail) -> str | None:
        """Put the cursor on a row, else on the nearest one above it; return the entity if it is not shown."""
        row, left = row_nearest(self.walk.forest, trail)
        self.walk.put(row)
        self._carried = (self.graph.at, self.view, self.walk.cursor)
        return trail[0][0] if left else None
