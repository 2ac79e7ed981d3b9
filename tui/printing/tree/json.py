"""The format `json`: the tree as nested objects, each on a line of its own, written without recursion."""

from collections.abc import Iterator

from tiers.model import Graph, Relation
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import PLANNED, is_planned, state_between
from tiers.model.facts.relation_disputes import relation_disputes
from tiers.model.facts.standing import DOCUMENTED
from tiers.model.format import INFERRED, STATED
from tiers.model.format.details import DISPUTED
from tiers.model.structure.placing import tier_of

from ...wording.readings import is_read_group
from ..parts import json_values
from ..parts.json_schema import (
    ANY,
    BASIS,
    COUNT,
    DATE,
    FLAG,
    SOURCES,
    STANDING,
    TEXT,
    TEXTS,
    Schema,
    details,
    maybe,
    record,
    refer,
    rows,
    said,
)
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the array of the first rows, each object with its `children` last."""
    yield "["
    above = -1
    written: set[str] = set()
    for row, level, below in subtree.rows():
        if above >= 0:
            yield "]}" * (above - level + 1) + ("," if level <= above else "")
        item = json_values.value(_record(subtree, row, below, written), unicode=subtree.unicode)
        yield f'\n{item[:-1]},"children":['
        above = level
    yield "]}" * (above + 1) + "]\n"


def _record(subtree: Subtree, row: int, below: int, written: set[str]) -> dict[str, object]:
    graph, forest = subtree.graph, subtree.forest
    entity_id, relation = forest.ids[row], forest.relations[row]
    record: dict[str, object] = {
        "id": entity_id,
        "name": forest.names[row],
        "kind": forest.kinds[row],
        "tier": None if entity_id is None else tier_of(graph, entity_id),
    }
    if subtree.once and entity_id is not None:
        if forest.repeats[row] and entity_id in written:
            return {**record, "repeat": True}
        written.add(entity_id)
    if entity_id is not None:
        record["basis"] = _basis(graph, entity_id, relation)
        record.update(_state(subtree, entity_id))
    elif relation is not None:
        record["basis"] = relation.evidence.basis
    elif is_read_group(graph, forest, row):
        record["basis"] = INFERRED
    if relation is not None:
        record["relation"] = _relation(graph, relation)
    if forest.repeats[row]:
        record["repeat"] = True
    if below:
        record["below"] = below
    return record


def _basis(graph: Graph, entity_id: str, relation: Relation | None) -> str:
    """Return `inferred` where the entity or its place is our reading, else `stated`."""
    rests = (graph.entity(entity_id).evidence, *(() if relation is None else (relation.evidence,)))
    return INFERRED if any(each.inferred for each in rests) else STATED


def _state(subtree: Subtree, entity_id: str) -> Iterator[tuple[str, object]]:
    graph = subtree.graph
    status, standing = graph.value(entity_id, "status"), graph.standing(entity_id)
    if status is not None:
        yield "status", status
    if standing.shown and standing.state != PLANNED and is_planned(graph, entity_id):
        yield "standing", {"state": PLANNED, "date": None}
    elif standing.state != DOCUMENTED:
        yield "standing", {"state": standing.state, "date": standing.date}
    if is_disputed(graph, entity_id):
        yield "disputed", True
    if subtree.fields:
        from .fields import inferred_of, value_of  # noqa: PLC0415 - only when asked for

        yield "fields", {each: value_of(graph, entity_id, each) for each in subtree.fields}
        yield "inferred_fields", list(inferred_of(graph, entity_id, subtree.fields))
    if subtree.sources:
        yield "sources", json_values.sources(graph, graph.entity(entity_id).evidence)


def _relation(graph: Graph, relation: Relation) -> dict[str, object]:
    return {
        "relation": relation.kind,
        "from": relation.subject,
        "to": relation.object,
        **relation.details,
        "start_date": relation.start_date,
        "end_date": relation.end_date,
        "basis": relation.evidence.basis,
        "sources": json_values.sources(graph, relation.evidence),
        "expected_date": relation.expected_date,
        "state": state_between(graph, relation)[0],
        **(
            {"disputed": True}
            if relation_disputes(graph, relation) and DISPUTED not in relation.details
            else {}
        ),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    from .fields import FIELDS  # noqa: PLC0415 - only a schema pays for it

    relation = {
        "relation": TEXT,
        "from": TEXT,
        "to": TEXT,
        **details(),
        "start_date": maybe(DATE),
        "end_date": maybe(DATE),
        "basis": BASIS,
        "sources": SOURCES,
        "expected_date": maybe(DATE),
        "state": TEXT,
    }
    row = {
        "id": said(maybe(TEXT), "null for a heading"),
        "name": TEXT,
        "kind": said(TEXT, "the kind of the entity; `group` and the like for a heading"),
        "tier": maybe(TEXT),
        "children": rows(refer("row")),
        "basis": BASIS,
        "status": ANY,
        "standing": STANDING,
        "disputed": FLAG,
        "fields": record(dict.fromkeys(FIELDS, ANY), optional=FIELDS),
        "inferred_fields": said(TEXTS, "which of the fields are our reading"),
        "sources": SOURCES,
        "relation": said(
            record(relation, optional=details()), "the relation that puts it there, as the model has it"
        ),
        "repeat": said(FLAG, "whether it stands at several places"),
        "below": said(COUNT, "how many rows below it are left out"),
    }
    needed = {"id", "name", "kind", "tier", "children"}
    return {
        **rows(refer("row")),
        "definitions": {"row": record(row, optional=row.keys() - needed)},
    }
