"""The format `jsonl`: an object per line for each entity at each of its places, with its path and depth."""

from collections.abc import Iterator

from ..parts import json_values
from ..parts.json_schema import ANY, BASIS, COUNT, DATE, FLAG, SOURCES, TEXT, TEXTS, Schema, maybe, said
from ..parts.json_schema import record as keys
from ..parts.json_values import all_sources
from .own_columns import columns_of, values_of
from .places import basis_of, cited_in, dates_of, disputed_at, evidence_of, places, standing_of
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each place."""
    graph, (own, further) = subtree.graph, columns_of(subtree)
    for place in places(subtree):
        start, end = dates_of(subtree, place)
        by_column = values_of(subtree, place) if own or further else {}
        record: dict[str, object] = {
            "depth": len(place.path),
            "path": place.path,
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "tier": place.tier,
            **{column: by_column.get(column) for column in own},
            "basis": basis_of(subtree, place),
            "start_date": start,
            "end_date": end,
            "source": cited_in(subtree, place),
            "standing": standing_of(subtree, place),
            "disputed": disputed_at(subtree, place),
            **{column: by_column.get(column) for column in further},
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


def schema() -> Schema:
    """Return the JSON Schema of each line that `write` writes."""
    from .day_columns import DAY_COLUMNS  # noqa: PLC0415 - only a schema pays for it
    from .delegation_columns import DELEGATION_COLUMNS  # noqa: PLC0415 - as above
    from .fields import FIELDS  # noqa: PLC0415 - as above
    from .role_columns import FIRST_ROLES, FURTHER_ROLES, LATER_ROLES  # noqa: PLC0415 - as above
    from .seat_columns import SEAT_COLUMNS  # noqa: PLC0415 - as above

    always = {
        "depth": said(COUNT, "how many entities it is below"),
        "path": TEXTS,
        "id": maybe(TEXT),
        "name": TEXT,
        "kind": TEXT,
        "tier": maybe(TEXT),
        "basis": BASIS,
        "start_date": maybe(DATE),
        "end_date": maybe(DATE),
        "source": said(TEXTS, "each `source#locator` that it rests on"),
        "standing": TEXT,
        "disputed": FLAG,
    }
    some = {
        **{
            role: said(ANY, "the ids of who has this role in the function")
            for role in (*FIRST_ROLES, *FURTHER_ROLES, *LATER_ROLES)
        },
        **dict.fromkeys(DELEGATION_COLUMNS, ANY),
        **dict.fromkeys(DAY_COLUMNS, ANY),
        **dict.fromkeys(FIELDS, ANY),
        **dict.fromkeys(SEAT_COLUMNS, ANY),
        "repeat": FLAG,
        "below": COUNT,
        "inferred_fields": TEXTS,
        "sources": SOURCES,
    }
    return said(keys({**some, **always}, optional=some.keys() - always.keys()), "a line of `--format jsonl`")
