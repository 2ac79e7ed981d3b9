"""The evidence of an entity, and the first and last day on which documents mention it."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..format import RELATIONS
from ..format.dates import Date, by_first, earliest
from ..format.records import Claim, Entity, Evidence, Relation
from .claims import is_foretold
from .statements import Statements
from .stored import is_large_part, stored_arrays

_PAST = frozenset(name for name, kind in RELATIONS.items() if kind.past)
"""Relations that mention their object as something past."""


class Span(NamedTuple):
    """The days on which documents mention an entity.

    Attributes:
        first: The earliest day; `None` without any dated statement.
        last: The latest day; `None` without any dated statement.
        days: All days, ordered by the first day that each may mean.
    """

    first: Date | None
    last: Date | None
    days: tuple[Date, ...]

    def since(self, day: Date, apart: tuple[Date, ...] = ()) -> Date | None:
        """Return the earliest of the days from a day on, ignoring those in `apart`, such as those of a plan itself."""
        return next((each for each in self.days if each.first >= day.first and each not in apart), None)


def evidence_of(statements: Statements, entity_id: str) -> Iterator[Evidence]:
    """Yield the evidence of an entity, of each of its claims and of each relation of which it is the subject."""
    yield from own_evidence(statements.entity(entity_id))
    for relation in statements.outgoing(entity_id):
        yield relation.evidence


def own_evidence(entity: Entity) -> list[Evidence]:
    """Return the evidence of an entity, and that of each of its claims that has its own."""
    found = [entity.evidence]
    for value in entity.values.values():
        if isinstance(value, tuple):
            found += [each.evidence for each in value if isinstance(each, Claim)]
    return found


def evidence_span(statements: Statements, entity_id: str) -> Span:
    """Return the days on which an entity is documented: by its claims, and by its stated relations in both directions."""
    spans = statements.once_for_all(_spans)
    known = spans.get(entity_id)
    if known is None:
        known = spans[entity_id] = find_evidence_span(statements, entity_id)
    return known


def find_evidence_span(statements: Statements, entity_id: str) -> Span:
    """Return what `evidence_span` returns, but keep nothing: for a pass over a model, which needs each span once."""
    days = _days_documented(statements, entity_id)
    if len(days) > 1:
        days = sorted(days, key=by_first)
    last = max(days, key=lambda each: (each.last, each.first), default=None)
    return Span(days[0] if days else None, last, tuple(days))


def first_documented(statements: Statements, entity_id: str) -> Date | None:
    """Return the first day on which an entity is documented; `None` without any dated statement."""
    kept = statements.once_for_all(_first_days)
    if entity_id not in kept:
        kept[entity_id] = earliest(_days_documented(statements, entity_id))
    return kept[entity_id]


def days_first_documented(statements: Statements, ids: Sequence[str]) -> Sequence[Date | None]:
    """Return `first_documented` of several entities; if the days of all are kept, without their records."""
    store = stored_arrays(statements)
    if store is not None and store.has_days():
        found: Sequence[Date | None] = store.first_documented(ids)
        return found
    return [first_documented(statements, each) for each in ids]


def keep_days_of_many(statements: Statements, ids: Collection[str]) -> None:
    """Find and store the days on which all entities are documented, if a large part of them is asked about."""
    store = stored_arrays(statements)
    if store is not None and is_large_part(len(ids), len(statements)):
        store.keep_days()


def _spans(_: Statements) -> dict[str, Span]:
    """Return an empty memo of spans by entity, which `evidence_span` fills."""
    return {}


def _first_days(_: Statements) -> dict[str, Date | None]:
    """Return an empty dictionary, in which `first_documented` keeps the first day of each entity."""
    return {}


def _days_documented(statements: Statements, entity_id: str) -> list[Date]:
    """Return the days on which an entity is documented, each once."""
    store = stored_arrays(statements)
    known = None if store is None else store.days_documented(entity_id)
    return days_documented(statements, entity_id) if known is None else known


def days_documented(statements: Statements, entity_id: str) -> list[Date]:
    """Return the days on which an entity is documented, each once, from its statements."""
    # by `id()`, since most statements of an entity share a few evidence records
    stated = {id(each): each for each in _documenting(statements, entity_id)}
    return [*{day.text: day for each in stated.values() for day in statements.dates_of(each)}.values()]


def days_with_first(statements: Statements, entity_id: str) -> tuple[list[Date], Date | None]:
    """Return `days_documented` and the first of the days, which is kept for `first_documented`."""
    days = days_documented(statements, entity_id)
    first = statements.once_for_all(_first_days)[entity_id] = earliest(days)
    return days, first


def _documenting(statements: Statements, entity_id: str) -> list[Evidence]:
    """Return the evidence that documents an entity: its own, that of its claims, and that of stated relations."""
    found = own_evidence(statements.entity(entity_id))
    found += [each.evidence for each in statements.outgoing(entity_id) if not each.evidence.inferred]
    found += [each.evidence for each in statements.incoming(entity_id) if counts_for_object(each)]
    return found


def counts_for_object(relation: Relation) -> bool:
    """Return whether a relation also documents its object: it is stated, and does not mention the object as past."""
    return not relation.evidence.inferred and relation.kind not in _PAST


def is_only_foretold(statements: Statements, event: str, claim: Claim) -> bool:
    """Whether a change event is later than its documents, and none from its day on mentions it or its results."""
    if not isinstance(claim.value, Date) or not is_foretold(statements, claim):
        return False
    apart = statements.dates_of(claim.evidence)
    ends = (event, *(each.object for each in statements.outgoing(event, "results")))
    known = (evidence_span(statements, each) for each in ends if each in statements)
    return all(each.since(claim.value, apart) is None for each in known)
