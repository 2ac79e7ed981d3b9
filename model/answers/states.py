"""The state of a model at a date or in a version: the facts of each entity, which `diff` compares."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from ..facts.claims import first_of, over_before
from ..facts.columns import kinds_of
from ..facts.disputes import sides_of
from ..facts.ends import is_over
from ..facts.graph import Graph
from ..facts.relation_disputes import side_words
from ..facts.standing import DOCUMENTED, has_days_kept, shown_among
from ..facts.stored import is_large_part
from ..format import RELATIONS, every_key, keys_of
from ..format.groups import TIMELESS, TOLD_ONCE
from ..format.keys import NO_ATTRIBUTES
from ..format.records import Claim, Entity, Evidence, Relation, Value
from .state_relations import relation_key, relations_by_kind

STANDING = "standing"
EVIDENCE = "sources"
MOVES = frozenset(name for name, kind in RELATIONS.items() if kind.moves)
"""The kinds of relation that place an entity below another."""

_SAYINGS = frozenset(name for name, key in every_key().items() if key.saying)
"""Attributes to which further documents add, without anything having changed."""

_NO_EVIDENCE = Evidence()
"""Evidence that does not count."""

Fact = Claim | Relation | Value
"""One statement about an entity: a claim or relation with its evidence, or a bare value."""


class Record:
    """The facts of one entity in a state; equal to another with the same kind, name and facts.

    Attributes:
        kind: Its kind.
        name: Its name.
        facts: The facts by attribute or relation kind. Relations to the entity are listed under `~` and their kind:
            those whose subject is unknown, and those that describe their object, such as who holds a post.
    """

    __slots__ = ("_facts", "_name", "kind")
    __hash__ = None  # type: ignore[assignment] # facts have no hash

    def __init__(
        self, kind: str, name: str = "", facts: Mapping[str, tuple[Fact, ...]] | None = None
    ) -> None:
        self.kind = kind
        self._name = name
        self._facts = facts

    @property
    def name(self) -> str:
        return self._name

    @property
    def facts(self) -> Mapping[str, tuple[Fact, ...]]:
        return self._facts or {}

    def __eq__(self, other: object) -> bool:
        values = (self.kind, self.name, self.facts)
        return isinstance(other, Record) and values == (other.kind, other.name, other.facts)


class _DatedRecord(Record):
    """A record at a date, of which name and facts are found when they are first asked for."""

    __slots__ = ("_graph", "_id")

    def __init__(self, graph: Graph, entity_id: str, kind: str) -> None:
        super().__init__(kind)
        self._graph, self._id = graph, entity_id

    @property
    def name(self) -> str:
        return self._graph.name(self._id)

    @property
    def facts(self) -> Mapping[str, tuple[Fact, ...]]:
        if self._facts is None:
            self._facts = dict(_facts(self._graph, self._id, evidence=False))
        return self._facts


State = Mapping[str, Record]


def state_of(
    graph: Graph,
    ids: Collection[str] | None = None,
    outer: Collection[str] = (),
    *,
    evidence: bool = True,
) -> State:
    """Return the state of a graph: the facts of its entities.

    Args:
        graph: The graph.
        ids: The entities to look at; `None` for all.
        outer: Further entities, with only their name, standing and relations to entities in `ids`.
        evidence: Whether evidence is part of the facts, as in a diff of two versions. A diff of two dates
            compares only what holds and is shown; further documents that say the same make no difference.
    """
    inside: Collection[str] = graph if ids is None else frozenset(ids)
    beside = [each for each in outer if each not in inside]
    if evidence:
        state: dict[str, Record] = {
            each: Record(graph.kind(each), graph.name(each), dict(_facts(graph, each, evidence=True)))
            for each in (*inside, *beside)
            if each in graph
        }
    else:
        state = _shown_at_date(graph, (*inside, *beside))
    for each in beside:
        if each in state:
            known = state[each]
            state[each] = Record(known.kind, known.name, dict(_facts_towards(known.facts, inside)))
    return state


def _shown_at_date(graph: Graph, ids: Sequence[str]) -> dict[str, Record]:
    """Return the records of those of the given entities that are in the trees at the date, by id."""
    if is_large_part(len(ids), len(graph)) and not has_days_kept(graph):
        shown: Collection[str] = frozenset(graph.all_shown())
        found = [each for each in ids if each in shown]
    else:
        found = shown_among(graph, ids, graph.at)
    return {
        each: _DatedRecord(graph, each, kind)
        for each, kind in zip(found, kinds_of(graph, found), strict=True)
        if kind not in TIMELESS
    }


def record_at(graph: Graph, entity_id: str) -> Record:
    """Return the record of an entity that is in the trees at the date of a graph."""
    return _DatedRecord(graph, entity_id, graph.kind(entity_id))


def _facts_towards(
    facts: Mapping[str, tuple[Fact, ...]], inside: Collection[str]
) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Yield the name and standing of an entity, and its relations to entities in a set."""
    for key, said in facts.items():
        kept = tuple(each for each in said if isinstance(each, Relation) and each.object in inside)
        if key in {STANDING, "name"}:
            yield key, said
        elif kept:
            yield key, kept


