"""Lays out a view again in part: what the entities that differ may change; all else comes from an earlier forest.

`lay_out` would give the same rows. Where that cannot be known from the entities that differ, nothing is returned, and the
view is laid out whole.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator

from ..facts.graph import Graph
from ..format.kinds import RECORDS
from ..format.records import Relation
from .concerned import entities_concerned
from .forest import MENTION, REPEAT, Forest
from .layout import Heading, Row
from .near import look_near
from .new_rows import NewRows
from .patched import PatchedForest
from .roots import Kept, roots
from .top import Top
from .torn import leads, torn

_TRIES = 5
"""How often it is tried, each time with more entities laid out again, before the view is laid out whole."""

_Path = tuple[int]
"""A row of the earlier forest that is kept, while some row below it is laid out again."""

_Any = Row | Kept | _Path


def patched(
    top: Top, earlier: Forest, before: Graph, graph: Graph, changed: Collection[str]
) -> PatchedForest | None:
    """Return the rows of a view of a graph, most of them from an earlier forest; `None` if it has to be laid out whole.

    Args:
        top: The top level of the view.
        earlier: The rows of the view of another graph.
        before: That graph.
        graph: The graph; from then on it finds children and members near each entity, see `near`.
        changed: The entities whose description may differ between the two graphs.
    """
    look_near(graph)
    again = entities_concerned(top, earlier, before, graph, changed)
    for _ in range(_TRIES):
        patch = None if again is None else _Patch(top, earlier, graph, again)
        if again is None or patch is None or not patch.lay_out():
            return None
        more = torn(patch.rows, patch.unsure, lead_all=top.is_complete)
        if more <= again:
            return None if more else patch.rows.forest()
        again |= more
    return None


class _Patch:
    """One try at laying out a view in part.

    Attributes:
        rows: The rows laid out so far.
        unsure: The entities of which it was not known whether a kept row has the children.
    """

    def __init__(self, top: Top, earlier: Forest, graph: Graph, again: Collection[str]) -> None:
        """Begin with no rows.

        Args:
            top: The top level of the view.
            earlier: The earlier forest.
            graph: The graph.
            again: The entities that are laid out again.
        """
        self.rows = NewRows(earlier)
        self.unsure: set[str] = set()
        self._top = top
        self._earlier = earlier
        self._graph = graph
        self._again = frozenset(again)
        self._rows_again = sorted(row for each in again if (row := earlier.row_of(each)) >= 0)
        self._mentioned: set[str] = set()  # the entities of which all own rows so far are mentions

    def lay_out(self) -> bool:
        """Lay out all rows; return whether that was possible."""
        top, rows = self._top, self.rows
        found = roots(top, self._earlier, self._graph, set(self._again), self._rows_again)
        if found is None:
            return False
        begun: list[Iterator[_Any]] = [iter(found)]
        parent = -1
        while begun:
            for each in begun[-1]:
                below = self._add(each, parent, len(begun) - 1)
                if below:
                    begun.append(iter(below))
                    parent = len(rows) - 1
                    break
            else:
                begun.pop()
                if parent >= 0:
                    parent = rows.close(parent)
        return not top.is_complete or self._is_complete()

    def _is_complete(self) -> bool:
        """Whether every entity in the trees has a row; one in a ring to which nothing outside leads may have lost it."""
        graph = self._graph
        return all(
            self.rows.has(each)
            for each in self._again | self.rows.dropped()
            if graph.shown(each) and graph.kind(each) not in RECORDS
        )

    def _add(self, row: _Any, parent: int, depth: int) -> Iterable[_Any]:
        """Add a row, or rows that are kept; return the rows below it."""
        if isinstance(row, Heading):
            self.rows.add((None, row.kind, row.name, row.relation), parent, depth)
            return row.rows
        if len(row) == 2:  # noqa: PLR2004 - rows that are kept
            self.rows.keep(*row, parent, depth)
            return ()
        if len(row) == 1:
            self.rows.keep(row[0], row[0] + 1, parent, depth)
            return self._below(row[0])
        return self._add_entity(row, parent, depth)

    def _add_entity(self, row: Row, parent: int, depth: int) -> Iterable[_Any]:
        """Add a row of an entity; its children go below it if it is the first row where they can be shown."""
        assert isinstance(row, tuple)  # noqa: S101 - for the type checker
        entity_id, relation, inside = row
        rows, mine = self.rows, self.rows.mine.get(entity_id)
        kept = rows.kept_rows(entity_id)
        if kept and not any(self._has_children(now) for _, now in kept):
            self.unsure.add(entity_id)
        if inside is None:
            number = self._add_own(entity_id, relation, parent, depth, MENTION if mine or kept else 0)
            rows.bare.add(number)
            if not mine and not kept:
                self._mentioned.add(entity_id)
            return ()
        if kept or (mine and entity_id not in self._mentioned):
            self._add_own(entity_id, relation, parent, depth, REPEAT)
            return ()
        if mine:
            self._mentioned.discard(entity_id)
            rows.repeats[mine[0]] = MENTION
        source = self._source(entity_id)
        if source >= 0:
            return self._keep_children(source, row, parent, depth, is_first=not mine)
        self._add_own(entity_id, relation, parent, depth)
        return inside(self._graph, entity_id)

    def _has_children(self, row: int) -> bool:
        """Whether a kept row is known to be the one with the children of its entity."""
        return not self.rows.repeats[row] and bool(leads(self.rows, row, lead_all=self._top.is_complete))

    def _keep_children(
        self, source: int, row: Row, parent: int, depth: int, *, is_first: bool
    ) -> Iterable[_Any]:
        """Add a row whose children are those of an earlier row; that one is kept too, if it would be the same."""
        assert isinstance(row, tuple)  # noqa: S101 - for the type checker
        entity_id, relation, _ = row
        earlier, rows = self._earlier, self.rows
        is_same = is_first and relation == earlier.relations[source]
        if is_same and not self._has_again(source):
            rows.keep(source, earlier.ends[source], parent, depth)
            return ()
        if is_same:
            rows.keep(source, source + 1, parent, depth)
        else:
            self._add_own(entity_id, relation, parent, depth)
        return self._below(source)

    def _add_own(
        self, entity_id: str, relation: Relation | None, parent: int, depth: int, flag: int = 0
    ) -> int:
        graph = self._graph
        cells = (entity_id, graph.kind(entity_id), graph.name(entity_id), relation)
        return self.rows.add(cells, parent, depth, flag)

    def _source(self, entity_id: str) -> int:
        """Return the earlier row whose children can be kept; -1 if the entity has to be laid out again."""
        if entity_id in self._again:
            return -1
        earlier = self._earlier
        row = earlier.row_of(entity_id)
        if row < 0 or earlier.repeats[row]:
            return -1
        if self._top.is_complete:
            return row
        is_mention = earlier.ends[row] == row + 1  # perhaps
        return -1 if is_mention or self._has_again(row) else row

    def _has_again(self, row: int) -> bool:
        """Whether a row below a row of the earlier forest is laid out again."""
        at = bisect_right(self._rows_again, row)
        return at < len(self._rows_again) and self._rows_again[at] < self._earlier.ends[row]

    def _below(self, row: int) -> Iterator[_Any]:
        """Yield the rows below a row of the earlier forest, in as few pieces as possible."""
        earlier, again = self._earlier, self._rows_again
        begun, end = row + 1, earlier.ends[row]
        at = bisect_right(again, row)
        while at < len(again) and again[at] < end:
            child = again[at]
            while earlier.parents[child] != row:
                child = earlier.parents[child]
            if child > begun:
                yield (begun, child)
            begun = earlier.ends[child]
            entity_id = earlier.ids[child]
            if entity_id is not None and entity_id in self._again:
                yield (entity_id, earlier.relations[child], self._top.inside)
            else:
                yield (child,)
            at = bisect_left(again, begun, at)
        if begun < end:
            yield (begun, end)
