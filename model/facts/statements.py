"""All statements of a model, whatever their dates: entities and relations as written, with lookups by id and by end."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import is_
from typing import Self, TypeVar

from ..format.dates import Date
from ..format.errors import UnknownEntityError
from ..format.records import Entity, Evidence, Relation
from ..format.relations import RELATIONS, wrong_direction, wrong_relation
from ..format.unchanging import Unchanging, following
from .functions import with_functions
from .memo import Memo

IN = "in"
OUT = "out"
_DIRECTIONS = (None, IN, OUT)

_MANY = 16
"""The number of relations from which they are sorted by kind, so that members of a large body search few."""

_Found = TypeVar("_Found")

OfKind = tuple[Mapping[str, Sequence[Relation]], Mapping[str, Sequence[Relation]]]
"""The relations of one kind, by subject and by object."""


class Entities(dict[str, Entity]):
    """The entities of a model by id, in its order."""

    __slots__ = ()

    def ids_of_kinds(self, kinds: Collection[str]) -> Sequence[str]:
        """Return the ids of the entities of the given kinds."""
        return [each for each, entity in self.items() if entity.kind in kinds]

    def kind(self, entity_id: str) -> str:
        """Return the kind of an entity; empty for an id without an entity."""
        entity = self.get(entity_id)
        return "" if entity is None else entity.kind


class Statements(Unchanging):
    """The entities and relations of a model, whatever their dates; only the methods know how they are stored."""

    _entities: Entities
    _outgoing: Mapping[str, Sequence[Relation]]
    _incoming: Mapping[str, Sequence[Relation]]
    _lasting: Memo = following(factory=lambda _: Memo())
    _source_dates: dict[str, Date | None] = following(factory=lambda _: {})
    _sorted: dict[tuple[str, str], Mapping[str, Sequence[Relation]]] = following(factory=lambda _: {})
    _of_kinds: dict[str, OfKind] = following(factory=lambda _: {})

    @classmethod
    def of(cls, entities: Mapping[str, Entity], relations: Iterable[Relation]) -> Self:
        """Return a model made of entities and relations; the order of the relations makes no difference."""
        outgoing: defaultdict[str, list[Relation]] = defaultdict(list)
        incoming: defaultdict[str, list[Relation]] = defaultdict(list)
        known = cls(Entities(entities), {}, {})
        for relation in known.followed(list(relations)):
            outgoing[relation.subject].append(relation)
        for of_subject in outgoing.values():  # so that a graph from the cache has the same order as a new one
            for relation in of_subject:
                incoming[relation.object].append(relation)
        return cls(Entities(entities), dict(outgoing), dict(incoming))

    def followed(self, relations: Collection[Relation]) -> Collection[Relation]:
        """Return relations with the ends that follow from others, and after them the relations to functions."""
        from .replacing import with_ends  # noqa: PLC0415 - a model that was compiled has these ends

        entities = self._entities
        written = with_ends(entities, relations, self)
        found = with_functions(entities, written)
        if len(found) == len(written) and all(map(is_, found, written)):
            return found  # nothing was added whose end could follow
        return with_ends(entities, found, self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self):,} entities>"

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._entities

    def __iter__(self) -> Iterator[str]:
        return iter(self._entities)

    def __len__(self) -> int:
        return len(self._entities)

    def entity(self, entity_id: str) -> Entity:
        """Return the entity with an id.

        Raises:
            UnknownEntityError: No entity has the id.
        """
        try:
            return self._entities[entity_id]
        except KeyError:
            raise UnknownEntityError(entity_id) from None

    def find(self, entity_id: str) -> Entity | None:
        """Return the entity with an id; `None` where there is none, as for `unknown` and `none`."""
        return self._entities.get(entity_id)

    def every_entity(self) -> Collection[Entity]:
        """Return all entities in the order of the model."""
        return self._entities.values()

    def entities_by_id(self) -> Collection[tuple[str, Entity]]:
        """Return all pairs of id and entity in the order of the model."""
        return self._entities.items()

    def entities_of_kind(self, *kinds: str) -> list[Entity]:
        """Return the entities of the given kinds in the order of the model."""
        return list(map(self.entity, self._entities.ids_of_kinds(kinds)))

    def kind(self, entity_id: str) -> str:
        """Return the kind of an entity; empty for `unknown` and `none`."""
        made = dict.get(self._entities, entity_id)
        return self._entities.kind(entity_id) if made is None else made.kind

    def outgoing(self, entity_id: str, kind: str | None = None) -> Sequence[Relation]:
        """Return the relations whose subject is an entity, all or of one kind, whatever their dates."""
        if kind is None:
            return self._outgoing.get(entity_id, ())
        found = self._of_kinds.get(kind)
        return self._relations(OUT, entity_id, kind) if found is None else found[0].get(entity_id, ())

    def incoming(self, entity_id: str, kind: str | None = None) -> Sequence[Relation]:
        """Return the relations whose object is an entity, all or of one kind, whatever their dates."""
        if kind is None:
            return self._incoming.get(entity_id, ())
        found = self._of_kinds.get(kind)
        return self._relations(IN, entity_id, kind) if found is None else found[1].get(entity_id, ())

    def is_end_of(self, entity_id: str, kinds: Collection[str], direction: str) -> bool:
        """Return whether an entity has a relation of one of some kinds; a compiled model makes no relation for it.

        Args:
            entity_id: The entity.
            kinds: The kinds.
            direction: `out` where the entity is the subject, `in` where it is the object.
        """
        relations = self._outgoing if direction == OUT else self._incoming
        has_unmade = getattr(relations, "has_unmade", None)
        known: bool | None = None if has_unmade is None else has_unmade(entity_id, kinds)
        if known is not None:
            return known
        found = relations.get(entity_id, ())
        if len(found) < _MANY:
            return any(each.kind in kinds for each in found)
        return not self._by_kind(direction, entity_id, found).keys().isdisjoint(kinds)

    def _relations(self, direction: str, entity_id: str, kind: str) -> Sequence[Relation]:
        relations = self._outgoing if direction == OUT else self._incoming
        may_have = getattr(relations, "may_have", None)
        if may_have is not None:
            if not may_have(entity_id, (kind,)):
                return ()
            if direction == IN and not dict.__contains__(relations, entity_id):
                of_one_kind = self.once_for_all(relations_of_kind)
                if of_one_kind is not None:
                    return of_one_kind(entity_id, kind)
        return self._of_kind(direction, entity_id, relations.get(entity_id, ()), kind)

    def _of_kind(
        self, direction: str, entity_id: str, every: Sequence[Relation], kind: str
    ) -> Sequence[Relation]:
        if len(every) < _MANY:
            return [each for each in every if each.kind == kind]
        return self._by_kind(direction, entity_id, every).get(kind, ())

    def _by_kind(
        self, direction: str, entity_id: str, every: Sequence[Relation]
    ) -> Mapping[str, Sequence[Relation]]:
        known = self._sorted.get((direction, entity_id))
        if known is None:
            found: dict[str, list[Relation]] = {}
            for each in every:
                found.setdefault(each.kind, []).append(each)
            known = self._sorted.setdefault((direction, entity_id), found)
        return known

    def relations_by_subject(self) -> Collection[Sequence[Relation]]:
        """Return all relations, in one sequence for each subject."""
        return self._outgoing.values()

    def every_relation(
        self, entity_id: str, kind: str | None = None, direction: str | None = None
    ) -> tuple[Relation, ...]:
        """Return the relations of an entity whatever their dates, outgoing first.

        Raises:
            ValueError: There is no such kind of relation, or no such direction.
        """
        if kind is not None and kind not in RELATIONS:
            raise wrong_relation(kind)
        if direction not in _DIRECTIONS:
            raise wrong_direction(direction)
        found: list[Relation] = []
        if direction != IN:
            found.extend(self.outgoing(entity_id, kind))
        if direction != OUT:
            found.extend(self.incoming(entity_id, kind))
        return tuple(found)

    def from_unknown(self, entity_id: str) -> list[Relation]:
        """Return the relations to an entity from `unknown` or `none`, which only the object's detail can show."""
        return [each for each in self._incoming.get(entity_id, ()) if each.subject not in self._entities]

    def naming(self, entity_id: str) -> Sequence[Relation]:
        """Return the relations that name an entity in their details, as seats held for it do, whatever their dates."""
        return self.once_for_all(relations_naming).get(entity_id, ())

    def dates_of(self, evidence: Evidence) -> tuple[Date, ...]:
        """Return the days of an evidence: its own as-at date, else the dates of its sources."""
        if evidence.also:
            return tuple([day for each in evidence.also for day in self.dates_of(each)])
        if evidence.as_at is not None:
            return (evidence.as_at,)
        citations = evidence.citations
        if len(citations) == 1:  # a shortcut: nearly all evidence has one source
            day = self.source_date(citations[0].source)
            return () if day is None else (day,)
        found = [self.source_date(citation.source) for citation in citations]
        return tuple([date for date in found if date is not None])

    def source_date(self, source_id: str) -> Date | None:
        """Return the day on which a source was presented, else written; `None` where neither is known."""
        days = self._source_dates
        if source_id not in days:
            source = self._entities.get(source_id)
            written = () if source is None else map(source.plain, ("presented", "written"))
            days[source_id] = next((each for each in written if isinstance(each, Date)), None)
        return days[source_id]

    def once_for_all(self, function: "Callable[[Statements], _Found]") -> _Found:
        """Return the result of a function of the statements, computed once and kept for all dates of the model.

        A function that returns an empty dictionary gives its module a memo that it may fill later.
        """
        return self._lasting.of(function, self)

    def note(self, function: "Callable[[Statements], _Found]", found: _Found) -> None:
        """Store a result that was computed before, as when the model was compiled, for all dates of the model."""
        self._lasting.note(function, found)


