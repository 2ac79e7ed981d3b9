"""The days on which what is said of an entity may turn, so that between two dates only few need a look.

Whatever a date decides it decides by coming before a day or after one. On the days that are kept here such a
comparison comes out otherwise than on the day before; a day too many costs a look, a day missing would hide a change.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

import attrs

from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence, Relation
from .evidence import counts_for_object
from .standing import CHANGING, ENDINGS
from .statements import Statements

_DATES = frozenset(("start_date", "end_date", "expected_date", "date"))
_AWAITED = frozenset(("expected_date", "date"))
_LAST_DAY = date.max.toordinal()
_LAST_KNOWN = _LAST_DAY + 1
"""After all days: what is seen without a date."""


@attrs.frozen(eq=False, repr=False)
class Turns:
    """When what is said of the entities of a model may turn.

    Attributes:
        days: The days on which something may, in order, as ordinals.
        ids: By day, the entities.
        fading: The days from which no document speaks any more of some entities, in order.
        faded: By such a day, the entities: in the last known state they are documented again.
    """

    days: Sequence[int]
    ids: Mapping[int, Sequence[str]]
    fading: Sequence[int]
    faded: Mapping[int, Sequence[str]]

    def between(self, one: Date | None, other: Date | None, *, fading: bool = True) -> frozenset[str]:
        """Return the entities of which something else may be said at two dates.

        Args:
            one: The one date; `None` for the last known state.
            other: The other.
            fading: Whether it counts too that no document speaks of an entity any more.
        """
        first, last = sorted((_seen_at(one), _seen_at(other)))
        found = set(_within(self.days, self.ids, first, last))
        if not fading:
            return frozenset(found)
        if last == _LAST_KNOWN:
            found.update(_within(self.fading, self.faded, 0, first))
        else:
            found.update(_within(self.fading, self.faded, first, last))
        return frozenset(found)


def turns_of(statements: Statements) -> Turns:
    """Return when what is said of the entities of a model may turn; each is gone through once for all dates."""
    return statements.once_for_all(_turns)


def _turns(statements: Statements) -> Turns:
    turning = _Turning(statements)
    ids: dict[int, list[str]] = {}
    faded: dict[int, list[str]] = {}
    for each, entity in statements.entities_by_id():
        days, last = turning.of(entity)
        for day in days:
            ids.setdefault(day, []).append(each)
        if last:
            faded.setdefault(last + 1, []).append(each)
    return Turns(sorted(ids), ids, sorted(faded), faded)


@attrs.define(eq=False, repr=False)
class _Turning:
    """Finds the days of one entity after the other.

    Attributes:
        statements: The model.
        told: By identity of an evidence, the first days it may mean and the last day: most statements share a few.
    """

    statements: Statements
    told: dict[int, tuple[Sequence[int], int]] = attrs.field(factory=dict)

    def of(self, entity: Entity) -> tuple[set[int], int]:
        """Return the days of an entity and the last day on which it is documented; 0 where none is known."""
        days = set(self._told(entity.evidence)[0][:1])
        said = {id(entity.evidence): entity.evidence}
        self._from_values(entity, days, said)
        self._from_borne(entity, days, said)
        turned = self._from_incoming(entity, days, said)
        told = [each for each in map(self._told, said.values()) if each[0]]
        if not _AWAITED.isdisjoint(entity.values):  # any mention may be the one that says it came
            days.update(*(mentions for mentions, _ in told))
            # Without a date it is over, at one it may be awaited.
            if turned or not ENDINGS.isdisjoint(entity.values):
                days.add(_LAST_KNOWN)
        elif told:
            days.add(min([mentions[0] for mentions, _ in told]))
        return days, max([last for _, last in told], default=0)

    def _from_values(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> None:
        for attribute, value in entity.values.items():
            if isinstance(value, tuple):
                for claim in value:
                    if isinstance(claim, Claim):
                        said[id(claim.evidence)] = claim.evidence
                        days.update(self._claimed(claim))
            elif attribute in _DATES and isinstance(value, Date):
                days.update(_around(value))

    def _from_borne(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> None:
        own = entity.evidence
        for relation in self.statements.outgoing(entity.id):
            evidence = relation.evidence
            if relation.start_date is relation.end_date is relation.expected_date is None:
                days.update(self._told(evidence)[0][:1])
            else:
                days.update(self._held(relation))
            if evidence is not own and not evidence.inferred:
                said[id(evidence)] = evidence

    def _from_incoming(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> bool:
        """Take the days from the relations to an entity; return whether a change event is among them."""
        own, turned = entity.evidence, False
        for relation in self.statements.incoming(entity.id):
            if relation.subject not in self.statements:
                days.update(self._held(relation))
            elif relation.kind in CHANGING:
                turned = True
                days.update(self._event(relation.subject))
            if relation.evidence is not own and counts_for_object(relation):
                said[id(relation.evidence)] = relation.evidence
        return turned

    def _claimed(self, claim: Claim) -> Iterator[int]:
        yield from self._told(claim.evidence)[0]
        if claim.start_date is not None:
            yield claim.start_date.first.toordinal()
        if claim.end_date is not None:
            yield claim.end_date.last.toordinal() + 1
        if claim.attribute in _DATES and isinstance(claim.value, Date):
            yield from _around(claim.value)

    def _held(self, relation: Relation) -> Iterator[int]:
        """Yield the day a relation begins to hold and the first on which it no longer does."""
        begins = relation.start_date or relation.expected_date
        if begins is not None:
            yield begins.first.toordinal()
        else:
            yield from self._told(relation.evidence)[0][:1]
        if relation.end_date is not None:
            yield relation.end_date.last.toordinal() + 1

    def _told(self, evidence: Evidence) -> tuple[Sequence[int], int]:
        known = self.told.get(id(evidence))
        if known is None:
            dates = self.statements.dates_of(evidence)
            firsts = sorted({each.first.toordinal() for each in dates})
            last = max((each.last.toordinal() for each in dates), default=0)
            known = self.told[id(evidence)] = (firsts, last)
        return known

    def _event(self, event: str) -> Iterator[int]:
        for claim in self.statements.entity(event).claims("date"):
            if isinstance(claim.value, Date):
                yield from _around(claim.value)


def _around(day: Date) -> tuple[int, ...]:
    """Return the days on which it turns whether a day may have come and is surely over, its own end or the one before."""
    first, last = day.first.toordinal(), day.last.toordinal()
    return first, first + 1, last, last + 1


def _seen_at(at: Date | None) -> int:
    return _LAST_KNOWN if at is None else at.last.toordinal()


def _within(days: Sequence[int], ids: Mapping[int, Sequence[str]], after: int, until: int) -> Iterator[str]:
    """Yield what stands at the days after one until another."""
    return chain.from_iterable(
        ids[day] for day in days[bisect_right(days, after) : bisect_right(days, until)]
    )
