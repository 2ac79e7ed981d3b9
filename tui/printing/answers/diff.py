"""The differences between two states of a model, as Markdown for a paper and as JSON."""

from collections.abc import Iterator

from tiers.model import Claim, Graph, Relation
from tiers.model.answers.changes import Change
from tiers.model.answers.diff import Diff, began_after
from tiers.model.answers.states import Fact, Record
from tiers.model.answers.timeline import Item
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.evidence import evidence_span
from tiers.model.format import INFERRED, STATED
from tiers.model.structure.order import by_kind

from ...wording.description.diff import heading_words, is_folded, nothing_words, sections
from ...wording.description.diff_dated import is_put_off
from ...wording.description.diff_names import days_of, name_claim
from ...wording.description.diff_sides import Row, Sides, is_back
from ...wording.description.facts import exact_facts, is_read
from ...wording.safe_text import safe
from ..parts import json_values
from ..parts.json_schema import ANY, BASIS, DATE, FLAG, SOURCES, TEXT, Schema, maybe, rows, said
from ..parts.json_schema import record as keys
from ..parts.json_values import fields
from ..parts.markdown import escaped, table


def write_markdown(sides: Sides, difference: Diff) -> Iterator[str]:
    """Yield a heading for each section, with a list of new or removed entities or a table of changed values."""
    yield f"## {escaped(safe(sides.title))}\n"
    for heading, found in sections(sides, difference):
        yield f"\n### {escaped(safe(heading_words(sides, heading, found)))}\n\n"
        if is_folded(heading, found):
            continue
        if any(row.label for row in found):
            yield from table(("Entity", "What", "Was", "Is"), [_cells(row) for row in found])
        else:
            yield from (f"- {escaped(safe(_item(row)))}\n" for row in found)
    if not difference:
        yield f"\n{nothing_words(sides)}\n"


def write_json(sides: Sides, difference: Diff, *, unicode: bool) -> Iterator[str]:
    """Yield one object with the entities that were added, removed, renamed, moved and changed."""
    new = sides.new
    return fields(
        {
            "old": sides.names[0],
            "new": sides.names[1],
            "added": [
                _entity(sides, each, difference.added[each]) for each in by_kind(new, difference.added)
            ],
            "removed": [
                _entity(sides, each, difference.removed[each])
                for each in by_kind(sides.old, difference.removed)
                if not is_put_off(sides, each)
            ],
            "renamed": [
                {
                    "id": each,
                    "old": old,
                    "new": name,
                    "old_basis": _basis_of(sides.old, each, "name", old),
                    "new_basis": _basis_of(new, each, "name", name),
                    "until": days_of(name_claim(sides.old, each, old))[1],
                    "since": days_of(name_claim(new, each, name))[0],
                }
                for each, (old, name) in difference.renames.items()
            ],
            "moved": [_changed(sides, each) for each in difference.moved],
            "changed": [
                *(
                    {"id": each, "name": new.name(each), "attribute": "kind", "old": old, "new": kind}
                    for each, (old, kind) in difference.kinds.items()
                ),
                *(
                    _put_off(sides, each)
                    for each in by_kind(sides.old, difference.removed)
                    if is_put_off(sides, each)
                ),
                *(_changed(sides, each) for each in difference.changed),
            ],
            "due": [_due(new, each) for each in difference.due],
        },
        unicode=unicode,
    )


def _cells(row: Row) -> tuple[str, ...]:
    return (row.name, row.label, "; ".join(row.old), "; ".join(row.new))


def _item(row: Row) -> str:
    words = f" ({', '.join(row.words)})" if row.words else ""
    note = f": {row.note}" if row.note else ""
    return f"{row.name}{words}{note}"


def _entity(sides: Sides, entity_id: str, record: Record) -> dict[str, object]:
    graph = sides.new if entity_id in sides.new else sides.old
    found: dict[str, object] = {
        "id": entity_id,
        "name": record.name,
        "kind": record.kind,
        "basis": graph.entity(entity_id).evidence.basis,
        "disputed": is_disputed(graph, entity_id),
    }
    if sides.dated:
        found["began"] = began_after(graph, entity_id, sides.old.at)
        found["first_documented"] = evidence_span(graph, entity_id).first
        found["standing"] = graph.standing(entity_id).words()
    return found


def _put_off(sides: Sides, entity_id: str) -> dict[str, object]:
    """Return the change of the day for which an entity is planned, as a record."""
    old, new = (side.standing(entity_id).date for side in (sides.old, sides.new))
    return {
        "id": entity_id,
        "name": sides.new.name(entity_id),
        "attribute": "expected_date",
        "old": old,
        "new": new,
        "old_basis": _basis_of(sides.old, entity_id, "expected_date", old),
        "new_basis": _basis_of(sides.new, entity_id, "expected_date", new),
    }


def _due(graph: Graph, item: Item) -> dict[str, object]:
    """Return an item that came due between two dates, as a record."""
    return {
        "date": item.date,
        "id": item.id,
        "name": item.name(graph),
        "kind": graph.kind(item.id),
        "state": item.state,
        "what": item.what or None,
        "note": item.note or None,
        "basis": item.evidence.basis,
        "sources": json_values.sources(graph, item.evidence),
    }


def _changed(sides: Sides, change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "name": sides.new.name(change.id),
        "attribute": change.attribute,
        "old": exact_facts(change.old, back=is_back(change)),
        "new": exact_facts(change.new, back=is_back(change)),
        "old_basis": _basis(sides.old, change, change.old),
        "new_basis": _basis(sides.new, change, change.new),
    }


def _basis(graph: Graph, change: Change, facts: tuple[Fact, ...]) -> str | None:
    """Return the basis of a bare value; `None` for none, and for facts with a basis of their own."""
    if len(facts) != 1 or isinstance(facts[0], Claim | Relation):
        return None
    return _basis_of(graph, change.id, change.attribute, facts[0])


def _basis_of(graph: Graph, entity_id: str, attribute: str, value: Fact) -> str:
    return INFERRED if is_read(graph, entity_id, attribute, value) else STATED


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    entity = keys(
        {
            "id": TEXT,
            "name": TEXT,
            "kind": TEXT,
            "basis": BASIS,
            "disputed": FLAG,
            "began": said(
                maybe(DATE), "between two dates: when it began, where it was not only first documented"
            ),
            "first_documented": maybe(DATE),
            "standing": said(TEXT, "how it stands at the later date, in words"),
        },
        optional=("began", "first_documented", "standing"),
    )
    bases = dict.fromkeys(("old_basis", "new_basis"), maybe(BASIS))
    renamed = keys(
        {
            "id": TEXT,
            "old": TEXT,
            "new": TEXT,
            **bases,
            "until": said(maybe(DATE), "the last day of the old name, where a source states one"),
            "since": said(maybe(DATE), "the first day of the new name, likewise"),
        }
    )
    changed = keys(
        {"id": TEXT, "name": TEXT, "attribute": TEXT, "old": ANY, "new": ANY, **bases}, optional=bases
    )
    due = keys(
        {
            "date": DATE,
            "id": TEXT,
            "name": TEXT,
            "kind": TEXT,
            "state": TEXT,
            "what": maybe(TEXT),
            "note": maybe(TEXT),
            "basis": BASIS,
            "sources": SOURCES,
        }
    )
    return keys(
        {
            "old": TEXT,
            "new": TEXT,
            "added": rows(entity),
            "removed": rows(entity),
            "renamed": rows(renamed),
            "moved": rows(changed),
            "changed": rows(changed),
            "due": said(rows(due), "what was to happen on a day between the two dates"),
        }
    )
