"""The texts of an entity that search looks in, by weight: names, then topics, places, kind and relations, then long texts."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...facts.claims import as_at
from ...facts.graph import IN, Graph
from ...facts.rows import RECORDED, Values
from ...facts.standing import ENDED, NOT_YET, NOT_YET_DUE
from ...format import RELATIONS, every_key
from ...format.amounts import written_forms
from ...format.keys import NOBODY
from ...format.records import Claim, Entity, Relation, Value
from ...format.relation_kind import OBJECT
from ...structure.membership import attendance_in
from ...structure.placing import placements

_PAST = frozenset((ENDED, NOT_YET, NOT_YET_DUE))
_ORIGINALS = frozenset(("originals",))
_TELLING = frozenset(("end_date", "status", "start_date", "expected_date"))


def tells_of_time(values: Mapping[str, Any]) -> bool:
    """Return whether the values of an entity may say that it has ended or not begun."""
    return not _TELLING.isdisjoint(values)


def is_over_event(kind: str, values: Mapping[str, Any]) -> bool:
    """Return whether an entity is an event that is over at every date: one that is not expected."""
    return kind == "event" and "expected_date" not in values


def not_current(graph: Graph, entity_id: str) -> bool:
    """Return whether an entity has ended, or not begun, at the date of the graph; an event is over unless expected."""
    is_stated = graph.kind(entity_id) != "event" and not graph.is_end_of(entity_id, _ORIGINALS, IN)
    if graph.at is None and is_stated:
        return not graph.shown(entity_id)  # a shortcut: only change events are at odds with what is stated
    entity = graph.entity(entity_id)
    values = entity.values
    if entity.kind == "event":
        return is_over_event(entity.kind, values)
    if not ("end_date" in values or "status" in values or _changed(graph, entity_id, "originals")):
        begins = "start_date" in values or "expected_date" in values or _changed(graph, entity_id, "results")
        if graph.at is None or not begins:
            return False
    return graph.standing(entity_id).state in _PAST


def _changed(graph: Graph, entity_id: str, kind: str) -> bool:
    return any(each.kind == kind for each in graph.incoming(entity_id))


NAME, OTHER, TOPIC, PLACE, KIND, LINKED, TEXT = range(7)
"""The levels of a search, strongest first.

Names of the places that an entity is in narrow a search, and never find it alone: `harrow` does not find
everything in Harrow. The words of its kind, tier and status must be typed whole.
"""

LEVELS = 7

Text = tuple[int, str, str]
"""A level, a label such as `former name`, and the text."""

ABOVE = 32
"""How many ancestors of an entity find it by their names."""

_USES = {"acronym": "acronym", "short": "short name", "former": "former name"}
NAMING = ("other_names", "meanings")
"""The attributes that give an entity other names."""

_NAMED_OBJECT = frozenset(name for name, kind in RELATIONS.items() if kind.as_named == OBJECT)

KIND_FROM = tuple(name for name, key in every_key().items() if key.classifies)
"""The attributes that say what type of entity it is: classification, tier, status."""

SAID = {name: key.found_as for name, key in every_key().items() if key.found_as}
"""The searched attributes, each with the label of its hits."""

_SAID = frozenset(SAID)


def names_claimed(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim]]:
    """Yield the other and former names recorded at an entity itself, each with its label and claim."""
    if not isinstance(entity.values["name"], str):
        yield from names_in_time(graph, entity)
    for attribute in NAMING:
        for claim in entity.claims(attribute):
            named = named_by(attribute, claim.value, claim.details)
            if named is not None:
                yield *named, claim


def named_by(attribute: str, value: Any, details: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the other name that a claim of an attribute gives, after its label; `None` for none."""
    if attribute == "other_names":
        return (_USES.get(str(details.get("use")), "other name"), value) if isinstance(value, str) else None
    expansion = details.get("expansion")
    return ("short for", expansion) if isinstance(expansion, str) else None


def names_in_time(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim]]:
    """Yield the names that an entity has at dates other than the graph's."""
    now = graph.claim(entity.id, "name")
    for claim in entity.claims("name"):
        if now is not None and isinstance(claim.value, str) and claim.value != now.value:
            day, today = as_at(graph, claim), as_at(graph, now)
            label = "former name" if day < today else "later name" if day > today else "other name"
            yield label, claim.value, claim