def record_made(statements: Statements, entity_id: str) -> Entity | None:
    """Return the record of an entity if it was made already; a compiled model makes each when it is first asked for."""
    return dict.get(statements._entities, entity_id)  # noqa: SLF001 - this file knows how the statements are stored


def ids_of_kind(statements: Statements, *kinds: str) -> Sequence[str]:
    """Return the ids of the entities of some kinds, in the order of the model; a compiled model makes no record for it."""
    return statements._entities.ids_of_kinds(kinds)  # noqa: SLF001 - as above


def count_outgoing(statements: Statements, entity_id: str) -> int:
    """Return the number of relations whose subject is an entity; a compiled model makes no relation for it."""
    count = getattr(statements._outgoing, "count", None)  # noqa: SLF001 - as above
    return len(statements.outgoing(entity_id)) if count is None else count(entity_id)


def sorted_kinds(statements: Statements) -> dict[str, OfKind]:
    """Return the relations that `by_kind` has sorted, by kind."""
    return statements._of_kinds  # noqa: SLF001 - as above


def relations_of_kind(_: Statements) -> Callable[[str, str], Sequence[Relation]] | None:
    """Return a function from an entity and a kind to the relations of the kind to the entity; `None` if all must be read."""
    return None


def relations_naming(statements: Statements) -> Mapping[str, Sequence[Relation]]:
    """Return the relations that name an entity in their details, by that entity, in the order of the model."""
    found: dict[str, list[Relation]] = {}
    for of_subject in statements.relations_by_subject():
        for each in of_subject:
            for named in named_in_details(each):
                found.setdefault(named, []).append(each)
    return found


def all_named(statements: Statements) -> Callable[[], Collection[str]]:
    """Return a function that gives all ids that relations name in their details; `naming` finds none for others."""
    return lambda: statements.once_for_all(relations_naming).keys()


def named_in_details(relation: Relation) -> Iterable[str]:
    """Return the texts in a relation's details, each once; they may be ids of entities."""
    if not relation.details:
        return ()
    values = relation.details.values()
    texts = (text for each in values for text in (each if isinstance(each, tuple) else (each,)))
    return dict.fromkeys(each for each in texts if isinstance(each, str))
