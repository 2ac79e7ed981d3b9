"""Where relations upward run in a ring: what is above by one relation may be below by another."""

from collections.abc import Collection, Iterable

from .upward import AUTHORITY, Upward, ids_above


class Knots:
    """All that some entities lead to by any relation upward, and which of that lies in a ring.

    A link leads back to what was passed only within a ring, so that nothing else is looked at twice.
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
        """Whether an entity is neither among some that are passed nor leads to any by a relation upward.

        Args:
            entity_id: The entity.
            passed: What was passed.
            apart: Entities through which no way is looked for.
        """
        return entity_id not in passed and self._reached(entity_id, apart).isdisjoint(passed)

    def has_authority(self, entity_id: str, passed: Collection[str], apart: Collection[str]) -> bool:
        """Whether an entity is as `is_above` says, but for what it leads to by authority alone: a ring that documents state is told."""
        if entity_id in passed:
            return False
        others = self._reached(entity_id, apart) - self._reached(entity_id, apart, AUTHORITY)
        return others.isdisjoint(passed)

    def _reached(self, entity_id: str, apart: Collection[str], kinds: Collection[str] = ()) -> set[str]:
        """Return what an entity leads to by relations of some kinds, or of all."""
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
    """Return what lies in a ring of relations upward, or between two rings, of all that some entities lead to."""
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
