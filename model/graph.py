"""The model as a value: entities by id, relations readable in both directions, at a date or in its last known state."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from . import choosing, standing
from .dates import Date, parse_date
from .errors import UnknownEntityError
from .records import Claim, Entity, Evidence, Relation, Value

if TYPE_CHECKING:
    from .deciding import Answer

IN = "in"
OUT = "out"


@attrs.frozen(eq=False, repr=False)
class Graph:
    """A model.

    Without a date it is shown in its last known state; the clock is never read.

    Attributes:
        entities: Every entity by id, whatever its dates.
        outgoing: The relations each entity bears, by its id.
        incoming: The relations each entity is the object of, by its id.
        at: The date it is seen at; `None` for the last known state.
        shared: What was found out once and holds at any date.
        memo: What was found out once and holds at this date.
        in_trees: Of that, which entities stand in trees.
    """

    entities: Mapping[str, Entity]
    outgoing: Mapping[str, Sequence[Relation]]
    incoming: Mapping[str, Sequence[Relation]]
    at: Date | None = None
    shared: dict[Any, Any] = attrs.field(factory=dict)
    memo: dict[Any, Any] = attrs.field(factory=dict)
    in_trees: dict[str, bool] = attrs.field(factory=dict)

    @classmethod
    def of(cls, entities: Mapping[str, Entity], relations: Iterable[Relation]) -> "Graph":
        """Return the graph of entities and relations; the order of both makes no difference to what it says."""
        outgoing: dict[str, list[Relation]] = {}
        incoming: dict[str, list[Relation]] = {}
        for relation in relations:
            outgoing.setdefault(relation.subject, []).append(relation)
        for borne in outgoing.values():  # so that a graph from the cache has the same order as a fresh one
            for relation in borne:
                incoming.setdefault(relation.object, []).append(relation)
        return cls(entities, outgoing, incoming)

    def __getitem__(self, entity_id: str) -> "Node":
        if entity_id not in self.entities:
            raise UnknownEntityError(entity_id)
        return Node(self, self.entities[entity_id])

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self.entities

    def __iter__(self) -> Iterator[str]:
        return iter(self.entities)

    def __len__(self) -> int:
        return len(self.entities)

    def as_of(self, day: str | Date | None) -> "Graph":
        """Return the model at a date; a partial date means its last day; `None` for the last known state.

        Raises:
            ValueError: The text is not a date.
        """
        date = parse_date(day) if isinstance(day, str) else day
        return attrs.evolve(self, at=date, memo={}, in_trees={})

    def every_relation(
        self, entity_id: str, kind: str | None = None, direction: str | None = None
    ) -> tuple[Relation, ...]:
        """Return the relations of an entity whatever their dates, outgoing first."""
        found: list[Relation] = []
        if direction != IN:
            found.extend(self.outgoing.get(entity_id, ()))
        if direction != OUT:
            found.extend(self.incoming.get(entity_id, ()))
        return tuple(each for each in found if kind is None or each.kind == kind)

    def from_unknown(self, entity_id: str) -> list[Relation]:
        """Return the relations to an entity whose subject is `unknown` or `none`, so that only it can tell of them."""
        return [each for each in self.incoming.get(entity_id, ()) if each.subject not in self.entities]

    def relations(
        self, entity_id: str, kind: str | None = None, direction: str | None = None
    ) -> tuple[Relation, ...]:
        """Return the relations of an entity that hold at the date, outgoing first.

        Args:
            entity_id: The entity.
            kind: The name of one kind of relation; all without it.
            direction: `out` where the entity is the subject, `in` where it is the object; both without it.
        """
        return tuple(
            each for each in self.every_relation(entity_id, kind, direction) if choosing.holds(self, each)
        )

    def claim(self, entity_id: str, attribute: str) -> Claim | None:
        """Return the claim of an attribute that the trees follow at the date; `None` when it is not recorded."""
        return choosing.choose(self, entity_id, attribute)

    def value(self, entity_id: str, attribute: str) -> Value:
        """Return the value of that claim; `None` when it is not recorded."""
        found = choosing.choose(self, entity_id, attribute)
        return None if found is None else found.value

    def text(self, entity_id: str, attribute: str) -> str:
        """Return the value of an attribute as text; empty when it is not recorded."""
        value = self.value(entity_id, attribute)
        return "" if value is None else str(value)

    def kind(self, entity_id: str) -> str:
        """Return the kind of an entity; empty for `unknown` and `none`."""
        entity = self.entities.get(entity_id)
        return "" if entity is None else entity.kind

    def name(self, entity_id: str) -> str:
        """Return the name an entity has at the date; the word itself for `unknown` and `none`."""
        entity = self.entities.get(entity_id)
        if entity is None:
            return entity_id
        name = entity.values.get("name")
        return name if isinstance(name, str) else self.text(entity_id, "name")

    def standing(self, entity_id: str) -> standing.Standing:
        """Return how an entity stands at the date."""
        known: standing.Standing | None = self.memo.get(("standing", entity_id))
        if known is None:
            known = self.memo["standing", entity_id] = standing.standing_of(self, entity_id)
        return known

    def shown(self, entity_id: str) -> bool:
        """Whether an entity stands in trees at the date; `unknown` and `none` do not."""
        known = self.in_trees.get(entity_id)
        if known is None:
            known = entity_id in self.entities and standing.shown(self, entity_id)
            self.in_trees[entity_id] = known
        return known

    def all_shown(self) -> Sequence[str]:
        """Return every entity that stands in trees at the date; asked of all at once it costs least."""
        found: Sequence[str] | None = self.memo.get("shown")
        if found is None:
            found = self.memo["shown"] = standing.all_shown(self)
            every = dict.fromkeys(self.entities, False)
            every.update(dict.fromkeys(found, True))
            self.in_trees.update(every)  # at once, since another thread may be printing a view meanwhile
        return found

    def who(self, topic: str, within: str | None = None) -> "Answer":
        """Return who decides about a topic, as far as the documents say; see `tiers.model.deciding.who`."""
        from .deciding import who  # noqa: PLC0415 - the answer asks the graph, and most who have a graph do not ask it

        return who(self, topic, within)

    def dates_of(self, evidence: Evidence) -> tuple[Date, ...]:
        """Return the days a statement speaks of: its own, else those of its sources."""
        if evidence.as_at is not None:
            return (evidence.as_at,)
        found = [self.source_date(citation.source) for citation in evidence.citations]
        return tuple([date for date in found if date is not None])

    def source_date(self, source_id: str) -> Date | None:
        """Return the day a source is as at: when it was presented, else written."""
        days: dict[str, Date | None] = self.shared.setdefault("source dates", {})
        if source_id not in days:
            source = self.entities.get(source_id)
            told = () if source is None else map(source.plain, ("presented", "written"))
            days[source_id] = next((each for each in told if isinstance(each, Date)), None)
        return days[source_id]


@attrs.frozen(eq=False, repr=False)
class Node:
    """An entity together with the graph it is seen in.

    Attributes:
        graph: The graph, with its date.
        entity: The record.
    """

    graph: Graph
    entity: Entity

    def __repr__(self) -> str:
        return f"<{self.entity.kind} {self.entity.id}: {self.name}>"

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
        """Return the value of an attribute that the trees follow at the date; `None` when it is not recorded."""
        return self.graph.value(self.entity.id, attribute)

    def claims(self, attribute: str) -> Sequence[Claim]:
        """Return every claim of an attribute, whatever its dates."""
        return self.entity.claims(attribute)

    def relations(self, kind: str | None = None, direction: str | None = None) -> tuple[Relation, ...]:
        """Return its relations that hold at the date; see `Graph.relations`."""
        return self.graph.relations(self.entity.id, kind, direction)
