"""Every statement of a model, numbered: the existence of an entity, each of its values, each relation."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..facts.disputes import undecided
from ..facts.graph import Graph
from ..facts.holding import state_between
from ..facts.relation_disputes import relation_disputes
from ..format import RELATIONS, keys_of
from ..format.dates import Date
from ..format.keys import NO_ATTRIBUTES
from ..format.records import Citation, Claim, Evidence, Relation
from .columns import Cell, Row
from .planned import entity_state

YES = "yes"
"""The value of a cell of `disputed` that is not empty."""

EXISTS = "exists"
"""The predicate of the statement that an entity exists."""

_UNSTATED = NO_ATTRIBUTES | {"locators", "silent"}

_UNDATED = (None, None, None)


class Statement(NamedTuple):
    """A statement of the model.

    Attributes:
        subject: The id of the entity that it is about.
        predicate: `exists`, or the name of an attribute, of a relation or of its inverse.
        value: The value, or the id of the other entity; `None` where only `details` say something.
        other: For a relation to another entity of the model, the id of that entity.
        details: Its further values, by key.
        dates: Its first day, its last day and the day on which it is expected; `None` for each that is not
            known.
        evidence: Its evidence.
        relation: The relation, where it is one.
        disputed: Whether documents disagree about it and no side is followed.
    """

    subject: str
    predicate: str
    value: Cell
    other: str | None
    details: Mapping[str, object]
    dates: tuple[Date | None, Date | None, Date | None]
    evidence: Evidence
    relation: Relation | None = None
    disputed: bool = False


def statements(graph: Graph) -> Iterator[tuple[int, Statement]]:
    """Yield every statement of a model, whatever its dates, with its number."""
    return enumerate(_all(graph), 1)


def state(graph: Graph, statement: Statement) -> str | None:
    """Return the state of a statement's entity or relation at the date of the export; `None` for a value."""
    if statement.relation is not None:
        return state_between(graph, statement.relation)[0]
    return entity_state(graph, statement.subject) if statement.predicate == EXISTS else None


def as_at(graph: Graph, evidence: Evidence, citation: Citation | None) -> Date | None:
    """Return the day that a statement speaks of: its own as-at date, else the date of the cited source."""
    return evidence.as_at or (graph.source_date(citation.source) if citation is not None else None)


def statement_rows(graph: Graph) -> Iterator[Row]:
    """Yield the rows of the table `statements`: one for each cited place of each statement."""
    for number, each in statements(graph):
        stands = state(graph, each)
        start: Row = (number, *each[:4], each.details or None, *each.dates)
        for citation in each.evidence.citations or (None,):
            yield (
                *start,
                *_grounds(graph, each.evidence, citation),
                stands,
                YES if each.disputed else None,
            )


def _grounds(graph: Graph, evidence: Evidence, citation: Citation | None) -> Row:
    source, locator = (citation.source, citation.locator or None) if citation is not None else (None, None)
    return as_at(graph, evidence, citation), evidence.basis, evidence.note or None, source, locator


def _all(graph: Graph) -> Iterator[Statement]:
    for entity_id, entity in graph.entities_by_id():
        yield Statement(entity_id, EXISTS, None, None, {}, _UNDATED, entity.evidence)
        for attribute in keys_of(entity.kind):
            if attribute not in _UNSTATED:
                disputed = bool(undecided(graph, entity_id, attribute))
                for claim in entity.claims(attribute):
                    yield from (each._replace(disputed=disputed) for each in _claim(entity_id, claim))
        for relation in graph.outgoing(entity_id):
            object_id = relation.object if relation.object in graph else None
            yield _relation(graph, relation, entity_id, relation.kind, relation.object, object_id)
        for relation in graph.from_unknown(entity_id):
            predicate = RELATIONS[relation.kind].inverse or relation.kind
            yield _relation(graph, relation, entity_id, predicate, relation.subject, None)


def _claim(entity_id: str, claim: Claim) -> Iterator[Statement]:
    dates = (claim.start_date, claim.end_date, None)
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    for value in values:
        details = {**value, **claim.details} if isinstance(value, Mapping) else claim.details
        plain = None if isinstance(value, Mapping) else value
        yield Statement(entity_id, claim.attribute, plain, None, details, dates, claim.evidence)


def _relation(
    graph: Graph, relation: Relation, subject: str, predicate: str, value: str, object_id: str | None
) -> Statement:
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    evidence = relation.evidence
    said = Statement(subject, predicate, value, object_id, relation.details, dates, evidence, relation)
    return said._replace(disputed=bool(relation_disputes(graph, relation)))
