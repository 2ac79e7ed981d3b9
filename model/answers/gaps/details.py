"""Gaps of relations: a detail that is recorded as not stated, such as whether a member votes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ...facts.columns import OPEN_DETAIL, among_with_feature
from ...facts.graph import Graph
from ...facts.holding import with_role
from ...facts.statements import Statements
from ...format import OPEN, RELATIONS, Key, RelationKind
from ...format.records import Relation
from .gap import Gap, note_of, open_note

_ASKED: Mapping[str, Sequence[Key]] = MappingProxyType(
    {name: asks for name, kind in RELATIONS.items() if (asks := [part for part in kind.parts if part.asks])}
)
"""The details that `gaps` asks for, by kind of relation; `delegations` asks for those of a delegation."""


def asked() -> Mapping[str, tuple[str, str]]:
    """Return the heading of the gaps of each detail and the noun for what is missing, by code."""
    return {
        _code(kind, part): (f"{part.label}: not stated", part.missing)
        for kind, parts in _ASKED.items()
        for part in parts
    }


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    for each in among_with_feature(statements, ids, OPEN_DETAIL):
        if any(_silent(relation) for relation in _all(statements, each)):
            yield each


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each detail that is not stated: a seat's at the body, any other relation's at its subject."""
    for each in ids:
        for kind in _ASKED:
            end = "in" if _is_seat(RELATIONS[kind]) else "out"
            for relation in with_role(graph, graph.relations(each, kind, end)):
                if graph.shown(relation.subject) and graph.shown(relation.object):
                    yield from _gaps(graph, each, relation)


def _gaps(graph: Graph, entity_id: str, relation: Relation) -> Iterator[Gap]:
    ends = graph.name(relation.subject), graph.name(relation.object)
    for part in _silent(relation):
        question = part.asks.format(*ends)
        note = open_note(relation.details.get(part.name), note_of(graph, relation))
        yield Gap(_code(relation.kind, part), entity_id, question, relation.evidence, note)


def _all(statements: Statements, entity_id: str) -> Iterator[Relation]:
    """Yield the relations of an entity that `gaps` asks about, whatever their dates."""
    for relation in statements.outgoing(entity_id):
        if relation.kind in _ASKED and not _is_seat(RELATIONS[relation.kind]):
            yield relation
    for relation in statements.incoming(entity_id):
        if relation.kind in _ASKED and _is_seat(RELATIONS[relation.kind]):
            yield relation


def _is_seat(kind: RelationKind) -> bool:
    return bool(kind.seat[0])


def _silent(relation: Relation) -> list[Key]:
    """Return the details of a relation that `gaps` asks for and that are not stated."""
    return [part for part in _ASKED.get(relation.kind, ()) if _is_open(relation.details.get(part.name))]


def _is_open(value: object) -> bool:
    return value in OPEN or (isinstance(value, tuple) and any(each in OPEN for each in value))


def _code(kind: str, part: Key) -> str:
    return f"{kind}-{part.name}".replace("_", "-")
