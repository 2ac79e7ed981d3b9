"""The days on which an entity's description can change; `diff` between two dates looks at these entities only.

Everything that depends on the date of the model compares it with some day: a start, an end, the date of a
source. This module collects these days for each entity. A day too many costs a look at an unchanged entity; a
day too few would hide a change.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from ..format.dates import Date
from ..format.details import TERM_ENDS
from ..format.records import Claim, Entity, Evidence, Relation
from ..format.relations import TOLD_OF_OBJECT
from .claims import first_day
from .columns import CHANGING, ENDINGS
from .disputes import disputed_day
from .ends import is_over
from .entity_lists import EntityLists, FoundLists, are_kept, entity_lists
from .evidence import counts_for_object
from .parting import may_end, part_in
from .relation_disputes import relations_of_sides
from .statements import Statements
from .times import end_of, start_of

_DATES = frozenset(("start_date", "end_date", "expected_date", "date"))
_AWAITED = frozenset(("expected_date", "date"))
_TURNING, _LAST_DOCUMENTED = "turning-days", "last-documented"
"""The names of the lists in the cache."""

_LAST_DAY = date.max.toordinal()
_LAST_KNOWN = _LAST_DAY + 1
"""The last known state as an ordinal: after all days."""


@attrs.frozen(eq=False, repr=False)
class TurningDays:
    """The days on which descriptions can change, with the entities concerned.

    Attributes:
        turning: The entities by day, as an ordinal.
        last_documented: The entities by the day after their last mention in a document; in the last known state they
            count as documented again.
    """

    turning: EntityLists
    last_documented: EntityLists

    @property
    def days(self) -> Sequence[int]:
        """The days, as ordinals, in order."""
        return self.turning.numbers

    def between(
        self, one: Date | None, other: Date | None, *, last_documented: bool = True
    ) -> frozenset[str]:
        """Return the entities whose description may differ between two dates.

        Args:
            one: One date; `None` for the last known state.
            other: The other date; `None` for the last known state.
            last_documented: Whether it counts as a difference that an entity is no longer documented.
        """
        first, last = sorted((ordinal(one), ordinal(other)))
        found = self.turning.between(first, last)
        if not last_documented:
            return frozenset(found)
        return frozenset((*found, *self.last_documented.between(*_documented_last(first, last))))

    def among(self, one: Date | None, other: Date | None, ids: Sequence[str]) -> set[str]:
        """Return those of some entities whose description may differ between two dates."""
        first, last = sorted((ordinal(one), ordinal(other)))
        found = self.turning.among(first, last, ids)
        return found | self.last_documented.among(*_documented_last(first, last), ids)


def _documented_last(first: int, last: int) -> tuple[int, int]:
    """Return the days between which an entity must be last documented for its standing to differ; none in the last known state."""
    return (0, first) if last == _LAST_KNOWN else (first, last)


def turning_days(statements: Statements) -> TurningDays:
    """Return the days on which descriptions of the model's entities can change; computed once for all dates."""
    return statements.once_for_all(_find_turning_days)


def _find_turning_days(statements: Statements) -> TurningDays:
    both: list[dict[int, list[str]]] = []

    def found(place: int) -> dict[int, list[str]]:
        if not both:
            both.extend(_find_both(statements))
        return both[place]

    return TurningDays(
        entity_lists(statements, _TURNING, lambda: FoundLists(found(0))),
        entity_lists(statements, _LAST_DOCUMENTED, lambda: FoundLists(found(1))),
    )


def turning_days_at_hand(statements: Statements) -> bool:
    """Return whether the turning days of a model are kept, so that they need not be found in a pass over all of it."""
    return are_kept(statements, (_TURNING, _LAST_DOCUMENTED))


