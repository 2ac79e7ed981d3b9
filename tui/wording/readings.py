"""How an entity stands, and what of a row is our reading: the row itself, its name, its day, its grouping; and which rows that may be so of."""

from collections.abc import Iterator

from tiers.model import Date, Graph, Relation
from tiers.model.facts.standing import (
    DOCUMENTED,
    ENDED,
    LAST_DOCUMENTED,
    NOT_YET,
    NOT_YET_DUE,
    PLANNED,
    UNKNOWN_WHETHER,
    Standing,
)
from tiers.model.facts.statements import Statements
from tiers.model.format import OPEN, STATED
from tiers.model.views.forest import Forest

DISPUTED, INFERRED = "disputed", "inferred"

_SORT = "classification"
_SAYING = frozenset(("tier", "status", "date", "end_date", "expected_date"))
"""Attributes that can add words to a label."""

_DATED = frozenset((ENDED, NOT_YET, NOT_YET_DUE, PLANNED, UNKNOWN_WHETHER))
"""The states that rest on a day of the entity itself, not on the day of a document."""

_DOCUMENTED = Standing(DOCUMENTED)
_PLANNED = frozenset((PLANNED, NOT_YET_DUE))
_PLAIN_STATUS = frozenset((None, "active", "closed", *OPEN))
_FORETELLING = frozenset(("date", "expected_date"))
"""Attributes that can make an entity planned."""


def standing_words(graph: Graph, entity_id: str) -> list[str]:
    """Return the state of an entity in a few words, such as `planned: due 2022`; nothing where it is simply documented."""
    values = graph.entity(entity_id).values
    if graph.at is None and _FORETELLING.isdisjoint(values) and graph.shown(entity_id):
        standing = _DOCUMENTED  # nothing else it could be, and its evidence need not be gone through
    else:
        standing = graph.standing(entity_id)
    words = [_short(standing)] if standing.state != DOCUMENTED else []
    status = graph.value(entity_id, "status") if "status" in values else None
    if words and is_day_read(graph, entity_id, standing):
        words.append("date inferred")
    if status not in _PLAIN_STATUS and not (status == "planned" and standing.state in _PLANNED):
        words[:0] = [str(status), *(("status inferred",) if is_read(graph, entity_id, "status") else ())]
    return words


def _short(standing: Standing) -> str:
    when = standing.date.words() if isinstance(standing.date, Date) else ""
    if standing.state == PLANNED:
        return f"planned: due {when}" if when else "planned: day unknown"
    if standing.state == UNKNOWN_WHETHER:
        return "unknown whether ended"
    if standing.state in {LAST_DOCUMENTED, ENDED} and when:
        return f"{standing.state} {when}"
    return standing.words()


def readings(graph: Graph, forest: Forest, row: int, relation: Relation | None) -> Iterator[str]:
    """Yield what of a row is our reading: the row itself, else the name it bears or the group it stands in."""
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
    """Whether the value of an attribute is our reading while that the entity exists is stated."""
    entity = graph.entity(entity_id)
    if not isinstance(entity.values.get(attribute), tuple):
        return False  # a plain value rests on what its entity does
    claim = graph.claim(entity_id, attribute)
    return claim is not None and claim.evidence.inferred and claim.evidence != entity.evidence


def is_read_group(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether a row is the heading of a classification that is our reading of all that stand under it."""
    inside = (
        [forest.ids[each] for each in forest.children(row)] if _is_classification(graph, forest, row) else []
    )
    return bool(inside) and all(each is not None and is_read(graph, each, _SORT) for each in inside)


def _is_sorted_by_reading(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether an entity stands under a classification by our reading, which that heading cannot say of all under it."""
    entity_id, above = forest.ids[row], forest.parents[row]
    return (
        entity_id is not None
        and _is_classification(graph, forest, above)
        and is_read(graph, entity_id, _SORT)
        and not is_read_group(graph, forest, above)
    )


def _is_classification(graph: Graph, forest: Forest, row: int) -> bool:
    """Whether a row is a heading that begins with the classification of what stands under it."""
    if row < 0 or forest.kinds[row] != "group" or forest.ends[row] == row + 1:
        return False
    first = forest.ids[row + 1]
    sort = "" if first is None else graph.text(first, _SORT)
    return bool(sort) and forest.names[row].casefold().startswith(sort.casefold())


def is_day_read(graph: Graph, entity_id: str, standing: Standing) -> bool:
    """Whether the day by which an entity ended, begins or is planned is our reading."""
    return standing.state in _DATED and any(
        is_read(graph, entity_id, attribute) and graph.value(entity_id, attribute) == standing.date
        for attribute in ("end_date", "start_date", "expected_date", "date")
    )


def disputed(statements: Statements) -> set[str]:
    """Return the entities that a disagreement is about."""
    return _objects(statements, "disagreement", "about")


def dated(statements: Statements) -> set[str]:
    """Return the entities with an attribute that can add words to a label, or that an event has ended."""
    saying = {each for each, one in statements.entities_by_id() if not _SAYING.isdisjoint(one.values)}
    return saying | _objects(statements, "event", "originals")


def may_be_read(statements: Statements) -> set[str]:
    """Return the entities that are our reading, or whose name may be."""
    return {
        each
        for each, one in statements.entities_by_id()
        if one.evidence.basis != STATED or isinstance(one.values.get("name"), tuple)
    }


def _objects(statements: Statements, bearer: str, kind: str) -> set[str]:
    """Return the objects of one kind of relation that entities of one kind bear."""
    bearers = statements.entities_of_kind(bearer)
    return {one.object for each in bearers for one in statements.outgoing(each.id, kind)}
