"""The fields of `--fields`: attributes that a print adds to each entity."""

from collections.abc import Iterator, Mapping

from tiers.model import Claim, Graph
from tiers.model.facts.disputes import is_disputed, undecided
from tiers.model.facts.evidence import evidence_span
from tiers.model.facts.times import recorded_day
from tiers.model.format import KINDS, every_key, keys_of
from tiers.model.format.keys import LINE, NO_ATTRIBUTES, NOBODY
from tiers.model.structure.placing import place_of

from ...wording.description.disputes import undecided_words
from ...wording.description.values import amount_words, value_words
from ...wording.safe_text import safe
from ..parts import json_values

COMPUTED: Mapping[str, str] = {
    "place": "the partnership or area it belongs to",
    "standing": "its state at the date: documented, planned, ended",
    "first_documented": "the earliest day a document mentions",
    "last_documented": "the latest day a document mentions",
}
"""The fields that are not attributes of the model, with their meanings."""

_ALWAYS = NO_ATTRIBUTES | {"name", "tier"}

FIELDS: tuple[str, ...] = (
    *COMPUTED,
    *dict.fromkeys(name for kind in KINDS for name in keys_of(kind) if name not in _ALWAYS),
)
"""Every field by name."""


def value_of(graph: Graph, entity_id: str, field: str) -> object:
    """Return a field of an entity; `None` where it is not recorded, a list where it has several values."""
    if field in COMPUTED:
        return _computed(graph, entity_id, field)
    if field in {"start_date", "end_date", "expected_date"}:
        return recorded_day(graph, entity_id, field, graph.at)
    kind = graph.kind(entity_id)
    key = keys_of(kind).get(field)
    if key is not None and key.claims == "many":
        return [_amount(claim) for claim in graph.entity(entity_id).claims(field)] or None
    claim = graph.claim(entity_id, field)
    return None if claim is None else _amount(claim)


def _amount(claim: Claim) -> object:
    return claim.details if claim.value is None else claim.value


def _computed(graph: Graph, entity_id: str, field: str) -> object:
    if field == "place":
        place = place_of(graph, entity_id)
        return None if place is None else graph.name(place)
    if field == "standing":
        return graph.standing(entity_id).state
    span = evidence_span(graph, entity_id)
    return span.first if field == "first_documented" else span.last


def words_of(graph: Graph, entity_id: str, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield a field and its value in words for each field that is recorded."""
    for field in fields:
        value = value_of(graph, entity_id, field)
        if value is not None:
            values = value if isinstance(value, list) else [value]
            said = "; ".join(_words(graph, each) for each in values).removesuffix(".")
            said = undecided_words(graph, entity_id, field) or said
            yield safe(" · ".join((f"{_name(field)}: {said}", *_marks(graph, entity_id, field))))


def _marks(graph: Graph, entity_id: str, field: str) -> Iterator[str]:
    """Yield the marks beside the value of a field: our reading, disputed."""
    yield from ("inferred" for _ in inferred_of(graph, entity_id, (field,)))
    if is_disputed(graph, entity_id, field) and not undecided(graph, entity_id, field):
        yield "disputed"


def inferred_of(graph: Graph, entity_id: str, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield the fields, among some, whose value is our reading although the entity itself is stated."""
    entity = graph.entity(entity_id)
    for field in fields:
        key = keys_of(entity.kind).get(field)
        if key is not None and key.claims == "many":
            claims = entity.claims(field)
        else:
            claim = graph.claim(entity_id, field) if key is not None else None
            claims = () if claim is None else (claim,)
        if any(each.evidence.inferred for each in claims):
            yield field


def _name(field: str) -> str:
    key = every_key().get(field)
    if field == "identifiers":
        return "codes"
    return key.label.lower() if key is not None and key.detail == LINE else field.replace("_", " ")


def _words(graph: Graph, value: object) -> str:
    """Return a value in words; a text of the model unchanged."""
    if isinstance(value, Mapping):
        return amount_words(value)
    return value if isinstance(value, str) and value not in NOBODY else value_words(graph, value)


def cell_of(graph: Graph, entity_id: str, field: str) -> str:
    """Return a field as the text of a cell: dates as written, several values separated by `; `, undecided ones as such."""
    sides = undecided_words(graph, entity_id, field)
    if sides:
        return sides
    value = value_of(graph, entity_id, field)
    return "; ".join(map(json_values.cell, value if isinstance(value, list | tuple) else [value]))
