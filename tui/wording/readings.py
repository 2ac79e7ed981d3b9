"""The parts of a row that are our reading rather than a source's statement: the row, its name, its day, its grouping."""

from collections.abc import Iterator

from tiers.model import Graph, Relation
from tiers.model.facts.claims import all_disagreements
from tiers.model.facts.columns import CHANGING
from tiers.model.facts.standing import (
    ENDED,
    MAY_HAVE_BEGUN,
    NOT_YET,
    NOT_YET_DUE,
    PLANNED,
    UNKNOWN_WHETHER,
    Standing,
)
from tiers.model.facts.statements import Statements
from tiers.model.format import STATED
from tiers.model.views.forest import Forest

DISPUTED, INFERRED = "disputed", "inferred"

_SORT = "classification"
_SAYING = frozenset(("reports", "tier", "status", "date", "start_date", "end_date", "expected_date"))
"""Attributes that can add words to a label."""

_DATED = frozenset((ENDED, MAY_HAVE_BEGUN, NOT_YET, NOT_YET_DUE, PLANNED, UNKNOWN_WHETHER))
"""The states that rest on a day of the entity itself, not on the day of a document."""


def readings(graph: Graph, forest: Forest, row: int, relation: Relation | None) -> Iterator[str]:
    """Yield the parts of a row that are our reading: the row itself, else its name or the group that it is in."""
    entity_id = forest.ids[row]
    if relation is not None and relation.evidence.inferred:
        yield INFERRED
    elif entity_id is None:
        if is_read_group(graph, forest, row):
            yield INFERRED
    elif graph.entity(entity_id).evidence.inferred:
        yield INFERRED
    if entity_id is not None:
        if is_read(graph, entity_id, "name"):
            yield "name inferred"
        if _is_sorted_by_reading(graph, forest, row):
            yield "grouping inferred"


def is_read(graph: Graph, entity_id: str, attribute: str) -> bool:
    """Whether the value of an attribute is our reading although the entity itself is stated."""
    entity = graph.entity(entity_id)
    if not isinstance(entity.values.get(attribute), tuple):
        return False  # a plain value has the evidence of its entity
    claim = graph.claim(entity_id, attribute)
    return claim is not None and claim.evidence.inferred and claim.evidence != entity.evidence


def is_read_group(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether a row is the heading of a classification that is our reading for all entities below it."""
    inside = (
        [forest.ids[each] for each in forest.children(row)] if _is_classification(graph, forest, row) else []
    )
    return bool(inside) and all(each is not None and is_read(graph, each, _SORT) for each in inside)


def _is_sorted_by_reading(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether an entity's classification is our reading, but not that of all entities below the same heading."""
    entity_id, above = forest.ids[row], forest.parents[row]
    return (
        entity_id is not None
        and _is_classification(graph, forest, above)
        and is_read(graph, entity_id, _SORT)
        and not is_read_group(graph, forest, above)
    )


def _is_classification(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether a row is a heading that begins with the classification of the entities below it."""
    if row < 0 or forest.kinds[row] != "group" or forest.ends[row] == row + 1:
        return False
    first = forest.ids[row + 1]
    sort = "" if first is None else graph.text(first, _SORT)
    return bool(sort) and forest.names[row].casefold().startswith(sort.casefold())


def is_day_read(graph: Graph, entity_id: str, standing: Standing) -> bool:
    """Whether the day on which an entity ended, begins or is planned is our reading."""
    return standing.state in _DATED and any(
        is_read(graph, entity_id, attribute) and graph.value(entity_id, attribute) == standing.date
        for attribute in ("end_date", "start_date", "expected_date", "date")
    )


def disputed(statements: Statements) -> set[str]:
    """Return the entities that a disagreement is about."""
    return {
        one.object for each in all_disagreements(statements) for one in statements.outgoing(each.id, "about")
    }


def dated(statements: Statements) -> set[str]:
    """Return the entities whose label may have further words: by an attribute, or by a change event."""
    saying = {each for each, one in statements.entities_by_id() if not _SAYING.isdisjoint(one.values)}
    return saying.union(*(_objects(statements, "event", each) for each in CHANGING))


def may_be_read(statements: Statements) -> set[str]:
    """Return the entities that are our reading, or whose name may be."""
    return {
        each
        for each, one in statements.entities_by_id()
        if one.evidence.basis != STATED or isinstance(one.values.get("name"), tuple)
    }


def _objects(statements: Statements, bearer: str, kind: str) -> set[str]:
    """Return the objects of one kind of relation whose subjects are of one kind of entity."""
    bearers = statements.entities_of_kind(bearer)
    return {one.object for each in bearers for one in statements.outgoing(each.id, kind)}
