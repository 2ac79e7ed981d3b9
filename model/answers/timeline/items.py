"""Finds the timeline items of one entity: its event, start, end, plans, due dates and reports."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

import attrs

from ...facts.claims import disagreements_of, document_days, has_lapsed, is_foretold, is_to_come
from ...facts.columns import may_say_due
from ...facts.disputes import disputed_day, is_disputed, is_unconfirmed
from ...facts.ends import is_over
from ...facts.evidence import evidence_span
from ...facts.graph import Graph
from ...facts.planned import is_planned_end
from ...facts.standing import PLANNED as AWAITED
from ...facts.times import start_of
from ...format import KINDS
from ...format.dates import Date
from ...format.details import TERM_ENDS
from ...format.records import Claim, Entity, Relation
from ...structure.limits import delegated_words
from .item import (
    BEGAN,
    DUE,
    END,
    ENDED,
    HAPPENED,
    NEVER_SEEN,
    PLANNED,
    REVIEW,
    START,
    TERM,
    UNKNOWN_WHETHER,
    Item,
)
from .notes import has_come, is_known, joined, later_unknown, other_days, report_words, what_came
from .turns import HELD, turns, vacancies

_PLANNED_DAYS = ("expected_date", "date", "start_date")
_DAYS = frozenset((*_PLANNED_DAYS, "end_date", "due", "review_date", "reports", "other_names"))
"""The attributes whose values the timeline may show as days; a changing name or status may give days too."""

_TERM = TERM_ENDS.name


def items(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield the timeline items of an entity, in no order; sources, terms and disagreements have none."""
    if KINDS[entity.kind].record:
        return
    if not _may_say_days(graph, entity):  # true of nearly all: only their relations have days
        if entity.kind in HELD:
            yield from vacancies(graph, entity)
        yield from _relations(graph, entity.id)
        return
    yield from _event(graph, entity)
    yield from _reports(graph, entity)
    yield from turns(graph, entity)
    yield from _to_come(graph, entity)


def _may_say_days(graph: Graph, entity: Entity) -> bool:
    """Return whether the timeline may show a day from the attributes of an entity, or from a disagreement about it."""
    values = entity.values
    return (
        entity.kind == "event"
        or not _DAYS.isdisjoint(values)
        or isinstance(values.get("name"), tuple)
        or isinstance(values.get("status"), tuple)
        or is_disputed(graph, entity.id)
    )


def planned_and_due(graph: Graph, entity_id: str) -> Iterator[Item]:
    """Yield the items of an entity that are planned or due; the same as in `items`, but without reports."""
    if KINDS[graph.kind(entity_id)].record:
        return
    if not may_say_due(graph, entity_id):  # its record need not be made
        yield from _planned(_relations(graph, entity_id))
        return
    entity = graph.entity(entity_id)
    if entity.kind == "event":
        yield from _planned(_disputed(graph, entity, "date", HAPPENED))
    yield from _planned(_to_come(graph, entity))


def _planned(found: Iterable[Item]) -> Iterator[Item]:
    return (each for each in found if each.state in {DUE, PLANNED})


