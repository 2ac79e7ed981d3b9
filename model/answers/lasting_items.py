"""The items that read the same at every date from which they are known: nearly all that fall due in a large model.

No document disagrees about their entities, dates anything else of them, or shows that a plan came about. They are kept
beside a compiled model, in their order and with their names, so that no record is made of them.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

import attrs

from ..facts.claims import disagreements_of, is_foretold
from ..facts.evidence import evidence_span
from ..facts.functions import IN_HAND, functions_named
from ..facts.graph import Graph, lasting_name
from ..facts.many_names import kept_names, names_of
from ..facts.stored import stored_arrays
from ..facts.times import is_changed
from ..format import KINDS
from ..format.dates import Date, parse_date
from ..format.details import TERM_ENDS
from ..format.records import Entity, Relation
from .timeline.item import END, NEVER_SEEN, PLANNED, Item, place_of_day
from .timeline.items import planned_and_due

KEPT_LASTING = "lasting-items"
"""The name of the items in the cache."""

_MAY_CHANGE = frozenset(("expected_date", "status", "review_date", "reports"))
"""Attributes by which an item may read differently from date to date: an entity with one has no lasting item."""

_DAY_AND_STATE = 5
"""The length of the first part of an item's sort key, its day and state, which `place_of_day` gives."""

_SINGLE = ("due", "date", "start_date", "end_date")
"""Attributes with a day: an item with only one such day reads the same at every date."""


class Shape(NamedTuple):
    """What items have in common but for their names and days.

    Attributes:
        kind: The kind of the entity.
        state: The state of the item.
        is_of_entity: Whether the item is about the entity itself, and not about a relation.
        is_inferred: Whether its evidence is inferred.
        note: What came of it.
    """

    kind: str
    state: str
    is_of_entity: bool
    is_inferred: bool
    note: str

    def day(self, date: Date) -> int:
        """Return the day on which an item with a date is due, as an ordinal."""
        return (date.first if self.state == PLANNED else date.last).toordinal()


@attrs.frozen(eq=False, repr=False)
class LastingItems:
    """Items in the order of the timeline; the sequences are as long as each other.

    Attributes:
        dates: The days of all such items of the model.
        shapes: Their shapes.
        days: The day of each item, as a place in `dates`.
        forms: Its shape, as a place in `shapes`.
        names: Its name, with the relation in words where it is about one.
        numbers: The number of its entity.
        id_of: Gives the id of a number.
        others: All entities that may have other items.
    """

    dates: Sequence[Date]
    shapes: Sequence[Shape]
    days: Sequence[int]
    forms: Sequence[int]
    names: Sequence[str]
    numbers: Sequence[int]
    id_of: Callable[[int], str]
    others: Sequence[str]
    _places: dict[tuple[int, int], tuple[object, ...]] = attrs.field(factory=dict, init=False)

    def __len__(self) -> int:
        return len(self.names)

    def place(self, graph: Graph, item: Item) -> int:
        """Return how many items come before one that is not among them, by day and state and then by name."""
        start, end = (
            bisect(range(len(self)), item.place(graph)[:_DAY_AND_STATE], key=self._by_day)
            for bisect in (bisect_left, bisect_right)
        )
        name = graph.name(item.id).casefold(), item.id  # no other item is of the same entity
        return bisect_left(range(len(self)), name, start, end, key=partial(self._by_name, graph))

    def _by_day(self, at: int) -> tuple[object, ...]:
        key = self.forms[at], self.days[at]
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = place_of_day(self.dates[key[1]], self.shapes[key[0]].state)
        return known

    def _by_name(self, graph: Graph, at: int) -> tuple[str, str]:
        each = self.id_of(self.numbers[at])
        return graph.name(each).casefold(), each

    def of_entities(self) -> frozenset[str]:
        """Return the entities of which an item is about the entity itself."""
        own = [each.is_of_entity for each in self.shapes]
        return frozenset(
            self.id_of(number) for number, form in zip(self.numbers, self.forms, strict=True) if own[form]
        )


def lasting_items(
    graph: Graph, since: int, until: int, ids: Callable[[], Iterable[str]]
) -> LastingItems | None:
    """Return the items that fall due after one day and up to another; `None` for a model that keeps nothing.

    Args:
        graph: The model, at the later date.
        since: The one day, as an ordinal.
        until: The other day.
        ids: Finds all entities of which something may fall due.
    """
    store = stored_arrays(graph)
    if store is None:
        return None
    found: LastingItems = _file(store, graph, ids).look(
        lambda file: _between(file, since, until, store.numbers.id)
    )
    return found


def keep_lasting_items(graph: Graph, ids: Callable[[], Iterable[str]]) -> None:
    """Find and store the items, unless that was done before or the model is not in the cache.

    Args:
        graph: The model.
        ids: Finds all entities of which something may fall due.
    """
    store = stored_arrays(graph)
    if store is not None:
        _file(store, graph, ids).keep()


def _file(store: Any, graph: Graph, ids: Callable[[], Iterable[str]]) -> Any:
    """Return the file of the items, which is made when it is first asked for."""
    return store.file(KEPT_LASTING, lambda: _sections(graph.as_of(None), ids(), store.numbers.numbers))