def _facts(graph: Graph, entity_id: str, *, evidence: bool) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    entity = graph.entity(entity_id)
    if evidence:
        yield EVIDENCE, (Claim(EVIDENCE, ", ".join(map(str, entity.evidence.citations)), entity.evidence),)
    elif entity.kind not in TOLD_ONCE:
        standing = graph.standing(entity_id)
        yield STANDING, (standing.state if standing.state == DOCUMENTED else standing.words(),)
    yield from _values(graph, entity, evidence=evidence)
    found = relations_by_kind(graph, entity_id, evidence=evidence)
    for name in sorted(found):
        relations = found[name]
        if len(relations) > 1:
            once = {relation_key(each): each for each in relations}
            relations = [once[each] for each in sorted(once)]
        yield name, tuple(relations)


def _values(graph: Graph, entity: Entity, *, evidence: bool) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Yield the facts of an entity's attributes."""
    keys, entity_id = keys_of(entity.kind), entity.id
    for attribute, value in entity.values.items():
        if value is None or attribute in NO_ATTRIBUTES or (attribute in _SAYINGS and not evidence):
            continue
        if not evidence and sides_of(graph, entity_id, attribute):
            yield attribute, (_sides(graph, entity_id, attribute),)
            continue
        many = attribute in keys and keys[attribute].claims == "many"
        if not (isinstance(value, tuple) and value and isinstance(value[0], Claim)):
            known = evidence or not many or graph.was_documented(entity.evidence)
            yield attribute, (cast("Value", value),) if known else ()
        elif evidence:
            yield attribute, tuple(_as_written(each, entity.evidence) for each in entity.claims(attribute))
        elif many:
            yield (
                attribute,
                tuple(
                    _without_evidence(each) for each in entity.claims(attribute) if _holds_too(graph, each)
                ),
            )
        else:
            claim = graph.claim(entity_id, attribute)
            yield attribute, () if claim is None else (_without_evidence(claim),)


def _sides(graph: Graph, entity_id: str, attribute: str) -> str:
    """Return what each side says, at any date, about an attribute on which documents disagree without a decision."""
    said = dict.fromkeys(side_words(graph, each) for each in sides_of(graph, entity_id, attribute))
    return f"undecided, the documents disagree: {'; or '.join(said)}"


def _as_written(claim: Claim, evidence: Evidence) -> Fact:
    """Return a claim as its author wrote it: without evidence that it only takes over from its entity."""
    plain = (
        claim.evidence == evidence
        and not claim.details
        and claim.start_date is None
        and claim.end_date is None
    )
    return claim.value if plain else claim


def _without_evidence(claim: Claim) -> Fact:
    if not claim.details:
        return claim.value
    return Claim(claim.attribute, claim.value, _NO_EVIDENCE, claim.start_date, claim.end_date, claim.details)


def _holds_too(graph: Graph, claim: Claim) -> bool:
    """Return whether a claim of an attribute with several was documented by the date and has not ended."""
    if graph.at is None:
        return not is_over(graph, claim.end_date, None)
    if claim.end_date is not None and graph.at.last > claim.end_date.last:
        return False
    return graph.was_documented(claim.evidence) or over_before(graph, claim) or _held_then(graph, claim)


def _held_then(graph: Graph, claim: Claim) -> bool:
    """Return whether the date is within a claim's period that was over when first documented: a former name, say."""
    first, day = first_of(graph, claim.evidence), graph.at
    start, end = claim.start_date, claim.end_date
    if first is None or day is None or start is None or end is None:
        return False
    return end.last < first.first and start.first <= day.last <= end.last
