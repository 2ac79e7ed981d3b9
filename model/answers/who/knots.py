"""Find rings of relations upward, where an entity above by one relation may be below by another."""

from collections.abc import Collection, Iterable

from .upward import AUTHORITY, Upward, ids_above


class Knots:
    """All entities above some others by any relation, and those of them that lie in a ring.

    A link leads back to entities already passed only within a ring, so that no other link is examined twice.
    """

    def __init__(self, upward: Upward, starts: Iterable[str]) -> None:
        self._upward = upward
        self._starts = starts
        self._ring: frozenset[str] | None = None

    def may_lead_back(self, below: str, above: str) -> bool:
        """Whether a link between two entities may be part of a ring."""
        if self._ring is None:
            self._ring = _in_rings(self._upward, self._starts)
        return below in self._ring and above in self._ring

    def is_above(self, entity_id: str, passed: Collection[str], apart: Collection[str]) -> bool:
        """Whether an entity is not among those passed, and no relation upward leads from it to any of them.

        Args:
            entity_id: The id of the entity.
            passed: The entities that were passed.
            apart: The entities that no way may go through.
        """
        return entity_id not in passed and self._reached(entity_id, apart).isdisjoint(passed)

    def has_authority(self, entity_id: str, passed: Collection[str], apart: Collection[str]) -> bool:
        """Whether `is_above` holds when ways by authority alone are ignored: rings of authority are told as stated."""
        if entity_id in passed:
            return False
        others = self._reached(entity_id, apart) - self._reached(entity_id, apart, AUTHORITY)
        return others.isdisjoint(passed)

    def _reached(self, entity_id: str, apart: Collection[str], kinds: Collection[str] = ()) -> set[str]:
        """Return the entities above an entity by relations of some kinds, or of all kinds."""
        found: set[str] = set()
        waiting = [entity_id]
        while waiting:
            links = self._upward.every_link(waiting.pop())
            above = ids_above(each for each in links if not kinds or each.how in kinds)
            new = above - found - {*apart}
            found |= new
            waiting += new
        return found


def _in_rings(upward: Upward, starts: Iterable[str]) -> frozenset[str]:
    """Return the entities that lie in a ring of relations upward, or between two rings, above some entities."""
    above: dict[str, set[str]] = {}
    waiting = list(starts)
    while waiting:
        each = waiting.pop()
        if each not in above:
            above[each] = ids_above(upward.every_link(each))
            waiting += above[each]
    below: dict[str, set[str]] = {each: set() for each in above}
    for each, ends in above.items():
        for end in ends:
            below[end].add(each)
    left = set(above)
    for ways, back in ((above, below), (below, above)):
        number = {each: len(ways[each] & left) for each in left}
        free = [each for each in left if not number[each]]
        for each in free:  # it grows while it is gone through
            left.discard(each)
            for other in back[each] & left:
                number[other] -= 1
                if not number[other]:
                    free.append(other)
    return frozenset(left)
