"""CSV export: the whole model as tables of entities, statements, sources and places in them; `package` describes them.

The table `statements` has every statement of the model, whatever its dates, with a row for each cited place
in a source; rows of one statement have the same number in `statement`. The existence of an entity is a
statement too.
"""

from collections.abc import Iterator, Mapping

from ..facts.disputes import is_disputed
from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..facts.times import recorded_day
from ..format.dates import Date
from ..format.records import Value
from ..structure.placing import parent_of, place_of, tier_of
from .columns import EDTF, Cell, Column, Row, Table
from .planned import standing
from .relation_tables import relation_tables
from .statements import YES, statement_rows

_DAYS = ("start_date", "end_date", "expected_date")


def _entities(graph: Graph) -> Iterator[Row]:
    """Yield the rows of the table `entities`."""
    for entity_id, entity in graph.entities_by_id():
        span = evidence_span(graph, entity_id)
        yield (
            entity_id,
            entity.kind,
            graph.name(entity_id),
            tier_of(graph, entity_id),
            parent_of(graph, entity_id),
            place_of(graph, entity_id),
            _single(graph, entity_id, "status"),
            standing(graph, entity_id),
            span.first,
            span.last,
            *(_as_cell(recorded_day(graph, entity_id, each, graph.at)) for each in _DAYS),
            _single(graph, entity_id, "summary"),
            YES if is_disputed(graph, entity_id) else None,
        )


def _single(graph: Graph, entity_id: str, attribute: str) -> Cell:
    """Return the value of an attribute at the date as a cell."""
    return _as_cell(graph.value(entity_id, attribute))


def _as_cell(value: Value) -> Cell:
    return value if isinstance(value, str | Date) else None


def _sources(graph: Graph) -> Iterator[Row]:
    for entity_id, entity in graph.entities_by_id():
        if entity.kind == "source":
            plain = (
                _single(graph, entity_id, each) for each in ("publisher", "presented", "written", "licence")
            )
            added = (_single(graph, entity_id, each) for each in ("url", "version"))
            aliases = " ".join(entity.texts("aliases")) or None
            yield entity_id, graph.name(entity_id), *plain, aliases, *added


def _locators(graph: Graph) -> Iterator[Row]:
    for entity_id, entity in graph.entities_by_id():
        locators, silent = entity.plain("locators"), entity.plain("silent")
        if isinstance(locators, Mapping):
            said = silent if isinstance(silent, Mapping) else {}
            for locator, words in locators.items():
                yield entity_id, locator, str(words), str(said[locator]) if locator in said else None


TABLES: tuple[Table, ...] = (
    Table(
        "entities",
        "Everything the model speaks of, a line each, as it stands at the date of the export.",
        (
            Column("id", "the id"),
            Column("kind", "what it is"),
            Column("name", "its name at the date"),
            Column("tier", "national, region, system, place or neighbourhood"),
            Column("parent", "what it is directly below", refers_to="entities"),
            Column("place", "the partnership or area it belongs to", refers_to="entities"),
            Column("status", "how it stood when last documented"),
            Column("standing", "how it stands at the date; `planned` also where it is only proposed"),
            Column("first_documented", f"its earliest evidence, which is not its beginning: {EDTF}"),
            Column("last_documented", f"its latest evidence, which is not its end: {EDTF}"),
            Column(
                "start_date",
                f"its beginning, as a source or a change event has it: {EDTF}; or `not_stated` or `unknown`",
            ),
            Column(
                "end_date",
                f"its last day, as a source or a change event has it: {EDTF}; or `not_stated` or `unknown`",
            ),
            Column("expected_date", f"when a source expects it to begin: {EDTF}"),
            Column("summary", "what it is, in plain words of the authors"),
            Column("disputed", "`yes` where documents disagree about it"),
        ),
        ("id",),
        _entities,
    ),
    Table(
        "statements",
        "Every statement, with a line for each place in a source that it rests on: to count statements, count the different numbers in `statement` and not the lines.",
        (
            Column("statement", "the number of the statement", "integer"),
            Column("subject", "the entity it is about", refers_to="entities"),
            Column("predicate", "`exists`, an attribute or a relation"),
            Column(
                "value",
                "the value, or the id of the other entity; `not_stated`: the sources do not say; `unknown`, `none`: a source states that",
            ),
            Column("object", "for a relation, the other entity", refers_to="entities"),
            Column("details", "what else it says, as JSON: role, unit, extent", "object"),
            Column("start_date", f"the first day it held: {EDTF}"),
            Column("end_date", f"the last day it held: {EDTF}"),
            Column("expected_date", f"when a source expects it to begin: {EDTF}"),
            Column("as_at", f"the day it speaks of: {EDTF}"),
            Column("basis", "`stated` by a source, or `inferred` by the authors"),
            Column("note", "what a reader must know to take it rightly"),
            Column("source", "the source", refers_to="sources"),
            Column("locator", "the place in the source"),
            Column(
                "state",
                "of `exists` and of a relation, how it stands at the date of the export: `now`, `planned`, `ended` or `not yet`; `unknown whether begun` where documents disagree since when",
            ),
            Column("disputed", "`yes` where documents disagree about that and no side is followed"),
        ),
        (),
        statement_rows,
    ),
    *relation_tables(),
    Table(
        "sources",
        "The documents the statements come from.",
        (
            Column("id", "the id"),
            Column("name", "its title"),
            Column("publisher", "who published it"),
            Column("presented", f"the day it was presented: {EDTF}"),
            Column("written", f"when it was written: {EDTF}"),
            Column("licence", "the licence it is under"),
            Column("aliases", "short names it is known by, with spaces between them"),
            Column("url", "the public address at which it can be read"),
            Column("version", "which version of the document it is"),
        ),
        ("id",),
        _sources,
    ),
    Table(
        "locators",
        "The places in each source.",
        (
            Column("source", "the source", refers_to="sources"),
            Column("locator", "the word that names the place"),
            Column("words", "the place in words"),
            Column("silent", "why no statement rests on it"),
        ),
        ("source", "locator"),
        _locators,
    ),
)
"""Every table, in the order in which a reader will use them."""
