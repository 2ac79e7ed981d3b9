"""Check joined parts for mistakes, as `reading.consistency` and `reading.rings` check what is read from files.

The checks tell only whether there may be a mistake: if so, all files are read, which reports the mistake with
its place.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress

from ...format import RELATIONS
from ...format.errors import ERROR
from ...reading.consistency import locators_of
from .joining import Joined
from .merging import NotJoinedError
from .parts import Keys

Edges = Sequence[tuple[int, int]]
"""The two ends of each relation, by number."""


def check(joined: Joined) -> None:
    """Check joined parts.

    Args:
        joined: The parts, of which the relations are numbered.

    Raises:
        NotJoinedError: There may be a mistake.
    """
    merged = joined.merged
    locators: dict[str, Collection[str]] = {}
    for part in joined.parts:
        locators.update(part.keys.locators)
    for each, entity in merged.entities.items():
        if entity.kind == "source":
            locators[each] = locators_of(entity)
    for part, lookup in zip(joined.parts, joined.lookups, strict=True):
        if not _refers(part.keys, lookup, joined) or not _cites(part.keys, merged.ids, locators):
            raise NotJoinedError
    if not _relates(joined):
        raise NotJoinedError


def _refers(keys: Keys, lookup: list[int], joined: Joined) -> bool:
    """Whether each reference of a part leads to an entity of a kind that it allows."""
    size, kinds, wanted = joined.size, joined.kinds, keys.wanted_kinds
    for target, wants in set(zip(keys.targets, keys.wanted, strict=True)):
        number = lookup[target]
        if number >= size or (wanted[wants] and kinds[number] not in wanted[wants]):
            return False
    return True


def _cites(keys: Keys, ids: Mapping[str, str], locators: Mapping[str, Collection[str]]) -> bool:
    """Whether each citation of a part leads to a source, and to a place that the source has."""
    for source, locator in keys.citations:
        known = locators.get(ids.get(source, source))
        if known is None or (locator and (locator not in known or "." in locator)):
            return False
    return True


def _relates(joined: Joined) -> bool:
    """Whether relations form rings only where they may, and no change both ends and begins the same entity."""
    kinds = {number: RELATIONS[name] for name, number in joined.kind_names.items()}
    itself = {number for number, kind in kinds.items() if kind.containment or kind.to_itself == ERROR}
    containing = {number for number, kind in kinds.items() if kind.containment}
    size = joined.size
    if any(one == other < size for one, other in _edges(joined, itself)):
        return False
    rings = [containing, *({number} for number, kind in kinds.items() if kind.ring == ERROR)]
    return not _changes_twice(joined) and not any(
        _leads_back(
            [
                (one, other)
                for one, other in _edges(joined, ring)
                if one < size and other < size and one != other
            ]
        )
        for ring in rings
    )


def _edges(joined: Joined, kinds: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the ends of the relations of some kinds."""
    wanted = bytes(number in kinds for number in range(len(joined.kind_names)))
    return compress(
        zip(joined.subjects, joined.objects, strict=True), map(wanted.__getitem__, joined.relation_kinds)
    )


def _leads_back(every: Edges) -> bool:
    """Whether edges form a ring.

    Each ring has an edge that leads on in the order of the files. Since nearly all lead back, from a part to the whole
    that was written before it, few entities are reached from the others, and only these are gone through.
    """
    heads = {other for one, other in every if one <= other}
    if not heads:
        return False
    above = dict(every)
    if len(above) == len(every):  # from each at most one leads on
        return _climbs_back(above, heads)
    further: dict[int, list[int]] = {}
    for one, other in every:
        if above[one] != other:
            further.setdefault(one, []).append(other)
    return _comes_back(above, further, heads)


def _comes_back(
    above: Mapping[int, int], further: Mapping[int, Sequence[int]], starts: Iterable[int]
) -> bool:
    """Whether edges form a ring that is reached from one of the starts.

    Args:
        above: One entity to which an edge leads from each.
        further: The others, where several edges leave one.
        starts: The entities to start from.
    """
    done: set[int] = set()
    for start in starts:
        way: dict[int, Iterator[int]] = {}
        at: int | None = start
        while at is not None:
            if at in way:
                return True
            if at not in done:
                way[at] = chain((above[at],) if at in above else (), further.get(at, ()))
            at = None
            while way and at is None:
                last = next(reversed(way))
                at = next(way[last], None)
                if at is None:
                    del way[last]
                    done.add(last)
    return False


def _climbs_back(above: Mapping[int, int], starts: Iterable[int]) -> bool:
    """Whether edges form a ring through one of the starts, where at most one edge leaves each entity."""
    done: set[int] = set()
    for start in starts:
        at, way = start, {start}
        while at in above and at not in done:
            at = above[at]
            if at in way:
                return True
            way.add(at)
        done |= way
    return False


def _changes_twice(joined: Joined) -> bool:
    changing = {number for name, number in joined.kind_names.items() if RELATIONS[name].changes}
    if len(changing) < 2:  # noqa: PLR2004 - one kind contradicts none
        return False
    known: dict[tuple[int, int], int] = {}
    return any(
        known.setdefault(ends, number) != number for number in changing for ends in _edges(joined, {number})
    )
