"""The state of a model at a date or in a version: the facts of each entity, which `diff` compares."""

from collections.abc import Collection, Iterator, Mapping
from typing import cast

import attrs

from ..facts.claims import first_of, over_before, planned_for
from ..facts.disputes import sides_of
from ..facts.ends import is_over
from ..facts.graph import Graph
from ..facts.holding import ENDED, PLANNED, state_between
from ..facts.relation_disputes import FOLLOWED, is_set_aside, side_words
from ..facts.standing import DOCUMENTED
from ..format import INFERRED, PROVENANCE, RELATIONS, every_key, keys_of
from ..format.groups import TIMELESS, TOLD_ONCE
from ..format.records import Claim, Entity, Evidence, Relation, Value
from ..structure.placing import placements

STANDING = "standing"
EVIDENCE = "sources"
MOVES = frozenset(name for name, kind in RELATIONS.items() if kind.moves)
"""The kinds of relation that place an entity below another."""

_TOLD_OF_BOTH = tuple(name for name, kind in RELATIONS.items() if kind.told_of_both)
_TOLD_OF_OBJECT = frozenset(name for name, kind in RELATIONS.items() if kind.told_of_object)
_NO_FACTS = frozenset(("id", *(key.name for key in PROVENANCE)))
_SAYINGS = frozenset(name for name, key in every_key().items() if key.saying)
"""Attributes to which further documents add, without anything having changed."""

_NO_EVIDENCE = Evidence()
_OUR_READING = Evidence(INFERRED)
"""Evidence of which only the basis counts, as in a diff of two dates."""

Fact = Claim | Relation | Value
"""One statement about an entity: a claim or relation with its evidence, or a bare value."""


@attrs.frozen(repr=False)
class Record:
    """The facts of one entity in a state.

    Attributes:
        kind: Its kind.
        name: Its name.
        facts: The facts by attribute or relation kind. Relations to the entity are listed under `~` and their kind:
            those whose subject is unknown, and those that describe their object, such as who holds a post.
    """

    kind: str
    name: str
    facts: Mapping[str, tuple[Fact, ...]]


State = Mapping[str, Record]


@attrs.define(eq=False, repr=False)
class _DatedFacts(Mapping[str, tuple[Fact, ...]]):
    """The facts of an entity at a date, computed on first use; an entity that only one date has is named without them.

    Attributes:
        graph: The model at its date.
        id: The entity.
    """

    graph: Graph
    id: str
    _found: dict[str, tuple[Fact, ...]] | None = None

    def __getitem__(self, key: str) -> tuple[Fact, ...]:
        return self._facts()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts())

    def __len__(self) -> int:
        return len(self._facts())

    def _facts(self) -> dict[str, tuple[Fact, ...]]:
        if self._found is None:
            self._found = dict(_facts(self.graph, self.id, evidence=False))
        return self._found


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
    state: dict[str, Record] = {}
    for each in (*inside, *(each for each in outer if each not in inside)):
        entity = graph.find(each)
        if entity is None or not (evidence or (graph.shown(each) and entity.kind not in TIMELESS)):
            continue
        facts: Mapping[str, tuple[Fact, ...]] = (
            dict(_facts(graph, each, evidence=True)) if evidence else _DatedFacts(graph, each)
        )
        if each not in inside:
            facts = dict(_facts_towards(facts, inside))
        state[each] = Record(entity.kind, graph.name(each), facts)
    return state


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
    found = _relations(graph, entity_id, evidence=evidence)
    for name in sorted(found):
        relations = found[name]
        if len(relations) > 1:
            once = {_relation_key(each): each for each in relations}
            relations = [once[each] for each in sorted(once)]
        yield name, tuple(relations)


def _values(graph: Graph, entity: Entity, *, evidence: bool) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """Yield the facts of an entity's attributes."""
    keys, entity_id = keys_of(entity.kind), entity.id
    for attribute, value in entity.values.items():
        if value is None or attribute in _NO_FACTS or (attribute in _SAYINGS and not evidence):
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


def _relations(graph: Graph, entity_id: str, *, evidence: bool) -> dict[str, list[Relation]]:
    """Return the relations of an entity by kind: those of which it is the subject, and those to it that describe it."""
    found: dict[str, list[Relation]] = {}
    placed = () if evidence else placements(graph, entity_id)
    for relation in graph.outgoing(entity_id):
        if relation.kind in _TOLD_OF_OBJECT and relation.object in graph:
            continue
        if evidence or relation in placed or (relation.kind in RELATIONS and _holds_still(graph, relation)):
            found.setdefault(relation.kind, []).append(
                _relation_without_evidence(graph, relation, evidence=evidence)
            )
    for relation in told_of(graph, entity_id):
        if evidence or _holds_still(graph, relation):
            found.setdefault(f"~{relation.kind}", []).append(
                _relation_without_evidence(graph, relation, evidence=evidence)
            )
    return found


def facts_at_others(graph: Graph, entity_id: str, *, evidence: bool) -> Iterator[Relation]:
    """Yield the relations of an entity that are told of the other end where the entity itself is new or gone.

    At a date a planned one is left out: it comes due and changes nothing.
    """
    for kind in _TOLD_OF_BOTH:
        for each in graph.outgoing(entity_id, kind):
            if each.object in graph and (evidence or _holds_now(graph, each)):
                yield _relation_without_evidence(graph, each, evidence=evidence)


def _holds_now(graph: Graph, relation: Relation) -> bool:
    return _holds_still(graph, relation) and state_between(graph, relation)[0] != PLANNED


def _holds_still(graph: Graph, relation: Relation) -> bool:
    """Whether a relation holds at the date and neither of its ends has ended."""
    return graph.holds(relation) and state_between(graph, relation)[0] != ENDED


def told_of(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the relations to an entity that describe it: those with an unknown subject, and who holds a post."""
    return [
        each
        for each in graph.incoming(entity_id)
        if each.subject not in graph or each.kind in _TOLD_OF_OBJECT
    ]


def _relation_without_evidence(graph: Graph, relation: Relation, *, evidence: bool) -> Relation:
    """Return a relation with its basis as only evidence, where evidence does not count or is that of its entity."""
    if evidence:
        ends = (graph.find(each) for each in (relation.subject, relation.object))
        if all(each is None or each.evidence != relation.evidence for each in ends):
            return relation
    details = relation.details
    if not evidence and is_set_aside(graph, relation):
        details = {**details, FOLLOWED: False}
    start, expected = relation.start_date, relation.expected_date
    if not evidence and planned_for(graph, relation) is not None:
        # relations that foretell it are left out: they are shown as its expected date
        start, expected = None, planned_for(graph, relation)
    return Relation(
        relation.kind,
        relation.subject,
        relation.object,
        _OUR_READING if relation.evidence.inferred and not evidence else _NO_EVIDENCE,
        start,
        relation.end_date,
        expected,
        details,
    )


def _relation_key(relation: Relation) -> str:
    details = sorted((key, repr(value)) for key, value in relation.details.items())
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    evidence = relation.evidence
    cited = (evidence.basis, [str(each) for each in evidence.citations], evidence.as_at, evidence.note)
    return repr((relation.object, relation.subject, details, dates, cited))
