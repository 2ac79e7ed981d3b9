"""Notes with a graph what its compiled model finds without making records; each is looked up when it is first asked for."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ...facts.columns import open_columns
from ...facts.graph import Graph
from ...facts.statements import all_named, relations_naming, relations_of_kind
from ...facts.stored import bearers_of, link_counts, stored_rows
from ...format.records import Entity, Relation
from .making import text_sum
from .of_one_kind import OfOneKind

if TYPE_CHECKING:
    from ...facts.columns import Columns
    from ...facts.rows import Rows
    from ..disk.mapped import Mapped
    from .records import Records
    from .unwritten import Unwritten


def note_lookups(graph: Graph, records: "Records") -> None:
    """Note what the compiled model of a graph finds.

    Args:
        graph: The graph.
        records: The records of its compiled model.
    """
    columns: Callable[[], Columns | None] = partial(_columns, records)
    graph.note(open_columns, columns)
    rows: Callable[[], Rows] = partial(_rows, records)
    graph.note(stored_rows, rows)
    of_one_kind: Callable[[str, str], Sequence[Relation]] | None = OfOneKind(records)
    graph.note(relations_of_kind, of_one_kind)
    naming: Mapping[str, Sequence[Relation]] = records.naming
    graph.note(relations_naming, naming)
    every_named: Callable[[], Collection[str]] = partial(_all_named, records)
    graph.note(all_named, every_named)
    count: Callable[[Sequence[str], int], Sequence[int]] = partial(_link_counts, records)
    graph.note(link_counts, count)
    bearers: Callable[[str], Collection[tuple[str, Entity]]] = partial(_bearers, records)
    graph.note(bearers_of, bearers)


def _columns(records: "Records") -> "Columns":
    from .columns import CompiledColumns  # noqa: PLC0415 - most starts ask for none

    return CompiledColumns(records)


def _rows(records: "Records") -> "Rows":
    from .rows import CompiledRows  # noqa: PLC0415 - only what is made of all entities asks for them

    return CompiledRows(records)


def _all_named(records: "Records") -> Collection[str]:
    from .of_all import all_named  # noqa: PLC0415 - as above

    return all_named(records)


def _link_counts(records: "Records", entity_ids: Sequence[str], start: int) -> Sequence[int]:
    from .of_all import link_counts  # noqa: PLC0415 - as above

    return link_counts(records, entity_ids, start)


def _bearers(records: "Records", folded: str) -> Collection[tuple[str, Entity]]:
    """Return the entities that may bear a folded name or code, in the order of the model: their sum is equal."""

    def look(file: "Mapped | Unwritten") -> list[str]:
        sums, bearers = file.pages("texts"), file.pages("texts of")
        sought = text_sum(folded)
        place = bisect_left(range(len(sums.numbers)), sought, key=sums.number)
        found: list[str] = []
        while place < len(sums.numbers) and sums.number(place) == sought:
            found.append(records.id(bearers.number(place)))
            place += 1
        return found

    return [(each, records.entities[each]) for each in records.look(look)]
