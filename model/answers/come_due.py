"""What falls due between two dates: terms of office that end, reviews, promises, planned days."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial

from ..facts.claims import is_foretold, is_to_come, planned_for
from ..facts.disputes import disputed_day
from ..facts.ends import last_document
from ..facts.entity_lists import EntityLists, FoundLists, entity_lists
from ..facts.graph import Graph
from ..facts.holding import is_planned
from ..facts.statements import Statements
from ..format import KINDS
from ..format.dates import Date
from ..format.details import TERM_ENDS
from ..format.records import Entity
from .due_items import DueItems
from .lasting_items import keep_lasting_items, lasting_items
from .timeline import each_once
from .timeline.item import END, PLANNED, Item
from .timeline.items import planned_and_due

KEPT_DUE = "days-due"
"""The name in the cache of the entities by the days on which something falls due."""

_DUE = frozenset(("due", "review_date", "expected_date", "date", "start_date", "end_date"))
"""The attributes whose value is a day on which something falls due."""

_REPORTED = frozenset(("date", "start_date"))
"""Those of which only a day later than its documents is a plan."""

_LAST_DAY = date.max.toordinal()


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
    due = new.once_for_all(_days_due).between(since, until)
    if ids is None:
        return tuple(_items(new, due, since, until))

    def concerns(item: Item) -> bool:
        return item.id in ids or (item.relation is not None and item.relation.object in ids)

    asked = [each for each in due if each in ids or each in outer]
    return tuple(_items(new, asked, since, until, concerns))


def all_that_comes_due(old: Graph, new: Graph) -> Sequence[Item]:
    """Return `come_due` of all entities of two far dates; no record is made of most items until one is looked at."""
    since, until = _ordinal(old), _ordinal(new)
    lasting = lasting_items(new, since, until, partial(_all_due, new)) if 0 < since < until else None
    if lasting is None:
        return come_due(old, new)
    others = _items(new, new.once_for_all(_days_due).among(since, until, lasting.others), since, until)
    return DueItems(lasting, others, lambda: come_due(old, new))


def keep_days_due(graph: Graph) -> None:
    """Find and store on which days something falls due, of which entities, unless that was done before."""
    _all_due(graph)


def keep_items_due(graph: Graph) -> None:
    """Find and store the items that read the same at every date, unless that was done before."""
    keep_lasting_items(graph, partial(_all_due, graph))


def _all_due(graph: Graph) -> Sequence[str]:
    """Return all entities of which something falls due on some day."""
    return graph.once_for_all(_days_due).between(0, _LAST_DAY)


def _items(
    graph: Graph, ids: Iterable[str], since: int, until: int, concerns: Callable[[Item], bool] | None = None
) -> list[Item]:
    """Return the items of some entities that fall due after a day and up to another, by date."""
    found = [
        item
        for each in dict.fromkeys(ids)
        for item in planned_and_due(graph, each)
        if (item.what != END or _is_planned_end(graph, item)) and since < _day(item) <= until
        if concerns is None or concerns(item)
    ]
    return sorted(each_once(found), key=lambda item: item.place(graph))


def _ordinal(graph: Graph) -> int:
    """Return the day of a graph as an ordinal: without a date the day of the latest document, 0 where none is dated."""
    day = last_document(graph) if graph.at is None else graph.at.last
    return 0 if day is None else day.toordinal()


def _is_planned_end(graph: Graph, item: Item) -> bool:
    """Whether an item is the planned end of an entity that no document shows to have begun."""
    if item.relation is not None:
        return planned_for(graph, item.relation) is not None
    return is_planned(graph, item.id)


def _day(item: Item) -> int:
    if item.date is None:
        return 0
    return (item.date.first if item.state == PLANNED else item.date.last).toordinal()


def _days_due(statements: Statements) -> EntityLists:
    """Return the entities by a day, as an ordinal, on which an item may come due; found once for all dates."""
    return entity_lists(statements, KEPT_DUE, lambda: FoundLists(_find_days_due(statements)))


def _find_days_due(statements: Statements) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for each, entity in statements.entities_by_id():
        if not KINDS[entity.kind].record:
            for day in _days_of(statements, entity):
                found.setdefault(day, []).append(each)
    return {day: sorted(ids) for day, ids in found.items()}


def _days_of(statements: Statements, entity: Entity) -> set[int]:
    """Return the days on which something falls due, as ordinals; a day in the past of its documents was only reported."""
    days = [
        claim.value
        for name in _DUE.intersection(entity.values)
        for claim in entity.claims(name)
        if name not in _REPORTED or is_foretold(statements, claim)
    ]
    disputed = (disputed_day(statements, entity.id, name) for name in _DUE.intersection(entity.values))
    days += [side.value for each in disputed if each is not None for side in each.sides]
    for relation in statements.outgoing(entity.id):
        if relation.details or relation.expected_date or relation.start_date:
            days += [relation.details.get(TERM_ENDS.name), relation.expected_date, relation.end_date]
            start = relation.start_date
            if start is not None and is_to_come(statements, relation.evidence, start):
                days.append(start)
    return {one.toordinal() for day in days if isinstance(day, Date) for one in (day.first, day.last)}
