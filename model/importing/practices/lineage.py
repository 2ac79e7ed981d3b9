"""Which body is below which in one list: what each is directly part of, and the bodies above a practice by level."""

from collections.abc import Iterable, Mapping

import attrs

from .levels import ABOVE, NETWORK, PRACTICE, level_of
from .snapshots import Body, Snapshot

_UPWARDS = (NETWORK, *(ABOVE[each] for each in ABOVE if each != PRACTICE))
"""The levels above the practice, from below."""


@attrs.frozen
class Mention:
    """A body in one list.

    Attributes:
        body: Its names and codes.
        parents: What it is part of, the parent of most of its practices first. A practice is also part of a
            higher body if the one between is part of several, so that no information of its row is lost.
        shares: How many of its practices are below each parent, if there are several.
    """

    body: Body
    parents: tuple[str, ...] = ()
    shares: tuple[tuple[str, int], ...] = ()

    @property
    def practices(self) -> int:
        """The number of practices that the shares add up to."""
        return sum(count for _, count in self.shares)


Mentions = Mapping[str, Mention]
"""The bodies of one list, by id."""


def mentions_of(snapshot: Snapshot) -> dict[str, Mention]:
    """Return every body of a list with what it is part of."""
    parents = snapshot.parents()
    found: dict[str, Mention] = {}
    for body_id, body in snapshot.bodies.items():
        counts = sorted(parents.get(body_id, {}).items(), key=lambda each: (-each[1], each[0]))
        of_several = tuple(counts) if len(counts) > 1 else ()
        found[body_id] = Mention(body, tuple(each for each, _ in counts), of_several)
    for practice, units in snapshot.above.items():
        found[practice] = Mention(snapshot.bodies[practice], tuple(_parents_in_row(units, parents)))
    return found


def _parents_in_row(units: Mapping[str, str], parents: Mapping[str, Mapping[str, int]]) -> Iterable[str]:
    """Yield the bodies that a practice is part of: the nearest above it, and those that do not follow from it."""
    implied = False
    for level in _UPWARDS:
        unit = units.get(level)
        if unit is None:
            continue
        if not implied:
            yield unit
        implied = len(parents.get(unit, ())) == 1


def above(practice: str, mentions: Mentions) -> dict[str, str]:
    """Return the body on each level above a practice, as `Snapshot.above` has it."""
    units: dict[str, str] = {}
    by_level = {level_of(each): each for each in mentions[practice].parents}
    below = ""
    for level in _UPWARDS:
        unit = by_level.get(level, "")
        if not unit and below in mentions:
            unit = next((each for each in mentions[below].parents if level_of(each) == level), "")
        if unit:
            units[level] = below = unit
    return units