def _to_come(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield the items of plans, promises, reviews, starts and ends; only some of them are planned or due."""
    values = entity.values
    if not values.keys().isdisjoint(_PLANNED_DAYS):
        yield from _expected(graph, entity)
    yield from _disputed_plan(graph, entity)
    if "due" in values:
        yield from _due(graph, entity)
    yield from _start_and_end(graph, entity)
    for claim, day in _dated_claims(graph, entity, "review_date"):
        if is_known(graph, claim.evidence, day):
            yield Item(day, entity.id, DUE, claim.evidence, what=REVIEW)
    yield from _relations(graph, entity.id)


def _relations(graph: Graph, entity_id: str) -> Iterator[Item]:
    """Return the timeline items of an entity's relations: of those that have a date or the end of a term."""
    dated = [
        each
        for each in graph.outgoing(entity_id)
        if not (each.start_date is each.end_date is each.expected_date is None) or _TERM in each.details
    ]
    return chain.from_iterable(_relation(graph, each) for each in dated if each.object in graph)


def _start_and_end(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield the items of an entity's stated start and end, and of an end that is still to come or only planned."""
    yield from _disputed(graph, entity, "start_date", BEGAN)
    for claim, day in _dated_claims(graph, entity, "start_date"):
        if not _is_plan(graph, entity, claim):
            yield from _once_come(graph, day, BEGAN, Item(day, entity.id, BEGAN, claim.evidence))
    yield from _disputed(graph, entity, "end_date", ENDED)
    for claim, day in _dated_claims(graph, entity, "end_date"):
        to_end = Item(day, entity.id, PLANNED, claim.evidence, what=END)
        known = is_known(graph, claim.evidence)
        if is_planned_end(graph, entity.id, claim):
            yield from (attrs.evolve(to_end, note=NEVER_SEEN),) if known else ()
        elif known and not is_over(graph, day, graph.at):
            yield from _to_end(graph, to_end)
        else:
            yield from _once_come(graph, day, ENDED, Item(day, entity.id, ENDED, claim.evidence))


def _event(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield the item of an event."""
    if entity.kind != "event":
        return
    dated = _dated_claims(graph, entity, "date")
    disputed = list(_disputed(graph, entity, "date", HAPPENED))
    yield from disputed
    for claim, day in dated:
        if not is_foretold(graph, claim):
            yield from _once_come(graph, day, HAPPENED, Item(day, entity.id, HAPPENED, claim.evidence))
    if not dated and not disputed and not _dated_claims(graph, entity, "expected_date"):
        evidence = next((claim.evidence for claim in entity.claims("date")), entity.evidence)
        if is_known(graph, evidence):
            yield Item(None, entity.id, HAPPENED, evidence)


def _once_come(graph: Graph, day: Date, state: str, item: Item) -> Iterator[Item]:
    """Yield an item once its date may have come; its state is `unknown whether` until the date has surely come."""
    if graph.at is None or day.last <= graph.at.last:
        yield item
    elif day.first <= graph.at.last:
        yield attrs.evolve(item, state=f"{UNKNOWN_WHETHER} {state}")


def _expected(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for each date for which an entity is planned."""
    foretold = [
        each
        for attribute in _PLANNED_DAYS[1:]
        for each in _dated_claims(graph, entity, attribute)
        if _is_plan(graph, entity, each[0])
    ]
    claims = [
        (claim, day)
        for claim, day in (*_dated_claims(graph, entity, "expected_date"), *foretold)
        if is_known(graph, claim.evidence, day)
    ]
    for claim, day in claims:
        note = joined(
            other_days(graph, claim, claims),
            later_unknown(graph, entity, claim),
            _outcome(graph, entity, claim, day),
            report_words(graph, entity),
            "disputed" if any(disagreements_of(graph, entity.id, each) for each in _PLANNED_DAYS) else "",
        )
        yield Item(day, entity.id, PLANNED, claim.evidence, note=note)


def _disputed_plan(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for each day that documents give for a plan, where they disagree without a decision."""
    disputed = disputed_day(graph, entity.id, "expected_date")
    for side in () if disputed is None else disputed.sides:
        day = side.value
        if disputed is not None and isinstance(day, Date) and is_known(graph, side.evidence, day):
            note = joined(disputed.day.words(), _outcome(graph, entity, side, disputed.day))
            yield Item(day, entity.id, PLANNED, side.evidence, note=note)


def _outcome(graph: Graph, entity: Entity, claim: Claim, day: Date) -> str:
    """Return in words what came of a plan, as documented by the date of the graph."""
    held = graph.claim(entity.id, "date")
    if held is not None and isinstance(held.value, Date) and not is_foretold(graph, held):
        return f"happened {held.value.words()}" if has_come(graph, held.value) else NEVER_SEEN
    start = start_of(graph, entity.id)
    if start is not None:
        return f"began {start.words()}" if has_come(graph, start) else NEVER_SEEN
    if graph.standing(entity.id).state == AWAITED:
        return NEVER_SEEN
    if graph.standing(entity.id).dropped:
        return graph.standing(entity.id).words()
    seen = evidence_span(graph, entity.id).since(day, document_days(graph, entity.id, claim.attribute))
    return f"documented {seen.words()}" if seen is not None and has_come(graph, seen) else NEVER_SEEN


def _due(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for each date on which a promise or work is due."""
    claims = [claim for claim in entity.claims("due") if is_known(graph, claim.evidence, claim.value)]
    dated = [(claim, claim.value) for claim in claims if isinstance(claim.value, Date)]
    expected = {day for _, day in _dated_claims(graph, entity, "expected_date")}
    last = report_words(graph, entity)
    for claim, day in dated:
        if day not in expected:
            note = joined(other_days(graph, claim, dated), later_unknown(graph, entity, claim), last)
            yield Item(day, entity.id, DUE, claim.evidence, note=note)
    if claims and not dated:
        yield Item(None, entity.id, DUE, claims[0].evidence, note=last)


def _reports(graph: Graph, entity: Entity) -> Iterator[Item]:
    """Yield an item for each dated report on a promise or work."""
    for claim in entity.claims("reports"):
        for day in dict.fromkeys(graph.dates_of(claim.evidence)):
            if has_come(graph, day):
                note = str(claim.details.get("text", ""))
                yield Item(day, entity.id, str(claim.value), claim.evidence, report=True, note=note)


def _relation(graph: Graph, relation: Relation) -> Iterator[Item]:
    """Yield the items of a relation: its stated start and end, and the day it is planned for."""
    for day, state in ((relation.start_date, BEGAN), (relation.end_date, ENDED)):
        if day is None:
            continue
        far, evidence = delegated_words(graph, relation), relation.evidence
        item = partial(Item, day, relation.subject, evidence=evidence, relation=relation)
        if state == ENDED and has_lapsed(graph, relation, graph.at):
            if is_known(graph, evidence):
                yield item(PLANNED, what=END, note=joined(far, NEVER_SEEN))
        elif state == ENDED and not is_over(graph, day, graph.at) and is_known(graph, evidence):
            yield from _to_end(graph, item(PLANNED, what=END, note=far))
        elif state == BEGAN and is_to_come(graph, evidence, day):
            if is_known(graph, evidence):
                yield item(PLANNED, what=START, note=joined(far, what_came(graph, relation)))
        else:
            yield from _once_come(graph, day, state, item(state, note=far))
    term = relation.details.get(_TERM)
    if (
        isinstance(term, Date)
        and is_known(graph, relation.evidence, term)
        and not is_over(graph, relation.end_date, term)
    ):
        yield Item(term, relation.subject, DUE, relation.evidence, relation=relation, what=TERM)
    expected = relation.expected_date
    if expected is not None and is_known(graph, relation.evidence, expected):
        note = joined(delegated_words(graph, relation), what_came(graph, relation))
        yield Item(expected, relation.subject, PLANNED, relation.evidence, relation=relation, note=note)


def _to_end(graph: Graph, item: Item) -> Iterator[Item]:
    """Yield the item of a known end that has not surely come; its state is `unknown whether` once it may have come."""
    if graph.at is not None and item.date is not None and item.date.first <= graph.at.last:
        yield from _once_come(graph, item.date, ENDED, attrs.evolve(item, state=ENDED, what=""))
    else:
        yield item


def _disputed(graph: Graph, entity: Entity, attribute: str, state: str) -> Iterator[Item]:
    """Yield an item for each day that documents give for a start, end or event on which they disagree undecided."""
    disputed = disputed_day(graph, entity.id, attribute)
    for side in () if disputed is None else disputed.sides:
        day = side.value
        if disputed is None or not isinstance(day, Date):
            continue
        said = disputed.day.words()
        if has_come(graph, day) and not is_unconfirmed(graph, disputed):
            yield Item(day, entity.id, f"{UNKNOWN_WHETHER} {state}", side.evidence, note=f"{state} {said}")
        elif is_foretold(graph, side) and is_known(graph, side.evidence, day):
            what = END if state == ENDED else ""
            yield Item(day, entity.id, PLANNED, side.evidence, note=said, what=what)


def _is_plan(graph: Graph, entity: Entity, claim: Claim) -> bool:
    """Whether a claim gives a day that is foretold or still to come; not a start that another document confirms."""
    if not is_foretold(graph, claim):
        return False
    if isinstance(claim.value, Date) and not has_come(graph, claim.value):
        return True
    return claim.attribute != "start_date" or start_of(graph, entity.id) != claim.value


def _dated_claims(graph: Graph, entity: Entity, attribute: str) -> list[tuple[Claim, Date]]:
    """Return the claims that give a day for an attribute; none where documents disagree about it undecided."""
    if attribute not in entity.values or disputed_day(graph, entity.id, attribute) is not None:
        return []
    return [(claim, claim.value) for claim in entity.claims(attribute) if isinstance(claim.value, Date)]
