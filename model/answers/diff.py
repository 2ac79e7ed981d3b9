"""`tiers diff`: the differences between two dates or versions of a model, or between two models.

Entities are matched by id. A diff is lossless: the old state and the diff give the new state.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..facts.evidence import keep_days_of_many
from ..facts.graph import Graph
from ..facts.standing import MAY_HAVE_BEGUN, shown_among
from ..facts.stored import otherwise
from ..facts.times import start_of
from ..facts.told_by_day import ToldByDay, told_by_day
from ..facts.turning_days import turning_days
from ..format.dates import Date
from ..format.records import Relation
from ..structure.inside import concerning, involved
from .changes import Change, at_others
from .come_due import all_that_comes_due, come_due
from .many_records import ManyRecords
from .state_relations import describing
from .states import MOVES, STANDING, Fact, Record, State, state_of
from .timeline.item import Item


@attrs.frozen(repr=False)
class Diff:
    """The answer of `tiers diff`: the differences between an old and a new state.

    Attributes:
        added: The entities that only the new state has.
        removed: The entities that only the old state has.
        renames: By id, the old and the new name of renamed entities.
        kinds: By id, the old and the new kind of entities that changed kind.
        changes: All other changes.
        at_others: What new and gone entities are or were to entities that both states have: a seat of a new
            member as a change of the body, say. The other attributes alone make the diff lossless.
        due: Between two dates of one model, what came due: planned days, promised days, reviews, terms.
    """

    added: State
    removed: State
    renames: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, tuple[str, str]]
    changes: tuple[Change, ...]
    at_others: tuple[Change, ...] = ()
    due: Sequence[Item] = ()

    def __repr__(self) -> str:
        counts = (
            len(self.added),
            len(self.removed),
            len(self.renames),
            len({each.id for each in self.changes}),
        )
        return "<Diff: {:,} added, {:,} removed, {:,} renamed, {:,} changed>".format(*counts)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renames or self.kinds or self.changes or self.due)

    @property
    def moved(self) -> tuple[Change, ...]:
        """The changes by which an entity belongs to another parent."""
        return tuple(each for each in self.changes if _is_move(each))

    @property
    def changed(self) -> tuple[Change, ...]:
        """The changes that are not moves, including names that stay the same with other evidence."""
        found = [
            each
            for each in self.changes
            if not _is_move(each) and not (each.attribute == "name" and each.id in self.renames)
        ]
        once = {(each.id, each.attribute): each for each in found}
        for each in self.at_others:
            own = once.get((each.id, each.attribute), Change(each.id, each.attribute, (), ()))
            once[each.id, each.attribute] = attrs.evolve(own, old=own.old + each.old, new=own.new + each.new)
        return tuple(sorted(once.values(), key=lambda each: each.id))


def diff(old: State, new: State) -> Diff:
    """Return the diff of two states; it is falsy when they are the same."""
    both = sorted(old.keys() & new.keys())
    return Diff(
        {each: new[each] for each in sorted(new.keys() - old.keys())},
        {each: old[each] for each in sorted(old.keys() - new.keys())},
        {each: (old[each].name, new[each].name) for each in both if old[each].name != new[each].name},
        {each: (old[each].kind, new[each].kind) for each in both if old[each].kind != new[each].kind},
        tuple(change for each in both for change in _changes(each, old[each], new[each])),
    )


def diff_of(old: Graph, new: Graph, within: str | None = None, *, evidence: bool | None = None) -> Diff:
    """Return the diff of two models, of two versions of a model, or of a model at two dates.

    Args:
        old: The old model.
        new: The new model.
        within: Only this entity, its descendants and the entities that take part in them; `None` for all.
        evidence: Whether evidence is part of the facts; by default where neither model is at a date.
    """
    if evidence is None:
        evidence = old.at is None and new.at is None
    inside, outer = (None, frozenset[str]()) if within is None else scope_of((old, new), within)
    ids = inside
    if evidence:
        changed = may_differ(old, new)
        ids, outer = (changed if ids is None else ids & changed), outer & changed
    found = diff(*(state_of(graph, ids, outer, evidence=evidence) for graph in (old, new)))
    apart = found.removed, found.added
    return attrs.evolve(found, at_others=at_others(old, new, apart, inside, evidence=evidence))


def diff_between_dates(old: Graph, new: Graph) -> Diff:
    """Return the diff of two dates of one model; looks only at entities whose description can change between them."""
    by_day = told_by_day(old, new)
    if by_day is not None:
        return _far_diff(old, new, by_day)
    ids = turning_days(new).between(old.at, new.at)
    keep_days_of_many(new, ids)
    found = diff(state_of(old, ids, evidence=False), state_of(new, ids, evidence=False))
    return attrs.evolve(
        found,
        at_others=at_others(old, new, (found.removed, found.added), evidence=False),
        due=come_due(old, new),
    )


def _far_diff(old: Graph, new: Graph, by_day: ToldByDay) -> Diff:
    """Return the diff of two dates between which nearly all entities are new or gone, of which no record is made."""
    ids = list(turning_days(new).among(old.at, new.at, by_day.others))
    found = diff(*(state_of(graph, ids, evidence=False) for graph in (old, new)))
    found = attrs.evolve(
        found,
        added=ManyRecords(new, by_day, by_day.new, found.added),
        removed=ManyRecords(old, by_day, by_day.gone, found.removed),
    )
    both = shown_among(new, shown_among(old, by_day.others, old.at), new.at)
    return attrs.evolve(
        found,
        at_others=at_others(old, new, (found.removed, found.added), evidence=False, others=both),
        due=all_that_comes_due(old, new),
    )


def diff_within(old: Graph, new: Graph, within: str) -> Diff:
    """Return the diff of two dates of one model, limited to an entity, its descendants and the entities that take part in them."""
    ids, outer = scope_of((old, new), within)
    due = come_due(old, new, ids, outer)
    if not outer:
        ids &= turning_days(new).between(old.at, new.at, last_documented=not _to_last_known(old, new))
    found = diff(*(state_of(graph, ids, outer, evidence=False) for graph in (old, new)))
    found = attrs.evolve(
        found, at_others=at_others(old, new, (found.removed, found.added), ids, evidence=False), due=due
    )
    return against_last_known(found, old, new)


def _to_last_known(old: Graph, new: Graph) -> bool:
    """Whether a date of a model is compared with its last known state."""
    return None in {old.at, new.at}


def against_last_known(found: Diff, old: Graph, new: Graph) -> Diff:
    """Return a diff of two dates of one model; if one is the last known state, without changes of standing.

    In the last known state every entity counts as documented: that it is last documented before the other date is no
    difference.
    """
    if not _to_last_known(old, new):
        return found
    return attrs.evolve(found, changes=tuple(each for each in found.changes if each.attribute != STANDING))


def scope_of(graphs: Iterable[Graph], within: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return an entity with its descendants in any graph, and the outside entities that take part in them."""
    known = [each for each in graphs if within in each]
    ids = frozenset[str]().union(*(concerning(each, within) for each in known))
    return ids, frozenset[str]().union(*(involved(each, within) for each in known)) - ids


