"""CSV export: the whole model as tables of entities, statements, sources and locators, and a Frictionless data package.

The table `statements` has every statement of the model, whatever its dates, with a row for each place in a source
that it is cited from; these rows have the same number in `statement`. That an entity exists is a statement too.
"""

from collections.abc import Iterator, Mapping

from ..facts.disputes import is_disputed, undecided
from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..facts.holding import state_between
from ..facts.relation_disputes import relation_disputes
from ..facts.times import recorded_day
from ..format import PROVENANCE, RELATIONS, keys_of
from ..format.dates import Date
from ..format.records import Citation, Claim, Evidence, Relation, Value
from ..structure.placing import parent_of, place_of, tier_of
from .columns import Cell, Column, Row, Table
from .planned import entity_state, standing

EXISTS = "exists"
"""The predicate of the statement that an entity exists."""

_DAYS = ("start_date", "end_date", "expected_date")
_YES = "yes"
_UNSTATED = frozenset(("id", "locators", "silent", *(key.name for key in PROVENANCE)))


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
            _YES if is_disputed(graph, entity_id) else None,
        )


def _single(graph: Graph, entity_id: str, attribute: str) -> Cell:
    """Return the value of an attribute at the date as a cell."""
    return _as_cell(graph.value(entity_id, attribute))


def _as_cell(value: Value) -> Cell:
    return value if isinstance(value, str | Date) else None


def _statements(graph: Graph) -> Iterator[Row]:
    """Yield the rows of the table `statements`: one for each place in a source that a statement is cited from."""
    for number, (
        subject,
        predicate,
        value,
        object_id,
        details,
        dates,
        state,
        disputed,
        evidence,
    ) in enumerate(_all_statements(graph), 1):
        start: Row = (number, subject, predicate, value, object_id, details or None, *dates)
        for citation in evidence.citations or (None,):
            yield (*start, *_grounds(graph, evidence, citation), state, _YES if disputed else None)


def _grounds(graph: Graph, evidence: Evidence, citation: Citation | None) -> Row:
    as_at = evidence.as_at or (graph.source_date(citation.source) if citation is not None else None)
    source, locator = (citation.source, citation.locator or None) if citation is not None else (None, None)
    return as_at, evidence.basis, evidence.note or None, source, locator


_Dates = tuple[Date | None, Date | None, Date | None]
_Statement = tuple[str, str, Cell, str | None, Mapping[str, object], _Dates, str | None, bool, Evidence]


def _all_statements(graph: Graph) -> Iterator[_Statement]:
    """Yield every statement of the model: that entities exist, their plain values, claims and relations."""
    for entity_id, entity in graph.entities_by_id():
        state = entity_state(graph, entity_id)
        yield entity_id, EXISTS, None, None, {}, (None, None, None), state, False, entity.evidence
        for attribute in keys_of(entity.kind):
            if attribute not in _UNSTATED:
                disputed = bool(undecided(graph, entity_id, attribute))
                for claim in entity.claims(attribute):
                    yield from _claim(entity_id, claim, disputed=disputed)
        for relation in graph.outgoing(entity_id):
            object_id = relation.object if relation.object in graph else None
            yield _relation(graph, relation, entity_id, relation.kind, relation.object, object_id)
        for relation in graph.from_unknown(entity_id):
            predicate = RELATIONS[relation.kind].inverse or relation.kind
            yield _relation(graph, relation, entity_id, predicate, relation.subject, None)


def _claim(entity_id: str, claim: Claim, *, disputed: bool) -> Iterator[_Statement]:
    dates = (claim.start_date, claim.end_date, None)
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    for value in values:
        details = {**value, **claim.details} if isinstance(value, Mapping) else claim.details
        plain = None if isinstance(value, Mapping) else value
        yield entity_id, claim.attribute, plain, None, details, dates, None, disputed, claim.evidence


def _relation(
    graph: Graph, relation: Relation, subject: str, predicate: str, value: str, object_id: str | None
) -> _Statement:
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    state, _ = state_between(graph, relation)
    disputed = bool(relation_disputes(graph, relation))
    return subject, predicate, value, object_id, relation.details, dates, state, disputed, relation.evidence


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


_EDTF = "a date in EDTF, such as 2022-02-22, 2022, 2021-06~ or 2021-07/2021-12"

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
            Column("first_documented", f"its earliest evidence, which is not its beginning: {_EDTF}"),
            Column("last_documented", f"its latest evidence, which is not its end: {_EDTF}"),
            Column(
                "start_date",
                f"its beginning, as a source or a change event has it: {_EDTF}; or `not_stated` or `unknown`",
            ),
            Column(
                "end_date",
                f"its last day, as a source or a change event has it: {_EDTF}; or `not_stated` or `unknown`",
            ),
            Column("expected_date", f"when a source expects it to begin: {_EDTF}"),
            Column("summary", "what it is, in plain words of the authors"),
            Column("disputed", "`yes` where documents disagree about it"),
        ),
        ("id",),
        _entities,
    ),
    Table(
        "statements",
        "Every statement, with a line for each place in a source that it rests on.",
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
            Column("start_date", f"the first day it held: {_EDTF}"),
            Column("end_date", f"the last day it held: {_EDTF}"),
            Column("expected_date", f"when a source expects it to begin: {_EDTF}"),
            Column("as_at", f"the day it speaks of: {_EDTF}"),
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
        _statements,
    ),
    Table(
        "sources",
        "The documents the statements come from.",
        (
            Column("id", "the id"),
            Column("name", "its title"),
            Column("publisher", "who published it"),
            Column("presented", f"the day it was presented: {_EDTF}"),
            Column("written", f"when it was written: {_EDTF}"),
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
"""Every table, in the order in which a reader wants them."""


_DESCRIPTION = (
    "A text that begins like a formula has an apostrophe before it, which is to be taken off:"
    " the first character of every cell that matches ^'[\\s']*[=+\\-@\uff1d\uff0b\uff0d\uff20]."
)


def data_package(graph: Graph) -> dict[str, object]:
    """Return the Frictionless tabular data package that describes the tables of a model."""
    date = f"as the model stood at {graph.at}" if graph.at is not None else "as the model was last known"
    return {
        "profile": "tabular-data-package",
        "name": "tiers",
        "title": "Functions and decisions of a health and care partnership",
        "description": f"{_DESCRIPTION} The entities are {date}; the statements are of all times.",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, object]:
    """Return the description of one table in the data package."""
    fields = [{"name": each.name, "type": each.type, "description": each.meaning} for each in table.columns]
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign = [
        {
            "fields": [each.name],
            "reference": {"resource": _reference_name(table, each.refers_to), "fields": ["id"]},
        }
        for each in table.columns
        if each.refers_to
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _reference_name(table: Table, name: str) -> str:
    """Return the name of a table in a foreign key; empty for the table itself, as the specification asks."""
    return "" if name == table.name else name
