"""By what words an entity is found: its names first, then what stands around it, then what is said of it."""

from collections.abc import Iterator

from ..graph import Graph
from ..placing import ancestors_of, tier_of
from ..records import Claim, Entity, Relation, Value
from ..vocabulary import KINDS, NONE, UNKNOWN

NAME, OTHER, TOPIC, PLACE, KIND, LINKED, TEXT = range(7)
"""The levels of a search, the strongest first.

The words of what an entity is below narrow a search and never find alone: `harrow` does not find all of
Harrow. The words of its kind, tier and status find only when they are whole.
"""

LEVELS = 7

Text = tuple[int, str, str]
"""A level, a label such as `former name`, and the text."""

_USES = {"acronym": "acronym", "short": "short name", "former": "former name"}
_NAMED_SUBJECT = frozenset(("member_of", "in_layer", "holds", "took_part_in"))
"""Relations in which `as_named` is the word for the subject; in the others it is the word for the object."""

_SAID = {
    "summary": "summary",
    "described_as": "described as",
    "points": "point",
    "question": "question",
    "answers": "answer",
    "promised": "promise",
    "seen_since": "seen since",
    "outcome": "outcome",
    "positions": "position",
    "meanings": "meaning",
    "publisher": "publisher",
}


def names_of(graph: Graph, entity: Entity, name: str) -> Iterator[tuple[str, str, Claim | Relation | None]]:
    """Yield every further name of an entity with its label and what says so.

    Args:
        graph: The graph.
        entity: The entity.
        name: Its name at the date of the graph, which is not yielded.
    """
    for claim in entity.claims("name"):
        if isinstance(claim.value, str) and claim.value != name:
            yield "former name", claim.value, claim
    for claim in entity.claims("other_names"):
        if isinstance(claim.value, str):
            yield _USES.get(str(claim.details.get("use")), "other name"), claim.value, claim
    for relation in graph.every_relation(entity.id):
        named = relation.details.get("as_named")
        if isinstance(named, str):
            own = relation.subject if relation.kind in _NAMED_SUBJECT else relation.object
            if own == entity.id and named != name:
                yield "named", named, relation
    if entity.kind == "term":
        for claim in entity.claims("meanings"):
            expansion = claim.details.get("expansion")
            if isinstance(expansion, str):
                yield "short for", expansion, claim


def codes_of(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the codes of an entity, each with its scheme, and the short names of a source."""
    for claim in entity.claims("identifiers"):
        if isinstance(claim.value, str):
            yield claim.value, str(claim.details.get("scheme", ""))
    for alias in entity.texts("aliases"):
        yield alias, ""


def around(graph: Graph, entity: Entity) -> Iterator[Text]:
    """Yield what stands around an entity: topics, kind, tier, place, roles, holders, members."""
    for topic in entity.texts("topics"):
        yield TOPIC, "topic", topic
    kind = KINDS[entity.kind]
    yield KIND, "kind", f"{kind.name} {kind.plural}"
    tier = tier_of(graph, entity.id)
    if tier is not None:
        yield KIND, "tier", tier
    for attribute in ("classification", "status"):
        value = _text(graph.value(entity.id, attribute))
        if value:
            yield KIND, attribute, value
    for each in ancestors_of(graph, entity.id):
        yield PLACE, "in", graph.name(each)
    for relation in graph.relations(entity.id):
        yield from _linked(graph, relation, entity.id)


def _linked(graph: Graph, relation: Relation, entity_id: str) -> Iterator[Text]:
    role = _text(relation.details.get("role"))
    if role:
        yield LINKED, "role", role
    if relation.subject == entity_id:
        if relation.kind == "holds" and relation.object in graph.entities:
            yield LINKED, "holds", graph.name(relation.object)
        if relation.kind == "responsible_for" and relation.object in graph.entities:
            yield LINKED, "responsible for", graph.name(relation.object)
    elif relation.subject in graph.entities:
        if relation.kind == "member_of":
            yield LINKED, "member", graph.name(relation.subject)
        if relation.kind == "holds":
            yield LINKED, "held by", graph.name(relation.subject)


def said(entity: Entity) -> Iterator[Text]:
    """Yield what is said of an entity in plain words."""
    for attribute, label in _SAID.items():
        if attribute in entity.values:
            for claim in entity.claims(attribute):
                text = _text(claim.value)
                if text:
                    yield TEXT, label, text


def _text(value: Value) -> str:
    return value if isinstance(value, str) and value not in {UNKNOWN, NONE} else ""
