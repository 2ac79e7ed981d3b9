"""The texts of an entity that search looks in, by weight: names, then topics, places, kind and relations, then long texts."""

from collections.abc import Iterator

from ...facts.claims import as_at
from ...facts.graph import Graph
from ...facts.standing import ENDED, NOT_YET, NOT_YET_DUE
from ...format import RELATIONS, every_key
from ...format.amounts import written_forms
from ...format.keys import NOBODY
from ...format.records import Claim, Entity, Relation, Value
from ...format.relation_kind import OBJECT
from ...structure.membership import attendance_of
from ...structure.placing import placements

_PAST = frozenset((ENDED, NOT_YET, NOT_YET_DUE))
_TELLING = frozenset(("end_date", "status", "start_date", "expected_date"))


def tells_of_time(entity: Entity) -> bool:
    """Return whether an entity itself says that it may have ended or not begun."""
    return entity.kind == "event" or not _TELLING.isdisjoint(entity.values)


def not_current(graph: Graph, entity_id: str) -> bool:
    """Return whether an entity has ended, or not begun, at the date of the graph; an event is over unless expected."""
    entity = graph.entity(entity_id)
    values = entity.values
    if entity.kind == "event":
        return "expected_date" not in values
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
_NAMED_OBJECT = frozenset(name for name, kind in RELATIONS.items() if kind.as_named == OBJECT)

KIND_FROM = tuple(name for name, key in every_key().items() if key.classifies)
"""The attributes that say what type of entity it is: classification, tier, status."""

_LINKING = frozenset(name for name, kind in RELATIONS.items() if any(kind.finds))

SAID = {name: key.found_as for name, key in every_key().items() if key.found_as}
"""The searched attributes, each with the label of its hits."""

_SAID = frozenset(SAID)


def names_claimed(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim]]:
    """Yield the other and former names recorded at an entity itself, each with its label and claim."""
    if not isinstance(entity.values["name"], str):
        yield from _names_in_time(graph, entity)
    for claim in entity.claims("other_names"):
        if isinstance(claim.value, str):
            yield _USES.get(str(claim.details.get("use")), "other name"), claim.value, claim
    for claim in entity.claims("meanings"):
        expansion = claim.details.get("expansion")
        if isinstance(expansion, str):
            yield "short for", expansion, claim


def _names_in_time(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim]]:
    """Yield the names that an entity has at dates other than the graph's."""
    now = graph.claim(entity.id, "name")
    for claim in entity.claims("name"):
        if now is not None and isinstance(claim.value, str) and claim.value != now.value:
            day, today = as_at(graph, claim), as_at(graph, now)
            label = "former name" if day < today else "later name" if day > today else "other name"
            yield label, claim.value, claim


def named_in(relation: Relation) -> tuple[str, str] | None:
    """Return the end of a relation that its `as_named` gives another name, with that name; `None` for none."""
    named = relation.details.get("as_named")
    if not isinstance(named, str):
        return None
    return (relation.object if relation.kind in _NAMED_OBJECT else relation.subject), named


def names_of(graph: Graph, entity: Entity) -> Iterator[tuple[str, str, Claim | Relation]]:
    """Yield all other and former names of an entity, each with its label and the claim or relation that gives it."""
    yield from names_claimed(graph, entity)
    given = ((named_in(relation), relation) for relation in graph.every_relation(entity.id))
    named = [(found[1], relation) for found, relation in given if found is not None and found[0] == entity.id]
    for name, relation in sorted(named, key=lambda each: (each[0], each[1].subject, each[1].object)):
        yield "named", name, relation


def codes_of(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the codes of an entity, each with its scheme, and the short names of a source."""
    if "identifiers" in entity.values:
        for claim in entity.claims("identifiers"):
            if isinstance(claim.value, str):
                yield claim.value, str(claim.details.get("scheme", ""))
    for alias in entity.texts("aliases"):
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


def may_link(relation: Relation) -> bool:
    """Return whether a relation can find entities; see `linked`."""
    return relation.kind in _LINKING or "role" in relation.details


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
    label = labels_of(relation)[0 if outward else 1]
    if label:
        yield label, relation.object if outward else relation.subject


def labels_of(relation: Relation) -> tuple[str, str]:
    """Return the labels under which the name of a relation's object finds its subject, and the other way; empty where it does not."""
    attendance = attendance_of(relation)
    return RELATIONS[relation.kind].finds if attendance is None else (attendance.out, attendance.one)


def said(entity: Entity) -> Iterator[Text]:
    """Yield the searched attributes of an entity, such as its summary and points, as texts."""
    values = entity.values
    if _SAID.isdisjoint(values):
        return
    for attribute, label in SAID.items():
        if attribute in values:
            for claim in entity.claims(attribute):
                text = text_of(claim.value) or figure_of(claim)
                if text:
                    yield TEXT, label, text


def figure_of(claim: Claim) -> str:
    """Return a number with its unit, as `72% of residents`, or an amount of money as people type it; else empty."""
    value, unit = claim.value, text_of(claim.details.get("unit"))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return ", ".join(written_forms(value, unit))


def text_of(value: Value) -> str:
    """Return a value if it is a text; empty for any other value."""
    return value if isinstance(value, str) and value not in NOBODY else ""