def _between(file: Any, since: int, until: int, id_of: Callable[[int], str]) -> LastingItems:
    """Return the items of a kept file that fall due after one day and up to another."""
    texts, plain, odd_names = file.head
    dates, shapes = list(map(parse_date, texts)), [Shape(*each) for each in plain]
    wanted = [[since < shape.day(date) <= until for date in dates] for shape in shapes]
    columns = [file.whole(each).cast("I") for each in ("days", "forms", "known", "numbers")]
    names = names_of(file.whole("names"), odd_names) if len(columns[0]) else []
    chosen = [
        (day, form, name, number)
        for day, form, known, number, name in zip(*columns, names, strict=True)
        if wanted[form][day] and known <= until
    ]
    days, forms, names, numbers = map(list, zip(*chosen, strict=True)) if chosen else ([], [], [], [])
    others = list(map(id_of, file.whole("others").cast("I")))
    return LastingItems(dates, shapes, days, forms, names, numbers, id_of, others)


def _sections(
    graph: Graph, ids: Iterable[str], numbers_of: Callable[[Iterable[str]], Sequence[int]]
) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    """Return the sections of the kept file: a column for each thing that is told of an item, and the other entities."""
    found: list[tuple[Item, str, int]] = []
    others: list[str] = []
    for each in dict.fromkeys(ids):
        items = _lasting(graph, graph.entity(each))
        if items is None:
            others.append(each)
        else:
            found += items
    found.sort(key=lambda each: each[0].place(graph))
    dates: dict[str, int] = {}
    shapes: dict[Shape, int] = {}
    days = [dates.setdefault(str(item.date), len(dates)) for item, *_ in found]
    forms = [shapes.setdefault(_shape(graph, item), len(shapes)) for item, *_ in found]
    names, odd_names = kept_names([name for _, name, _ in found])
    whole = {
        "days": array("I", days),
        "forms": array("I", forms),
        "known": array("I", [known for *_, known in found]),
        "numbers": array("I", numbers_of([item.id for item, *_ in found])),
        "names": names,
        "others": array("I", numbers_of(others)),
    }
    return (list(dates), [tuple(each) for each in shapes], odd_names), whole, {}


def _shape(graph: Graph, item: Item) -> Shape:
    is_inferred = item.evidence.inferred
    return Shape(graph.kind(item.id), item.state, item.relation is None, is_inferred, item.note)


def _lasting(graph: Graph, entity: Entity) -> list[tuple[Item, str, int]] | None:
    """Return the items of an entity, each with its name and the day from which it is known; `None` if one may change.

    Args:
        graph: The model in its last known state.
        entity: The entity.
    """
    if KINDS[entity.kind].record:
        return []
    relations = [each for each in graph.outgoing(entity.id) if _is_dated(each) and each.object in graph]
    if not _is_steady(graph, entity) or not all(_is_plan(graph, each) for each in relations):
        return None
    found: list[tuple[Item, str, int]] = []
    for item in planned_and_due(graph, entity.id):
        if item.what == END:  # it comes due only if the entity is planned, of which nothing here tells
            continue
        if item.note not in {"", NEVER_SEEN} or item.date is None:
            return None
        if item.relation is None and item.state == PLANNED and _is_seen_since(graph, entity, item.date):
            return None
        found.append(
            (item, item.name(graph), 0 if item.relation is None else _known_from(graph, item.relation))
        )
    return found


def _is_steady(graph: Graph, entity: Entity) -> bool:
    """Return whether an entity has one name and at most one day of each kind at every date, of which nobody disagrees."""
    return (
        lasting_name(entity) is not None
        and _MAY_CHANGE.isdisjoint(entity.values)
        and not ("date" in entity.values and "start_date" in entity.values)
        and all(len(claims) <= 1 for claims in map(entity.claims, _SINGLE))
        and all(isinstance(each.value, Date) for key in _SINGLE for each in entity.claims(key))
        and not any(is_foretold(graph, each) for each in entity.claims("start_date"))
        and not is_changed(graph, entity.id)
        and not disagreements_of(graph, entity.id)
    )


def _is_dated(relation: Relation) -> bool:
    has_day = not (relation.start_date is relation.end_date is relation.expected_date is None)
    return has_day or TERM_ENDS.name in relation.details


def _is_plan(graph: Graph, relation: Relation) -> bool:
    """Return whether the timeline tells only the start of a relation, in the same words at every date."""
    target = graph.find(relation.object)
    return (
        relation.end_date is None
        and relation.expected_date is None
        and TERM_ENDS.name not in relation.details
        and "function" not in relation.details
        and relation.kind not in {IN_HAND, "delegates_to"}
        and not any(functions_named(relation))
        and target is not None
        and lasting_name(target) is not None
    )


def _is_seen_since(graph: Graph, entity: Entity, day: Date) -> bool:
    """Return whether an entity is mentioned on or after its planned day, in another document than those that plan it."""
    told = tuple(each for claim in entity.claims("date") for each in graph.dates_of(claim.evidence))
    return evidence_span(graph, entity.id).since(day, told) is not None


def _known_from(graph: Graph, relation: Relation) -> int:
    """Return the day from which a relation is documented, as an ordinal; 0 if it always is."""
    return min((each.first.toordinal() for each in graph.dates_of(relation.evidence)), default=0)
