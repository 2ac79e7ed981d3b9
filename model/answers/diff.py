"""What differs between two states of a model: its dates, its versions, or two models. Ids decide identity.

A difference is lossless: applied to the old state it gives the new one.
"""

from collections.abc import Iterator, Mapping

import attrs

from ..facts.graph import Graph
from ..facts.standing import start_of
from ..facts.turning_days import turning_days
from ..format.dates import Date
from ..format.records import Relation
from .states import MOVES, Fact, Record, State, state_of


@attrs.frozen(repr=False)
class Change:
    """One attribute or kind of relation of which something else is said.

    Attributes:
        id: The entity.
        attribute: The key of its facts.
        old: What was said; empty for nothing.
        new: What is said; empty for nothing.
    """

    id: str
    attribute: str
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]


@attrs.frozen(repr=False)
class Difference:
    """What differs between an old and a new state.

    Attributes:
        added: The entities that only the new state has.
        removed: The entities that only the old state has.
        renames: By id, the old and the new name of what is called otherwise.
        kinds: By id, the old and the new kind of what became of another kind.
        changes: What else is said otherwise.
    """

    added: State
    removed: State
    renames: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, tuple[str, str]]
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renames or self.kinds or self.changes)

    @property
    def moved(self) -> tuple[Change, ...]:
        """The changes by which an entity belongs to another."""
        return tuple(each for each in self.changes if _is_move(each))

    @property
    def changed(self) -> tuple[Change, ...]:
        """All other changes; a name that the new state merely evidences otherwise is among them."""
        return tuple(
            each
            for each in self.changes
            if not _is_move(each) and not (each.attribute == "name" and each.id in self.renames)
        )


def difference(old: State, new: State) -> Difference:
    """Return what differs; nothing when the states are the same."""
    both = sorted(old.keys() & new.keys())
    return Difference(
        {each: new[each] for each in sorted(new.keys() - old.keys())},
        {each: old[each] for each in sorted(old.keys() - new.keys())},
        {each: (old[each].name, new[each].name) for each in both if old[each].name != new[each].name},
        {each: (old[each].kind, new[each].kind) for each in both if old[each].kind != new[each].kind},
        tuple(change for each in both for change in _changes(each, old[each], new[each])),
    )


def between(old: Graph, new: Graph) -> Difference:
    """Return what differs between two dates of one model; only what may turn between them is looked at."""
    ids = turning_days(new).between(old.at, new.at)
    return difference(state_of(old, ids, evidence=False), state_of(new, ids, evidence=False))


def candidates(old: Graph, new: Graph) -> frozenset[str]:
    """Return the entities of which two versions of a model may say something else, so that the rest need no look.

    What a changed disagreement is about is among them, since it may be told by another name.
    """
    found = {
        each
        for each in {*old, *new}
        if old.find(each) != new.find(each)
        or list(old.outgoing(each)) != list(new.outgoing(each))
        or old.from_unknown(each) != new.from_unknown(each)
    }
    for each in tuple(found):
        for graph in (old, new):
            if each in graph and graph.kind(each) == "disagreement":
                found.update(relation.object for relation in graph.outgoing(each))
    return frozenset(found)


def applied(state: State, change: Difference) -> State:
    """Return the new state that a difference makes of the old one."""
    result = {each: record for each, record in state.items() if each not in change.removed}
    result.update(change.added)
    for each, (_, name) in change.renames.items():
        result[each] = attrs.evolve(result[each], name=name)
    for each, (_, kind) in change.kinds.items():
        result[each] = attrs.evolve(result[each], kind=kind)
    for one in change.changes:
        facts = dict(result[one.id].facts)
        facts.pop(one.attribute, None)
        if one.new:
            facts[one.attribute] = one.new
        result[one.id] = attrs.evolve(result[one.id], facts=dict(sorted(facts.items())))
    return result


def began(graph: Graph, entity_id: str, since: Date | None) -> Date | None:
    """Return the day an entity began if a source states one after a date, so that it is new and not newly told of."""
    start = start_of(graph, entity_id)
    return start if start is not None and since is not None and start.first > since.last else None


def _changes(entity_id: str, old: Record, new: Record) -> Iterator[Change]:
    for attribute in sorted(old.facts.keys() | new.facts.keys()):
        before, after = old.facts.get(attribute, ()), new.facts.get(attribute, ())
        if before != after:
            yield Change(entity_id, attribute, before, after)


def _is_move(change: Change) -> bool:
    return change.attribute in MOVES and _ends(change.old) != _ends(change.new)


def _ends(facts: tuple[Fact, ...]) -> set[str]:
    return {each.object for each in facts if isinstance(each, Relation)}
