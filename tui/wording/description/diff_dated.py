"""The rows of `tiers diff` for entities that are new, gone, due or in another state, for print and for the screen."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, partial

from tiers.model import Date, Graph
from tiers.model.answers.changes import Change
from tiers.model.answers.diff import Diff, began_after
from tiers.model.answers.due_items import DueItems
from tiers.model.answers.many_records import ManyRecords
from tiers.model.answers.states import State
from tiers.model.answers.succession import followers, name_as_follower
from tiers.model.answers.timeline.item import PLANNED as DUE_AS_PLANNED
from tiers.model.answers.timeline.item import Item
from tiers.model.facts.columns import DATED, NOTED
from tiers.model.facts.evidence import days_first_documented
from tiers.model.facts.standing import (
    DOCUMENTED,
    ENDED,
    LAST_DOCUMENTED,
    MAY_HAVE_BEGUN,
    NOT_YET_DUE,
    PLANNED,
)
from tiers.model.format import INFERRED, every_key
from tiers.model.format.keys import EXPECTED_DATE
from tiers.model.structure.order import Ordered, by_kind, ordered_by_kind

from ..marks import TELLING, marks
from ..readings import DISPUTED
from ..signs import SIGNS
from .diff_days import DayRows, ended_words, first_documented_words, happened_words
from .diff_due import DueRows, row_of_item
from .diff_sides import Row, Sides
from .values import joined

BEGAN, HAPPENED, FIRST_DOCUMENTED = "Began", "Happened", "First documented"
COME_DUE, ADDED = "Come due", "Added"
IN_DOUBT, CAME_ABOUT, LATER = "In doubt", "Came about", "Not there yet"
STILL = "Still there"
"""The word for entities that are gone at the first date and present at the second, earlier one."""

_THERE = frozenset((DOCUMENTED, LAST_DOCUMENTED))

Sections = Iterator[tuple[str, Sequence[Row]]]


def additions(sides: Sides, difference: Diff) -> Sections:
    """Yield the sections of new entities; between two dates these are began, first documented and come due."""
    names = (BEGAN, HAPPENED, IN_DOUBT, FIRST_DOCUMENTED, STILL, COME_DUE, ADDED)
    rows: dict[str, list[Row]] = {each: [] for each in names}
    far = difference.added if isinstance(difference.added, ManyRecords) else None
    placed: dict[str, list[tuple[Ordered, Row]]] = {FIRST_DOCUMENTED: [], HAPPENED: []}
    told_as_due = cache(partial(_told_as_due, difference))
    graph = sides.new
    ordered = ordered_by_kind(graph, compared(difference.added))
    newness = _Newness(sides)
    firsts = days_first_documented(graph, [one.id for one in ordered])
    for one, first in zip(ordered, firsts, strict=True):
        *_, each, kind_name, features, name = one
        heading, words = newness.of(each, features, first) if sides.dated else (ADDED, "")
        if heading == COME_DUE and each in told_as_due():
            continue
        kind = SIGNS[kind_name].word
        if features & TELLING:
            beside = [mark for mark in marks(graph, each) if mark not in words]
            whole = [mark for mark in beside if mark == DISPUTED]  # not of the day that follows
            said = tuple(filter(None, (kind, *whole, words, *(mark for mark in beside if mark not in whole))))
        else:
            said = (kind, words) if words else (kind,)
        note = graph.entity(each).evidence.note if features & NOTED else ""
        rows[heading].append(Row(each, name, said, note=note))
        if far is not None and heading in placed:
            placed[heading].append((one, rows[heading][-1]))
    come = {(row.id, said) for heading in (BEGAN, HAPPENED) for row in rows[heading] for said in row.words}
    found: dict[str, Sequence[Row]] = {**rows}
    if isinstance(difference.due, DueItems):
        others = [each for each in difference.due.others if come.isdisjoint(_as_planned(each))]
        found[COME_DUE] = DueRows(graph, difference.due, others, rows[COME_DUE])
    else:
        due = [each for each in difference.due if come.isdisjoint(_as_planned(each))]
        found[COME_DUE] = [*(row_of_item(graph, each) for each in due), *rows[COME_DUE]]
    if far is not None:
        days = far.days
        found[FIRST_DOCUMENTED] = DayRows(
            graph, days, days.first_documented, first_documented_words, placed[FIRST_DOCUMENTED]
        )
        found[HAPPENED] = DayRows(graph, days, days.happened, happened_words, placed[HAPPENED])
    yield from found.items()


def _told_as_due(difference: Diff) -> Collection[str]:
    """Return the entities of which an item that came due tells that they were planned or due themselves."""
    if isinstance(difference.due, DueItems):
        return difference.due.planned()
    return {each.id for each in difference.due if each.relation is None and not each.what}


def _as_planned(item: Item) -> set[tuple[str, str]]:
    """Return the words for a plan that came about on its day, with its entity; empty for relations, terms and reviews."""
    if item.state != DUE_AS_PLANNED or item.relation is not None or item.what or item.date is None:
        return set()
    return {(item.id, f"{said} {item.date.words()}") for said in ("began", "happened")}


class _Newness:
    """Says in words why entities are new at the later of two dates."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._first_words: dict[Date, str] = {}

    def of(self, entity_id: str, features: int, first: Date | None) -> tuple[str, str]:
        """Return the heading and the words for an entity.

        Args:
            entity_id: The entity.
            features: Its features; see `facts.columns`.
            first: The first day on which it is documented.
        """
        sides = self._sides
        graph, since = sides.new, sides.old.at
        if sides.backward:
            return STILL, sides.old.standing(entity_id).words()
        if since is None:
            return ADDED, ""
        told = first if first is not None and first.first > since.last else None
        if told is not None and not features & DATED:  # nothing else can have come to pass
            return FIRST_DOCUMENTED, self._words(told)
        start = began_after(graph, entity_id, since)
        if start is not None and not _may_be_later(graph, start):
            return BEGAN, f"began {start.words()}"
        if start is not None:
            return IN_DOUBT, f"unknown whether it had begun: {start.words()}"
        standing = graph.standing(entity_id)
        if standing.state == MAY_HAVE_BEGUN:
            return IN_DOUBT, standing.words()
        day = graph.value(entity_id, "date")
        if isinstance(day, Date) and day.first > since.last and standing.state in _THERE:
            if _may_be_later(graph, day):
                return IN_DOUBT, f"unknown whether it had happened: {day.words()}"
            return HAPPENED, happened_words(day)
        if told is not None:
            return FIRST_DOCUMENTED, self._words(told)
        return COME_DUE, day.words() if isinstance(day, Date) else standing.words()

    def _words(self, first: Date) -> str:
        """Return the words for a first day; most entities share a few days."""
        words = self._first_words.get(first)
        if words is None:
            words = self._first_words[first] = first_documented_words(first)
        return words


