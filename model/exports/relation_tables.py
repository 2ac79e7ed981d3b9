"""The tables of the CSV export for a single relation kind: memberships and delegations.

A row is a statement, with all its sources in one cell. The kinds, their columns and the meaning of these come
from the definitions of the format.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..facts.graph import Graph
from ..format import RELATIONS, Key, RelationKind
from ..format.dates import Date
from .columns import EDTF, Cell, Column, Row, Table
from .planned import STATES
from .statements import YES, Statement, as_at, state, statements

_WORD = "`not_stated`, `unknown` or `none`"
_NAMING = frozenset(("reference", "references"))
_TYPES = {"number": "number", "integer": "integer"}
_BETWEEN = "; "
"""The separator of several values in one cell."""


def relation_tables() -> tuple[Table, ...]:
    """Return the tables, in the order of the relation kinds."""
    return tuple(_table(kind) for kind in RELATIONS.values() if kind.sheet is not None)


def _table(kind: RelationKind) -> Table:
    sheet = kind.sheet
    if sheet is None:
        raise ValueError(kind.name)
    ends = (
        Column(end, f"{whose}: an id of `entities`, or {_WORD}")
        if not name
        else Column(f"{end}_name", f"its name, or {_WORD}")
        for end, whose in ((sheet.subject, f"who {kind.out}"), (sheet.object, f"what {kind.back}"))
        for name in (False, True)
    )
    columns = (
        Column("statement", "the number of the statement in `statements`", "integer"),
        *ends,
        *(column for key in kind.parts for column in _columns(key)),
        Column("start_date", f"the first day it held: {EDTF}"),
        Column("end_date", f"the last day it held: {EDTF}"),
        Column("expected_date", f"when a source expects it to begin: {EDTF}"),
        Column(
            "state", f"how it stands at the date of the export: {', '.join(f'`{each}`' for each in STATES)}"
        ),
        Column("as_at", f"the day it speaks of: {EDTF}"),
        Column("basis", "`stated` by a source, or `inferred` by the authors"),
        Column("note", "what a reader must know to take it rightly"),
        Column("source", "each `source#locator` it rests on, with `; ` between them"),
        Column("disputed", "`yes` where documents disagree about that and no side is followed"),
    )
    return Table(sheet.name, sheet.meaning, columns, ("statement",), lambda graph: _rows(graph, kind))


def _columns(key: Key, above: str = "") -> Iterator[Column]:
    """Yield the columns of a key: one for each part of an inline table, in which `text` keeps the table's own name."""
    name = above if above and key.name == "text" else f"{above}_{key.name}" if above else key.name
    if key.parts:
        for part in key.parts:
            yield from _columns(part, name)
        return
    words = f" Also {_WORD}." if key.words else ""
    yield Column(name, f"{key.meaning}{words}", "string" if words else _TYPES.get(key.type, "string"))
    if key.type in _NAMING:
        yield Column(f"{name}_name", "the same by name")


def _rows(graph: Graph, kind: RelationKind) -> Iterator[Row]:
    for number, each in statements(graph):
        relation = each.relation
        if relation is not None and relation.kind == kind.name:
            ends = (relation.subject, relation.object)
            yield (
                number,
                *(cell for end in ends for cell in (end, graph.name(end))),
                *(cell for key in kind.parts for cell in _cells(graph, key, relation.details.get(key.name))),
                *each.dates,
                *_grounds(graph, each),
            )


def _cells(graph: Graph, key: Key, value: object) -> Iterator[Cell]:
    """Yield the cells of a key, one for each of its columns."""
    if key.parts:
        inside: Mapping[str, object] = value if isinstance(value, Mapping) else {}
        for part in key.parts:
            yield from _cells(graph, part, inside.get(part.name))
        return
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    yield _cell(map(_text, values))
    if key.type in _NAMING:
        yield _cell(graph.name(str(each)) for each in values)


def _cell(texts: Iterable[str]) -> Cell:
    return _BETWEEN.join(texts) or None


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.text if isinstance(value, Date) else str(value)


def _grounds(graph: Graph, statement: Statement) -> Row:
    evidence = statement.evidence
    days = [
        day for each in evidence.citations or (None,) if (day := as_at(graph, evidence, each)) is not None
    ]
    return (
        state(graph, statement),
        max(days, key=lambda day: day.last) if days else None,
        evidence.basis,
        evidence.note or None,
        _cell(map(str, evidence.citations)),
        YES if statement.disputed else None,
    )
