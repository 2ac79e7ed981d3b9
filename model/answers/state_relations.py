"""The relations of an entity as `diff` compares them: by kind, with their evidence only where two versions are compared."""

from collections.abc import Callable, Collection, Iterable, Iterator

from ..facts.claims import planned_for
from ..facts.graph import IN, Graph
from ..facts.holding import ENDED, PLANNED, state_between
from ..facts.relation_disputes import FOLLOWED, is_set_aside
from ..format import INFERRED, RELATIONS
from ..format.records import Evidence, Relation
from ..format.relations import TOLD_OF_OBJECT
from ..structure.placing import placements

_TOLD_OF_BOTH = tuple(name for name, kind in RELATIONS.items() if kind.told_of_both)

_NO_EVIDENCE = Evidence()
_OUR_READING = Evidence(INFERRED)
"""The evidence of a relation in a diff of two dates, which compares only whether a statement is stated or inferred."""


def relations_by_kind(graph: Graph, entity_id: str, *, evidence: bool) -> dict[str, list[Relation]]:
    """Return the relations of an entity by kind: those of which it is the subject, and those to it that describe it."""
    found: dict[str, list[Relation]] = {}
    placed = () if evidence else placements(graph, entity_id)
    for relation in graph.outgoing(entity_id):
        if relation.kind in TOLD_OF_OBJECT and relation.object in graph:
            continue
        if evidence or relation in placed or (relation.kind in RELATIONS and _holds_still(graph, relation)):
            found.setdefault(relation.kind, []).append(_without_evidence(graph, relation, evidence=evidence))
    for relation in describing(graph, entity_id):
        if evidence or _holds_still(graph, relation):
            found.setdefault(f"~{relation.kind}", []).append(
                _without_evidence(graph, relation, evidence=evidence)
            )
    return found


def facts_at_others(
    graph: Graph, ids: Collection[str], is_other: Callable[[str], bool], *, evidence: bool
) -> Iterator[Relation]:
    """Yield the relations of new or gone entities that are told of the other end, entity by entity.

    At a date a planned one is left out: it comes due and changes nothing.

    Args:
        graph: The model, at its date where it has one.
        ids: The entities that are new or gone.
        is_other: Whether relations are told of an entity at their other end.
        evidence: Whether evidence is part of the facts.
    """
    for subject in ids:
        for kind in _TOLD_OF_BOTH:
            for each in graph.outgoing(subject, kind):
                if is_other(each.object) and (evidence or _holds_now(graph, each)):
                    yield _without_evidence(graph, each, evidence=evidence)


def facts_from_many(graph: Graph, ids: Collection[str], others: Iterable[str]) -> Iterator[Relation]:
    """Yield the same relations at a date, those of each of the others in the order of their subjects.

    Where nearly all entities are new, this asks the few others, and makes no relation between two new ones.
    """
    for target in others:
        for kind in _TOLD_OF_BOTH if graph.is_end_of(target, _TOLD_OF_BOTH, IN) else ():
            found = [each for each in graph.incoming(target, kind) if each.subject in ids]
            for each in sorted(found, key=lambda each: each.subject):
                if _holds_now(graph, each):
                    yield _without_evidence(graph, each, evidence=False)


def _holds_now(graph: Graph, relation: Relation) -> bool:
    return _holds_still(graph, relation) and state_between(graph, relation)[0] != PLANNED


def _holds_still(graph: Graph, relation: Relation) -> bool:
    """Whether a relation holds at the date and neither of its ends has ended."""
    return graph.holds(relation) and state_between(graph, relation)[0] != ENDED


def describing(graph: Graph, entity_id: str) -> list[Relation]:
    """Return the relations to an entity that describe it: those with an unknown subject, and who holds a post."""
    return [
        each for each in graph.incoming(entity_id) if each.subject not in graph or each.kind in TOLD_OF_OBJECT
    ]


def _without_evidence(graph: Graph, relation: Relation, *, evidence: bool) -> Relation:
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


def relation_key(relation: Relation) -> str:
    details = sorted((key, repr(value)) for key, value in relation.details.items())
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    evidence = relation.evidence
    cited = (evidence.basis, [str(each) for each in evidence.citations], evidence.as_at, evidence.note)
    return repr((relation.object, relation.subject, details, dates, cited))
