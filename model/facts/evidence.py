"""What an entity rests on, and when it is documented: computed from the as-at dates of the statements about it."""

from collections.abc import Iterator

import attrs

from ..format import RELATIONS
from ..format.dates import Date, by_first, earliest
from ..format.records import Claim, Evidence, Relation
from .statements import Statements

_PAST = frozenset(name for name, kind in RELATIONS.items() if kind.past)
"""Relations that speak of their object as something of the past."""


@attrs.frozen(eq=False, repr=False)
class Span:
    """The first and last evidence of an entity.

    Attributes:
        first: The earliest day a statement about it speaks of; `None` without any dated statement.
        last: The latest.
        days: All of them, by the first day they may mean.
    """

    first: Date | None
    last: Date | None
    days: tuple[Date, ...]

    def since(self, day: Date, apart: tuple[Date, ...] = ()) -> Date | None:
        """Return the earliest evidence that is not before a day, some days apart: those a plan itself is from."""
        return next((each for each in self.days if each.first >= day.first and each not in apart), None)


def evidence_of(statements: Statements, entity_id: str) -> Iterator[Evidence]:
    """Yield the evidence of an entity, of each of its claims and of each relation it bears."""
    entity = statements.entity(entity_id)
    yield entity.evidence
    for attribute in entity.values:
        for claim in entity.claims(attribute):
            yield claim.evidence
    for relation in statements.outgoing(entity_id):
        yield relation.evidence


def evidence_span(statements: Statements, entity_id: str) -> Span:
    """Return the first and last evidence of an entity: of its claims and of the stated relations it stands in."""
    spans = statements.once_for_all(_spans)
    known = spans.get(entity_id)
    if known is None:
        days = sorted(_documented(statements, entity_id), key=by_first)
        last = max(days, key=lambda each: (each.last, each.first), default=None)
        known = spans[entity_id] = Span(days[0] if days else None, last, tuple(days))
    return known


def first_documented(statements: Statements, entity_id: str) -> Date | None:
    """Return the first evidence of an entity."""
    kept = statements.once_for_all(_first_days)
    if entity_id not in kept:
        kept[entity_id] = earliest(_documented(statements, entity_id))
    return kept[entity_id]


def _spans(_: Statements) -> dict[str, Span]:
    """Return an empty table of spans by entity; each is put there when it is first asked for."""
    return {}


def _first_days(_: Statements) -> dict[str, Date | None]:
    """Return an empty table of the first evidence by entity; each is put there when it is first asked for."""
    return {}


def _documented(statements: Statements, entity_id: str) -> list[Date]:
    """Return the days on which an entity is documented, each once."""
    stated = {id(each): each for each in _stated(statements, entity_id)}  # most share a few
    return [*{day.text: day for each in stated.values() for day in statements.dates_of(each)}.values()]


def _stated(statements: Statements, entity_id: str) -> list[Evidence]:
    """Return the evidence by which an entity is documented: not of relations we infer, but of those to it that count."""
    entity = statements.entity(entity_id)
    found = [entity.evidence]
    for value in entity.values.values():
        if isinstance(value, tuple):
            found += [each.evidence for each in value if isinstance(each, Claim)]
    found += [each.evidence for each in statements.outgoing(entity_id) if not each.evidence.inferred]
    found += [each.evidence for each in statements.incoming(entity_id) if counts_for_object(each)]
    return found


def counts_for_object(relation: Relation) -> bool:
    """Whether a relation is evidence of its object too: it is stated, and does not speak of it as past."""
    return not relation.evidence.inferred and relation.kind not in _PAST
