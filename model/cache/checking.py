"""Check joined parts for mistakes, as `reading.consistency` and `reading.rings` check what is read from files.

The checks tell only whether there may be a mistake: if so, all files are read, which reports the mistake with
its place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..format import RELATIONS
from ..format.errors import ERROR
from ..reading.consistency import locators_of
from .joining import Joined
from .merging import NotJoinedError
from .parts import Keys

Edges = Iterable[tuple[int, int]]
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
    if any(kind in itself for kind, _, _ in _edges(joined, itself=True)):
        return False
    rings = [containing, *({number} for number, kind in kinds.items() if kind.ring == ERROR)]
    return not _changes_twice(joined) and not any(
        _leads_back((one, other) for kind, one, other in _edges(joined) if kind in ring) for ring in rings
    )


def _edges(joined: Joined, *, itself: bool = False) -> Iterator[tuple[int, int, int]]:
    """Yield the kind and the ends of the relations between entities: of those to themselves, or of all others."""
    size = joined.size
    every = zip(joined.relation_kinds, joined.subjects, joined.objects, strict=True)
    if itself:
        return (each for each in every if each[1] == each[2] < size)
    return (each for each in every if each[1] < size and each[2] < size and each[1] != each[2])


def _leads_back(edges: Edges) -> bool:
    """Whether edges form a ring."""
    every = list(edges)
    heads = {other for one, other in every if one <= other}
    if not heads:  # the whole is always written before its parts
        return False
    above = dict(every)
    if len(above) == len(every):  # from each at most one leads on
        return _climbs_back(above, heads)
    out: dict[int, list[int]] = {}
    into: dict[int, int] = {}
    for one, other in every:
        out.setdefault(one, []).append(other)
        into[other] = into.get(other, 0) + 1
    free = [each for each in out if each not in into]
    left = len(into)
    while free:
        for each in out.get(free.pop(), ()):
            into[each] -= 1
            if not into[each]:
                left -= 1
                free.append(each)
    return left > 0


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
        known.setdefault((one, other), kind) != kind
        for kind, one, other in zip(joined.relation_kinds, joined.subjects, joined.objects, strict=True)
        if kind in changing
    )
