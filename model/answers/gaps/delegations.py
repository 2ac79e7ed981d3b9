"""Gaps of delegations: extent, function, legal basis, accountability or delegating body not stated."""

from collections.abc import Iterable, Iterator, Mapping

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format import NONE, OPEN
from ...format.records import Relation
from ...structure.layers import is_agreed
from .gap import Gap, note_of, open_note

_SILENT = frozenset((None, *OPEN))


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (each for each in ids if statements.is_end_of(each, ("delegates_to",), "in"))


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield a gap for each thing that is not stated about a delegation to one of the entities."""
    for each in ids:
        for relation in graph.relations(each, "delegates_to", "in"):
            if relation.subject != NONE and (relation.subject not in graph or graph.shown(relation.subject)):
                yield from _open(graph, relation)


def _open(graph: Graph, relation: Relation) -> Iterator[Gap]:
    """Yield a gap for each thing that is not stated about one delegation."""
    details = relation.details
    giver = graph.name(relation.subject) if relation.subject in graph else ""
    function = details.get("function")
    what = graph.name(str(function)) if function not in _SILENT else "responsibility"
    taker = graph.name(relation.object)
    route = f"from {giver} to {taker}" if giver else f"to {taker}"
    note = note_of(graph, relation)
    extent = details.get("extent")
    said = extent.get("text") if isinstance(extent, Mapping) else None
    if said in _SILENT and "limit" not in details and is_agreed(relation):
        yield Gap(
            "delegation-extent",
            relation.object,
            f"How far does the delegation of {what} {route} go?",
            relation.evidence,
            open_note(said, note),
        )
    limit = details.get("limit")
    if isinstance(limit, Mapping) and limit.get("above", NONE) in OPEN:
        yield Gap(
            "delegation-limit",
            relation.object,
            f"Who decides about {what} above the limit of the delegation {route}?",
            relation.evidence,
            open_note(limit.get("above"), note),
        )
    if function in _SILENT:
        yield Gap(
            "delegation-function",
            relation.object,
            f"What is delegated from {giver or 'whom'} to {taker}?",
            relation.evidence,
            open_note(function, note),
        )
    if details.get("legal_basis") in _SILENT:
        yield Gap(
            "delegation-legal-basis",
            relation.object,
            f"By what legal power is {what} delegated {route}?{_own_basis(graph, relation.object)}",
            relation.evidence,
            open_note(details.get("legal_basis"), note),
        )
    if details.get("accountable") in _SILENT:
        yield Gap(
            "delegation-accountable",
            relation.object,
            f"Who stays accountable after the delegation of {what} {route}?",
            relation.evidence,
            open_note(details.get("accountable"), note),
        )
    if not giver:
        yield Gap(
            "delegation-giver", relation.object, f"Who delegates {what} to {taker}?", relation.evidence, note
        )


def _own_basis(graph: Graph, taker: str) -> str:
    """Return a sentence with the legal basis of the body itself, which is not that of the delegation; empty for none."""
    basis = graph.value(taker, "legal_basis")
    if basis in _SILENT or basis == NONE:
        return ""
    return f" The legal basis of {graph.name(taker)} is {basis}; that of the delegation is not stated."
