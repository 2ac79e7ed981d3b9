"""What a model says of each entity, at a date or in a version: the states that a difference lies between."""

from collections.abc import Collection, Iterator, Mapping
from typing import cast

import attrs

from ..facts.graph import Graph
from ..facts.standing import DOCUMENTED
from ..format import PROVENANCE, RELATIONS, every_key, keys_of
from ..format.groups import TIMELESS, TOLD_ONCE
from ..format.records import Claim, Evidence, Relation, Value
from ..structure.placing import placements

STANDING = "standing"
EVIDENCE = "sources"
MOVES = frozenset(name for name, kind in RELATIONS.items() if kind.moves)
"""The kinds of relation by which an entity belongs to another."""

_NO_FACTS = frozenset(("id", *(key.name for key in PROVENANCE)))
_SAYINGS = frozenset(name for name, key in every_key().items() if key.saying)
"""Attributes by which further documents say more, without anything having changed."""

_NO_EVIDENCE = Evidence()

Fact = Claim | Relation | Value
"""One thing said of an entity: a claim or relation with its evidence, or a bare value."""


@attrs.frozen(repr=False)
class Record:
    """What a state says of one entity.

    Attributes:
        kind: Its kind.
        name: Its name.
        facts: By attribute or kind of relation, what is said; a relation whose bearer is not known stands at its
            object, with `~` before its kind.
    """

    kind: str
    name: str
    facts: Mapping[str, tuple[Fact, ...]]


State = Mapping[str, Record]


@attrs.define(eq=False, repr=False)
class _DatedFacts(Mapping[str, tuple[Fact, ...]]):
    """What is said of an entity at a date, found when it is asked for: of what only one date has, hardly anybody does.

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
    """Return the state of a graph.

    Args:
        graph: The graph.
        ids: The only entities to look at; `None` for all.
        outer: Further entities, of which only name, standing and relations to those of `ids` count.
        evidence: Whether everything an author wrote counts, and where it is written: of two versions of a model
            it does. Of two dates only what is shown and followed at each does, and not what documents merely
            say in other words.
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
            facts = dict(_outer(facts, inside))
        state[each] = Record(entity.kind, graph.name(each), facts)
    return state


def _outer(
    facts: Mapping[str, tuple[Fact, ...]], inside: Collection[str]
) -> Iterator[tuple[str, tuple[Fact, ...]]]:
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
    keys = keys_of(entity.kind)
    for attribute, value in entity.values.items():
        if value is None or attribute in _NO_FACTS or (attribute in _SAYINGS and not evidence):
            continue
        many = attribute in keys and keys[attribute].claims == "many"
        if not (isinstance(value, tuple) and value and isinstance(value[0], Claim)):
            known = evidence or not many or graph.was_documented(entity.evidence)
            yield attribute, (cast("Value", value),) if known else ()
        elif evidence:
            yield attribute, tuple(_written(each, entity.evidence) for each in entity.claims(attribute))
        elif many:
            yield attribute, tuple(_bare(each) for each in entity.claims(attribute) if _known(graph, each))
        else:
            claim = graph.claim(entity_id, attribute)
            yield attribute, () if claim is None else (_bare(claim),)
    found = _relations(graph, entity_id, evidence=evidence)
    for name in sorted(found):
        relations = found[name]
        if len(relations) > 1:
            once = {_relation_key(each): each for each in relations}
            relations = [once[each] for each in sorted(once)]
        yield name, tuple(relations)


def _written(claim: Claim, evidence: Evidence) -> Fact:
    """Return a claim as its author wrote it: a plain value where it rests on what its entity rests on."""
    plain = (
        claim.evidence == evidence
        and not claim.details
        and claim.start_date is None
        and claim.end_date is None
    )
    return claim.value if plain else claim


def _bare(claim: Claim) -> Fact:
    if not claim.details:
        return claim.value
    return Claim(claim.attribute, claim.value, _NO_EVIDENCE, claim.start_date, claim.end_date, claim.details)


def _known(graph: Graph, claim: Claim) -> bool:
    """Whether a claim that holds beside others was documented at the date and had not ended."""
    if graph.at is None:
        return claim.end_date is None
    return graph.was_documented(claim.evidence) and (
        claim.end_date is None or graph.at.last <= claim.end_date.last
    )


def _relations(graph: Graph, entity_id: str, *, evidence: bool) -> dict[str, list[Relation]]:
    """Return the relations an entity bears by kind, and those whose bearer is not known."""
    found: dict[str, list[Relation]] = {}
    placed = () if evidence else placements(graph, entity_id)
    for relation in graph.outgoing(entity_id):
        if evidence or relation in placed or (graph.holds(relation) and relation.kind in RELATIONS):
            found.setdefault(relation.kind, []).append(_stripped(graph, relation, evidence=evidence))
    for relation in graph.from_unknown(entity_id):
        if evidence or graph.holds(relation):
            found.setdefault(f"~{relation.kind}", []).append(_stripped(graph, relation, evidence=evidence))
    return found


def _stripped(graph: Graph, relation: Relation, *, evidence: bool) -> Relation:
    """Return a relation without the evidence where that does not count or is that of the entity it is written at."""
    if evidence:
        ends = (graph.find(each) for each in (relation.subject, relation.object))
        if all(each is None or each.evidence != relation.evidence for each in ends):
            return relation
    return Relation(
        relation.kind,
        relation.subject,
        relation.object,
        _NO_EVIDENCE,
        relation.start_date,
        relation.end_date,
        relation.expected_date,
        relation.details,
    )


def _relation_key(relation: Relation) -> str:
    details = sorted((key, repr(value)) for key, value in relation.details.items())
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    evidence = relation.evidence
    cited = (evidence.basis, [str(each) for each in evidence.citations], evidence.as_at, evidence.note)
    return repr((relation.object, relation.subject, details, dates, cited))
