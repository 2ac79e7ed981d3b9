"""The format `jsonl`: an object a line for each entity at each of its places, with its path and depth."""

from collections.abc import Iterator

from ..parts import json_values
from ..parts.json_values import all_sources
from .own_columns import columns_of, values_of
from .places import basis_of, cited_in, dates_of, disputed_at, evidence_of, places, standing_of
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each place."""
    graph, (own, further) = subtree.graph, columns_of(subtree)
    for place in places(subtree):
        start, end = dates_of(subtree, place)
        told = values_of(subtree, place) if own or further else {}
        record: dict[str, object] = {
            "depth": len(place.path),
            "path": place.path,
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "tier": place.tier,
            **{column: told.get(column) for column in own},
            "basis": basis_of(subtree, place),
            "start_date": start,
            "end_date": end,
            "source": cited_in(subtree, place),
            "standing": standing_of(subtree, place),
            "disputed": disputed_at(subtree, place),
            **{column: told.get(column) for column in further},
        }
        if place.repeat:
            record["repeat"] = True
        if place.below:
            record["below"] = place.below
        if subtree.fields:
            from .fields import inferred_of, value_of  # noqa: PLC0415 - only when asked for

            entity_id = place.id
            inferred = () if entity_id is None else inferred_of(graph, entity_id, subtree.fields)
            record["inferred_fields"] = list(inferred)
            record.update(
                (field, None if entity_id is None else value_of(graph, entity_id, field))
                for field in subtree.fields
                if field not in record
            )
        if subtree.sources:
            record["sources"] = all_sources(graph, evidence_of(subtree, place))
        yield f"{json_values.value(record, unicode=subtree.unicode)}\n"