def _may_be_later(graph: Graph, day: Date) -> bool:
    """Whether a day may be later than the date of a graph, as when it lies between two dates of which one is later."""
    return graph.at is not None and day.last > graph.at.last


def is_put_off(sides: Sides, entity_id: str) -> bool:
    """Whether an entity left the trees because the day for which it is planned has been put off."""
    return (
        sides.dated
        and entity_id in sides.new
        and sides.new.standing(entity_id).state == NOT_YET_DUE
        and sides.old.standing(entity_id).state == PLANNED
    )


def put_off(sides: Sides, difference: Diff) -> list[Row]:
    """Return a row for each entity whose planned day has been put off, with the old day and the new one."""
    return [
        Row(
            each,
            sides.new.name(each),
            label=every_key()[EXPECTED_DATE.name].label.lower(),
            old=(sides.old.standing(each).words(),),
            new=(sides.new.standing(each).words(),),
        )
        for each in by_kind(sides.old, compared(difference.removed))
        if is_put_off(sides, each)
    ]


def compared(found: State) -> State:
    """Return the entities of a state that `diff` compares by their records, since it may print more than one day of them."""
    return found.others if isinstance(found, ManyRecords) else found


def removals(sides: Sides, difference: Diff) -> Sections:
    """Yield the sections of entities that are gone: ended, at an earlier date not yet there, or removed from a version."""
    rows: dict[str, list[tuple[Ordered, Row]]] = {"Ended": [], LATER: [], "Removed": []}
    for one in ordered_by_kind(sides.old, compared(difference.removed)):
        each = one.id
        if is_put_off(sides, each):
            continue
        heading, said = "Removed", tuple[str, ...]()
        if sides.dated and each in sides.new:
            standing = sides.new.standing(each)
            heading = "Ended" if standing.state == ENDED else LATER
            said = (standing.words(), *_followed_by(sides.new, each))
        words = tuple(filter(None, (SIGNS[one.kind].word, *marks(sides.old, each), *said)))
        rows[heading].append((one, Row(each, one.name, words)))
    found: dict[str, Sequence[Row]] = {
        heading: [row for _, row in placed] for heading, placed in rows.items()
    }
    if isinstance(difference.removed, ManyRecords):
        days = difference.removed.days
        found["Ended"] = DayRows(sides.old, days, days.ended, ended_words, rows["Ended"])
    yield from found.items()


def _followed_by(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the successors of an ended entity, marked where all statements of the succession are inferred."""
    found = followers(graph, entity_id)
    if found:
        *names, last = sorted(name_as_follower(graph, each) for each in found)
        yield "followed by " + (" and ".join((", ".join(names), last)) if names else last)
        if all(relation.evidence.inferred for each in found.values() for relation in each):
            yield INFERRED


def turns(sides: Sides, difference: Diff, changes: Iterable[Change]) -> Sections:
    """Yield the sections of entities with another state at the later date: came about, began, in doubt."""
    rows: dict[str, list[Row]] = {CAME_ABOUT: [], BEGAN: [], IN_DOUBT: []}
    due_moved = {each.id for each in difference.changed if each.attribute == EXPECTED_DATE.name}
    for change in changes:
        before, after = (side.standing(change.id) for side in (sides.old, sides.new))
        if before.state == after.state == PLANNED and change.id in due_moved:
            continue
        heading, said = IN_DOUBT, ", ".join(map(str, change.new))
        if after.state in _THERE and before.state == PLANNED:
            heading = CAME_ABOUT
            seen = before.later.words() if before.later is not None else ""
            said = joined(
                f"documented {seen}".rstrip(), before.date.after("planned for") if before.date else ""
            )
        elif after.state in _THERE and before.state == MAY_HAVE_BEGUN and before.date is not None:
            heading, said = BEGAN, f"began {before.date.words()}"
        graph = sides.new
        kind = SIGNS[graph.kind(change.id)].word
        note = graph.entity(change.id).evidence.note
        rows[heading].append(Row(change.id, graph.name(change.id), (kind, said), note=note))
    yield from rows.items()


def is_fading(sides: Sides, entity_id: str) -> bool:
    """Return whether an entity is documented at one date and last documented before the other."""
    states = {side.standing(entity_id).state for side in (sides.old, sides.new)}
    return states == _THERE


def fading(sides: Sides, change: Change) -> Row:
    """Return the row of an entity that is last documented before a date."""
    graph = sides.new
    kind = SIGNS[graph.kind(change.id)].word
    now = ", ".join(map(str, change.new))
    return Row(change.id, graph.name(change.id), (kind, now), note=graph.entity(change.id).evidence.note)
