"""The successors of bodies that are missing from the next list: where their practices went, many to many, with counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from .levels import LOCATION, NETWORK, PRACTICE, SYSTEM, level_of
from .snapshots import Snapshot

_FOLLOWED = (SYSTEM, LOCATION, NETWORK)
"""The levels on which bodies follow each other."""


@attrs.frozen
class Succession:
    """A body to which practices of an ended one went.

    Attributes:
        ended: The body that ended.
        followed_by: The body that has some of its practices in the next list.
        last: The month of the last list with the ended body.
        next: The month of the list after that.
        count: How many of its practices are in the other body.
        of: How many of its practices are still on the list.
    """

    ended: str
    followed_by: str
    last: str
    next: str
    count: int
    of: int


def successions(lists: Sequence[Snapshot]) -> dict[str, list[Succession]]:
    """Return what each body followed, by the following one, with most practices first.

    Args:
        lists: All lists, the earliest first.
    """
    last = {body: number for number, each in enumerate(lists) for body in each.bodies}
    found: dict[str, list[Succession]] = {}
    for number, (one, after) in enumerate(pairwise(lists)):
        ended = {body for body in one.bodies if last[body] == number and level_of(body) in _FOLLOWED}
        for body, went in _where_practices_went(one, after, ended).items():
            total = sum(went.values())
            for to, count in went.items():
                if to:
                    each = Succession(body, to, one.month, after.month, count, total)
                    found.setdefault(to, []).append(each)
    for of_one in found.values():
        of_one.sort(key=lambda each: (each.next, -each.count, each.ended))
    return found


def _where_practices_went(one: Snapshot, after: Snapshot, ended: set[str]) -> Mapping[str, Counter[str]]:
    """Return, for each ended body, how many of its practices are in which body of its level; "" for none."""
    found: dict[str, Counter[str]] = {}
    for practice, units in one.above.items():
        now = after.above.get(practice)
        if now is None:
            continue
        for level, unit in units.items():
            if unit in ended and level != PRACTICE:
                found.setdefault(unit, Counter())[now.get(level, "")] += 1
    return found
