"""The graph of a model at a date: entities by id, with their relations in both directions. Immutable."""

from collections.abc import Callable, Iterator, Sequence
from itertools import filterfalse
from typing import NamedTuple, Self, TypeVar

from ..format.dates import Date, parse_date
from ..format.records import Claim, Entity, Evidence, Relation, Value
from ..format.unchanging import following
from . import claims, standing, times
from .columns import columns_of, features_of_values
from .memo import Memo
from .statements import IN, OUT, Statements, record_made

__all__ = ["IN", "OUT", "Graph", "Node"]

_Found = TypeVar("_Found")


class Graph(Statements):
    """A model at a date, or in its last known state.

    The last known state is that of the latest document of each statement; the clock is never read.

    Attributes:
        at: The date; `None` for the last known state.
    """

    at: Date | None = None
    _dated: Memo = following(factory=lambda _: Memo(), init=False)
    _standings: dict[str, standing.Standing] = following(factory=lambda _: {}, init=False)
    _in_trees: dict[str, bool] = following(factory=lambda _: {})

    def __repr__(self) -> str:
        at = "in its last known state" if self.at is None else f"as of {self.at.words()}"
        return f"<{type(self).__name__} of {len(self):,} entities, {at}>"

    def __getitem__(self, entity_id: str) -> "Node":
        return Node(self, self.entity(entity_id))

    def as_of(self, day: str | Date | None) -> Self:
        """Return the model at a date; a partial date means its last day; `None` for the last known state.

        Raises:
            ValueError: The text is not a date.
        """
        return self.but(at=parse_date(day) if isinstance(day, str) else day, in_trees={})

    def once(self, function: "Callable[[Graph], _Found]") -> _Found:
        """Return the result of a function of the graph, computed once and kept for this date.

        A function that returns an empty dictionary gives its module a memo that it may fill later.
        """
        return self._dated.of(function, self)

    def relations(
        self, entity_id: str, kind: str | None = None, direction: str | None = None
    ) -> tuple[Relation, ...]:
        """Return the relations of an entity that hold at the date, outgoing first.

        Args:
            entity_id: The entity.
            kind: The name of one kind of relation; `None` for all.
            direction: `out` where the entity is the subject, `in` where it is the object; `None` for both.

        Raises:
            ValueError: There is no such kind of relation, or no such direction.
        """
        every, at = self.every_relation(entity_id, kind, direction), self.at
        return tuple([each for each in every if claims.holds(self, each, at)]) if every else ()

    def holds(self, relation: Relation) -> bool:
        """Return whether a relation holds at the date; in the last known state, whether it has not ended."""
        if self.at is None and relation.start_date is relation.end_date is relation.expected_date is None:
            return True  # a shortcut: nearly all relations are undated
        return claims.holds(self, relation, self.at)

    def was_documented(self, evidence: Evidence) -> bool:
        """Return whether a statement was documented by the date; an undated one always was."""
        return claims.was_documented(self, evidence, self.at)

    def claim(self, entity_id: str, attribute: str) -> Claim | None:
        """Return the claim of an attribute that holds at the date; `None` when the attribute is not recorded."""
        return times.claim_of(self, entity_id, attribute, self.at)

    def value(self, entity_id: str, attribute: str) -> Value:
        """Return the value of an attribute at the date; `None` when it is not recorded."""
        return times.value_of(self, entity_id, attribute, self.at)

    def text(self, entity_id: str, attribute: str) -> str:
        """Return the value of an attribute at the date as text; empty when it is not recorded."""
        value = self.value(entity_id, attribute)
        return "" if value is None else str(value)

    def name(self, entity_id: str) -> str:
        """Return the name of an entity at the date; for a word such as `unknown` in place of an id, its plain words."""
        entity = record_made(self, entity_id)
        if entity is None:
            columns = columns_of(self)
            name = "" if columns is None else columns.name(entity_id)
            if name:
                return name
            entity = self.find(entity_id)
        if entity is None:
            return entity_id.replace("_", " ")
        plain = entity.values.get("name")
        if type(plain) is str:  # a shortcut: nearly all names are plain
            return plain
        lasting = lasting_name(entity)
        return self.text(entity_id, "name") if lasting is None else lasting

    def standing(self, entity_id: str) -> standing.Standing:
        """Return the standing of an entity at the date: documented, planned, ended and the like."""
        known = self._standings.get(entity_id)
        if known is None:
            known = self._standings[entity_id] = standing.standing_of(self, entity_id, self.at)
        return known

    def shown(self, entity_id: str) -> bool:
        """Return whether an entity is in the trees at the date; `unknown` and `none` are not."""
        known = self._in_trees.get(entity_id)
        if known is None:
            known = entity_id in self and standing.shown(self, entity_id, self.at)
            self._in_trees[entity_id] = known
        return known

    def all_shown(self) -> Sequence[str]:
        """Return the ids of all entities in the trees at the date; faster than calling `shown` for each."""
        return self.once(Graph._find_shown)

    def _find_shown(self) -> Sequence[str]:
        found = standing.all_shown(self, self.at)
        every = dict.fromkeys(found, True)
        if len(every) < len(self):
            every.update(dict.fromkeys(filterfalse(every.__contains__, self), False))
        # in one step, since another thread may be printing a view meanwhile
        self._in_trees.update(every)
        return found


