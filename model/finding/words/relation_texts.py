"""The long texts in relations, which are not attributes: limits of delegations, and notes."""

from collections.abc import Iterator, Mapping

from ...facts.graph import Graph
from ...format.amounts import written_forms
from ...format.records import Entity
from .texts import TEXT, Text

LIMIT, NOTE = "limit", "note"
"""The labels of these texts in a search hit."""


def notes_and_limits(graph: Graph, entity: Entity) -> Iterator[Text]:
    """Yield the notes of an entity, its claims and its relations, and the limits of delegations that name it, as texts."""
    notes = [entity.evidence.note]
    for attribute, value in entity.values.items():
        if isinstance(value, tuple):
            notes.extend(each.evidence.note for each in entity.claims(attribute))
    # a role made from a delegation has the delegation's note, which belongs to the giver
    given = {each.evidence for each in graph.incoming(entity.id, "delegates_to")}
    relations = (*graph.outgoing(entity.id), *graph.from_unknown(entity.id))
    notes.extend(each.evidence.note for each in relations if each.evidence not in given)
    for text in dict.fromkeys(filter(None, notes)):
        yield TEXT, NOTE, text
    for text in _limits(graph, entity.id):
        yield TEXT, LIMIT, text


def _limits(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the limits of delegations by, to or of an entity, in searchable form."""
    naming = [each for each in graph.naming(entity_id) if each.details.get("function") == entity_id]
    concerned = (*graph.outgoing(entity_id), *graph.incoming(entity_id), *naming)
    for relation in {id(each): each for each in concerned if each.kind == "delegates_to"}.values():
        limit = relation.details.get("limit")
        if isinstance(limit, Mapping):
            yield _written(limit)


def _written(limit: Mapping[str, object]) -> str:
    number, unit, text = limit.get("up_to"), str(limit.get("unit", "")), limit.get("text")
    forms = [*written_forms(number, unit)] if isinstance(number, int | float) else []
    return ", ".join([*forms, *([str(text)] if text else [])])
