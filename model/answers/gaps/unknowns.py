"""Gaps of relations whose other end is `unknown`."""

from collections.abc import Iterable, Iterator

from ...facts.functions import IN_HAND
from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format import OPEN, RELATIONS
from ...format.records import Relation
from ...format.relation_kind import OBJECT
from .gap import Gap, note_of

_ASKED = {name: kind.asks for name, kind in RELATIONS.items() if kind.asks is not None and name != IN_HAND}
"""The question by kind of relation; members, holders, functions and delegations have modules of their own."""
_OUT = frozenset(name for name, ask in _ASKED.items() if ask.end == OBJECT)
_IN = _ASKED.keys() - _OUT


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    silent: set[str] = set()
    for word in OPEN:
        silent.update(relation.subject for relation in statements.incoming(word) if relation.kind in _OUT)
        silent.update(relation.object for relation in statements.outgoing(word) if relation.kind in _IN)
    for each in ids:
        if each in silent:
            yield each


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each relation whose other end is not stated."""
    for each in ids:
        name = graph.name(each)
        for kind, ask in _ASKED.items():
            found = graph.relations(each, kind, "out" if ask.end == OBJECT else "in")
            for relation in found:
                open_end = relation.object in OPEN or relation.subject in OPEN
                if open_end and not _is_known(graph, relation, found):
                    code = f"{kind.replace('_', '-')}-unknown"
                    question = ask.question.format(name)
                    yield Gap(code, each, question, relation.evidence, note_of(graph, relation))


def _is_known(graph: Graph, relation: Relation, found: Iterable[Relation]) -> bool:
    """Whether another relation names the provider of a service after all."""
    return RELATIONS[relation.kind].entrusts and any(each.subject in graph for each in found)
