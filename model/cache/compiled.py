"""Turns a graph into nested tuples of plain values, the form in which the cache stores it, and back.

The file is read by `marshal`, which is faster than `pickle` (2.0 against 2.5 ms for the bundled model) and holds plain
values only, so that reading it runs no code.
"""

from types import MappingProxyType
from typing import Any

from ..facts.graph import Graph
from ..format.dates import Date, parse_date
from ..format.records import NOTHING, Citation, Claim, Entity, Evidence, Relation
from ..model import Model

Rows = tuple[list[Any], list[Any], list[Any]]
"""Evidence, entities and relations, each a tuple of plain values; evidence is named by its number."""

_DATE = "\0date"
_CLAIMS = "\0claims"
_TABLE = "\0table"


def compile_graph(graph: Graph) -> Rows:
    """Return a graph as plain values, without its date."""
    numbers: dict[Evidence, int] = {}

    def number(evidence: Evidence) -> int:
        for each in evidence.also:  # before it, so that they are there when it is restored
            number(each)
        return numbers.setdefault(evidence, len(numbers))

    def plain(value: object) -> object:
        if isinstance(value, Date):
            return (_DATE, value.text)
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            return (_CLAIMS, *(claim_row(each) for each in value))
        if isinstance(value, dict | MappingProxyType):
            return (_TABLE, {key: plain(each) for key, each in value.items()})
        return value

    def claim_row(claim: Claim) -> tuple[object, ...]:
        details = {key: plain(each) for key, each in claim.details.items()}
        return (
            claim.attribute,
            plain(claim.value),
            number(claim.evidence),
            _text(claim.start_date),
            _text(claim.end_date),
            details,
        )

    entities = [
        (
            each.id,
            each.kind,
            {key: plain(value) for key, value in each.values.items()},
            number(each.evidence),
            each.file,
            each.index,
        )
        for each in graph.every_entity()
    ]
    relations = [
        (
            each.kind,
            each.subject,
            each.object,
            number(each.evidence),
            _dates(each),
            {key: plain(value) for key, value in each.details.items()},
        )
        for found in graph.relations_by_subject()
        for each in found
    ]
    evidence = [
        (
            each.basis,
            tuple((one.source, one.locator) for one in each.citations),
            _text(each.as_at),
            each.note,
            tuple(numbers[one] for one in each.also),
        )
        for each in numbers
    ]
    return evidence, entities, relations


def _dates(relation: Relation) -> tuple[str | None, ...]:
    dates = (relation.start_date, relation.end_date, relation.expected_date)
    return tuple(_text(each) for each in dates) if any(dates) else ()


def _text(date: Date | None) -> str | None:
    return None if date is None else date.text


def restore(rows: Rows) -> Model:
    """Return the model made from compiled rows."""
    evidence: list[Evidence] = []
    known: dict[tuple[str, str], Citation] = {}
    for basis, citations, as_at, note, also in rows[0]:
        cited = tuple([known.get(each) or known.setdefault(each, Citation(*each)) for each in citations])
        day = None if as_at is None else parse_date(as_at)
        evidence.append(
            Evidence(basis, cited, day, note, tuple([evidence[number] for number in also]) if also else ())
        )
    entities: dict[str, Entity] = {}
    for entity_id, kind, values, number, file, index in rows[1]:
        for key, each in values.items():
            if type(each) is tuple:
                values[key] = _value(each, evidence)
        entities[entity_id] = Entity(entity_id, kind, values, evidence[number], file, index)
    relations = [
        Relation(kind, subject, target, evidence[number], start, end, expected, _table(details, evidence))
        for kind, subject, target, number, dates, details in rows[2]
        for start, end, expected in (map(_date, dates) if dates else _NO_DATES,)
    ]
    return Model.of(entities, relations)


_NO_DATES = (None, None, None)


def _value(plain: Any, evidence: list[Evidence]) -> Any:
    if type(plain) is tuple and plain:
        if plain[0] == _CLAIMS:
            return tuple([_claim(each, evidence) for each in plain[1:]])
        if plain[0] == _DATE:
            return parse_date(plain[1])
        if plain[0] == _TABLE:
            return _table(plain[1], evidence)
    return plain


def _table(plain: dict[str, Any], evidence: list[Evidence]) -> Any:
    if not plain:
        return NOTHING
    return MappingProxyType({key: _value(each, evidence) for key, each in plain.items()})


def _claim(row: tuple[Any, ...], evidence: list[Evidence]) -> Claim:
    attribute, plain, number, start, end, details = row
    return Claim(
        attribute,
        _value(plain, evidence) if type(plain) is tuple else plain,
        evidence[number],
        None if start is None else parse_date(start),
        None if end is None else parse_date(end),
        _table(details, evidence) if details else NOTHING,
    )


def _date(text: str | None) -> Date | None:
    return None if text is None else parse_date(text)