def may_differ(old: Graph, new: Graph) -> frozenset[str]:
    """Return the entities that may differ between two versions of a model; no others need to be compared.

    An entity that a changed disagreement is about is among them, since another claim of its name may now
    hold.
    """
    likely = new.once_for_all(otherwise)(old)
    found = {
        each
        for each in ({*old, *new} if likely is None else likely)
        if old.find(each) != new.find(each)
        or list(old.outgoing(each)) != list(new.outgoing(each))
        or describing(old, each) != describing(new, each)
    }
    for each in tuple(found):
        for graph in (old, new):
            if each in graph and graph.kind(each) == "disagreement":
                found.update(relation.object for relation in graph.outgoing(each))
    return frozenset(found)


def began_after(graph: Graph, entity_id: str, since: Date | None) -> Date | None:
    """Return the stated start of an entity if it is after a date: such an entity is new, not only newly documented.

    Where documents disagree about the start, the last day that they give must be after `since`, and all of
    those days must have come.
    """
    start = start_of(graph, entity_id)
    if start is None or since is None or graph.standing(entity_id).state == MAY_HAVE_BEGUN:
        return None
    return start if (start.last if start.sides else start.first) > since.last else None


def _changes(entity_id: str, old: Record, new: Record) -> Iterator[Change]:
    """Yield a change for each attribute or relation kind whose facts differ."""
    for attribute in sorted(old.facts.keys() | new.facts.keys()):
        before, after = old.facts.get(attribute, ()), new.facts.get(attribute, ())
        if before != after:
            yield Change(entity_id, attribute, before, after)


def _is_move(change: Change) -> bool:
    """Return whether a change gives an entity another parent; new details or evidence alone do not count."""
    return change.attribute in MOVES and _ends(change.old) != _ends(change.new)


def _ends(facts: tuple[Fact, ...]) -> set[str]:
    return {each.object for each in facts if isinstance(each, Relation)}
