"""What falls due between two dates: terms of office that end, reviews, promises, planned days."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

import attrs

from ..facts.claims import planned_for
from ..facts.disputes import disputed_day
from ..facts.ends import last_document
from ..facts.graph import Graph
from ..facts.holding import is_planned
from ..facts.statements import Statements
from ..format import KINDS
from ..format.dates import Date
from ..format.details import TERM_ENDS
from ..format.records import Entity
from .timeline import each_once
from .timeline.item import DUE, END, PLANNED, Item
from .timeline.items import items

_DUE = frozenset(("due", "review_date", "expected_date", "date", "start_date", "end_date"))
"""The attributes whose value is a day on which something falls due."""


def come_due(
    old: Graph, new: Graph, ids: Collection[str] | None = None, outer: Collection[str] = ()
) -> tuple[Item, ...]:
    """Return the items that fall due after an old date and up to a new one, by date, as known at the new one.

    A planned item is due on the first day that its date may mean, every other item on the last.

    Args:
        old: The model at the earlier date. It must be the earlier one, else nothing is returned.
        new: The same model at the later date; its last known state counts as the day of its latest document.
        ids: Return only items of these entities; `None` for all entities.
        outer: Further entities, of which only the relations to entities in `ids` count, such as their seats.
    """
    since, until = _ordinal(old), _ordinal(new)
    if not 0 < since < until:
        return ()
    found = [
        item
        for each in new.once_for_all(_days_due).between(since, until)
        if ids is None or each in ids or each in outer
        for item in items(new, new.entity(each))
        if item.state in {DUE, PLANNED}
        and not item.report
        and (item.what != END or _is_planned_end(new, item))
        and since < _day(item) <= until
        if ids is None or each in ids or (item.relation is not None and item.relation.object in ids)
    ]
    return tuple(sorted(each_once(found), key=lambda item: item.place(new)))


def _ordinal(graph: Graph) -> int:
    """Return the day of a graph as an ordinal: without a date the day of the latest document, 0 where none is dated."""
    day = last_document(graph) if graph.at is None else graph.at.last
    return 0 if day is None else day.toordinal()


def _is_planned_end(graph: Graph, item: Item) -> bool:
    """Whether an end is told of what no document shows to have begun; any other end is told of what ended."""
    if item.relation is not None:
        return planned_for(graph, item.relation) is not None
    return is_planned(graph, item.id)


def _day(item: Item) -> int:
    if item.date is None:
        return 0
    return (item.date.first if item.state == PLANNED else item.date.last).toordinal()


@attrs.frozen(eq=False, repr=False)
class _DaysDue:
    """The days on which something may fall due, as sorted ordinals, with the entities concerned."""

    days: Sequence[int]
    ids: Sequence[str]

    def between(self, after: int, until: int) -> list[str]:
        """Return the entities that have something due after one day and up to another, each once."""
        return list(dict.fromkeys(self.ids[bisect_right(self.days, after) : bisect_right(self.days, until)]))


def _days_due(statements: Statements) -> _DaysDue:
    """Return the days of all entities; computed once, so that a pair of dates looks at few entities."""
    found = [
        (day, each)
        for each, entity in statements.entities_by_id()
        if not KINDS[entity.kind].record
        for day in _days_of(statements, entity)
    ]
    found.sort()
    return _DaysDue([day for day, _ in found], [each for _, each in found])


def _days_of(statements: Statements, entity: Entity) -> set[int]:
    days = [claim.value for name in _DUE.intersection(entity.values) for claim in entity.claims(name)]
    disputed = (disputed_day(statements, entity.id, name) for name in _DUE.intersection(entity.values))
    days += [side.value for each in disputed if each is not None for side in each.sides]
    for relation in statements.outgoing(entity.id):
        if relation.details or relation.expected_date or relation.start_date:
            days += [relation.details.get(TERM_ENDS.name), relation.expected_date, relation.start_date]
            days.append(relation.end_date)
    return {one.toordinal() for day in days if isinstance(day, Date) for one in (day.first, day.last)}
