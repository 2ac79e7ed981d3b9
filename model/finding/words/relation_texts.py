"""The long texts that stand in relations and not in attributes: limits of delegations, and notes."""

from collections.abc import Iterator, Mapping

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format.amounts import written_forms
from ...format.records import Entity
from .texts import TEXT, Text

LIMIT, NOTE = "limit", "note"
"""How a search hit names these texts."""


def said_beside(graph: Graph, entity: Entity) -> Iterator[Text]:
    """Yield the notes of an entity, of its claims and of the relations from it, and the limits of delegations that it is named in, as texts."""
    notes = [entity.evidence.note]
    for attribute, value in entity.values.items():
        if isinstance(value, tuple):
            notes.extend(each.evidence.note for each in entity.claims(attribute))
    # what a delegation says of its function has the note of the delegation, which is its giver's
    given = {each.evidence for each in graph.incoming(entity.id, "delegates_to")}
    relations = (*graph.outgoing(entity.id), *graph.from_unknown(entity.id))
    notes.extend(each.evidence.note for each in relations if each.evidence not in given)
    for text in dict.fromkeys(filter(None, notes)):
        yield TEXT, NOTE, text
    for text in graph.once_for_all(_limits).get(entity.id, ()):
        yield TEXT, LIMIT, text


def _limits(statements: Statements) -> Mapping[str, list[str]]:
    """Return by entity the limits of the delegations that it gives, takes or is the function of, as they may be looked for."""
    found: dict[str, list[str]] = {}
    for of_subject in statements.relations_by_subject():
        for relation in of_subject:
            limit = relation.details.get("limit") if relation.kind == "delegates_to" else None
            if isinstance(limit, Mapping):
                ends = (relation.subject, relation.object, str(relation.details.get("function")))
                for each in dict.fromkeys(ends):
                    found.setdefault(each, []).append(_written(limit))
    return found


def _written(limit: Mapping[str, object]) -> str:
    number, unit, text = limit.get("up_to"), str(limit.get("unit", "")), limit.get("text")
    forms = [*written_forms(number, unit)] if isinstance(number, int | float) else []
    return ", ".join([*forms, *([str(text)] if text else [])])
