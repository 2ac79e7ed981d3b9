"""The long texts in relations, which are not attributes: limits of delegations, and notes."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from ...facts.graph import Graph
from ...format.amounts import written_forms
from ...format.records import Claim, Entity
from .texts import TEXT, Text

LIMIT, NOTE = "limit", "note"
"""The labels of these texts in a search hit."""


_DELEGATION = "delegates_to"


def may_limit(kind: str) -> bool:
    """Return whether a relation of a kind may have a limit."""
    return kind == _DELEGATION


def found_by_text(subject: str, target: str, details: Mapping[str, Any]) -> Iterator[str]:
    """Yield the entities that may be found by the note or limit of a relation."""
    yield subject
    yield target
    function = details.get("function")
    if isinstance(function, str):
        yield function


def notes_and_limits(graph: Graph, entity: Entity, by_text: Container[str] | None = None) -> Iterator[Text]:
    """Yield the notes of an entity, its claims and its relations, and the limits of delegations that name it, as texts.

    Args:
        graph: The model.
        entity: The entity.
        by_text: The entities that may be found by the note or limit of a relation; `None` where they are not known.
    """
    notes = [entity.evidence.note]
    for value in entity.values.values():
        if type(value) is tuple:
            notes += [each.evidence.note for each in value if type(each) is Claim]
    if by_text is None or entity.id in by_text:
        yield from _with_relations(graph, entity, notes)
    else:
        yield from _notes(notes)


def _notes(notes: Iterable[str]) -> Iterator[Text]:
    for text in dict.fromkeys(filter(None, notes)):
        yield TEXT, NOTE, text


def _with_relations(graph: Graph, entity: Entity, notes: list[str]) -> Iterator[Text]:
    # a role made from a delegation has the delegation's note, which belongs to the giver
    given = {each.evidence for each in graph.incoming(entity.id, _DELEGATION)}
    relations = (*graph.outgoing(entity.id), *graph.from_unknown(entity.id))
    notes.extend(each.evidence.note for each in relations if each.evidence not in given)
    yield from _notes(notes)
    for text in _limits(graph, entity.id):
        yield TEXT, LIMIT, text


def _limits(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the limits of delegations by, to or of an entity, in searchable form."""
    naming = [each for each in graph.naming(entity_id) if each.details.get("function") == entity_id]
    concerned = (*graph.outgoing(entity_id), *graph.incoming(entity_id), *naming)
    for relation in {id(each): each for each in concerned if each.kind == _DELEGATION}.values():
        limit = relation.details.get("limit")
        if isinstance(limit, Mapping):
            yield _written(limit)


def _written(limit: Mapping[str, object]) -> str:
    number, unit, text = limit.get("up_to"), str(limit.get("unit", "")), limit.get("text")
    forms = [*written_forms(number, unit)] if isinstance(number, int | float) else []
    return ", ".join([*forms, *([str(text)] if text else [])])