def _find_both(statements: Statements) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Return the entities by turning day, and by the day after their last mention."""
    finder = _Finder(statements)
    turning: dict[int, list[str]] = {}
    last_documented: dict[int, list[str]] = {}
    for each, entity in statements.entities_by_id():
        days, last = finder.of(entity)
        for day in days:
            turning.setdefault(day, []).append(each)
        if last:
            last_documented.setdefault(last + 1, []).append(each)
        ids, days = _of_others(statements, finder, entity)
        for day in days:
            turning.setdefault(day, []).extend(ids)
    return turning, last_documented


def _of_others(statements: Statements, finder: "_Finder", entity: Entity) -> tuple[list[str], set[int]]:
    """Return entities of which something else is said since an entity ends, or decides a disagreement, and the days."""
    if entity.kind == "disagreement":
        return _of_sides(statements, finder, entity)
    if may_end(statements, entity):
        return part_in(statements, entity.id), finder.ending(entity)
    return [], set()


def _of_sides(statements: Statements, finder: "_Finder", disagreement: Entity) -> tuple[list[str], set[int]]:
    """Return the ends of the relations of which a disagreement follows some, and the days on which a side begins."""
    touched = relations_of_sides(statements, disagreement)
    days = {day for each in touched for day in finder.relation_days(each)}
    ends = {end for each in touched for end in (each.subject, each.object) if end in statements}
    days.update(day for each in ends for day in finder.first_days(statements.entity(each)))
    return sorted(ends), days


@attrs.define(eq=False, repr=False)
class _Finder:
    """Finds the days of each entity.

    Attributes:
        statements: The model.
        known: The first days and the last day of each evidence, by its `id()`, since most statements share a
            few records; with the evidence, so that it lives as long and no other has its `id()`.
    """

    statements: Statements
    known: dict[int, tuple[Sequence[int], int, Evidence]] = attrs.field(factory=dict)

    def of(self, entity: Entity) -> tuple[set[int], int]:
        """Return the days of an entity, and its last documented day, or 0 without one."""
        days = self.first_days(entity)
        said = {id(entity.evidence): entity.evidence}
        self._from_values(entity, days, said)
        self._from_outgoing(entity, days, said)
        changed = self._from_incoming(entity, days, said)
        dated = [each for each in map(self._days_of, said.values()) if each[0]]
        if not _AWAITED.isdisjoint(entity.values):  # any mention may confirm that a plan came about
            days.update(*(mentions for mentions, _ in dated))
            # in the last known state it has ended, while at a date it may still be planned
            if changed or not ENDINGS.isdisjoint(entity.values):
                days.add(_LAST_KNOWN)
        elif dated:
            days.add(min([mentions[0] for mentions, _ in dated]))
        if "start_date" in entity.values and start_of(self.statements, entity.id) is None:
            # only foretold: in the last known state it may have ended, while at a date it may still be planned
            days.add(_LAST_KNOWN)
        end = end_of(self.statements, entity.id) if changed or "end_date" in entity.values else None
        if end is not None:
            days.update(self._end_days(end))
        return days, max([last for _, last in dated], default=0)

    def ending(self, entity: Entity) -> set[int]:
        """Return the days on which it can change whether an entity has ended."""
        if not _AWAITED.isdisjoint(entity.values):  # any mention may confirm that a plan came about
            return self.of(entity)[0]
        days = self.first_days(entity)
        for each in ("start_date", *ENDINGS):
            days.update(day for claim in entity.claims(each) for day in self._claim_days(claim))
        for relation in self.statements.incoming(entity.id):
            if relation.kind in CHANGING and relation.subject in self.statements:
                days.update(self._event_days(relation.subject))
        end = end_of(self.statements, entity.id)
        return days if end is None else days.union(self._end_days(end))

    def first_days(self, entity: Entity) -> set[int]:
        """Return the first documented day of what an entity itself says."""
        return set(self._days_of(entity.evidence)[0][:1])

    def _from_values(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> None:
        """Add the days of an entity's attributes and claims, and note their evidence."""
        for attribute, value in entity.values.items():
            if isinstance(value, tuple):
                for claim in value:
                    if isinstance(claim, Claim):
                        said[id(claim.evidence)] = claim.evidence
                        days.update(self._claim_days(claim))
            elif attribute in _DATES and isinstance(value, Date):
                days.update(_days_around(value))
            disputed = disputed_day(self.statements, entity.id, attribute) if attribute in _DATES else None
            if disputed is not None:
                days.update(_days_around(disputed.day), (_LAST_KNOWN,))

    def _from_outgoing(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> None:
        """Add the days of the relations whose subject is the entity, and note their evidence."""
        own = entity.evidence
        for relation in self.statements.outgoing(entity.id):
            evidence = relation.evidence
            if relation.start_date is relation.end_date is relation.expected_date is None and (
                TERM_ENDS.name not in relation.details
            ):
                days.update(self._days_of(evidence)[0][:1])
            else:
                days.update(self.relation_days(relation))
            if evidence is not own and not evidence.inferred:
                said[id(evidence)] = evidence

    def _from_incoming(self, entity: Entity, days: set[int], said: dict[int, Evidence]) -> bool:
        """Add the days of the relations to an entity; return whether a change event is among them."""
        own, changed = entity.evidence, False
        for relation in self.statements.incoming(entity.id):
            if relation.subject not in self.statements or relation.kind in TOLD_OF_OBJECT:
                days.update(self.relation_days(relation))
            if relation.kind in CHANGING and relation.subject in self.statements:
                changed = True
                days.update(self._event_days(relation.subject))
            if relation.evidence is not own and counts_for_object(relation):
                said[id(relation.evidence)] = relation.evidence
        return changed

    def _claim_days(self, claim: Claim) -> Iterator[int]:
        firsts, last = self._days_of(claim.evidence)
        yield from firsts
        if last not in firsts:  # a report of a month has surely come on the last day of it
            yield from (day.last.toordinal() for day in self.statements.dates_of(claim.evidence))
        if claim.start_date is not None:
            yield claim.start_date.first.toordinal()
        if claim.end_date is not None:
            yield from self._end_days(claim.end_date)
        if claim.attribute in _DATES and isinstance(claim.value, Date):
            yield from _days_around(claim.value)

    def relation_days(self, relation: Relation) -> Iterator[int]:
        """Yield the first day on which a relation holds, and the first on which it no longer does."""
        begins = first_day(self.statements, relation)
        if begins is not None:
            yield begins.first.toordinal()
        term = relation.details.get(TERM_ENDS.name)
        for end in (relation.end_date, term if isinstance(term, Date) else None):
            if end is not None:
                yield from self._end_days(end)

    def _end_days(self, end: Date) -> Iterator[int]:
        """Yield the day after an end, and the last known state for an end later than every document."""
        yield end.last.toordinal() + 1
        if not is_over(self.statements, end, None):
            yield _LAST_KNOWN

    def _days_of(self, evidence: Evidence) -> tuple[Sequence[int], int]:
        """Return the first days of an evidence as ordinals, and its last day; 0 without any."""
        known = self.known.get(id(evidence))
        if known is None:
            dates = self.statements.dates_of(evidence)
            firsts = sorted({each.first.toordinal() for each in dates})
            last = max((each.last.toordinal() for each in dates), default=0)
            known = self.known[id(evidence)] = (firsts, last, evidence)
        return known[:2]

    def _event_days(self, event: str) -> Iterator[int]:
        disputed = disputed_day(self.statements, event, "date")
        if disputed is not None:
            yield from _days_around(disputed.day)
        for claim in self.statements.entity(event).claims("date"):
            if isinstance(claim.value, Date):
                yield from _days_around(claim.value)


def _days_around(day: Date) -> tuple[int, ...]:
    """Return the days from which a date, or the day before it, may have passed or surely has passed."""
    first, last = day.first.toordinal(), day.last.toordinal()
    return first, first + 1, last, last + 1


def ordinal(at: Date | None) -> int:
    """Return the last day of a date as an ordinal; the last known state is after all days."""
    return _LAST_KNOWN if at is None else at.last.toordinal()