def kinds_features_names(graph: Graph, ids: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Yield the kind, the features that it may have (see `columns`) and the name at the date of each of many entities."""
    columns = columns_of(graph)
    if columns is None:
        for each in ids:
            entity = graph.find(each)
            values = {} if entity is None else entity.values
            name = values.get("name")
            features = features_of_values(values)
            yield (
                "" if entity is None else entity.kind,
                features,
                name if type(name) is str else graph.name(each),
            )
        return
    for each, (kind, features, name) in zip(ids, columns.rows(ids), strict=True):
        yield kind, features, name or graph.name(each)


class Described(NamedTuple):
    """The order, kinds and names of all entities in the trees, read in one pass for a view that shows nearly all of them.

    Attributes:
        ranks: Their places in the order of siblings, by id.
        kinds: Their kinds, by id.
        names: Their names at the date, by id.
    """

    ranks: dict[str, int]
    kinds: dict[str, str]
    names: dict[str, str]


def described(graph: Graph) -> Described:
    """Return the order, kinds and names of all entities in the trees; empty until all are asked for, see `structure.order`."""
    return graph.once(_described)


def _described(_: Graph) -> Described:
    return Described({}, {}, {})


def kind_teller(graph: Graph) -> Callable[[str], str]:
    """Return a function that gives the kinds of entities; of those that are described no record is looked at."""
    kinds = described(graph).kinds
    return (lambda each: kinds.get(each) or graph.kind(each)) if kinds else graph.kind


def name_teller(graph: Graph) -> Callable[[str], str]:
    """Return a function that gives the names of entities at the date; of those that are described no record is looked at."""
    names = described(graph).names
    return (lambda each: names.get(each) or graph.name(each)) if names else graph.name


def forget_results(graph: Graph) -> None:
    """Let go of everything that was computed and kept for the date of a graph; it is computed again when it is asked for."""
    for name in ("_dated", "_standings", "_in_trees"):
        vars(graph).pop(name, None)


def lasting_name(entity: Entity) -> str | None:
    """Return the name that an entity has at every date; `None` if it depends on several claims."""
    name = entity.values.get("name")
    if isinstance(name, tuple) and len(name) == 1 and isinstance(name[0], Claim):
        name = name[0].value  # the one claim of a name is kept at every date
    return name if isinstance(name, str) else None


class Node:
    """An entity together with its graph: a convenience for questions about one entity.

    Attributes:
        graph: The graph, with its date.
        entity: The entity's record.
    """

    __slots__ = ("entity", "graph")  # a plain class, not one of attrs: see `Model`

    def __init__(self, graph: Graph, entity: Entity) -> None:
        self.graph = graph
        self.entity = entity

    def __repr__(self) -> str:
        return f"<{self.entity.kind} {self.entity.id}: {self.name!r}>"

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def kind(self) -> str:
        return self.entity.kind

    @property
    def name(self) -> str:
        return self.graph.name(self.entity.id)

    def value(self, attribute: str) -> Value:
        """Return the value of an attribute at the date; `None` when it is not recorded."""
        return self.graph.value(self.entity.id, attribute)

    def claims(self, attribute: str) -> Sequence[Claim]:
        """Return every claim of an attribute, whatever its dates."""
        return self.entity.claims(attribute)

    def relations(self, kind: str | None = None, direction: str | None = None) -> tuple[Relation, ...]:
        """Return the relations of the entity that hold at the date; see `Graph.relations`."""
        return self.graph.relations(self.entity.id, kind, direction)