def named_in(kind: str, subject: str, target: str, details: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the end of a relation that its `as_named` gives another name, with that name; `None` for none."""
    named = details.get("as_named")
    if not isinstance(named, str):
        return None
    return (target if kind in _NAMED_OBJECT else subject), named


def names_of(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim | Relation]]:
    """Yield all other and former names of an entity, each with its label and the claim or relation that gives it."""
    yield from names_claimed(graph, entity)
    every = graph.every_relation(entity.id)
    given = ((named_in(each.kind, each.subject, each.object, each.details), each) for each in every)
    named = [(found[1], relation) for found, relation in given if found is not None and found[0] == entity.id]
    for name, relation in sorted(named, key=lambda each: (each[0], each[1].subject, each[1].object)):
        yield "named", name, relation


def codes_of(values: Mapping[str, Any], read: Values = RECORDED) -> Iterator[tuple[str, str]]:
    """Yield the codes among the values of an entity, each with its scheme, and the short names of a source.

    Args:
        values: The values of a record, or of a row.
        read: Reads the values.
    """
    if "identifiers" in values:
        for code, details in read.claims(values["identifiers"]):
            if isinstance(code, str):
                yield code, str(details.get("scheme", ""))
    if "aliases" in values:
        for alias in read.texts(values["aliases"]):
            yield alias, ""


def above(graph: Graph, entity_id: str) -> list[str]:
    """Return the ancestors of an entity over all its parents, nearest first."""
    found = {entity_id}
    waiting = [entity_id]
    for each in waiting:
        for whole in sorted({relation.object for relation in placements(graph, each)} - found):
            found.add(whole)
            waiting.append(whole)
        if len(waiting) > ABOVE:
            break
    return waiting[1:]


def around(graph: Graph, entity: Entity) -> Iterator[Text]:
    """Yield the topics, kind, tier, roles, holders and members of an entity, but not its places, as texts."""
    for topic in entity.texts("topics"):
        yield TOPIC, "topic", topic
    yield KIND, "kind", entity.kind
    for attribute in KIND_FROM:
        value = text_of(graph.value(entity.id, attribute)) if attribute in entity.values else ""
        if value:
            yield KIND, attribute, value
    found = {text for relation in graph.relations(entity.id) for text in linked(graph, relation, entity.id)}
    yield from sorted(found)


def linked(graph: Graph, relation: Relation, entity_id: str) -> Iterator[Text]:
    """Yield the texts of a relation that find an entity: its role, and the name at its other end."""
    role = text_of(relation.details.get("role"))
    if role:
        yield LINKED, "role", role
    for label, other in ends_linked(relation, entity_id):
        if other in graph:
            yield LINKED, label, graph.name(other)


def ends_linked(relation: Relation, entity_id: str) -> Iterator[tuple[str, str]]:
    """Yield the other end of a relation, with a label, if that end's name finds the entity."""
    outward = relation.subject == entity_id
    label = labels_of(relation.kind, relation.details)[0 if outward else 1]
    if label:
        yield label, relation.object if outward else relation.subject


def labels_of(kind: str, details: Mapping[str, Any]) -> tuple[str, str]:
    """Return the labels under which the name of a relation's object finds its subject, and the other way; empty where it does not."""
    attendance = attendance_in(kind, details)
    return RELATIONS[kind].finds if attendance is None else (attendance.out, attendance.one)


def may_say(values: Mapping[str, Any]) -> bool:
    """Return whether the values of an entity have a searched attribute."""
    return not _SAID.isdisjoint(values)


def said(values: Mapping[str, Any], read: Values = RECORDED) -> Iterator[Text]:
    """Yield the searched attributes of an entity, such as its summary and points, as texts; the arguments are as for `codes_of`."""
    for attribute, label in SAID.items():
        if attribute in values:
            for value, details in read.claims(values[attribute]):
                text = text_of(value) or _figure(value, details)
                if text:
                    yield TEXT, label, text


def _figure(value: Value, details: Mapping[str, Any]) -> str:
    """Return a number with its unit, as `72% of residents`, or an amount of money as people type it; else empty."""
    unit = text_of(details.get("unit"))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return ", ".join(written_forms(value, unit))


def text_of(value: Value) -> str:
    """Return a value if it is a text; empty for any other value."""
    return value if isinstance(value, str) and value not in NOBODY else ""
